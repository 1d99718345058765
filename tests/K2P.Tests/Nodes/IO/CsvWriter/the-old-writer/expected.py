# exact
def node_1(source: pd.DataFrame, *, out_dir: Path) -> None:
    """Write out.csv (Node, node 1)."""
    write_csv(
        source,
        out_dir / "out.csv",
        escape="\\",
        missing="NA",
        decimal=",",
        newline="\n",
        mode="x",
        row_ids=True,
        zeros=True,
    )
