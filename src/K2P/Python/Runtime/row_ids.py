"""KNIME's RowIDs: the integer label i stands for the RowID "Row<i>"."""

from __future__ import annotations

import re
from typing import Iterable

import pandas as pd


def row_ids(labels: Iterable) -> list[str]:
    """Return the RowIDs that index labels stand for."""
    return [label if isinstance(label, str) else f"Row{label}" for label in labels]


def row_labels(ids: list[str]) -> pd.Index:
    """Return the index for RowIDs: integers where each of them is Row<i>."""
    if all(re.fullmatch(r"Row(0|[1-9]\d{0,17})", each, re.ASCII) for each in ids):
        return pd.Index([int(each[3:]) for each in ids], dtype="int64")
    return pd.Index(ids, dtype=object)


def suffix_repeated(ids: list[str], suffix: str) -> list[str]:
    """Return the RowIDs, a repeated one with as many suffixes as make it new."""
    taken = set()
    result = []
    for each in ids:
        while each in taken:
            each += suffix
        taken.add(each)
        result.append(each)
    return result
