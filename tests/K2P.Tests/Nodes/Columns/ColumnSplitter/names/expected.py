# exact
def column_splitter_1(source: pd.DataFrame) -> tuple:
    """Part the columns into those not chosen and those chosen (Column Splitter, node 1)."""
    chosen = [name for name in source.columns if name in ["n"]]
    return (source.drop(columns=chosen), source[chosen])
