# exact
def row_filter_1(source: pd.DataFrame) -> pd.DataFrame:
    """Keep the rows with not (RowID = row0) and name like *n* (Row Filter, node 1)."""
    return source[
        ~row_id_texts(source).str.fullmatch("row0", case=False)
        & column_texts(source["name"]).str.contains("n", regex=False, na=False)
    ]
