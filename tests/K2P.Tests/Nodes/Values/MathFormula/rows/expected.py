# exact
def math_formula_1(source: pd.DataFrame) -> pd.DataFrame:
    """Append the column result: ROWINDEX + $$ROWCOUNT$$ (Math Formula, node 1)."""
    return source.assign(result=np.arange(len(source), dtype="float64") + len(source))
