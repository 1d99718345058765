# exact
def node_1(*, data_dir: Path) -> pd.DataFrame:
    """Read people.csv (Node, node 1)."""
    types = {"id": "Int64", "name": object, "height": "float64", "code": object}
    table = pd.read_csv(
        csv_text(find_file("C:\\Users\\ada\\people.csv", data_dir), comment="#"),
        sep=";",
        header=0,
        names=list(types),
        dtype=types,
        keep_default_na=False,
        na_values=[""],
        skipinitialspace=True,
    )
    table = trim_texts(table)
    table = with_numbers(table, {"code": "long"})
    return table
