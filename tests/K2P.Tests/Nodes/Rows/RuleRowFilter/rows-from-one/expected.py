# exact
def rule_based_row_filter_1(source: pd.DataFrame) -> pd.DataFrame:
    """Keep the rows that a rule chooses (Rule-based Row Filter, node 1)."""
    return source[holds(pd.Series(range(1, len(source) + 1), source.index), "<=", 2)]
