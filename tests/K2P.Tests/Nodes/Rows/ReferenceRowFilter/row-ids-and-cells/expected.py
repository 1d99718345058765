# exact
def reference_row_filter_1(
    source: pd.DataFrame, source_4: pd.DataFrame
) -> pd.DataFrame:
    """Keep the rows whose RowID is a who of the reference table (Reference Row Filter, node 1)."""
    return source[is_among(row_id_texts(source), source_4["who"])]
