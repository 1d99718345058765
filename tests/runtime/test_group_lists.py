import pandas as pd
from group_lists import (
    appended_elements,
    element_count,
    elements_of_one_list,
    intersection_of_lists,
    list_length,
    union_of_lists,
)

LISTS = pd.Series([["b", "a"], None, ["a", None, "c"]])


def test_elements_are_counted_and_appended_in_order():
    assert element_count(LISTS) == 5
    assert appended_elements(LISTS) == ["b", "a", "a", "c"]
    assert appended_elements(LISTS, keep_missing=True) == ["b", "a", "a", None, "c"]


def test_a_union_has_each_element_once():
    assert union_of_lists(LISTS) == ["b", "a", None, "c"]
    assert union_of_lists(LISTS, limit=3) is None


def test_an_intersection_needs_all_lists():
    assert intersection_of_lists(LISTS) is None
    assert intersection_of_lists(LISTS.dropna()) == ["a"]
    assert intersection_of_lists(LISTS.dropna(), limit=2) is None
    assert intersection_of_lists(LISTS[:0]) == []


def test_elements_of_one_list_occur_once():
    assert elements_of_one_list(LISTS) == ["b", None, "c"]
    assert elements_of_one_list(LISTS, limit=2) is None


def test_no_list_has_no_length():
    assert list_length(None) == 0
    assert list_length(["a"]) == 1
