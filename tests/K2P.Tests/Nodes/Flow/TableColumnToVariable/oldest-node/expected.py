# exact
def table_column_to_variable_1(source: pd.DataFrame) -> dict:
    """Make flow variables of a column (Table Column to Variable, node 1)."""
    return column_variables(source["value"], skip_missing=False, old=True)
