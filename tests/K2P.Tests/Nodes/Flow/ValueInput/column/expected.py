# exact
def column_selection_configuration_1(source: pd.DataFrame, *, wish: str = "a") -> dict:
    """Hand on The wish (Column Selection Configuration, node 1)."""
    return {"wish": wish}
