"""Rows as columns."""

from __future__ import annotations

import pandas as pd

from java_numbers import JAVA_BLANKS
from row_ids import row_ids, row_labels
from stacking import common_dtype


def transposed(table: pd.DataFrame) -> pd.DataFrame:
    """Swap rows and columns; a new column has the type that its cells share."""
    columns = [table.iloc[:, place] for place in range(table.shape[1])]
    known = table.notna().to_numpy()
    cells = table.astype(object).to_numpy()
    labels = row_labels([str(name) for name in table.columns])
    result, unnamed = {}, 0
    for label, row, has in zip(row_ids(table.index), cells, known):
        name = label.strip(JAVA_BLANKS)
        if not name:
            name, unnamed = f"<empty_{unnamed}>", unnamed + 1
        sources = [column for column, is_known in zip(columns, has) if is_known]
        values = [cell if is_known else None for cell, is_known in zip(row, has)]
        dtype = common_dtype(sources) if sources else object
        result[name] = pd.Series(values, labels, dtype=object).astype(dtype)
    return pd.DataFrame(result, labels, pd.Index(result, dtype=object))
