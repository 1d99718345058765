# partial
# K2P1005 Nothing upstream makes the flow variable of the parameter 'start'; its default is the value that the workflow stored.
def string_input_1(*, start: str = "a") -> dict:
    """Hand on The wish (String Input, node 1)."""
    return {"wish": start}
