# manual
# K2P1001 The rounded numbers are to be texts.
def round_double_1(source: pd.DataFrame) -> pd.DataFrame:
    """Not translated: Round Double, node 1 (org.knime.base.node.preproc.rounddouble.RoundDoubleNodeFactory).

    The rounded numbers are to be texts.

    Settings:
        StringColNames/filter-type = "STANDARD"
        StringColNames/included_names/0 = "d"
        StringColNames/enforce_option = "EnforceExclusion"
        StringColNames/name_pattern/pattern = ""
        StringColNames/name_pattern/type = "Wildcard"
        StringColNames/name_pattern/caseSensitive = true
        StringColNames/name_pattern/excludeMatching = false
        PrecisionNumer = 2
        AppendColumns = false
        ColumnSuffix = " (rounded)"
        RoundingMode = "HALF_UP"
        OutputType = "Standard String"
        NumberMode = "Decimal places"
    """
    raise NotImplementedError(
        "Round Double (node 1): write this function, see its docstring"
    )
