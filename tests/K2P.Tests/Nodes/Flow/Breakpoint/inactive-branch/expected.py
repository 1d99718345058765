# manual
# K2P1001 The condition is one on inactive branches.
def breakpoint_1(source: pd.DataFrame) -> pd.DataFrame:
    """Not translated: Breakpoint, node 1 (org.knime.base.node.flowcontrol.breakpoint.BreakpointNodeFactory).

    The condition is one on inactive branches.

    Settings:
        Enabled = true
        BreakPoint = "inactive branch"
        Variable Name = "fail"
        Variable Value = "1"
        Use custom error message = false
        Custom error message = "too many"
    """
    raise NotImplementedError(
        "Breakpoint (node 1): write this function, see its docstring"
    )
