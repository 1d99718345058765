import pandas as pd

from names import next_name, unique_name, with_names


def test_a_free_name_stays_without_its_blanks():
    assert unique_name(" a ", ["b"]) == "a"
    assert next_name(" a ", ["b"]) == "a"


def test_a_taken_name_gets_the_first_free_number():
    assert unique_name("a", ["a", "a (#1)"]) == "a (#2)"
    assert next_name("a", ["a", "a (#1)"]) == "a (#2)"


def test_a_counted_name_is_counted_on_by_next_name_alone():
    taken = ["a (#2)"]
    assert unique_name("a (#2)", taken) == "a (#2) (#1)"
    assert next_name("a (#2)", taken) == "a (#3)"


def test_names_that_clash_are_numbered_and_none_keeps_a_name():
    table = pd.DataFrame([[1, 2, 3]], columns=["a1", "a2", "b"])
    renamed = with_names(table, ["a", "a", "b"])
    assert list(renamed.columns) == ["a", "a (#1)", "b"]
    kept = with_names(table, ["b", None, None])
    assert list(kept.columns) == ["b (#1)", "a2", "b"]
    assert list(table.columns) == ["a1", "a2", "b"]
