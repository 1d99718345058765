# partial
# K2P1004 Nothing upstream makes the flow variable 'a', as far as the workflow tells; it is left out.
def variable_to_table_row_1() -> pd.DataFrame:
    """Make a row of flow variables (Variable to Table Row, node 1)."""
    return with_variables(pd.DataFrame(index=row_labels(["values"])), {})
