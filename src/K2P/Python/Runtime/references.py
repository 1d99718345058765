"""Cells that another table has."""

from __future__ import annotations

import pandas as pd

from column_texts import column_texts


def is_among(cells: pd.Series, others: pd.Series) -> pd.Series:
    """Tell which cells are among others; two types are compared as texts.

    What is missing is among others that have a gap.
    """
    if cells.dtype != others.dtype:
        cells, others = [
            column_texts(column).where(column.notna(), "?")
            for column in (cells, others)
        ]
    known = cells.notna()
    found = cells.where(known).isin(others.dropna()).astype(bool)
    return found.where(known, bool(others.isna().any()))
