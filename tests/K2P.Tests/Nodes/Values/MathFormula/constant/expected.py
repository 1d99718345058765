# exact
def math_formula_1(source: pd.DataFrame) -> pd.DataFrame:
    """Append the column result: 1.5E1 + pi - pi (Math Formula, node 1)."""
    return source.assign(result=float(15 + math.pi - math.pi))
