# exact
def value_selection_1(
    source: pd.DataFrame, *, town_column: str = "city", town: str = "Ulm"
) -> dict:
    """Hand on town (Value Selection, node 1)."""
    return {"town": town, "town_column": town_column}
