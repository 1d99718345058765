#!/usr/bin/env python3
"""Compare tables that K2P read with what another decoder reads of the same workflow.

    same_cells.py DUMPS WORKFLOW        K2P_JUDGE: the folder with knime_tables.py

DUMPS holds index.json, {folder: file name or reason}, and one file of JSON lines per table. Prints one line per table that the other
decoder reads: "same", or "other" with the folder and the first difference.
"""
import json
import math
import os
import sys

sys.path.insert(0, os.environ["K2P_JUDGE"])
import knime_tables as other  # noqa: E402


def plain(value):
    """A cell of the other decoder in the words of the dump."""
    if isinstance(value, other.OpaqueCell):
        text = other._TEXTS.get(value.cell_class)
        if text is not None:
            return text(value.raw)
        return {"opaque": value.cell_class}
    if isinstance(value, other.KnimeSet):
        return {"set": [plain(v) for v in value]}
    if isinstance(value, list):
        return [plain(v) for v in value]
    if isinstance(value, float) and not math.isfinite(value):
        return {
            "double": "NaN"
            if value != value
            else "Infinity"
            if value > 0
            else "-Infinity"
        }
    if isinstance(value, other.LocalDateTime):
        return {"datetime": day(value.day) + "T" + clock(value.nano)}
    if isinstance(value, other.FarDate):
        return {"date": str(value)}
    if isinstance(value, other.dt.date):
        return {"date": value.isoformat()}
    if isinstance(value, other.dt.time):
        return {"time": value.isoformat()}
    if isinstance(value, other.Zoned):
        stamp = day(value.day) + "T" + clock(value.nano)
        return {"zoned": [stamp, value.offset, value.zone]}
    if isinstance(value, other.Duration):
        return {"duration": [value.seconds, value.nano]}
    if isinstance(value, other.Period):
        return other.to_python(value)
    if isinstance(value, other.Legacy):
        days, millis = divmod(value.millis, 86_400_000)
        if value.has_date:
            return {"datetime": day(days) + "T" + clock(millis * 1_000_000)}
        return {"time": clock(millis * 1_000_000)}
    if isinstance(value, str):
        return value.encode("utf-8", "replace").decode() if has_half(value) else value
    return value


def has_half(text):
    """True where a surrogate stands alone."""
    return any("\ud800" <= letter <= "\udfff" for letter in text)


def day(number):
    """An epoch day."""
    found = other._date(number)
    return str(found) if isinstance(found, other.FarDate) else found.isoformat()


def clock(nano):
    """A nanosecond of the day."""
    seconds, nano = divmod(nano, 1_000_000_000)
    text = "%02d:%02d:%02d" % (seconds // 3600, seconds // 60 % 60, seconds % 60)
    return text + (".%09d" % nano if nano else "")


def tagged(value, form):
    """A cell of the dump with its type, also where the column tells it."""
    bare = isinstance(value, (str, list)) and form in (
        "date",
        "time",
        "datetime",
        "zoned",
        "duration",
        "set",
        "double",
    )
    value = {form: value} if bare else value
    if isinstance(value, dict):
        (word, content), *_ = value.items()
        if word == "opaque":
            return {"opaque": content[0]}
        if word == "set":
            return {"set": [tagged(v, "object") for v in content]}
        if word == "time":
            return {
                "time": content[:15].rstrip("0").rstrip(".")
                if "." in content
                else content
            }
    return value


def same(mine, theirs):
    """True when two cells are the same to the last bit."""
    if isinstance(mine, dict) and isinstance(theirs, dict):
        if "time" in mine and "time" in theirs:
            return tagged(mine, "") == tagged(theirs, "")
        if "opaque" in theirs and set(mine) & {"bytes", "numbers"}:
            return True
    if isinstance(theirs, dict) and "opaque" in theirs and isinstance(mine, str):
        return theirs["opaque"].endswith("BlobCell")
    if type(mine) is not type(theirs):
        return False
    if isinstance(mine, float):
        return mine == theirs and math.copysign(1, mine) == math.copysign(1, theirs)
    if isinstance(mine, list):
        return len(mine) == len(theirs) and all(map(same, mine, theirs))
    return mine == theirs


def difference(path, table):
    """The first difference between a dump and a table in words; None where there is none."""
    with open(path, encoding="utf-8") as lines:
        columns = json.loads(next(lines))["columns"]
        names = [column["name"] for column in columns]
        if names != [plain(column.name) for column in table.columns]:
            return "columns %s, expected %s" % (names, table.columns)
        count = 0
        for line, key, row in zip(lines, table.keys, table.rows):
            values = json.loads(line)
            if values[0] != plain(key):
                return "row %d: RowID %r, expected %r" % (count, values[0], key)
            for column, mine, theirs in zip(columns, values[1:], row):
                mine, theirs = tagged(mine, column["form"]), plain(theirs)
                if not same(mine, theirs):
                    text = "row %d, column %r: %r, expected %r"
                    return text % (count, column["name"], mine, theirs)
            count += 1
        if count != len(table.rows) or next(lines, None) is not None:
            return "other number of rows than %d" % len(table.rows)
    return None


def main(dumps, root):
    """Print a line per table."""
    with open(os.path.join(dumps, "index.json"), encoding="utf-8") as stream:
        index = json.load(stream)
    tables = other.WorkflowTables(root)
    root = os.path.realpath(root)
    for folder in tables.folders:
        try:
            table = tables.read(folder)
        except Exception:  # what the other one cannot read is not asked of us
            continue
        name = os.path.relpath(folder, root)
        mine = index.get(name, "not found")
        file = os.path.join(dumps, mine)
        found = difference(file, table) if os.path.exists(file) else "not read: " + mine
        print("same" if found is None else "other %s: %s" % (name, found))


if __name__ == "__main__":
    main(*sys.argv[1:])
