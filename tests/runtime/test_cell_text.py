import datetime as dt

import pandas as pd
from cell_text import cell_text


def test_numbers_and_flags_print_as_in_java():
    assert [cell_text(x) for x in (1.0, 3, True, None, pd.NA)] == [
        "1.0",
        "3",
        "true",
        "?",
        "?",
    ]


def test_times_print_only_the_parts_that_count():
    assert cell_text(dt.time(9, 30)) == "09:30"
    assert cell_text(dt.time(9, 30, 5)) == "09:30:05"
    assert cell_text(dt.time(9, 30, 0, 250_000)) == "09:30:00.250"
    assert cell_text(pd.Timestamp("2020-01-02 09:30:00.000000001")) == (
        "2020-01-02T09:30:00.000000001"
    )


def test_a_timestamp_can_be_a_day():
    assert cell_text(pd.Timestamp("2020-01-02"), dates=True) == "2020-01-02"
    assert cell_text(pd.Timestamp("2020-01-02")) == "2020-01-02T00:00"


def test_lists_print_in_brackets():
    assert cell_text(["a", None, 2]) == "[a, ?, 2]"
