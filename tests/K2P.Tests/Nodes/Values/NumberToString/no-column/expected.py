# exact
def number_to_string_1(source: pd.DataFrame) -> pd.DataFrame:
    """Turn numbers into texts (Number To String, node 1)."""
    return source
