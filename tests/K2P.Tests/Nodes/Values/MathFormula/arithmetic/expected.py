# exact
def math_formula_1(source: pd.DataFrame) -> pd.DataFrame:
    """Append the column result: ($a$ + 2*$b$)/2 - -$b$^2; (Math Formula, node 1)."""
    numbers = source[["a", "b"]].astype("float64")
    return source.assign(
        result=(numbers["a"] + 2 * numbers["b"]) / 2 - -numbers["b"] ** 2
    )
