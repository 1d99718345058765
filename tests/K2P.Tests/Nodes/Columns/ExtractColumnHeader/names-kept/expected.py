# exact
def extract_column_header_1(source: pd.DataFrame) -> tuple:
    """Take the names of the columns (Extract Column Header, node 1)."""
    chosen = [
        name for name in source.columns if pd.api.types.is_numeric_dtype(source[name])
    ]
    return (pd.DataFrame([chosen], ["Column Header"], chosen, dtype=object), source)
