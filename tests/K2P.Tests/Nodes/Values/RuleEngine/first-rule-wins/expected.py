# exact
def rule_engine_1(source: pd.DataFrame) -> pd.DataFrame:
    """Append the column result by 3 rules (Rule Engine, node 1)."""
    outcomes = by_rules(
        source.index,
        [
            (holds(source["age"], "<", 12), "child"),
            (
                holds(source["age"], "<=", 12)
                | source["name"].str.startswith("B", na=False),
                "first",
            ),
            (True, "other"),
        ],
    )
    name = unique_name("result", source.columns)
    return source.assign(**{name: outcomes})
