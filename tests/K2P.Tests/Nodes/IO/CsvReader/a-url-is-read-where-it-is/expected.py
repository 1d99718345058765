# exact
def node_1() -> pd.DataFrame:
    """Read a%20b.csv (Node, node 1)."""
    types = {"a": "Int64"}
    table = pd.read_csv(
        csv_text("https://example.com/a%20b.csv", comment="#"),
        header=0,
        names=list(types),
        dtype=types,
        keep_default_na=False,
        na_values=[""],
        skipinitialspace=True,
    )
    return table
