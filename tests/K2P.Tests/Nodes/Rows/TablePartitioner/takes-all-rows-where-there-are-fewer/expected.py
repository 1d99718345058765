# exact
def partitioning_1(source: pd.DataFrame) -> tuple:
    """Split off 100 rows, stratified by name (Partitioning, node 1)."""
    drawn = stratified_rows(source["name"], 100, seed=7)
    return source[drawn], source[~drawn]
