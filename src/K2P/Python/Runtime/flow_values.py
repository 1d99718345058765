"""Cells as values of flow variables."""

from __future__ import annotations

import pandas as pd

from cell_text import cell_text


def flow_value(cell: object, column: pd.Series) -> object:
    """Return a cell as an integer, a double or a text; a missing one as 0 or ""."""
    types = pd.api.types
    if types.is_integer_dtype(column) or types.is_bool_dtype(column):
        return 0 if pd.isna(cell) else int(cell)
    if types.is_float_dtype(column):
        return 0.0 if pd.isna(cell) else float(cell)
    return "" if cell is None or cell is pd.NA or cell is pd.NaT else cell_text(cell)
