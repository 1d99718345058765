# exact
def math_formula_1(source: pd.DataFrame) -> pd.DataFrame:
    """Append the column result: $b$ + 2 (Math Formula, node 1)."""
    values = source["b"].astype("float64")
    return source.assign(result=to_integers(values + 2, source.index))
