# exact
def rule_engine_1(source: pd.DataFrame) -> pd.DataFrame:
    """Append the column result by 2 rules (Rule Engine, node 1)."""
    outcomes = by_rules(
        source.index,
        [
            (holds(source["name"], "=", 1), "one"),
            (holds(source["age"], "=", "40"), "forty"),
        ],
    )
    name = unique_name("result", source.columns)
    return source.assign(**{name: outcomes})
