# exact
def node_1(*, data_dir: Path) -> pd.DataFrame:
    """Read x.csv (Node, node 1)."""
    rows = token_rows(
        csv_text(find_file("C:/Users/ada/my data/x.csv", data_dir)).read(),
        delimiters={",": False},
        quotes={'"': "\\", "'": "\\"},
        blanks=" \t",
    )
    table = token_table(rows[1:], ["n", "t", "d", "s"], missing={"n": "?"})
    table = table.drop(columns=["s"])
    table = with_numbers(table, {"n": "int", "d": "double"})
    return table
