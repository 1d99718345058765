"""What KNIME's GroupBy makes of the dates and times in groups."""

from __future__ import annotations

import datetime as dt

import numpy as np
import pandas as pd

DAY = 86_400_000_000_000


def middle_date(cells: pd.Series, method: str, days: bool = False) -> object:
    """Return the lower, the upper or the mean of the two middle dates or times."""
    values = cells.dropna().sort_values().reset_index(drop=True)
    if not len(values):
        return None
    lower, upper = values[(len(values) - 1) // 2], values[len(values) // 2]
    if method == "mean" and lower != upper:
        return mean_date(pd.Series([lower, upper]), days)
    return upper if method == "upper" else lower


def mean_date(cells: pd.Series, days: bool = False) -> object:
    """Return the mean of dates or times: whole days, whole seconds, nanoseconds."""
    values = cells.dropna()
    if not len(values):
        return None
    if isinstance(values.iloc[0], dt.time):
        return time_of_day(int(np.mean([day_nanos(each) for each in values]) + 0.5))
    nanos = values.astype("int64")
    if days:
        return pd.Timestamp(int((nanos // DAY).mean()), unit="D")
    seconds = (nanos // 10**9).mean()
    rest = int(seconds - int(seconds) + (nanos % 10**9).mean() + 0.5)
    return pd.Timestamp(int(seconds) * 10**9 + rest)


def date_range(cells: pd.Series) -> object:
    """Return the time between the least and the greatest date or time."""
    values = cells.dropna()
    if not len(values):
        return pd.NaT
    first, last = min(values), max(values)
    if isinstance(first, dt.time):
        return pd.Timedelta(day_nanos(last) - day_nanos(first), "ns")
    return last - first


def date_period(cells: pd.Series) -> str | None:
    """Return years, months and days between the least and the greatest date."""
    values = cells.dropna()
    if not len(values):
        return None
    first, last = values.min(), values.max()
    months = (last.year - first.year) * 12 + last.month - first.month
    if last.day < first.day:
        months -= 1
    days = (last - (first + pd.DateOffset(months=months))).days
    parts = [(months // 12, "Y"), (months % 12, "M"), (days, "D")]
    return "P" + ("".join(f"{count}{unit}" for count, unit in parts if count) or "0D")


def day_nanos(time: dt.time) -> int:
    """Return the nanoseconds since midnight."""
    seconds = time.hour * 3600 + time.minute * 60 + time.second
    return seconds * 10**9 + time.microsecond * 1000


def time_of_day(nanos: int) -> dt.time:
    """Return the time so many nanoseconds after midnight."""
    return (pd.Timestamp(0) + pd.Timedelta(nanos, "ns")).time()
