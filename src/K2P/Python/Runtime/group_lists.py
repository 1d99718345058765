"""What KNIME's GroupBy makes of the lists and sets in groups."""

from __future__ import annotations

import pandas as pd


def element_count(lists: pd.Series) -> int:
    """Return how many elements all lists have."""
    return sum(len(cell) for cell in lists.dropna())


def appended_elements(lists: pd.Series, keep_missing: bool = False) -> list:
    """Return the elements of all lists in one."""
    elements = [each for cell in lists.dropna() for each in cell]
    return [each for each in elements if keep_missing or not pd.isna(each)]


def union_of_lists(lists: pd.Series, limit: int = 10_000) -> list | None:
    """Return each element of the lists once; None for more than the limit."""
    elements = dict.fromkeys(each for cell in lists.dropna() for each in cell)
    return list(elements) if len(elements) <= limit else None


def intersection_of_lists(lists: pd.Series, limit: int = 10_000) -> list | None:
    """Return the elements that all lists have; None with a missing list."""
    if lists.isna().any():
        return None
    cells = list(lists)
    common = dict.fromkeys(cells[0]) if cells else {}
    if len(common) >= limit:
        return None
    return [each for each in common if all(each in cell for cell in cells)]


def elements_of_one_list(lists: pd.Series, limit: int = 10_000) -> list | None:
    """Return the elements that occur only once; None at the limit."""
    counts = {}
    for each in appended_elements(lists, keep_missing=True):
        counts[each] = counts.get(each, 0) + 1
        single = counts[each] == 1
        if single and sum(count == 1 for count in counts.values()) >= limit:
            return None
    return [each for each, count in counts.items() if count == 1]


def list_length(elements: list | None) -> int:
    """Return the number of elements; 0 where there is no list."""
    return len(elements or [])
