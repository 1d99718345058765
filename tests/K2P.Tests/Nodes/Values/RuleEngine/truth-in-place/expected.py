# exact
def rule_engine_1(source: pd.DataFrame) -> pd.DataFrame:
    """Replace the column flag by 2 rules (Rule Engine, node 1)."""
    outcomes = by_rules(
        source.index,
        [
            (
                (holds(source["age"], "=", 5) | holds(source["age"], "=", 12))
                ^ holds(source["flag"], "=", False),
                True,
            ),
            (True, False),
        ],
    )
    return source.assign(flag=outcomes)
