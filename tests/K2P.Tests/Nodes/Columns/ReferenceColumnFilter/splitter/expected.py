# exact
def reference_column_splitter_1(source: pd.DataFrame, source_4: pd.DataFrame) -> tuple:
    """Part the columns that the reference table has from the others (Reference Column Splitter, node 1)."""
    common = source.columns.isin(source_4.columns)
    return (source.loc[:, common], source.loc[:, ~common])
