import pandas as pd
from row_ids import row_ids, row_labels, suffix_repeated


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
