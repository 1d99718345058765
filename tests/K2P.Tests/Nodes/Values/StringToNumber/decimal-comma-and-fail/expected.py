# exact
def string_to_number_1(source: pd.DataFrame) -> pd.DataFrame:
    """Read texts as numbers (String To Number, node 1)."""
    names = [
        name for name in source.columns if name in ["t"] and is_text_like(source[name])
    ]
    return source.assign(
        **{
            name: parse_numbers(
                source[name], java_double, "float64", decimal=",", strict=True
            )
            for name in names
        }
    )
