# exact
def column_rename_regex_1(source: pd.DataFrame) -> pd.DataFrame:
    """Rename the columns that match (.)(e|g)$ (Column Rename (Regex), node 1)."""
    pattern = re.compile("(.)(e|g)$")
    names = [
        pattern.sub("\\g<2>_" + str(number) + "$", name)
        for number, name in enumerate(source.columns)
    ]
    return with_names(source, names)
