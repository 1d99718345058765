# exact
def rule_engine_1(source: pd.DataFrame) -> pd.DataFrame:
    """Append the column result by 3 rules (Rule Engine, node 1)."""
    outcomes = by_rules(
        source.index,
        [
            (holds(source["x"], ">", 0), source["x"]),
            (source["age"].isna(), source["name"]),
            (True, 7),
        ],
    )
    name = unique_name("result", source.columns)
    return source.assign(**{name: outcomes})
