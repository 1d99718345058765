"""KNIME's RowIDs: the integer label i stands for the RowID "Row<i>"."""

from __future__ import annotations

import re
from typing import Iterable

import pandas as pd

from column_texts import column_texts
from text_order import natural_order


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


def row_id_texts(table: pd.DataFrame) -> pd.Series:
    """Return the RowIDs as a column."""
    return pd.Series(row_ids(table.index), index=table.index, dtype=object)


def row_id_keys(labels: pd.Index) -> pd.Index:
    """Return sort keys for RowIDs: their texts."""
    return pd.Index(row_ids(labels), dtype=object)


def row_labels_from(
    column: pd.Series, replace_missing: bool = False, count_repeated: bool = False
) -> pd.Index:
    """Return the index that takes its RowIDs from a column, as the RowID node does."""
    texts = column_texts(column)
    if texts.isna().any() and not replace_missing:
        raise ValueError(f"column {column.name}: a RowID is missing")
    ids = ["?" if pd.isna(text) else text for text in texts]
    if count_repeated:
        ids = count_repeated_ids(ids)
    if len(set(ids)) < len(ids):
        raise ValueError(f"column {column.name}: RowIDs are repeated")
    return row_labels(ids)


def count_repeated_ids(ids: list[str]) -> list[str]:
    """Return the RowIDs, a repeated one with the next free counter: a, a(1), a(2)."""
    counters: dict[str, int] = {}
    result = []
    for each in ids:
        unique = each
        while unique in counters:
            counters[each] += 1
            unique = f"{each}({counters[each]})"
        counters[unique] = 0
        result.append(unique)
    return result


def natural_row_id_keys(labels: pd.Index) -> pd.Index:
    """Return sort keys for RowIDs that order the numbers within them by value."""
    return pd.Index(natural_order(pd.Series(row_ids(labels), dtype=object)))
