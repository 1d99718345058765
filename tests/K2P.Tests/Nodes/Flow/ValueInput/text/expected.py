# exact
def string_input_1(*, wish: str = "it's") -> dict:
    """Hand on The wish (String Input, node 1)."""
    return {"wish": wish}
