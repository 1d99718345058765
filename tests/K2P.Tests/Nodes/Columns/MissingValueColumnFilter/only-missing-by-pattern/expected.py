# manual
# K2P1001 KNIME searches for the alternatives of 'p|q' in parts of the names.
def missing_value_column_filter_1(source: pd.DataFrame) -> pd.DataFrame:
    """Not translated: Missing Value Column Filter, node 1 (org.knime.base.node.preproc.filter.missingvaluecolfilter.MissingValueColumnFilterNodeFactory).

    KNIME searches for the alternatives of 'p|q' in parts of the names.

    Settings:
        columnFilter/mode = "REGEX"
        columnFilter/patternFilter/pattern = "P|q"
        columnFilter/patternFilter/isCaseSensitive = false
        columnFilter/patternFilter/isInverted = false
        columnFilter/manualFilter/includeUnknownColumns = false
        removeColumnsBy = "ONLY"
        missing_value_percentage = 100.0
        number = 1
    """
    raise NotImplementedError(
        "Missing Value Column Filter (node 1): write this function, see its docstring"
    )
