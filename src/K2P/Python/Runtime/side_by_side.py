"""Tables side by side."""

from __future__ import annotations

from typing import Optional

import pandas as pd

from names import with_names


def side_by_side(
    tables: list[pd.DataFrame], index: Optional[pd.Index] = None, same: bool = False
) -> pd.DataFrame:
    """Join tables row by row; the index has as many rows as come out, new ones without.

    Clashing names are numbered. With same, all tables must have the same index.
    """
    if same and not all(table.index.equals(index) for table in tables):
        raise ValueError("the tables have other RowIDs or another order of rows")
    rows = max(map(len, tables)) if index is None else len(index)
    parts = [table.reset_index(drop=True).reindex(range(rows)) for table in tables]
    joined = pd.concat(parts, axis=1)
    joined.index = pd.RangeIndex(rows) if index is None else index
    names = list(joined.columns)
    return with_names(joined, names)


def filled_from(first: pd.Series, second: pd.Series) -> pd.Series:
    """Fill the gaps of a column from another; two types make doubles or objects."""
    if first.dtype != second.dtype:
        numbers = all(map(pd.api.types.is_numeric_dtype, [first, second]))
        dtype = "float64" if numbers else object
        first, second = first.astype(dtype), second.astype(dtype)
    return first.where(first.notna(), second)
