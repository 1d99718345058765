# exact
def duplicate_row_filter_1(source: pd.DataFrame) -> pd.DataFrame:
    """Mark rows that are duplicates (Duplicate Row Filter, node 1)."""
    columns = [name for name in source.columns if name in ["key"]]
    marked = source.sort_values("value", kind="stable").sort_values(
        columns, na_position="last", kind="stable"
    )
    marked = marked.assign(
        **{
            unique_name("Duplicate Status", marked.columns): duplicate_status(
                marked, columns
            )
        }
    )
    marked = marked.assign(
        **{
            unique_name("Duplicate Chosen", marked.columns): chosen_row_ids(
                marked, columns
            )
        }
    )
    return marked
