# exact
def node_1(source: pd.DataFrame) -> pd.DataFrame:
    """Groups by country, name (Node, node 1)."""
    return (
        source[["country", "name"]]
        .sort_values(["country", "name"], na_position="first")
        .drop_duplicates(ignore_index=True)
    )
