# exact
def double_to_int_1(source: pd.DataFrame) -> pd.DataFrame:
    """Round numbers to integers (Double To Int, node 1)."""
    names = [
        name
        for name in source.columns
        if column_kind(source[name]) in ["double", "integer"]
    ]
    return source.assign(
        **{name: whole_numbers(source[name], "round") for name in names}
    )
