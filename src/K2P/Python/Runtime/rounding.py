"""Numbers rounded as Java does it."""

from __future__ import annotations

import decimal
import math

import numpy as np
import pandas as pd


def whole_numbers(column: pd.Series, how: str, bits: int = 32) -> pd.Series:
    """Return numbers as integers by round, floor or ceil; out of range is missing."""
    ways = {"round": half_up, "floor": math.floor, "ceil": math.ceil}
    top = 2 ** (bits - 1) - 1
    numbers = [
        ways[how](value) if pd.notna(value) and -top - 1 <= value <= top else None
        for value in column
    ]
    return pd.Series(numbers, index=column.index, dtype="Int64")


def half_up(value: float) -> int:
    """Return the nearest integer, the greater one of two (Java's Math.round)."""
    below = math.floor(value)
    return below + (value - below >= 0.5)


def round_decimal(
    value: float, digits: int, significant: bool, rounding: str
) -> decimal.Decimal:
    """Round the shortest decimal form of a double (Java's BigDecimal.valueOf).

    BigDecimal has no negative zero: callers add 0.0.
    """
    number = decimal.Decimal(repr(float(value)))
    if significant:
        context = decimal.Context(prec=digits or 400, rounding=rounding)
        return context.plus(number.normalize())
    context = decimal.Context(prec=1000, rounding=rounding)
    return number.quantize(decimal.Decimal((0, (1,), -digits)), context=context)


def round_numbers(
    column: pd.Series,
    digits: int,
    significant: bool = False,
    rounding: str = decimal.ROUND_HALF_UP,
) -> pd.Series:
    """Round numbers to decimal places, or to significant digits, as doubles."""
    numbers = [
        float(round_decimal(value, digits, significant, rounding)) + 0.0
        if math.isfinite(value)
        else value
        for value in column.astype("float64")
    ]
    return pd.Series(numbers, index=column.index, dtype="float64")


def to_integers(numbers: object, index: pd.Index) -> pd.Series:
    """Return doubles as the nearest integers; one number is taken for every row."""
    cells = pd.Series(numbers, index, dtype="float64")
    return np.floor(cells + 0.5).clip(-(2**31), 2**31 - 1).astype("Int64")
