# partial
# K2P1004 Missing cells of the type org.knime.core.data.def.LongCell are to be filled otherwise than those of another type that a DataFrame holds alike; they are filled as the other type.
def node_1(source: pd.DataFrame) -> tuple:
    """Replace missing cells by type: integer (Node, node 1)."""
    replacements = {}
    for name in source.columns:
        kind = column_kind(source[name])
        if kind == "integer":
            replacements[name] = source[name].min()
    return fill_columns(source, replacements), replacements
