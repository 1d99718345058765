# exact
def double_input_1(*, wish: float = 0.25) -> dict:
    """Hand on The wish (Double Input, node 1)."""
    return {"wish": wish}
