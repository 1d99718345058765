# exact
def partitioning_1(source: pd.DataFrame) -> tuple:
    """Split off the first 50 % (Partitioning, node 1)."""
    count = int(0.5 * len(source))
    return source.iloc[:count], source.iloc[count:]
