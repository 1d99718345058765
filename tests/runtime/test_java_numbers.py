import pandas as pd
import pytest

from java_numbers import (
    java_double,
    java_double_text,
    java_int,
    java_long,
    java_suffixed_double,
    number_texts,
    parse_numbers,
)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (1.0, "1.0"),
        (-0.0, "-0.0"),
        (0.1, "0.1"),
        (100.0, "100.0"),
        (1234567.25, "1234567.25"),
        (9999999.0, "9999999.0"),
        (1e7, "1.0E7"),
        (123456789.0, "1.23456789E8"),
        (0.001, "0.001"),
        (0.000999, "9.99E-4"),
        (-12.5e-10, "-1.25E-9"),
        (1 / 3, "0.3333333333333333"),
        (1.7976931348623157e308, "1.7976931348623157E308"),
        (2.0**53, "9.007199254740992E15"),
        (2.0**60, "1.15292150460684698E18"),
        (2.0**63, "9.223372036854776E18"),
        (2.473878811513893e17, "2.47387881151389312E17"),
        (float("nan"), "NaN"),
        (float("inf"), "Infinity"),
        (float("-inf"), "-Infinity"),
    ],
)
def test_a_double_is_printed_as_java_prints_it(value, text):
    assert java_double_text(value) == text


def test_numbers_become_texts_and_missing_stays_missing():
    index = ["a", 7, "c"]
    doubles = number_texts(pd.Series([1.0, None, 2.5e10], index=index))
    assert list(doubles) == ["1.0", None, "2.5E10"]
    assert list(doubles.index) == index
    assert doubles.dtype == object
    integers = pd.Series([5, None], dtype="Int64")
    assert list(number_texts(integers)) == ["5", None]
    booleans = pd.Series([True, False, None], dtype="boolean")
    assert list(number_texts(booleans)) == ["1", "0", None]


@pytest.mark.parametrize("text", ["1_0", "inf", "nan", "1,5", "0x10", "1d", "", "e5"])
def test_what_java_does_not_read_is_an_error(text):
    with pytest.raises(ValueError):
        java_double(text)


def test_java_reads_blanks_exponents_and_suffixes():
    assert java_double(" +1.5e3\t") == 1500
    assert java_double(".5") == 0.5
    assert java_double("-Infinity") == float("-inf")
    assert java_suffixed_double("2.5F") == 2.5


def test_whole_numbers_have_their_range():
    assert java_int("+2147483647") == 2147483647
    assert java_long("-9223372036854775808") == -(2**63)
    for text in ["2147483648", "1.0", " 1", "1_0"]:
        with pytest.raises(ValueError):
            java_int(text)
    with pytest.raises(ValueError):
        java_long("9223372036854775808")


def test_bad_texts_and_blank_ones_are_missing():
    column = pd.Series(["1.234,5", " ", None, "x", "1.2.3"], index=list("abcde"))
    numbers = parse_numbers(column, java_double, "float64", decimal=",", thousands=".")
    assert numbers["a"] == 1234.5
    assert numbers["e"] == 123
    assert numbers.isna().tolist() == [False, True, True, True, False]
    assert list(numbers.index) == list("abcde")


def test_a_point_is_an_error_where_the_decimal_separator_is_another():
    column = pd.Series(["1.5", "1,5"])
    numbers = parse_numbers(column, java_double, "float64", decimal=",")
    assert numbers.isna().tolist() == [True, False]
    with pytest.raises(ValueError):
        parse_numbers(column, java_double, "float64", decimal=",", strict=True)


def test_long_integers_keep_their_digits():
    column = pd.Series(["9007199254740993", None])
    numbers = parse_numbers(column, java_long, "Int64")
    assert numbers.dtype == "Int64"
    assert numbers[0] == 9007199254740993
    assert numbers[1] is pd.NA


def test_dates_are_no_numbers():
    dates = pd.Series(pd.to_datetime(["2020-01-31", None]))
    assert parse_numbers(dates, java_double, "float64").isna().all()
