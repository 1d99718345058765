# exact
def value_selection_1(
    source: pd.DataFrame, *, wish_column: str = "city", wish: str = "Ulm"
) -> dict:
    """Hand on The wish (Value Selection, node 1)."""
    return {"wish": wish, "wish (column)": wish_column}
