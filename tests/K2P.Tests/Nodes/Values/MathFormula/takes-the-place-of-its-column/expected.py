# exact
def math_formula_1(source: pd.DataFrame) -> pd.DataFrame:
    """Append the column a: abs($a$) (Math Formula, node 1)."""
    values = source["a"].astype("float64")
    return source.assign(a=np.abs(values))
