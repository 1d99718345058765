# approximate
# K2P1002 KNIME draws other rows in each run, because the node has no seed.
def table_partitioner_1(source: pd.DataFrame) -> tuple:
    """Split off 70 %, stratified by name (Table Partitioner, node 1)."""
    drawn = stratified_rows(source["name"], int(0.7 * len(source)))
    return source[drawn], source[~drawn]
