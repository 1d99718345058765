# exact
def single_selection_configuration_1(*, wish: str = "b") -> dict:
    """Hand on The wish (Single Selection Configuration, node 1)."""
    choices = ["a", "b"]
    return {
        "wish": wish,
        "wish (index)": choices.index(wish) if wish in choices else -1,
    }
