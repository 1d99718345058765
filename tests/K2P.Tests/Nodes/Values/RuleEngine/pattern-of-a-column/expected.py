# manual
# K2P1001 The pattern behind LIKE is not a text.
def rule_engine_1(source: pd.DataFrame) -> pd.DataFrame:
    """Not translated: Rule Engine, node 1 (org.knime.base.node.rules.engine.RuleEngineNodeFactory).

    The pattern behind LIKE is not a text.

    Settings:
        rules/0 = "$a$ LIKE $b$ => 1"
        append-column = true
        new-column-name = "n"
        replace-column-name = ""
    """
    raise NotImplementedError(
        "Rule Engine (node 1): write this function, see its docstring"
    )
