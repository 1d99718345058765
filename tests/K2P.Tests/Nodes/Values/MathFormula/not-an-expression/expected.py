# manual
# K2P1001 The expression cannot be read at character 6: The expression ends too early.
def math_formula_1(source: pd.DataFrame) -> pd.DataFrame:
    """Not translated: Math Formula, node 1 (org.knime.ext.jep.JEPNodeFactory).

    The expression cannot be read at character 6: The expression ends too early.

    Settings:
        expression = "$a$ +"
        replaced_column = "result"
        append_column = true
        convert_to_int = false
    """
    raise NotImplementedError(
        "Math Formula (node 1): write this function, see its docstring"
    )
