# exact
def reference_row_splitter_1(source: pd.DataFrame, source_4: pd.DataFrame) -> tuple:
    """Split off the rows whose RowID is a RowID of the reference table (Reference Row Splitter, node 1)."""
    found = source.index.isin(source_4.index)
    return (source[found], source[~found])
