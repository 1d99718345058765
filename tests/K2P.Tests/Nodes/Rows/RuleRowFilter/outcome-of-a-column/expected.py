# manual
# K2P1001 A rule has an outcome other than TRUE and FALSE.
def rule_based_row_filter_1(source: pd.DataFrame) -> pd.DataFrame:
    """Not translated: Rule-based Row Filter, node 1 (org.knime.base.node.rules.engine.RuleEngineFilterNodeFactory).

    A rule has an outcome other than TRUE and FALSE.

    Settings:
        rules/0 = "TRUE => $flag$"
        include = true
        append-column = true
        new-column-name = "p"
        replace-column-name = ""
    """
    raise NotImplementedError(
        "Rule-based Row Filter (node 1): write this function, see its docstring"
    )
