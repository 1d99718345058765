# exact
def slider_widget_1(source: pd.DataFrame, *, wish: float = 2.5) -> dict:
    """Hand on The wish (Slider Widget, node 1)."""
    return {"wish": wish}
