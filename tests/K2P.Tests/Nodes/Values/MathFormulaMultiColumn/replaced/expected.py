# exact
def math_formula_multi_column_1(source: pd.DataFrame) -> pd.DataFrame:
    """Compute columns: if($$CURRENT_COLUMN$$ > 1, $$CURRENT_COLUMN$$, $b$) (Math Formula (Multi Column), node 1)."""
    numbers = source[["b"]].astype("float64")
    computed = {}
    for name in [
        name_2
        for name_2 in source.columns
        if name_2 in ["a", "b"] and pd.api.types.is_numeric_dtype(source[name_2])
    ]:
        values = source[name].astype("float64")
        computed[name] = np.where(
            values.notna() & numbers.notna().all(axis=1),
            np.where(values > 1, values, numbers["b"]),
            np.nan,
        )
    return source.assign(**computed)
