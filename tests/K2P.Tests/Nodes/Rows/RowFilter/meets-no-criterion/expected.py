# exact
def row_filter_1(source: pd.DataFrame) -> pd.DataFrame:
    """Keep the rows with not (age > 30 or score is missing) (Row Filter, node 1)."""
    return source[~((source["age"] > 30) | source["score"].isna()).fillna(False)]
