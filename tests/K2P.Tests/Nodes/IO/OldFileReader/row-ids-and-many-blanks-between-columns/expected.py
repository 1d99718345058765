# exact
def node_1(*, data_dir: Path) -> pd.DataFrame:
    """Read x.txt (Node, node 1)."""
    rows = token_rows(
        csv_text(find_file("data/x.txt", data_dir)).read(),
        delimiters={" ": True},
        quotes={'"': "\\", "'": "\\"},
        blanks=" \t",
    )
    table = token_table(rows[1:], ["RowID", "n"])
    table = with_row_ids(table, "RowID")
    table = with_numbers(table, {"n": "int"})
    return table
