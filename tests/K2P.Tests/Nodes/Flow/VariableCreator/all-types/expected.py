# exact
def variable_creator_1() -> dict:
    """Make 5 flow variables (Variable Creator, node 1)."""
    return {"s": "it's", "i": -3, "l": 5000000000, "d": float("inf"), "b": True}
