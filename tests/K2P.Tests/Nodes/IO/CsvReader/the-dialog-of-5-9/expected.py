# exact
def node_1(*, data_dir: Path) -> pd.DataFrame:
    """Read x.csv (Node, node 1)."""
    types = {"n": "Int64", "t": object}
    table = pd.read_csv(
        csv_text(find_file("x.csv", data_dir), comment="#", encoding="utf-8"),
        sep="\t",
        names=list(types),
        dtype=types,
        nrows=1,
        keep_default_na=False,
        na_values=[""],
        skipinitialspace=True,
    )
    table = trim_texts(table)
    return table
