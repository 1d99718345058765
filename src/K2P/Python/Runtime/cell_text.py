"""Cells as KNIME prints them into texts."""

from __future__ import annotations

import datetime as dt

import numpy as np
import pandas as pd

from java_numbers import java_double_text


def cell_text(cell: object, dates: bool = False) -> str:
    """Return a cell as DataCell.toString does; dates print timestamps without time."""
    if isinstance(cell, (list, tuple)):
        return f"[{', '.join(cell_text(each, dates) for each in cell)}]"
    if cell is None or pd.isna(cell):
        return "?"
    if isinstance(cell, (bool, np.bool_)):
        return str(bool(cell)).lower()
    if isinstance(cell, (float, np.floating)):
        return java_double_text(cell)
    if isinstance(cell, pd.Timestamp):
        zone = cell.isoformat()[-6:] if cell.tzinfo else ""
        day = cell.strftime("%Y-%m-%d")
        return day if dates else f"{day}T{java_time_text(cell)}{zone}"
    if isinstance(cell, dt.time):
        return java_time_text(cell)
    return str(cell)


def java_time_text(time: dt.time | pd.Timestamp) -> str:
    """Return a time of day as Java's LocalTime prints it: 09:30 or 09:30:05.250."""
    nanos = time.microsecond * 1000 + getattr(time, "nanosecond", 0)
    text = f"{time.hour:02}:{time.minute:02}"
    if time.second or nanos:
        text += f":{time.second:02}"
    for digits in (3, 6, 9):
        if nanos and nanos % 10 ** (9 - digits) == 0:
            return f"{text}.{nanos // 10 ** (9 - digits):0{digits}}"
    return text
