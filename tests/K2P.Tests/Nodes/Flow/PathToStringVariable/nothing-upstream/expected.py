# exact
def path_to_string_variable_1() -> dict:
    """Take paths for texts (Path to String (Variable), node 1)."""
    return {}
