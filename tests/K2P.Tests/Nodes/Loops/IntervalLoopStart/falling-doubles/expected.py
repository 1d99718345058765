# exact
def node_1(source: pd.DataFrame) -> Iterator:
    """A round for each step of an interval (Node, node 1)."""
    value = Decimal(str(1.0))
    step = Decimal(str(-0.25))
    while value >= 0.0:
        yield (
            source,
            {
                "loop_from": 1.0,
                "loop_to": 0.0,
                "loop_step": -0.25,
                "loop_value": float(value),
            },
        )
        value += step
