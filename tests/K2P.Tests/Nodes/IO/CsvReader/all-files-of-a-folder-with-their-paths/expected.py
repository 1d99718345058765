# exact
def node_1(*, data_dir: Path) -> pd.DataFrame:
    """Read parts (Node, node 1)."""
    types = {"a": "Int64"}
    table = pd.concat(
        [
            pd.read_csv(
                csv_text(file, comment="#"),
                header=0,
                names=list(types),
                dtype=types,
                keep_default_na=False,
                na_values=[""],
                skipinitialspace=True,
            ).assign(Path="/home/ada/parts/" + file.name)
            for file in files_in(
                find_file("/home/ada/parts", data_dir), pattern=".*\\.(csv)"
            )
        ],
        ignore_index=True,
    )
    return table
