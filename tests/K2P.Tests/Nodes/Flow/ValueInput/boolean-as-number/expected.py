# exact
def boolean_input_1(*, wish: bool = False) -> dict:
    """Hand on The wish (Boolean Input, node 1)."""
    return {"wish": int(wish)}
