# exact
def column_filter_1(source: pd.DataFrame) -> pd.DataFrame:
    """Keep the columns whose names do not match i\\w|ok (Column Filter, node 1)."""
    return source[
        [name for name in source.columns if not re.fullmatch("i[a-zA-Z0-9_]|ok", name)]
    ]
