# exact
def string_widget_1(*, wish: str = "new") -> dict:
    """Hand on wish (String Widget, node 1)."""
    return {"wish": wish}
