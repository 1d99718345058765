# exact
def node_1(*, data_dir: Path) -> pd.DataFrame:
    """Read x.csv (Node, node 1)."""
    types = {"RowID": object, "v": object}
    table = pd.read_csv(
        csv_text(find_file("x.csv", data_dir), comment="#", encoding="cp1252", skip=1),
        sep=";",
        header=0,
        names=list(types),
        dtype=types,
        keep_default_na=False,
        na_values=[""],
        skipinitialspace=True,
    )
    table = trim_texts(table)
    table = table.iloc[1:3].reset_index(drop=True)
    table = with_row_ids(table, "RowID")
    table = with_numbers(table, {"v": "double"}, decimal=",", thousands=".")
    return table
