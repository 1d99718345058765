import pandas as pd
from text_order import is_text_between, java_order, natural, natural_order


def test_texts_sort_by_utf_16_units():
    # A smiley is two surrogates (U+D83D U+DE00) and comes before U+FF01.
    assert sorted(["\uff01", "\U0001f600", "b", "B"], key=java_order) == [
        "B",
        "b",
        "\U0001f600",
        "\uff01",
    ]


def test_a_range_of_texts_includes_its_bounds_and_no_missing_one():
    texts = pd.Series(["a", "b", "c", None], dtype=object)
    assert list(is_text_between(texts, "a", "b")) == [True, True, False, False]
    assert list(is_text_between(texts, lower="b")) == [False, True, True, False]
    assert list(is_text_between(texts, upper="a")) == [True, False, False, False]


def test_numbers_in_texts_sort_by_value():
    texts = ["a10", "a2", "a02", "10", "9", "", "a", " 1", "a2b"]
    assert sorted(texts, key=natural) == [
        "",
        " 1",
        "9",
        "10",
        "a",
        "a2",
        "a2b",
        "a02",
        "a10",
    ]


def test_only_texts_get_other_keys():
    assert list(natural_order(pd.Series(["b10", "b9", "b10"]))) == [1.0, 0.0, 1.0]
    numbers = pd.Series([2, 1], dtype="Int64")
    assert natural_order(numbers) is numbers
