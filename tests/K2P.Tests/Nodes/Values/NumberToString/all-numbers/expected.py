# exact
def number_to_string_1(source: pd.DataFrame) -> pd.DataFrame:
    """Turn numbers into texts (Number To String, node 1)."""
    names = [
        name
        for name in source.columns
        if name not in ["age"] and pd.api.types.is_numeric_dtype(source[name])
    ]
    return source.assign(**{name: number_texts(source[name]) for name in names})
