# partial
# K2P1004 Nothing upstream makes the flow variable 'a', as far as the workflow tells; it is left out.
def variable_to_table_column_1(source: pd.DataFrame) -> pd.DataFrame:
    """Append flow variables as columns (Variable to Table Column, node 1)."""
    return with_variables(source, {})
