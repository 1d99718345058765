# exact
def integer_input_1(*, n: int = 500) -> dict:
    """Hand on How many (Integer Input, node 1)."""
    return {"n": n}
