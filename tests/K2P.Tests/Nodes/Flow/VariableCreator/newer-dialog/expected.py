# exact
def variable_creator_1() -> dict:
    """Make a flow variable (Variable Creator, node 1)."""
    return {"ratio": 1000.0}
