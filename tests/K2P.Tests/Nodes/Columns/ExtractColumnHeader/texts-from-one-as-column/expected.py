# exact
def extract_column_header_1(source: pd.DataFrame) -> tuple:
    """Take the names of the columns (Extract Column Header, node 1)."""
    chosen = [name for name in source.columns if is_text_like(source[name])]
    numbered = numbered_names("Column ", len(chosen), 1, source.columns.drop(chosen))
    return (
        pd.DataFrame({"Column Header": chosen}, row_labels(numbered), dtype=object),
        source.rename(columns=dict(zip(chosen, numbered))),
    )
