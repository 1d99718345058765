import pandas as pd
import pytest
from row_ids import (
    count_repeated_ids,
    natural_row_id_keys,
    row_id_keys,
    row_id_texts,
    row_ids,
    row_labels,
    row_labels_from,
    suffix_repeated,
)


def test_integers_stand_for_numbered_rows():
    assert row_ids(pd.Index([0, "a", "Row7"])) == ["Row0", "a", "Row7"]
    assert row_labels(["Row0", "Row12"]).tolist() == [0, 12]


def test_one_other_id_makes_all_labels_texts():
    assert row_labels(["Row0", "Row01"]).tolist() == ["Row0", "Row01"]
    assert row_labels(["Row1", "Row2_dup"]).tolist() == ["Row1", "Row2_dup"]


def test_no_rows_give_an_integer_index():
    assert row_labels([]).dtype == "int64"


def test_repeated_ids_get_suffixes_until_they_are_new():
    ids = ["a", "a", "a_x", "a"]
    assert suffix_repeated(ids, "_x") == ["a", "a_x", "a_x_x", "a_x_x_x"]


def test_row_ids_are_a_column_too():
    table = pd.DataFrame({"a": [1, 2]}, index=[0, 5])
    assert row_id_texts(table).to_dict() == {0: "Row0", 5: "Row5"}
    assert row_id_texts(table[:0]).dtype == object


def test_row_ids_sort_as_texts():
    assert list(row_id_keys(pd.Index([2, 10]))) == ["Row2", "Row10"]


def test_a_column_can_give_the_row_ids():
    numbers = pd.Series([7, 8], dtype="Int64")
    assert list(row_labels_from(numbers)) == ["7", "8"]
    assert list(row_labels_from(pd.Series(["Row3", "Row1"]))) == [3, 1]


def test_a_missing_or_repeated_row_id_is_an_error_unless_allowed():
    texts = pd.Series(["a", None, "a"], dtype=object, name="id")
    with pytest.raises(ValueError, match="missing"):
        row_labels_from(texts)
    with pytest.raises(ValueError, match="repeated"):
        row_labels_from(texts, replace_missing=True)
    ids = row_labels_from(texts, replace_missing=True, count_repeated=True)
    assert list(ids) == ["a", "?", "a(1)"]


def test_a_counter_skips_what_is_taken():
    # RowKeyUtil2: the counter of "a" finds a(1) taken and goes on with a(2).
    assert count_repeated_ids(["a", "a(1)", "a", "a"]) == ["a", "a(1)", "a(2)", "a(3)"]


def test_row_ids_can_sort_by_the_numbers_in_them():
    assert list(natural_row_id_keys(pd.Index([10, 2]))) == [1.0, 0.0]
