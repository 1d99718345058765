# manual
# K2P1001 The function binom with 2 arguments is not translated.
def math_formula_1(source: pd.DataFrame) -> pd.DataFrame:
    """Not translated: Math Formula, node 1 (org.knime.ext.jep.JEPNodeFactory).

    The function binom with 2 arguments is not translated.

    Settings:
        expression = "binom(4, $a$)"
        replaced_column = "result"
        append_column = true
        convert_to_int = false
    """
    raise NotImplementedError(
        "Math Formula (node 1): write this function, see its docstring"
    )
