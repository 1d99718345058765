import pandas as pd
from joins import (
    in_scan_order,
    join_columns,
    joined_ids,
    joined_rows,
    kept_ids,
    matching_rows,
    rows_matching_any,
    take_rows,
    unmatched_rows,
)

LEFT = pd.DataFrame(
    {
        "key": ["a", "b", None, "a", "z"],
        "int": pd.array([1, 2, 3, None, 5], dtype="Int64"),
    }
)
RIGHT = pd.DataFrame(
    {"key": ["a", "a", "b", None], "int": pd.array([7, 2, 9, None], dtype="Int64")},
    index=["x1", "x2", "x3", "x4"],
)
KEYS = [[LEFT["key"]], [RIGHT["key"]]]
PAIRS = matching_rows(*KEYS)
ROWS = joined_rows(
    PAIRS, unmatched_rows(PAIRS, "left", 5), unmatched_rows(PAIRS, "right", 4)
)


def positions(rows):
    return [tuple(None if pd.isna(x) else x for x in row) for row in rows.to_numpy()]


def test_pairs_come_in_the_order_of_the_left_and_then_the_right_rows():
    assert positions(PAIRS) == [(0, 0), (0, 1), (1, 2), (3, 0), (3, 1)]


def test_missing_keys_match_nothing():
    assert positions(ROWS)[5:] == [(2, None), (4, None), (None, 3)]


def test_keys_of_different_types_match_nothing():
    assert len(matching_rows([LEFT["int"]], [RIGHT["int"].astype("float64")])) == 0


def test_any_of_several_keys_can_match_but_only_once():
    pairs = rows_matching_any([LEFT["key"], LEFT["int"]], [RIGHT["key"], RIGHT["int"]])
    assert positions(pairs) == [(0, 0), (0, 1), (1, 1), (1, 2), (3, 0), (3, 1)]


def test_a_scan_of_the_left_table_begins_with_missing_keys_of_the_right_one():
    assert positions(in_scan_order(ROWS, *KEYS, by_left=True)) == [
        (None, 3),
        (0, 0),
        (0, 1),
        (1, 2),
        (2, None),
        (3, 0),
        (3, 1),
        (4, None),
    ]


def test_a_scan_of_the_right_table_ends_with_the_other_rows_of_the_left_one():
    assert positions(in_scan_order(ROWS, *KEYS, by_left=False)) == [
        (2, None),
        (0, 0),
        (3, 0),
        (0, 1),
        (3, 1),
        (1, 2),
        (None, 3),
        (4, None),
    ]


def test_rows_at_missing_positions_are_missing_in_the_same_dtypes():
    taken = take_rows(LEFT, ROWS["left"])
    assert taken.dtypes.tolist() == LEFT.dtypes.tolist()
    assert taken.iloc[-1].isna().all()
    assert taken["key"].iloc[-1] is None


def test_taken_names_get_suffixes_or_numbers():
    names = join_columns(LEFT, RIGHT, ROWS, "_r").columns
    assert names.tolist() == ["key", "int", "key_r", "int_r"]
    names = join_columns(LEFT, RIGHT, ROWS, None).columns
    assert names.tolist() == ["key", "int", "key (#1)", "int (#1)"]


def test_row_ids_are_joined_or_kept():
    ids = joined_ids(LEFT, RIGHT, ROWS, "_").tolist()
    assert ids[2:] == ["Row1_x3", "Row3_x1", "Row3_x2", "Row2_?", "Row4_?", "?_x4"]
    assert kept_ids(LEFT, RIGHT, ROWS).tolist()[4:] == ["Row3", "Row2", "Row4", "x4"]
    assert kept_ids(LEFT, LEFT, ROWS[:2]).tolist() == [0, 0]
