# exact
def rule_based_row_filter_1(source: pd.DataFrame) -> pd.DataFrame:
    """Keep the rows that 3 rules choose (Rule-based Row Filter, node 1)."""
    return source[
        chosen_by_rules(
            source.index,
            [
                (holds(source["age"], "=", 40), False),
                (holds(source["name"], "=", "Bob"), True),
                (source["name"].isna(), True),
            ],
        )
    ]
