"""The order of texts."""

from __future__ import annotations

import re
from typing import Optional

import pandas as pd


def java_order(text: str) -> bytes:
    """Return a key that sorts texts as String.compareTo does, by UTF-16 units."""
    return text.encode("utf-16-be", "surrogatepass")


def is_text_between(
    column: pd.Series, lower: Optional[str] = None, upper: Optional[str] = None
) -> pd.Series:
    """Tell which texts lie between two others, both included; missing ones do not."""
    low = b"" if lower is None else java_order(lower)
    high = None if upper is None else java_order(upper)
    inside = [
        isinstance(text, str)
        and low <= java_order(text)
        and (high is None or java_order(text) <= high)
        for text in column
    ]
    return pd.Series(inside, index=column.index, dtype=bool)


def natural_order(column: pd.Series) -> pd.Series:
    """Return sort keys that order the numbers within texts by value."""
    texts = column.dropna()
    if column.dtype != object or not texts.map(type).eq(str).all():
        return column
    ranks = {text: rank for rank, text in enumerate(sorted(set(texts), key=natural))}
    return column.map(ranks).astype("float64")


def natural(text: str) -> tuple:
    """Return a text's sort key after KNIME's AlphanumericComparator."""
    if not text:
        return (-1,)
    chunks = []
    for chunk in re.findall("[0-9]+|[^0-9]+", text):
        digits = chunk.lstrip("0")
        is_number = "0" <= chunk[0] <= "9"
        zeros = len(chunk) - len(digits)
        chunks.append((len(digits), digits, zeros) if is_number else java_order(chunk))
    return (0 if text[0] < "0" else 1 if text[0] <= "9" else 2, *chunks)
