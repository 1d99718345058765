import math

import numpy as np
import pandas as pd
from filling import (
    REMOVE_ROW,
    fill_between,
    fill_by_window,
    fill_columns,
    first_mode,
    rounded_mean,
)

INTS = pd.Series(pd.array([None, 1, None, None, 5, None], dtype="Int64"))
DOUBLES = INTS.astype("float64")
NONE = pd.Series(pd.array([None, None], dtype="Int64"))


def test_means_are_rounded_half_up():
    assert rounded_mean(pd.Series(pd.array([1, 2, None], "Int64"))) == 2
    assert rounded_mean(pd.Series([-1.0, -2.0, np.nan])) == -1
    assert rounded_mean(NONE) is None


def test_the_mode_is_the_value_that_gets_there_first():
    cells = pd.Series(["a", "b", None, "b", "a"], dtype=object)
    assert first_mode(cells) == "b"
    assert first_mode(NONE) is None


def test_columns_are_filled_and_rows_removed_as_their_replacement_says():
    table = pd.DataFrame({"int": INTS, "none": [None] * 6, "text": ["a"] * 5 + [None]})
    filled = fill_columns(
        table, {"int": 2.5, "text": REMOVE_ROW, "none": None, "other": 1}
    )
    assert filled["int"].tolist() == [2.5, 1, 2.5, 2.5, 5]
    assert filled["int"].dtype == "float64"
    assert filled["none"].isna().all()
    assert table["int"].isna().sum() == 4


def test_functions_see_the_rows_that_are_removed():
    table = pd.DataFrame({"int": INTS, "text": [None, None, "b", "c", "d", "e"]})
    filled = fill_columns(table, {"int": pd.Series.ffill, "text": REMOVE_ROW})
    assert filled["int"].tolist() == [1, 1, 5, 5]


def test_no_mean_makes_doubles_all_the_same():
    table = pd.DataFrame({"int": NONE})
    assert fill_columns(table, {"int": math.nan})["int"].dtype == "float64"


def test_linear_interpolation_rounds_integers_and_copies_at_the_ends():
    assert fill_between(DOUBLES).round(6).tolist() == [1, 1, 2.333333, 3.666667, 5, 5]
    assert fill_between(INTS).tolist() == [1, 1, 2, 4, 5, 5]
    assert fill_between(INTS).dtype == "Int64"
    assert fill_between(NONE).isna().all()


def test_average_interpolation_takes_the_middle_of_the_neighbours():
    assert fill_between(INTS, by_distance=False).tolist() == [1, 1, 3, 3, 5, 5]


def test_windows_use_the_cells_that_were_there_before():
    filled = fill_by_window(DOUBLES, behind=1, ahead=2).tolist()
    assert filled == [1, 1, 3, 5, 5, 5]
    assert math.isnan(fill_by_window(NONE, 1, 1)[0])
