# exact
def node_1(*, data_dir: Path) -> pd.DataFrame:
    """Read people.csv (Node, node 1)."""
    types = {"a": "Int64", "b": object, "first": object}
    table = pd.read_csv(
        csv_text(find_file("data/people.csv", data_dir), comment="#"),
        header=0,
        names=list(types),
        dtype=types,
        usecols=["a", "first"],
        keep_default_na=False,
        na_values=[""],
        skipinitialspace=True,
    )
    table = trim_texts(table)
    table = table[["first", "a"]]
    return table
