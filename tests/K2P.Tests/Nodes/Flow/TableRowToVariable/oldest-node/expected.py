# exact
def table_row_to_variable_1(source: pd.DataFrame) -> dict:
    """Make flow variables of the first row (Table Row to Variable, node 1)."""
    return first_row_variables(
        source, {"text": "x", "integer": 1, "double": 2.5, "boolean": 1}, old=True
    )
