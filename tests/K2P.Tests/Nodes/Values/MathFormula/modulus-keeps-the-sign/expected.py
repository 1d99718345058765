# exact
def math_formula_1(source: pd.DataFrame) -> pd.DataFrame:
    """Append the column result: $a$ % 3 + mod($b$, 3) (Math Formula, node 1)."""
    numbers = source[["a", "b"]].astype("float64")
    return source.assign(result=np.fmod(numbers["a"], 3) + np.fmod(numbers["b"], 3))
