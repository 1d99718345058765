import math

import numpy as np
import pandas as pd
from filling import fill_between, fill_by_mean, fill_by_mode, fill_by_window

INTS = pd.Series(pd.array([None, 1, None, None, 5, None], dtype="Int64"))
DOUBLES = INTS.astype("float64")
NONE = pd.Series(pd.array([None, None], dtype="Int64"))


def test_means_are_rounded_half_up():
    assert fill_by_mean(pd.Series(pd.array([1, 2, None], "Int64"))).tolist() == [
        1,
        2,
        2,
    ]
    assert fill_by_mean(pd.Series([-1.0, -2.0, np.nan])).tolist() == [-1, -2, -1]
    assert fill_by_mean(NONE).isna().all()


def test_the_mode_is_the_value_that_gets_there_first():
    cells = pd.Series(["a", "b", None, "b", "a"], dtype=object)
    assert fill_by_mode(cells).tolist() == ["a", "b", "b", "b", "a"]
    assert fill_by_mode(NONE).isna().all()


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
