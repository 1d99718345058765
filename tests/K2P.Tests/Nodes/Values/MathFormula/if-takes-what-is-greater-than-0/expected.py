# exact
def math_formula_1(source: pd.DataFrame) -> pd.DataFrame:
    """Append the column result: if($b$, $a$, 0) (Math Formula, node 1)."""
    numbers = source[["b", "a"]].astype("float64")
    return source.assign(
        result=np.where(
            numbers.notna().all(axis=1),
            np.where(numbers["b"] > 0, numbers["a"], 0),
            np.nan,
        )
    )
