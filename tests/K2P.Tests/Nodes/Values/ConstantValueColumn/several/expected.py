# exact
def constant_value_column_1(source: pd.DataFrame) -> pd.DataFrame:
    """Fill 4 columns with constants (Constant Value Column, node 1)."""
    name = next_name("a", source.columns)
    filled = source.assign(**{name: pd.Series(5, index=source.index, dtype="Int64")})
    name_2 = next_name("a (#1)", filled.columns)
    filled_2 = filled.assign(
        **{name_2: pd.Series(float("nan"), index=filled.index, dtype="float64")}
    )
    filled_3 = filled_2.assign(b="y")
    name_3 = next_name("day", filled_3.columns)
    return filled_3.assign(
        **{
            name_3: pd.Series(
                "2024-02-29", index=filled_3.index, dtype="datetime64[ns]"
            )
        }
    )
