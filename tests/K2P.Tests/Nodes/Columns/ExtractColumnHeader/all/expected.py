# exact
def extract_column_header_1(source: pd.DataFrame) -> tuple:
    """Take the names of the columns (Extract Column Header, node 1)."""
    chosen = list(source.columns)
    numbered = numbered_names("Column ", len(chosen), 0)
    return (
        pd.DataFrame([chosen], ["Column Header"], numbered, dtype=object),
        source.rename(columns=dict(zip(chosen, numbered))),
    )
