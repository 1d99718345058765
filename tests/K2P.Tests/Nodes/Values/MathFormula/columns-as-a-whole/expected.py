# exact
def math_formula_1(source: pd.DataFrame) -> pd.DataFrame:
    """Append the column result: COL_MAX($a$) - COL_MIN($b$) + COL_SUM($a$) (Math Formula, node 1)."""
    return source.assign(
        result=float(
            source["a"].astype("float64").max()
            - source["b"].astype("float64").min()
            + source["a"].astype("float64").sum()
        )
    )
