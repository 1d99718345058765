# exact
def table_row_to_variable_1(source: pd.DataFrame) -> dict:
    """Make flow variables of the first row (Table Row to Variable, node 1)."""
    return first_row_variables(
        source, {"text": "none", "integer": 7, "double": 0.5, "boolean": True}
    )
