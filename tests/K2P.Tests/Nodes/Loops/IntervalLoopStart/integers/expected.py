# exact
def node_1(source: pd.DataFrame) -> Iterator:
    """A round for each step of an interval (Node, node 1)."""
    value = Decimal(str(1.0))
    step = Decimal(str(2.0))
    while value <= 5.0:
        yield (
            source,
            {
                "loop_from": 1,
                "loop_to": 5,
                "loop_step": 2,
                "loop_value": int(np.floor(float(value) + 0.5)),
            },
        )
        value += step
