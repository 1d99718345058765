# exact
def rule_engine_1(source: pd.DataFrame) -> pd.DataFrame:
    """Append the column result by 3 rules (Rule Engine, node 1)."""
    outcomes = by_rules(
        source.index,
        [
            (holds(source["x"], "=", source["x"]) & source["x"].isna(), 1),
            (holds(source["age"], ">=", 5), 2),
            (~holds(source["age"], ">=", 5), 3),
        ],
    )
    name = unique_name("result", source.columns)
    return source.assign(**{name: outcomes})
