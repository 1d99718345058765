# partial
# K2P1004 No comments are written above the table.
def node_1(source: pd.DataFrame, *, out_dir: Path) -> None:
    """Write log.csv (Node, node 1)."""
    write_csv(
        source,
        out_dir / "log.csv",
        sep=";",
        quotes="IF_NEEDED",
        encoding="cp1252",
        mode="a",
        skip_header_on_append=True,
    )
