# exact
def double_to_int_1(source: pd.DataFrame) -> pd.DataFrame:
    """Take the floor of numbers (Double To Int, node 1)."""
    names = [
        name
        for name in source.columns
        if column_kind(source[name]) in ["double", "integer"]
    ]
    return source.assign(
        **{name: whole_numbers(source[name], "floor", bits=64) for name in names}
    )
