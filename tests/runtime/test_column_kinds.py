import datetime as dt

import pandas as pd
import pytest

from column_kinds import column_kind, is_text_like, with_chosen_types


@pytest.mark.parametrize(
    ("values", "dtype", "kind"),
    [
        (["a", None], object, "text"),
        ([None, None], object, "text"),
        ([1, None], "Int64", "integer"),
        ([1.5, None], "float64", "double"),
        ([True, None], "boolean", "boolean"),
        (["2020-01-31", None], "datetime64[ns]", "date"),
        (["2020-01-31"], "datetime64[ns, UTC]", "zoned date"),
        ([pd.Timedelta("1h")], "timedelta64[ns]", "duration"),
        ([None, dt.time(1, 2)], object, "time"),
        ([None, ["a"]], object, "list"),
        ([b"x"], object, "binary"),
    ],
)
def test_a_column_tells_its_kind(values, dtype, kind):
    assert column_kind(pd.Series(values, dtype=dtype)) == kind


def test_an_empty_column_of_objects_is_text():
    assert column_kind(pd.Series([], dtype=object)) == "text"


def test_dates_count_as_text_and_numbers_do_not():
    assert is_text_like(pd.Series(pd.to_datetime(["2020-01-31"])))
    assert is_text_like(pd.Series([None, "a"]))
    assert not is_text_like(pd.Series([1.5]))
    assert not is_text_like(pd.Series([["a"], None]))


def test_a_column_becomes_text_where_text_has_the_chosen_place():
    table = pd.DataFrame(
        {
            "double": [1.0, None],
            "integer": pd.array([1, None], dtype="Int64"),
            "truth": pd.array([True, None], dtype="boolean"),
            "text": ["a", None],
        }
    )
    choices = {"double": 5, "integer": 7, "truth": 9, "text": 1, "gone": 7}
    typed = with_chosen_types(table, choices)
    assert typed.loc[0].tolist() == ["1.0", "1", "true", "a"]
    assert typed.loc[1].isna().all()
    assert table["double"].dtype == "float64"
    same = with_chosen_types(table, {"double": 1, "integer": 5, "truth": 3})
    pd.testing.assert_frame_equal(same, table)


def test_a_list_as_another_type_is_refused():
    with pytest.raises(NotImplementedError):
        with_chosen_types(pd.DataFrame({"a": [["x"]]}), {"a": 2})
