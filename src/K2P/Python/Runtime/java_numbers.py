"""Numbers as texts and back, as Java does it."""

from __future__ import annotations

import math
import re
from decimal import ROUND_HALF_UP, Decimal
from typing import Callable

import pandas as pd

JAVA_BLANKS = "".join(map(chr, range(33)))
JAVA_DOUBLE = re.compile(
    r"[+-]?(NaN|Infinity|(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?[dDfF]?)", re.ASCII
)


def java_double_text(value: float) -> str:
    """Return a double as Double.toString of Java 8 to 18 prints it."""
    if math.isnan(value):
        return "NaN"
    if math.isinf(value):
        return "Infinity" if value > 0 else "-Infinity"
    number = Decimal(repr(float(value)))
    if 2**54 <= abs(value) < 2**63:
        # Java drops only the digits that the lost bits of a long cannot tell apart.
        lost = int((int(abs(value)).bit_length() - 55) * 0.30103)
        number = Decimal(int(value)).quantize(Decimal((0, (1,), lost)), ROUND_HALF_UP)
    negative, decimals, exponent = number.as_tuple()
    sign = "-" if negative else ""
    digits = "".join(map(str, decimals)).rstrip("0") or "0"
    point = len(decimals) + exponent
    if 0 < point < 8:
        return f"{sign}{digits[:point].ljust(point, '0')}.{digits[point:] or '0'}"
    if -3 < point <= 0:
        return f"{sign}0.{'0' * -point}{digits}"
    return f"{sign}{digits[0]}.{digits[1:] or '0'}E{point - 1}"


def number_texts(column: pd.Series) -> pd.Series:
    """Return numbers as texts: 1.0 and 1.0E10 for doubles, 1 and 0 for booleans."""
    as_text = java_double_text if pd.api.types.is_float_dtype(column) else int_text
    texts = [None if pd.isna(value) else as_text(value) for value in column]
    return pd.Series(texts, index=column.index, dtype=object)


def int_text(value: int) -> str:
    """Return a whole number or a boolean as digits."""
    return str(int(value))


def parse_numbers(
    column: pd.Series,
    parse: Callable[[str], float],
    dtype: str,
    decimal: str = ".",
    thousands: str = "",
    strict: bool = False,
) -> pd.Series:
    """Return texts as numbers; a bad text is missing, or an error if strict."""
    numbers = []
    for value in column:
        text = "" if pd.isna(value) else str(value)
        plain = text.replace(thousands, "")
        number = None
        if text.strip(JAVA_BLANKS):
            try:
                if decimal != "." and "." in plain:
                    raise ValueError(f"not a number: {text!r}")
                number = parse(plain.replace(decimal or ".", "."))
            except ValueError:
                if strict:
                    raise
        numbers.append(number)
    return pd.Series(numbers, index=column.index, dtype=dtype)


def java_double(text: str) -> float:
    """Return the number that Double.parseDouble reads, but without a suffix."""
    if text.endswith(tuple("dDfF")):
        raise ValueError(f"a number with a suffix: {text!r}")
    return java_suffixed_double(text)


def java_suffixed_double(text: str) -> float:
    """Return the number that Double.parseDouble reads; 1.5d and 1.5f are numbers."""
    plain = text.strip(JAVA_BLANKS)
    if not JAVA_DOUBLE.fullmatch(plain):
        raise ValueError(f"not a number: {text!r}")
    return float(plain.rstrip("dDfF"))


def java_int(text: str, bits: int = 32) -> int:
    """Return the number that Integer.parseInt reads."""
    number = int(text) if re.fullmatch(r"[+-]?\d+", text) else None
    if number is None or not -(2 ** (bits - 1)) <= number < 2 ** (bits - 1):
        raise ValueError(f"not a whole number of {bits} bits: {text!r}")
    return number


def java_long(text: str) -> int:
    """Return the number that Long.parseLong reads."""
    return java_int(text, bits=64)
