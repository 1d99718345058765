# exact
def column_appender_1(source: pd.DataFrame, source_4: pd.DataFrame) -> pd.DataFrame:
    """Put the columns of the tables side by side (Column Appender, node 1)."""
    return side_by_side([source, source_4], source.index)
