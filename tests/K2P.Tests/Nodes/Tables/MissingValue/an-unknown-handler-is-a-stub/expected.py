# manual
# K2P1001 The way 'com.example.GuessMissingCellHandlerFactory' of filling missing cells is not known.
def node_1(source: pd.DataFrame) -> tuple:
    """Not translated: Node, node 1 (org.knime.base.node.preproc.pmml.missingval.compute.MissingValueHandlerNodeFactory).

    The way 'com.example.GuessMissingCellHandlerFactory' of filling missing cells is not known.

    Settings:
        columnSettings/0/colNames/0 = "s"
        columnSettings/0/settings/factoryID = "com.example.GuessMissingCellHandlerFactory"
    """
    raise NotImplementedError("Node (node 1): write this function, see its docstring")
