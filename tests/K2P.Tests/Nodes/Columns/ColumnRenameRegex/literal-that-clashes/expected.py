# exact
def column_rename_regex_1(source: pd.DataFrame) -> pd.DataFrame:
    """Rename the columns that match A (Column Rename (Regex), node 1)."""
    pattern = re.compile("(?ai)A")
    names = [pattern.sub("", name) for name in source.columns]
    return with_names(source, names)
