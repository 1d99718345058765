# exact
def column_filter_1(source: pd.DataFrame) -> pd.DataFrame:
    """Keep the columns whose names match s?*E (Column Filter, node 1)."""
    return source[
        [name for name in source.columns if re.fullmatch("s..*E", name, re.IGNORECASE)]
    ]
