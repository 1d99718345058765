# exact
def column_name_replacer_1(source: pd.DataFrame) -> pd.DataFrame:
    """Rename the columns that match s* (Column Name Replacer, node 1)."""
    pattern = re.compile("(?is)\\A(?:s.*)\\Z")
    names = [
        pattern.sub("age", name) if pattern.search(name) else None
        for name in source.columns
    ]
    return with_names(source, names)
