# exact
def number_rounder_1(source: pd.DataFrame) -> pd.DataFrame:
    """Round numbers to 1 decimal places (Number Rounder, node 1)."""
    names = [
        name
        for name in source.columns
        if name in ["d"] and pd.api.types.is_numeric_dtype(source[name])
    ]
    return source.assign(
        **{name: round_numbers(source[name], 1, rounding="ROUND_UP") for name in names}
    )
