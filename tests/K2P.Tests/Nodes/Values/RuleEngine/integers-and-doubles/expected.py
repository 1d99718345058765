# exact
def rule_engine_1(source: pd.DataFrame) -> pd.DataFrame:
    """Append the column result by 3 rules (Rule Engine, node 1)."""
    outcomes = by_rules(
        source.index,
        [
            (holds(source["age"], "=", 5), 1),
            (holds(source["age"], "=", 12), 2.5),
            (source["flag"].fillna(False).astype(bool), source["age"]),
        ],
    )
    name = unique_name("result", source.columns)
    return source.assign(**{name: outcomes})
