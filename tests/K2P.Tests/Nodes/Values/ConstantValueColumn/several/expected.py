# exact
def constant_value_column_1(source: pd.DataFrame) -> pd.DataFrame:
    """Fill 4 columns with constants (Constant Value Column, node 1)."""
    filled = source.assign(
        **{
            next_name("a", source.columns): pd.Series(
                5, index=source.index, dtype="Int64"
            )
        }
    )
    filled_2 = filled.assign(
        **{
            next_name("a (#1)", filled.columns): pd.Series(
                float("nan"), index=filled.index, dtype="float64"
            )
        }
    )
    filled_3 = filled_2.assign(b="y")
    return filled_3.assign(
        **{
            next_name("day", filled_3.columns): pd.Series(
                "2024-02-29", index=filled_3.index, dtype="datetime64[ns]"
            )
        }
    )
