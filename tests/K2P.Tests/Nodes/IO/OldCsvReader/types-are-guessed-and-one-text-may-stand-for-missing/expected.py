# exact
def node_1(*, data_dir: Path) -> pd.DataFrame:
    """Read x.csv (Node, node 1)."""
    rows = token_rows(
        csv_text(find_file("/home/ada/x.csv", data_dir)).read(),
        delimiters={";": False},
        quotes={'"': ""},
        comments={"#": "\n"},
    )
    table = token_table(rows[1:], token_header(rows))
    return guess_token_types(table)
