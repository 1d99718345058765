# manual
# K2P1001 The value 'seven' of the flow variable 'wish' is no INTEGER.
def integer_configuration_1() -> dict:
    """Not translated: Integer Configuration, node 1 (org.knime.js.base.node.configuration.input.integer.IntegerDialogNodeFactory).

    The value 'seven' of the flow variable 'wish' is no INTEGER.

    Settings:
        defaultValue/integer = "seven"
        hideInDialog = false
        parameterName = "wish"
        label = "The wish"
        description = ""
        required = true
        flowVariableName = "wish"
        useMin = true
        useMax = false
        min = 0
        max = 9
    """
    raise NotImplementedError(
        "Integer Configuration (node 1): write this function, see its docstring"
    )
