"""A column's cells as texts."""

from __future__ import annotations

import pandas as pd

from cell_text import cell_text


def column_texts(column: pd.Series) -> pd.Series:
    """Return the cells as KNIME prints them; what is missing stays missing."""
    if column.dtype == object and pd.api.types.infer_dtype(column) == "string":
        return column
    if pd.api.types.is_timedelta64_dtype(column):
        raise NotImplementedError(f"column {column.name}: durations as texts")
    days = False
    if pd.api.types.is_datetime64_any_dtype(column):
        # A timestamp does not tell a date from a date with time: midnights are dates.
        days = bool((column.dropna() == column.dropna().dt.normalize()).all())
    known = column.notna()
    texts = [cell_text(cell, days) if has else None for cell, has in zip(column, known)]
    return pd.Series(texts, index=column.index, dtype=object)
