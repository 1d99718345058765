# exact
def rule_based_row_splitter_1(source: pd.DataFrame) -> tuple:
    """Split off the rows that a rule chooses (Rule-based Row Splitter, node 1)."""
    chosen = source["flag"].fillna(False).astype(bool)
    return (source[~chosen], source[chosen])
