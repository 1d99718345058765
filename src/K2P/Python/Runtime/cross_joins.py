"""Every row of one table beside every row of another."""

from __future__ import annotations

from typing import Optional

import numpy as np
import pandas as pd

from names import unique_name
from row_ids import row_ids, row_labels


def cross_joined(
    first: pd.DataFrame,
    second: pd.DataFrame,
    suffix: str,
    separator: str = "_",
    chunk: int = 1,
    first_ids: Optional[str] = None,
    second_ids: Optional[str] = None,
) -> pd.DataFrame:
    """Join all pairs of rows; RowIDs are joined too, and can become columns.

    Pairs come chunk by chunk: each chunk of the first with each of the second.
    """
    left = np.repeat(np.arange(len(first)), len(second))
    right = np.tile(np.arange(len(second)), len(first))
    if chunk > 1:
        order = np.lexsort((right, left, right // chunk, left // chunk))
        left, right = left[order], right[order]
    names = with_suffix(list(second.columns), list(first.columns), suffix)
    parts = [first.iloc[left], second.set_axis(names, axis=1).iloc[right]]
    joined = pd.concat([part.reset_index(drop=True) for part in parts], axis=1)
    sides = [
        np.array(row_ids(table.index), dtype=object)[rows].tolist()
        for table, rows in [(first, left), (second, right)]
    ]
    for name, ids in zip([first_ids, second_ids], sides):
        if name is not None:
            joined[unique_name(name, joined.columns)] = pd.Series(ids, dtype=object)
    return joined.set_axis(row_labels([separator.join(ids) for ids in zip(*sides)]))


def with_suffix(names: list[str], taken: list[str], suffix: str) -> list[str]:
    """Return the names, those that are taken with as many suffixes as make them new."""
    result, added = [], set()
    for name in names:
        unique = name
        while unique in taken or unique in added:
            unique += suffix
            while unique in names:
                unique += suffix
        if unique != name:
            added.add(unique)
        result.append(unique)
    return result
