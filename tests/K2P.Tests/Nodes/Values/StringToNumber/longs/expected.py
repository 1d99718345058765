# exact
def string_to_number_1(source: pd.DataFrame) -> pd.DataFrame:
    """Read texts as long integers (String To Number, node 1)."""
    names = [
        name
        for name in source.columns
        if name not in ["t"] and is_text_like(source[name])
    ]
    return source.assign(
        **{name: parse_numbers(source[name], java_long, "Int64") for name in names}
    )
