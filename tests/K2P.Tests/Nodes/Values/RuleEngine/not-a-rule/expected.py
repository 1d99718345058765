# manual
# K2P1001 Rule 1 cannot be read at character 8: The rule ends too early.
def rule_engine_1(source: pd.DataFrame) -> pd.DataFrame:
    """Not translated: Rule Engine, node 1 (org.knime.base.node.rules.engine.RuleEngineNodeFactory).

    Rule 1 cannot be read at character 8: The rule ends too early.

    Settings:
        rules/0 = "$a$ => "
        append-column = true
        new-column-name = "n"
        replace-column-name = ""
    """
    raise NotImplementedError(
        "Rule Engine (node 1): write this function, see its docstring"
    )
