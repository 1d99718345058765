# exact
def integer_configuration_1(*, wish: int = 7) -> dict:
    """Hand on The wish (Integer Configuration, node 1)."""
    return {"wish": wish}
