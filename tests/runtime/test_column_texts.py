import pandas as pd
import pytest
from column_texts import column_texts


def test_numbers_and_flags_are_texts_as_in_knime():
    assert list(column_texts(pd.Series([1, None], dtype="Int64"))) == ["1", None]
    assert list(column_texts(pd.Series([1.0, float("nan")]))) == ["1.0", None]
    assert list(column_texts(pd.Series([True], dtype="boolean"))) == ["true"]


def test_lists_print_their_elements():
    column = pd.Series([["a", None], None], dtype=object)
    assert list(column_texts(column)) == ["[a, ?]", None]


def test_midnights_are_dates():
    days = pd.Series(pd.to_datetime(["2020-01-02", None]))
    assert list(column_texts(days)) == ["2020-01-02", None]
    times = pd.Series(pd.to_datetime(["2020-01-02", "2020-01-02 10:30"]))
    assert list(column_texts(times)) == ["2020-01-02T00:00", "2020-01-02T10:30"]


def test_durations_are_refused():
    with pytest.raises(NotImplementedError):
        column_texts(pd.Series(pd.to_timedelta(["1h"])))
