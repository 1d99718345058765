"""Calls the functions of converted fixtures with their input tables; prints what differs."""
import json
import pathlib
import sys

import pandas as pd

DTYPES = {
    "string": object,
    "int": "Int64",
    "double": "float64",
    "boolean": "boolean",
    "datetime": "datetime64[ns]",
    "object": object,
}


def label(row_id):
    digits = row_id[3:]
    if row_id.startswith("Row") and digits.isdigit() and digits == str(int(digits)):
        return int(digits)
    return row_id


def table(path):
    stored = json.loads(pathlib.Path(path).read_text(encoding="utf-8"))
    names, rows = list(stored["columns"]), stored["rows"]
    frame = pd.DataFrame(index=[label(row_id) for row_id in rows])
    for position, name in enumerate(names):
        kind = stored["columns"][name]
        values = [row[position] for row in rows.values()]
        if kind == "double":
            values = [
                float("nan") if value is None else float(value) for value in values
            ]
        frame[name] = pd.Series(values, index=frame.index, dtype=DTYPES[kind])
    return frame


def shown(frame):
    rows = {}
    for row_id, row in zip(frame.index, frame.itertuples(index=False, name=None)):
        name = "Row%d" % row_id if isinstance(row_id, int) else str(row_id)
        rows[name] = [
            None if value is None or value is pd.NA or value != value else value
            for value in row
        ]
    kinds = {name: str(dtype) for name, dtype in zip(frame.columns, frame.dtypes)}
    return {
        "columns": list(frame.columns),
        "dtypes": kinds,
        "ids": list(rows),
        "rows": rows,
    }


def same(left, right):
    if isinstance(left, float) and isinstance(right, (int, float)):
        return abs(left - right) <= 1e-12 + 1e-9 * abs(right)
    return left == right and isinstance(left, bool) == isinstance(right, bool)


def difference(result, wanted):
    result, wanted = shown(result), shown(wanted)
    for key in ("columns", "dtypes", "ids"):
        if result[key] != wanted[key]:
            return "%s are %s, not %s" % (key, result[key], wanted[key])
    for row_id, row in wanted["rows"].items():
        for name, mine, theirs in zip(wanted["columns"], result["rows"][row_id], row):
            if not same(mine, theirs):
                return "%s of %s is %r, not %r" % (name, row_id, mine, theirs)
    return ""


def run(case):
    names = {"__name__": "case"}
    exec(compile(case["script"], case["name"], "exec", dont_inherit=True), names)
    function = names[case["function"]]
    inputs = [table(path) for path in case["inputs"]]
    before = [frame.copy(deep=True) for frame in inputs]
    keywords = {}
    if (
        "data_dir"
        in function.__code__.co_varnames[
            : function.__code__.co_argcount + function.__code__.co_kwonlyargcount
        ]
    ):
        keywords["data_dir"] = pathlib.Path(case["folder"])
    results = function(*inputs, **keywords)
    if not isinstance(results, tuple):
        results = (results,)
    for frame, copy in zip(inputs, before):
        if not frame.equals(copy):
            return "an input table was altered"
    for i, (result, path) in enumerate(zip(results, case["outputs"])):
        found = difference(result, table(path))
        if found:
            return "output %d: %s" % (i + 1, found)
    return ""


def safely(case):
    try:
        return run(case)
    except Exception as error:
        return "%s: %s" % (type(error).__name__, error)


print(json.dumps([safely(case) for case in json.load(sys.stdin)]))
