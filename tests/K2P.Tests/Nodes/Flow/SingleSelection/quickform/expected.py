# exact
def single_selection_1(*, wish: str = "a") -> dict:
    """Hand on The wish (Single Selection, node 1)."""
    choices = ["a", "b"]
    return {
        "wish": wish,
        "wish (index)": choices.index(wish) if wish in choices else -1,
    }
