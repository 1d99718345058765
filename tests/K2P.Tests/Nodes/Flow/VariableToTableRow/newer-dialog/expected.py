# exact
def variable_to_table_row_1() -> pd.DataFrame:
    """Make a row of flow variables (Variable to Table Row, node 1)."""
    return with_variables(pd.DataFrame(index=row_labels(["Row0"])), {})
