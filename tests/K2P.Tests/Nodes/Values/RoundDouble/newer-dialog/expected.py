# exact
def number_rounder_1(source: pd.DataFrame) -> pd.DataFrame:
    """Round numbers to 1 decimal places (Number Rounder, node 1)."""
    names = [
        name_2
        for name_2 in source.columns
        if name_2 in ["d"] and pd.api.types.is_numeric_dtype(source[name_2])
    ]
    return source.assign(
        **{name: round_numbers(source[name], 1, rounding="ROUND_UP") for name in names}
    )
