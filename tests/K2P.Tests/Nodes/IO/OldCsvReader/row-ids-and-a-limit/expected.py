# exact
def node_1(*, data_dir: Path) -> pd.DataFrame:
    """Read x.csv (Node, node 1)."""
    rows = token_rows(
        csv_text(find_file("x.csv", data_dir), skip=1).read(), delimiters={",": False}
    )
    table = token_table(rows[1:], token_header(rows, row_ids=True))
    table = with_row_ids(table, table.columns[0])
    return guess_token_types(table).head(1)
