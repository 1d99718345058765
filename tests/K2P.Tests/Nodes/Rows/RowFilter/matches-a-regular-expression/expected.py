# exact
def row_filter_1(source: pd.DataFrame) -> pd.DataFrame:
    """Keep the rows with name ~ [A-C]\\w+|1.5 (Row Filter, node 1)."""
    return source[
        column_texts(source["name"]).str.fullmatch(
            "[A-C][a-zA-Z0-9_]+|1.5", flags=re.DOTALL, na=False
        )
    ]
