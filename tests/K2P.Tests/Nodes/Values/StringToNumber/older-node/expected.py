# exact
def string_to_number_1(source: pd.DataFrame) -> pd.DataFrame:
    """Read texts as integers (String To Number, node 1)."""
    names = [name for name in source.columns if is_text_like(source[name])]
    return source.assign(
        **{
            name: parse_numbers(source[name], java_int, "Int64", decimal=",")
            for name in names
        }
    )
