import numpy as np
import pandas as pd
from group_cells import (
    cell_list,
    distinct_cells,
    each_group,
    first_cells,
    int_sums,
    joined_cells,
    joined_distinct_cells,
    least_cell,
    most_frequent,
    sorted_cells,
    variances,
)

TABLE = pd.DataFrame(
    {
        "key": ["b", None, "b", "a", None, "b"],
        "text": [None, "x", "y", None, "x", "y"],
        "int": pd.array([1, 2, None, 4, 5, 6], dtype="Int64"),
        "flag": pd.array([True, None, False, None, None, True], dtype="boolean"),
        "day": pd.to_datetime(["2020-01-02", None] * 3),
    }
)
GROUPS = TABLE.groupby("key", dropna=False, sort=False)


def test_first_and_last_cells_may_be_missing_and_keep_their_dtype():
    assert first_cells(GROUPS["text"]).tolist() == [None, "x", None]
    assert first_cells(GROUPS["int"], keep="last").tolist() == [6, 5, 4]
    assert first_cells(GROUPS["flag"]).dtype == "boolean"
    assert first_cells(GROUPS["day"]).dtype == "datetime64[ns]"


def test_sums_of_ints_stop_at_the_largest_int():
    big = pd.DataFrame(
        {"k": [1, 1, 2, 3], "n": pd.array([2**30, 2**30, 1, None], "Int64")}
    )
    assert int_sums(big.groupby("k")["n"]).isna().tolist() == [True, False, True]


def test_the_variance_of_one_value_is_zero_and_of_none_is_missing():
    found = variances(GROUPS["int"])
    assert found.dtype == "float64"
    assert found.tolist() == [12.5, 4.5, 0.0]
    none = pd.DataFrame({"k": [1], "n": [np.nan]}).groupby("k")["n"]
    assert variances(none).isna().all()


def test_lists_hold_none_for_missing_cells():
    assert each_group(GROUPS["int"], cell_list).tolist() == [[1, None, 6], [2, 5], [4]]
    assert cell_list(TABLE["day"])[:2] == [pd.Timestamp("2020-01-02"), None]
    assert cell_list(TABLE["int"][:0]) is None


def test_more_cells_than_the_limit_give_a_missing_cell():
    assert each_group(GROUPS["int"], cell_list, limit=2).tolist() == [None, [2, 5], [4]]
    assert joined_distinct_cells(TABLE["int"], ",", limit=3) is None


def test_sets_keep_the_first_of_equal_cells():
    assert distinct_cells(TABLE["text"]) == [None, "x", "y"]


def test_sorted_lists_begin_with_the_missing_cells():
    assert sorted_cells(TABLE["int"]) == [None, 1, 2, 4, 5, 6]


def test_the_mode_is_the_first_of_the_most_frequent_cells():
    assert most_frequent(pd.Series(["b", "a", "a", "b"])) == "b"
    assert most_frequent(pd.Series([None, "a", None])) is None
    assert most_frequent(TABLE["int"].dropna()[:0]) is None


def test_the_least_text_ignores_missing_cells():
    assert least_cell(TABLE["text"]) == "x"
    assert least_cell(TABLE["text"], greatest=True) == "y"
    assert least_cell(TABLE["text"][:1]) is None


def test_joined_texts_print_cells_as_knime_does():
    assert joined_cells(pd.Series([1.0, 1e10, np.nan]), ", ") == "1.0, 1.0E10, ?"
    assert joined_cells(TABLE["flag"], "|") == "true|?|false|?|?|true"
    assert joined_cells(TABLE["day"][:2], ";", dates=True) == "2020-01-02;?"
    assert joined_cells(TABLE["int"][:0], ";") is None


def test_joined_distinct_texts_can_tell_how_often_each_occurs():
    cells = pd.Series(["b", "a", "b"])
    assert joined_distinct_cells(cells, ", ") == "b, a"
    assert joined_distinct_cells(cells, ", ", counts=True) == "b(2), a(1)"
    assert joined_distinct_cells(cells[:0], ", ", empty="") == ""


def test_no_rows_give_no_groups():
    groups = TABLE[:0].groupby("key", dropna=False, sort=False)
    assert len(each_group(groups["int"], cell_list)) == 0
    assert len(first_cells(groups["text"])) == 0
    assert len(int_sums(groups["int"])) == 0
    assert len(variances(groups["int"])) == 0


def test_what_becomes_of_each_group_has_the_dtype_that_is_asked_for():
    found = each_group(GROUPS["int"], most_frequent, dtype="Int64", missing=False)
    assert found.tolist() == [1, 2, 4]
    assert found.dtype == "Int64"
    assert each_group(GROUPS["int"], len, missing=False).tolist() == [2, 2, 1]
    digits = each_group(GROUPS["int"], joined_cells, "", missing=False)
    assert digits.tolist() == ["16", "25", "4"]
