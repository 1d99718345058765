import datetime as dt
import json

import numpy as np
import pandas as pd
from stored_tables import KnimeSet, read_table


def table(tmp_path, form, *values, ids=None):
    """Return the only column of a file with these cells."""
    ids = ids or [f"Row{i}" for i in range(len(values))]
    header = {"columns": [{"name": "x", "class": "", "form": form}]}
    rows = [[i, v] for i, v in zip(ids, values)]
    path = tmp_path / "table.jsonl"
    path.write_text("\n".join(map(json.dumps, [header, *rows])) + "\n")
    return read_table(str(path))


def test_row_ids_are_numbers_only_where_all_are_numbered(tmp_path):
    assert list(table(tmp_path, "int", 1, 2, ids=["Row3", "Row1"]).index) == [3, 1]
    assert list(table(tmp_path, "int", 1, 2, ids=["Row3", "x"]).index) == ["Row3", "x"]
    assert list(table(tmp_path, "int", 1, ids=["Row03"]).index) == ["Row03"]


def test_columns_have_the_dtypes_of_generated_code(tmp_path):
    cases = {
        "int": ("Int64", [1, None]),
        "double": ("float64", [1.5, "NaN", "-Infinity", None]),
        "boolean": ("boolean", [True, None]),
        "date": ("datetime64[ns]", ["2020-01-31", None]),
        "datetime": ("datetime64[ns]", ["2020-01-31T10:00:00.000000001", None]),
        "duration": ("timedelta64[ns]", [[1, 5], None]),
        "text": ("object", ["a", None]),
    }
    for form, (dtype, values) in cases.items():
        assert str(table(tmp_path, form, *values)["x"].dtype) == dtype


def test_zones_are_kept(tmp_path):
    cells = [["2020-07-01T12:00:00", 7200, "Europe/Berlin"], None]
    column = table(tmp_path, "zoned", *cells)["x"]
    assert str(column.dtype) == "datetime64[ns, Europe/Berlin]"
    assert column[0] == pd.Timestamp("2020-07-01T10:00:00Z")


def test_dates_that_pandas_cannot_hold_stay_in_a_column_of_objects(tmp_path):
    column = table(tmp_path, "date", "9999-12-31", "2020-01-01", "day 99999999")["x"]
    assert column.tolist() == [
        dt.datetime(9999, 12, 31),
        pd.Timestamp("2020-01-01"),
        "day 99999999",
    ]


def test_a_cell_of_another_type_names_it(tmp_path):
    cells = [{"date": "2020-01-01"}, {"double": "NaN"}, 1, 1.0, [1, {"set": [2]}]]
    column = table(tmp_path, "object", *cells)["x"].tolist()
    assert column[0] == pd.Timestamp("2020-01-01")
    assert np.isnan(column[1])
    assert [type(v) for v in column[2:4]] == [int, float]
    assert column[4] == [1, [2]] and isinstance(column[4][1], KnimeSet)


def test_bytes_and_times_are_read(tmp_path):
    assert table(tmp_path, "object", {"bytes": "AQI="})["x"][0] == b"\1\2"
    assert table(tmp_path, "time", "12:34:56.123456789")["x"][0] == dt.time(
        12, 34, 56, 123456
    )


def test_a_table_without_rows_has_its_columns(tmp_path):
    empty = table(tmp_path, "int")
    assert list(empty.columns) == ["x"] and empty.empty
