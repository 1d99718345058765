# exact
def column_resorter_1(source: pd.DataFrame) -> pd.DataFrame:
    """Change the order of the columns (Column Resorter, node 1)."""
    order = ["Score", "gone", "id"]
    return source[
        sorted(
            source.columns,
            key=lambda name: order.index(name) if name in order else len(order),
        )
    ]
