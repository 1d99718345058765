import pandas as pd
import pytest

from side_by_side import side_by_side

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
