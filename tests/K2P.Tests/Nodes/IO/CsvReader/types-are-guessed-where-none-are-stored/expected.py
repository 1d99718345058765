# exact
def node_1(*, data_dir: Path) -> pd.DataFrame:
    """Read x.csv (Node, node 1)."""
    table = pd.read_csv(
        csv_text(find_file("x.csv", data_dir), comment="#", encoding="utf-8"),
        header=None,
        dtype="object",
        keep_default_na=False,
        na_values=[""],
        skipinitialspace=True,
    )
    table = trim_texts(table)
    table = first_row_as_header(table)
    table = guess_numbers(table, rows=10000)
    return table
