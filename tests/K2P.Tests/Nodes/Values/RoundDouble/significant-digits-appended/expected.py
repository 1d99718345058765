# exact
def round_double_1(source: pd.DataFrame) -> pd.DataFrame:
    """Round numbers to 2 significant digits (Round Double, node 1)."""
    names = [
        name for name in source.columns if pd.api.types.is_numeric_dtype(source[name])
    ]
    return source.assign(
        **{
            unique_name(name + " (rounded)", source.columns): round_numbers(
                source[name], 2, significant=True, rounding="ROUND_FLOOR"
            )
            for name in names
        }
    )
