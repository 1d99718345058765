"""What KNIME type a column has, told from its dtype and values."""

from __future__ import annotations

import datetime as dt

import pandas as pd

from cell_text import cell_text


def column_kind(column: pd.Series) -> str:
    """Return the kind of type: text, integer, double, boolean, date, list, ..."""
    types = pd.api.types
    if types.is_bool_dtype(column):
        return "boolean"
    if types.is_integer_dtype(column):
        return "integer"
    if types.is_float_dtype(column):
        return "double"
    if types.is_datetime64tz_dtype(column):
        return "zoned date"
    if types.is_datetime64_dtype(column):
        return "date"
    if types.is_timedelta64_dtype(column):
        return "duration"
    first = next(iter(column.dropna()), "")
    kinds = {list: "list", bytes: "binary", dt.time: "time"}
    return kinds.get(type(first), "text")


def is_text_like(column: pd.Series) -> bool:
    """Tell whether KNIME can take a column for text: texts, dates and times."""
    numbers = ["boolean", "integer", "double"]
    return column_kind(column) not in [*numbers, "list", "binary"]


def with_chosen_types(table: pd.DataFrame, choices: dict[str, int]) -> pd.DataFrame:
    """Turn columns into texts where text has the chosen place in KNIME's types."""
    places = {"boolean": [9], "double": [5], "integer": [6, 7]}
    texts = {}
    for name in table.columns.intersection(list(choices)):
        kind = column_kind(table[name])
        if kind in ["list", "binary"]:
            raise NotImplementedError(f"column {name}: {kind} as another type")
        if choices[name] in places.get(kind, []):
            cells = table[name].astype(object)
            texts[name] = cells.map(cell_text).where(cells.notna(), None)
    return table.assign(**texts)
