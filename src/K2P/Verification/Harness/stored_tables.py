"""Read the tables that KNIME stored as the DataFrames that generated code works with.

A file holds a line of JSON that describes the columns, then a line per row: ["Row0", cell, ...]. What JSON has no word for is an
object that names its type, {"date": "2020-01-31"}, except in a column of just that type.
"""
import base64
import datetime as dt
import json
import re
from itertools import islice

import numpy as np
import pandas as pd

_NUMBERED = re.compile(r"Row(0|[1-9][0-9]{0,17})")
_CHUNK = 10_000


class KnimeSet(list):
    """The members of a KNIME set, in no order that means anything."""


def read_table(path):
    """Return the table in a file as a DataFrame; its index stands for the RowIDs."""
    with open(path, encoding="utf-8") as lines:
        columns = json.loads(next(lines))["columns"]
        ids, cells = [], [[] for _ in columns]
        while True:
            rows = json.loads("[" + ",".join(islice(lines, _CHUNK)) + "]")
            if not rows:
                break
            first, *others = zip(*rows)
            ids.extend(first)
            for values, more in zip(cells, others):
                values.extend(more)
    index = _index(ids)
    series = [
        _series(column["form"], values, index) for column, values in zip(columns, cells)
    ]
    names = pd.Index([column["name"] for column in columns], dtype=object)
    if not series:
        return pd.DataFrame(index=index)
    table = pd.concat(series, axis=1)
    table.columns = names
    return table


def _index(ids):
    """Return integers where every RowID is Row<i>, else the RowIDs."""
    if all(map(_NUMBERED.fullmatch, ids)):
        return pd.Index([int(text[3:]) for text in ids], dtype="int64")
    return pd.Index(ids, dtype=object)


def _series(form, values, index):
    """Return a column with the dtype that its type has in generated code."""
    types = set(map(type, values)) - {type(None)}
    make = _MAKERS.get(form)
    if make is not None and types <= make[0]:
        data = make[1](values)
        if data is not None:
            return pd.Series(data, index=index)
    return pd.Series(_objects([cell(v, form) for v in values]), index=index)


def _objects(values):
    """Return an array of objects, lists among them."""
    data = np.empty(len(values), dtype=object)
    for i, value in enumerate(values):
        data[i] = value
    return data


def _integers(values):
    gone = np.array([v is None for v in values], dtype=bool)
    data = np.array([0 if v is None else v for v in values], dtype="int64")
    return pd.arrays.IntegerArray(data, gone)


def _booleans(values):
    gone = np.array([v is None for v in values], dtype=bool)
    return pd.arrays.BooleanArray(np.array([v is True for v in values]), gone)


def _floats(values):
    data = [np.nan if v is None else float(v) for v in values]
    return np.array(data, dtype="float64")


def _stamps(values):
    if not _in_range(values):
        return None
    data = ["NaT" if v is None else v for v in values]
    return np.array(data, dtype="datetime64[ns]")


def _spans(values):
    data = [pd.NaT if v is None else _span(v) for v in values]
    return pd.array(data, dtype="timedelta64[ns]")


def _zoned(values):
    zones = {v[2] for v in values if v is not None}
    if len(zones) != 1 or not _in_range([v and v[0] for v in values]):
        return None
    return pd.DatetimeIndex([pd.NaT if v is None else _instant(v) for v in values])


_MAKERS = {
    "int": ({int}, _integers),
    "boolean": ({bool}, _booleans),
    "double": ({float, int, str}, _floats),
    "date": ({str}, _stamps),
    "datetime": ({str}, _stamps),
    "duration": ({list}, _spans),
    "zoned": ({list}, _zoned),
}


def _in_range(texts):
    """Return whether datetime64[ns] can hold all of these."""
    return all(t is None or "1678" <= t[:4] <= "2261" for t in texts)


def cell(value, form=None):
    """Return one cell as it stands in a column of objects."""
    if isinstance(value, dict):
        ((form, value),) = value.items()
    if value is None:
        return None
    if form in ("date", "datetime") and isinstance(value, str):
        return _stamp(value)
    if form == "time" and isinstance(value, str):
        return dt.time.fromisoformat(value[:15])
    if form == "zoned" and isinstance(value, list):
        return _instant(value)
    if form == "duration" and isinstance(value, list):
        return _span(value)
    if form == "bytes" and isinstance(value, str):
        return base64.b64decode(value)
    if form == "double":
        return float(value)
    if isinstance(value, list):
        members = [cell(v) for v in value]
        return KnimeSet(members) if form == "set" else members
    return value


def _stamp(text):
    """Return a date; one that pandas cannot hold as Python's, or as it is."""
    if _in_range([text]):
        return pd.Timestamp(text)
    try:
        return dt.datetime.fromisoformat(text[:26])
    except ValueError:
        return text


def _span(value):
    return pd.Timedelta(value[0], "s") + pd.Timedelta(value[1], "ns")


def _instant(value):
    text, offset, zone = value
    instant = (pd.Timestamp(text) - pd.Timedelta(offset, "s")).tz_localize("UTC")
    try:
        return instant.tz_convert(zone)
    except Exception:  # a zone that this machine does not know
        return instant.tz_convert(dt.timezone(dt.timedelta(seconds=offset)))
