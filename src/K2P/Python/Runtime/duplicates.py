"""Marks on rows that are the same as others."""

from __future__ import annotations

import numpy as np
import pandas as pd

from row_ids import row_ids


def duplicate_status(table: pd.DataFrame, columns: list[str]) -> np.ndarray:
    """Tell which rows are unique, chosen (the first of its kind) and duplicate."""
    repeats = table.duplicated(columns)
    is_unique = ~table.duplicated(columns, keep=False)
    marks = np.select([is_unique, repeats], ["unique", "duplicate"], "chosen")
    return marks.astype(object)


def chosen_row_ids(table: pd.DataFrame, columns: list[str]) -> pd.Series:
    """Return, for each row that repeats an earlier one, the RowID of that one."""
    firsts: dict[tuple, str] = {}
    keys = zip(*(pd.factorize(table[name])[0] for name in columns))
    chosen = [firsts.setdefault(key, id) for key, id in zip(keys, row_ids(table.index))]
    texts = pd.Series(chosen, index=table.index, dtype=object)
    return texts.where(table.duplicated(columns), None)
