import datetime as dt

import pandas as pd
from group_dates import date_period, date_range, mean_date, middle_date

DAYS = pd.Series(pd.to_datetime(["2020-01-04", None, "2020-01-01", "2020-01-02"]))
TIMES = pd.Series([dt.time(10), None, dt.time(9, 30)])
NONE = DAYS[1:2]


def test_the_mean_of_days_is_a_day():
    assert mean_date(DAYS, days=True) == pd.Timestamp("2020-01-02")
    assert mean_date(DAYS[2:], days=True) == pd.Timestamp("2020-01-01")
    assert mean_date(NONE) is None


def test_the_mean_of_points_in_time_is_a_whole_second():
    two = pd.Series(pd.to_datetime(["2020-01-01T00:00:00", "2020-01-01T00:00:03"]))
    assert mean_date(two) == pd.Timestamp("2020-01-01T00:00:01.000000001")


def test_the_mean_of_times_is_a_time():
    assert mean_date(TIMES) == dt.time(9, 45)


def test_the_middle_of_an_even_count_is_chosen_or_computed():
    assert middle_date(DAYS, "mean", days=True) == pd.Timestamp("2020-01-02")
    assert middle_date(TIMES, "lower") == dt.time(9, 30)
    assert middle_date(TIMES, "upper") == dt.time(10)
    assert middle_date(TIMES, "mean") == dt.time(9, 45)
    assert middle_date(NONE, "mean") is None


def test_ranges_are_durations():
    assert date_range(DAYS) == pd.Timedelta(days=3)
    assert date_range(TIMES) == pd.Timedelta(minutes=30)
    assert date_range(NONE) is pd.NaT


def test_periods_are_counted_in_years_months_and_days():
    assert date_period(DAYS) == "P3D"
    long = pd.Series(pd.to_datetime(["2019-12-31", "2021-03-01"]))
    assert date_period(long) == "P1Y2M1D"
    assert date_period(DAYS[:1]) == "P0D"
    assert date_period(NONE) is None
