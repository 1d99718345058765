# exact
def row_filter_1(source: pd.DataFrame) -> pd.DataFrame:
    """Keep the rows with name like B*b (Row Filter, node 1)."""
    return source[
        column_texts(source["name"]).str.fullmatch("B.*b", flags=re.DOTALL, na=False)
    ]
