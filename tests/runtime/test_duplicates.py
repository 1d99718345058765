import pandas as pd
from duplicates import chosen_row_ids, duplicate_status

TABLE = pd.DataFrame({"a": ["x", None, "x", "y", None]}, index=[0, 1, 2, 3, 4])


def test_rows_are_unique_chosen_or_duplicate():
    assert list(duplicate_status(TABLE, ["a"])) == [
        "chosen",
        "chosen",
        "duplicate",
        "unique",
        "duplicate",
    ]


def test_repeated_rows_name_the_first_of_their_kind():
    ids = [None, None, "Row0", None, "Row1"]
    assert list(chosen_row_ids(TABLE, ["a"])) == ids
