# exact
def rule_based_row_filter_1(source: pd.DataFrame) -> pd.DataFrame:
    """Drop the rows that a rule chooses (Rule-based Row Filter, node 1)."""
    return source[~holds(source["name"], "=", "Bob")]
