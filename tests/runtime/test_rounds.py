"""Rounds of loops."""

import pandas as pd
import pytest
from rounds import append_rounds, collect_rounds, groups_in_turn


def test_groups_come_sorted_with_their_cells_as_variables():
    table = pd.DataFrame({"n": pd.array([2, 1, None, 2], "Int64"), "t": list("abcd")})
    found = [
        (list(group["t"]), variables)
        for group, variables in groups_in_turn(table, ["n"], is_sorted=False)
    ]
    assert found == [
        (["c"], {"n": 0, "groupIdentifier": "%?%"}),
        (["b"], {"n": 1, "groupIdentifier": "%1%"}),
        (["a", "d"], {"n": 2, "groupIdentifier": "%2%"}),
    ]


def test_groups_that_come_again_are_an_error():
    table = pd.DataFrame({"t": ["a", "b", "a"]})
    with pytest.raises(ValueError, match="%a%"):
        list(groups_in_turn(table, ["t"], is_sorted=True))


def test_a_table_without_rows_is_one_group_without_cells():
    table = pd.DataFrame({"t": pd.Series([], dtype=object)})
    [(group, variables)] = groups_in_turn(table, ["t"], is_sorted=False)
    assert len(group) == 0
    assert variables == {"groupIdentifier": ""}


def test_rounds_without_rows_count_but_add_nothing():
    rows = pd.DataFrame({"t": ["a"], "Iteration": ["x"]})
    collected = collect_rounds([rows[:0], rows])
    assert list(collected.columns) == ["t", "Iteration", "Iteration (#1)"]
    assert list(collected["Iteration (#1)"]) == [1]
    assert list(collected.index) == ["Row0#1"]


def test_rounds_may_not_repeat_row_ids_that_are_kept():
    rows = pd.DataFrame({"t": ["a"]})
    with pytest.raises(ValueError, match="same RowID"):
        collect_rounds([rows, rows], row_id_policy="keep")


def test_other_columns_need_leave():
    first, second = pd.DataFrame({"a": ["x"]}), pd.DataFrame({"b": ["y"]})
    with pytest.raises(ValueError, match="other columns"):
        collect_rounds([first, second])
    collected = collect_rounds([first, second], False, "new", changing=True)
    assert list(collected.columns) == ["a", "b"]
    assert list(collected.index) == [0, 1]


def test_columns_of_later_rounds_say_which():
    first = pd.DataFrame({"a": ["x"], "b": ["y"]}, index=["r"])
    second = pd.DataFrame({"a": ["z"], "c": ["w"]}, index=["s"])
    wide = append_rounds([first, second], same_rows=False)
    assert list(wide.columns) == ["a", "b", "a (Iter #1)", "c"]
    assert list(wide.index) == ["r", "s"]
    assert list(wide["a"]) == ["x", None]
    with pytest.raises(ValueError, match="other rows"):
        append_rounds([first, second], same_rows=True)
