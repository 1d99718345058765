# exact
def rule_engine_1(source: pd.DataFrame) -> pd.DataFrame:
    """Append the column result by a rule (Rule Engine, node 1)."""
    outcomes = by_rules(
        source.index, [(source["name"].str.fullmatch("[A-Z]", na=False), "letter")]
    )
    name = unique_name("result", source.columns)
    return source.assign(**{name: outcomes})
