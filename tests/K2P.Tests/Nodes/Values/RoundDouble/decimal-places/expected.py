# exact
def round_double_1(source: pd.DataFrame) -> pd.DataFrame:
    """Round numbers to 2 decimal places (Round Double, node 1)."""
    names = [
        name
        for name in source.columns
        if name not in ["i"] and pd.api.types.is_numeric_dtype(source[name])
    ]
    return source.assign(**{name: round_numbers(source[name], 2) for name in names})
