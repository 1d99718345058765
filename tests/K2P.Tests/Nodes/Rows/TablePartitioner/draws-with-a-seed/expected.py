# exact
def partitioning_1(source: pd.DataFrame) -> tuple:
    """Split off 50 % at random (Partitioning, node 1)."""
    drawn = random_rows(len(source), int(0.5 * len(source)), seed=1678807467440)
    return source[drawn], source[~drawn]
