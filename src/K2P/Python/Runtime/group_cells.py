"""What KNIME's GroupBy makes of the cells of groups."""

from __future__ import annotations

from typing import Callable

import numpy as np
import pandas as pd

from cell_text import cell_text


def first_cells(
    groups: pd.core.groupby.SeriesGroupBy, keep: str = "first"
) -> pd.Series:
    """Return the first (or last) cell of each group, missing or not."""
    numbers = groups.ngroup()
    ends = ~numbers.duplicated(keep=keep).to_numpy()
    order = np.argsort(numbers.to_numpy()[ends])
    return pd.Series(groups.obj.array[ends][order], index=groups.size().index)


def each_group(
    groups: pd.core.groupby.SeriesGroupBy,
    function: Callable,
    *arguments: object,
    dtype: object = object,
    missing: bool = True,
    **options: object,
) -> pd.Series:
    """Return what the function makes of the cells of each group."""
    values = [
        function(cells if missing else cells.dropna(), *arguments, **options)
        for _, cells in groups
    ]
    return pd.Series(values, index=groups.size().index, dtype=dtype)


def int_sums(groups: pd.core.groupby.SeriesGroupBy) -> pd.Series:
    """Return the sum of each group; one that is too large for an int is missing."""
    sums = groups.sum(min_count=1).astype("Int64")
    return sums.where((sums < 2**31).fillna(False))


def variances(groups: pd.core.groupby.SeriesGroupBy) -> pd.Series:
    """Return the variance of each group; that of one value is 0."""
    return groups.var().astype("float64").where(groups.count() != 1, 0.0)


def cell_list(cells: pd.Series, limit: int = 10_000) -> list | None:
    """Return cells as a list; None for no cells or more than the limit."""
    if not 0 < len(cells) <= limit:
        return None
    return [None if blank else cell for cell, blank in zip(cells, cells.isna())]


def distinct_cells(cells: pd.Series, limit: int = 10_000) -> list | None:
    """Return each cell once, in order; None for no cells or more than the limit."""
    codes, _ = pd.factorize(cells, use_na_sentinel=False)
    return cell_list(cells[~pd.Series(codes).duplicated().to_numpy()], limit)


def sorted_cells(cells: pd.Series, limit: int = 10_000) -> list | None:
    """Return the cells in order, the missing ones first."""
    return cell_list(cells.sort_values(na_position="first", kind="stable"), limit)


def most_frequent(cells: pd.Series, limit: int = 10_000) -> object:
    """Return the most frequent cell, the first of equals; None as in cell_list."""
    codes, values = pd.factorize(cells, use_na_sentinel=False)
    if not 0 < len(values) <= limit:
        return None
    return cells.iloc[codes.tolist().index(np.bincount(codes).argmax())]


def least_cell(cells: pd.Series, greatest: bool = False) -> object:
    """Return the least (or the greatest) cell that is not missing."""
    present = cells.dropna()
    return (max if greatest else min)(present, default=None)


def joined_cells(
    cells: pd.Series, separator: str, dates: bool = False, empty: str | None = None
) -> str | None:
    """Return the texts of the cells with separators between them."""
    texts = [cell_text(cell, dates) for cell in cells]
    return separator.join(texts) if texts else empty


def joined_distinct_cells(
    cells: pd.Series,
    separator: str,
    dates: bool = False,
    counts: bool = False,
    empty: str | None = None,
    limit: int = 10_000,
) -> str | None:
    """Return the texts of the different cells, with the count of each in brackets."""
    codes, _ = pd.factorize(cells, use_na_sentinel=False)
    values = distinct_cells(cells, limit)
    if not values:
        return None if len(cells) else empty
    texts = [cell_text(cell, dates) for cell in values]
    if counts:
        texts = [f"{text}({n})" for text, n in zip(texts, np.bincount(codes))]
    return separator.join(texts)
