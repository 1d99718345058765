# manual
# K2P1001 The value of the flow variable 'i' is no INTEGER.
def variable_creator_1() -> dict:
    """Not translated: Variable Creator, node 1 (org.knime.base.node.io.variablecreator.VariableCreatorNodeFactory).

    The value of the flow variable 'i' is no INTEGER.

    Settings:
        variables/types/0 = "int"
        variables/names/0 = "i"
        variables/values/0 = "three"
    """
    raise NotImplementedError(
        "Variable Creator (node 1): write this function, see its docstring"
    )
