import pandas as pd
import pytest

from side_by_side import filled_from, side_by_side

LEFT = pd.DataFrame({"a": [1.5, 2.5], "b": ["x", "y"]}, index=["r1", "r2"])
RIGHT = pd.DataFrame(
    {"a": pd.array([1, 2, 3], dtype="Int64")}, index=["r1", "r2", "r3"]
)


def test_new_row_ids_take_all_rows():
    joined = side_by_side([LEFT, RIGHT])
    assert list(joined.columns) == ["a", "b", "a (#1)"]
    assert list(joined.index) == [0, 1, 2]
    assert joined["a (#1)"].dtype == "Int64"
    assert joined.loc[2, ["a", "b"]].isna().all()


def test_the_row_ids_of_one_table_say_how_many_rows_there_are():
    joined = side_by_side([LEFT, RIGHT], LEFT.index)
    assert list(joined.index) == ["r1", "r2"]
    assert joined["a (#1)"].tolist() == [1, 2]
    assert list(side_by_side([LEFT, RIGHT], RIGHT.index)["b"])[:2] == ["x", "y"]


def test_other_row_ids_are_an_error_where_they_must_be_the_same():
    assert len(side_by_side([LEFT, LEFT], LEFT.index, same=True)) == 2
    with pytest.raises(ValueError):
        side_by_side([LEFT, RIGHT], LEFT.index, same=True)


def test_gaps_are_filled_from_another_column():
    first = pd.Series(pd.array([1, None, None], dtype="Int64"))
    same = filled_from(first, pd.Series(pd.array([7, 8, None], dtype="Int64")))
    assert same.dtype == "Int64"
    assert same.tolist() == [1, 8, pd.NA]
    doubles = filled_from(first, pd.Series([7.5, 8.5, 9.5]))
    assert doubles.tolist() == [1.0, 8.5, 9.5]
    assert filled_from(first, pd.Series(["a", "b", "c"])).tolist() == [1, "b", "c"]
