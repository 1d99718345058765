# exact
def boolean_widget_1(*, wish: bool = True) -> dict:
    """Hand on The wish (Boolean Widget, node 1)."""
    return {"wish": wish}
