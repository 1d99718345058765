"""Compare the table that a generated function returned with the one that KNIME stored.

The verdicts, best first: equal; types (the values are equal, a column's dtype is another); row-ids (only the RowIDs are others);
close (numbers agree to a tolerance only); unordered (the same rows in another order); differs.
"""
import datetime as dt
import math
from collections import Counter

import numpy as np
import pandas as pd
from stored_tables import KnimeSet

VERDICTS = ["equal", "types", "row-ids", "close", "unordered", "differs"]
EXACT, TINY = 1e-9, 1e-12
_SHOWN_ROWS, _SHOWN_COLUMNS = 5, 6


def compare(result, expected, rtol=1e-4):
    """Return the verdict on a table with the first difference in words."""
    if not isinstance(result, pd.DataFrame):
        kind = type(result).__name__
        return _verdict("differs", f"it returned {kind}, not a DataFrame")
    if list(result.columns) != list(expected.columns):
        return _verdict("differs", _columns(result, expected))
    if len(result) != len(expected):
        text = f"it has {len(result)} rows, KNIME's table has {len(expected)}"
        return _verdict("differs", text)
    wrong, loose = [], []
    for place in range(expected.shape[1]):
        mine, theirs = result.iloc[:, place], expected.iloc[:, place]
        same = same_cells(mine, theirs)
        if not same.all():
            wrong.append((place, same))
            same = same_cells(mine, theirs, rtol)
            if not same.all():
                loose.append((place, same))
    if loose:
        if _row_keys(result) == _row_keys(expected):
            return _verdict("unordered", "the rows are the same in another order")
        return _cells("differs", result, expected, loose)
    if wrong:
        return _cells("close", result, expected, wrong)
    return _labels(result, expected)


def worst(verdicts):
    """Return the verdict on a node with several tables: that on its worst one."""
    return max(verdicts, key=lambda each: VERDICTS.index(each["verdict"]))


def row_id(label):
    """Return the RowID that a label of the index stands for."""
    whole = isinstance(label, (int, np.integer)) and not isinstance(label, bool)
    if whole or (isinstance(label, (float, np.floating)) and label == int(label)):
        return f"Row{int(label)}"
    return str(label)


def same_cells(mine, theirs, rtol=EXACT):
    """Return for each row whether two columns agree."""
    if _is_number(mine) and _is_number(theirs):
        return _same_numbers(mine, theirs, rtol)
    pairs = zip(mine.tolist(), theirs.tolist())
    return np.array([_same(plain(a), plain(b), rtol) for a, b in pairs], dtype=bool)


def share_of_predictions(result, expected, inputs, rtol=1e-4):
    """Return the share of rows in which the predicted column agrees, or None."""
    if not isinstance(result, pd.DataFrame) or len(result) != len(expected):
        return None
    old = {name for table in inputs for name in table.columns}
    new = [c for c in expected.columns if c not in old and c in result.columns]
    words = ("prediction", "winner", "cluster", "class")
    named = [c for c in new if str(c).lower().startswith(words)]
    if not new or not len(expected):
        return None
    name = named[0] if named else new[-1]
    mine, theirs = result[name], expected[name]
    if isinstance(mine, pd.DataFrame) or isinstance(theirs, pd.DataFrame):
        return None
    return {"column": str(name), "share": float(same_cells(mine, theirs, rtol).mean())}


def plain(value):
    """Return a cell in a form that compares: a missing one is None, numbers are Python's, sets have no order."""
    if isinstance(value, (KnimeSet, set, frozenset)):
        return frozenset(Counter(_key(plain(v)) for v in value).items())
    if isinstance(value, (list, tuple, np.ndarray, pd.Series)):
        return [plain(v) for v in value]
    if value is None or value is pd.NA or value is pd.NaT:
        return None
    if isinstance(value, (float, np.floating)):
        return None if math.isnan(value) else float(value)
    if isinstance(value, (np.datetime64, dt.date)):
        try:
            return pd.Timestamp(value)
        except (ValueError, OverflowError):
            return value
    if isinstance(value, (np.timedelta64, dt.timedelta)):
        return pd.Timedelta(value)
    return value.item() if isinstance(value, np.generic) else value


def _verdict(word, text="", **more):
    return {"verdict": word, "text": text, **more}


def _is_number(series):
    dtype = series.dtype
    return pd.api.types.is_numeric_dtype(dtype) and not pd.api.types.is_bool_dtype(
        dtype
    )


def _same_numbers(mine, theirs, rtol):
    gone, missing = mine.isna().to_numpy(), theirs.isna().to_numpy()
    whole = pd.api.types.is_integer_dtype
    if whole(mine.dtype) and whole(theirs.dtype):
        a = mine.fillna(0).to_numpy(dtype="int64")
        b = theirs.fillna(0).to_numpy(dtype="int64")
        near = a == b
    else:
        a = mine.to_numpy(dtype="float64", na_value=np.nan)
        b = theirs.to_numpy(dtype="float64", na_value=np.nan)
        with np.errstate(invalid="ignore", over="ignore"):
            near = np.abs(a - b) <= TINY + rtol * np.abs(b)
        near = (near & np.isfinite(a) & np.isfinite(b)) | (a == b)
    return (gone & missing) | (near & ~gone & ~missing)


def _same(a, b, rtol):
    if a is None or b is None:
        return a is b
    if isinstance(a, bool) or isinstance(b, bool):
        return isinstance(a, bool) and isinstance(b, bool) and a == b
    if isinstance(a, (int, float)) and isinstance(b, (int, float)):
        if a == b or (isinstance(a, int) and isinstance(b, int)):
            return a == b
        finite = math.isfinite(a) and math.isfinite(b)
        return finite and abs(a - b) <= TINY + rtol * abs(b)
    if isinstance(a, list) and isinstance(b, list):
        return len(a) == len(b) and all(_same(x, y, rtol) for x, y in zip(a, b))
    if isinstance(a, list) and isinstance(b, frozenset):
        return frozenset(Counter(map(_key, a)).items()) == b
    if isinstance(a, pd.Timestamp) and isinstance(b, pd.Timestamp):
        if (a.tzinfo is None) != (b.tzinfo is None):
            return False
        return a == b and a.utcoffset() == b.utcoffset()
    return type(a) is type(b) and bool(a == b)


def _key(value):
    """Return something hashable in which numbers that agree to nine digits are the same."""
    if isinstance(value, bool):
        return "bool", value
    if isinstance(value, (int, float)):
        return "number", float("%.9g" % value) + 0.0
    if isinstance(value, list):
        return "list", tuple(map(_key, value))
    if isinstance(value, pd.Timestamp) and value.tzinfo is not None:
        return "instant", value.value, str(value.utcoffset())
    try:
        hash(value)
    except TypeError:
        return repr(value)
    return value


def _row_keys(table):
    columns = [
        [_key(plain(v)) for v in table.iloc[:, i].tolist()]
        for i in range(table.shape[1])
    ]
    return Counter(zip(*columns))


def _columns(result, expected):
    mine, theirs = list(result.columns), list(expected.columns)
    lacks = [c for c in theirs if c not in mine]
    extra = [c for c in mine if c not in theirs]
    parts = []
    if lacks:
        parts.append(f"it lacks {len(lacks)} columns, first {_show(lacks[0])}")
    if extra:
        parts.append(f"it has {len(extra)} columns too many, first {_show(extra[0])}")
    if not parts and len(mine) != len(theirs):
        parts.append(f"it has {len(mine)} columns, KNIME's table has {len(theirs)}")
    if not parts:
        place = next(
            i for i, pair in enumerate(zip(mine, theirs)) if pair[0] != pair[1]
        )
        parts.append(
            f"column {place} is {_show(mine[place])}, in KNIME's table {_show(theirs[place])}"
        )
    return "; ".join(parts)


def _cells(word, result, expected, wrong):
    """Return a verdict on cells: the first in words, counts by column, a few rows side by side."""
    place, same = wrong[0]
    row = int(np.argmin(same))
    name, own = expected.columns[place], row_id(expected.index[row])
    mine, theirs = result.iat[row, place], expected.iat[row, place]
    count = int((~same).sum())
    text = (
        f"row {row} ({own}), column {_show(name)}: {_show(mine)}, KNIME has {_show(theirs)}; "
        f"{count} of {len(same)} cells of the column differ"
    )
    if len(wrong) > 1:
        text += f", and cells of {len(wrong) - 1} other columns"
    places = [p for p, _ in wrong[:_SHOWN_COLUMNS]]
    rows = np.flatnonzero(~np.all([s for _, s in wrong[:_SHOWN_COLUMNS]], axis=0))
    shown = [
        {
            "row": int(i),
            "row_id": row_id(expected.index[i]),
            "mine": [_show(result.iat[i, p]) for p in places],
            "knime": [_show(expected.iat[i, p]) for p in places],
        }
        for i in rows[:_SHOWN_ROWS].tolist()
    ]
    return _verdict(
        word,
        text,
        first={
            "row": row,
            "row_id": own,
            "column": str(name),
            "mine": _show(mine),
            "knime": _show(theirs),
        },
        cells={str(expected.columns[p]): int((~s).sum()) for p, s in wrong},
        side_by_side={
            "columns": [str(expected.columns[p]) for p in places],
            "rows": shown,
        },
    )


def _labels(result, expected):
    """Return the verdict on two tables with the same values."""
    mine = [row_id(label) for label in result.index.tolist()]
    theirs = [row_id(label) for label in expected.index.tolist()]
    types = [
        f"column {_show(name)} is {_dtype(a)}, not {_dtype(b)}"
        for name, a, b in zip(expected.columns, result.dtypes, expected.dtypes)
        if _dtype(a) != _dtype(b)
    ]
    if mine != theirs:
        place = next(
            i for i, pair in enumerate(zip(mine, theirs)) if pair[0] != pair[1]
        )
        text = f"row {place} is called {_show(mine[place])}, KNIME has {_show(theirs[place])}"
        return _verdict("row-ids", "; ".join([text, *types[:2]]))
    if types:
        more = [f"and {len(types) - 3} others"] if len(types) > 3 else []
        return _verdict("types", "; ".join(types[:3] + more))
    return _verdict("equal")


def _dtype(dtype):
    return "datetime64[ns, tz]" if isinstance(dtype, pd.DatetimeTZDtype) else str(dtype)


def _show(value):
    text = repr(value)
    return text if len(text) <= 60 else text[:57] + "..."
