"""Tables below each other, as KNIME concatenates them."""

from __future__ import annotations

import pandas as pd


def stack_tables(tables: list[pd.DataFrame], common: bool = False) -> pd.DataFrame:
    """Return tables below each other; common keeps only the columns that all have."""
    names = list(dict.fromkeys(name for table in tables for name in table.columns))
    if common:
        names = [name for name in names if all(name in each for each in tables)]
    labels = [label for table in tables for label in table.index]
    columns = {}
    for name in names:
        dtype = common_dtype([table[name] for table in tables if name in table])
        parts = [
            table[name]
            if name in table
            else pd.Series([None] * len(table), dtype=dtype)
            for table in tables
        ]
        cells = pd.concat([part.astype(dtype) for part in parts], ignore_index=True)
        columns[name] = cells
    stacked = pd.DataFrame(
        columns, pd.RangeIndex(len(labels)), pd.Index(names, dtype=object)
    )
    return stacked.set_axis(pd.Index(labels, dtype=object if labels else "int64"))


def common_dtype(columns: list[pd.Series]) -> object:
    """Return the dtype for the cells of all columns: integers become doubles."""
    dtypes = list(dict.fromkeys(column.dtype for column in columns))
    if len(dtypes) == 1:
        return dtypes[0]
    types = pd.api.types
    is_number = [
        types.is_numeric_dtype(each) and not types.is_bool_dtype(each)
        for each in dtypes
    ]
    return "float64" if all(is_number) else object
