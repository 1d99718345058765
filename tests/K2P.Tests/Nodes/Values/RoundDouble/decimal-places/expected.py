# exact
def round_double_1(source: pd.DataFrame) -> pd.DataFrame:
    """Round numbers to 2 decimal places (Round Double, node 1)."""
    names = [
        name_2
        for name_2 in source.columns
        if name_2 not in ["i"] and pd.api.types.is_numeric_dtype(source[name_2])
    ]
    return source.assign(**{name: round_numbers(source[name], 2) for name in names})
