# exact
def math_formula_multi_column_1(source: pd.DataFrame) -> pd.DataFrame:
    """Compute columns: $$CURRENT_COLUMN$$ * 2 (Math Formula (Multi Column), node 1)."""
    computed = {}
    for name in [
        name_2
        for name_2 in source.columns
        if name_2 in ["a", "b"] and pd.api.types.is_numeric_dtype(source[name_2])
    ]:
        values = source[name].astype("float64")
        computed[name + "_x"] = to_integers(values * 2, source.index)
    return source.assign(**computed)
