# exact
def math_formula_1(source: pd.DataFrame) -> pd.DataFrame:
    """Append the column result: 2^3^0 - 2^-1 + 0*$a$ (Math Formula, node 1)."""
    values = source["a"].astype("float64")
    return source.assign(
        result=np.where(
            values.notna(),
            np.float64(2) ** np.float64(3) ** 0 - np.float64(2) ** -1 + 0 * values,
            np.nan,
        )
    )
