# exact
def column_rename_1(source: pd.DataFrame) -> pd.DataFrame:
    """Rename 2 columns (Column Rename, node 1)."""
    typed = with_chosen_types(
        source, {"id": 7, "Score": 5, "ok": 9, "age": 2, "name": 1}
    )
    return typed.rename(columns={"id": "key", "ok": "okay"})
