# partial
# K2P1004 The PMML model at the second output is not made: it is None.
def number_to_string_pmml_1(source: pd.DataFrame) -> tuple:
    """Turn numbers into texts (Number To String (PMML), node 1)."""
    names = [
        name
        for name in source.columns
        if name in ["id"] and pd.api.types.is_numeric_dtype(source[name])
    ]
    return (source.assign(**{name: number_texts(source[name]) for name in names}), None)
