# exact
def math_formula_1(source: pd.DataFrame) -> pd.DataFrame:
    """Append the column result: ($a$ > 3 || $b$ < 0) + ($flag$ == 1 && !($a$ == 3)) (Math Formula, node 1)."""
    numbers = source[["a", "b", "flag"]].astype("float64")
    return source.assign(
        result=np.where(
            numbers.notna().all(axis=1),
            ((numbers["a"] > 3) | (numbers["b"] < 0)).astype("float64")
            + ((numbers["flag"] == 1) & ~(numbers["a"] == 3)).astype("float64"),
            np.nan,
        )
    )
