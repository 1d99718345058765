# exact
def math_formula_1(source: pd.DataFrame) -> pd.DataFrame:
    """Append the column result: round($b$) + round($a$ / 4, 1) (Math Formula, node 1)."""
    numbers = source[["b", "a"]].astype("float64")
    return source.assign(
        result=np.rint(numbers["b"]) + np.rint(numbers["a"] / 4 * 10.0) / 10.0
    )
