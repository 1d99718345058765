"""Values in the place of missing ones, as KNIME's Missing Value puts them."""

from __future__ import annotations

import numpy as np
import pandas as pd


REMOVE_ROW = object()


def fill_columns(table: pd.DataFrame, replacements: dict[str, object]) -> pd.DataFrame:
    """Replace missing cells by a value or a function for each column, or drop rows."""
    filled = table.copy()
    complete = np.ones(len(table), dtype=bool)
    for name in table.columns.intersection(list(replacements)):
        column, value = table[name], replacements[name]
        if value is REMOVE_ROW:
            complete &= column.notna().to_numpy()
        elif callable(value):
            filled[name] = value(column)
        elif isinstance(value, float) and not pd.api.types.is_float_dtype(column):
            filled[name] = column.astype("float64").fillna(value)
        elif not pd.isna(value):
            filled[name] = column.fillna(value)
    return filled[complete]


def rounded_mean(column: pd.Series) -> int | None:
    """Return the mean rounded half up."""
    mean = column.astype("float64").mean()
    return None if pd.isna(mean) else int(np.floor(mean + 0.5))


def first_mode(column: pd.Series) -> object:
    """Return the value whose count is the first to reach the largest count."""
    present = column.dropna()
    counts = present.groupby(present).cumcount().to_numpy()
    return present.iloc[counts.argmax()] if len(present) else None


def fill_between(column: pd.Series, by_distance: bool = True) -> pd.Series:
    """Fill with values on a line between the neighbours, or with their average."""
    if not column.notna().any():
        return column
    numbers = column.astype("float64").reset_index(drop=True)
    before, after = numbers.ffill(), numbers.bfill()
    share = pd.Series(0.5, index=numbers.index)
    if by_distance:
        places = pd.Series(numbers.index, dtype="float64").where(numbers.notna())
        start, end = places.ffill(), places.bfill()
        share = (numbers.index - start) / (end - start)
    between = (before + share * (after - before)).fillna(before).fillna(after)
    if pd.api.types.is_integer_dtype(column):
        between = np.floor(between + 0.5).astype("int64")
    values = pd.Series(between.to_numpy(), index=column.index).astype(column.dtype)
    return column.where(column.notna(), values)


def fill_by_window(column: pd.Series, behind: int, ahead: int) -> pd.Series:
    """Fill with the mean of so many cells before and behind the missing one."""
    numbers = column.astype("float64")
    cells = numbers.to_numpy(copy=True)
    for place in np.flatnonzero(np.isnan(cells)):
        window = numbers.iloc[max(place - behind, 0) : place + ahead + 1].dropna()
        cells[place] = window.sum() / len(window) if len(window) else np.nan
    return pd.Series(cells, index=column.index)
