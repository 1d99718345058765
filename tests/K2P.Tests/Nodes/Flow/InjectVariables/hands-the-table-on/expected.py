# exact
def inject_variables_data_1(source: pd.DataFrame) -> pd.DataFrame:
    """Hand the table on (Inject Variables (Data), node 1)."""
    return source
