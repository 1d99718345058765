# exact
def row_filter_1(source: pd.DataFrame) -> pd.DataFrame:
    """Keep the rows with RowID ~ row[34] (Row Filter, node 1)."""
    return source[row_id_texts(source).str.match("row[34]", case=False)]
