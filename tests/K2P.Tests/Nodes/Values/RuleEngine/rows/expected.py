# exact
def rule_engine_1(source: pd.DataFrame) -> pd.DataFrame:
    """Append the column result by 2 rules (Rule Engine, node 1)."""
    outcomes = by_rules(
        source.index,
        [
            (
                holds(pd.Series(range(len(source)), source.index), "=", 0),
                row_id_texts(source),
            ),
            (
                holds(len(source), "=", 4)
                & row_id_texts(source).str.fullmatch(".", flags=re.DOTALL),
                "short",
            ),
        ],
    )
    name = unique_name("result", source.columns)
    return source.assign(**{name: outcomes})
