import pandas as pd
import pytest

from rounding import round_numbers, whole_numbers


@pytest.mark.parametrize(
    ("value", "digits", "significant", "rounding", "rounded"),
    [
        (2.675, 2, False, "ROUND_HALF_UP", 2.68),
        (0.125, 2, False, "ROUND_HALF_EVEN", 0.12),
        (-2.5, 0, False, "ROUND_HALF_UP", -3.0),
        (2.001, 2, False, "ROUND_UP", 2.01),
        (-2.001, 2, False, "ROUND_FLOOR", -2.01),
        (123456.789, 3, True, "ROUND_HALF_UP", 123000.0),
        (0.30000000000000004, 3, True, "ROUND_UP", 0.301),
        (1e300, 2, False, "ROUND_HALF_UP", 1e300),
        (float("-inf"), 2, False, "ROUND_HALF_UP", float("-inf")),
    ],
)
def test_the_decimal_form_is_rounded(value, digits, significant, rounding, rounded):
    column = pd.Series([value])
    assert round_numbers(column, digits, significant, rounding)[0] == rounded


def test_there_is_no_negative_zero():
    assert str(round_numbers(pd.Series([-0.001]), 2)[0]) == "0.0"


def test_integers_become_doubles_and_missing_stays_missing():
    column = pd.Series([5, None], dtype="Int64", index=["a", "b"])
    rounded = round_numbers(column, 1)
    assert rounded.dtype == "float64"
    assert rounded["a"] == 5
    assert rounded.isna().tolist() == [False, True]


def test_whole_numbers_are_rounded_half_up_and_kept_in_range():
    column = pd.Series([2.5, -2.5, 0.49999999999999994, 3e9, None])
    assert whole_numbers(column, "round").tolist() == [3, -2, 0, pd.NA, pd.NA]
    assert whole_numbers(column, "floor", bits=64)[:4].tolist() == [
        2,
        -3,
        0,
        3 * 10**9,
    ]
    assert whole_numbers(column, "ceil")[:3].tolist() == [3, -2, 1]
