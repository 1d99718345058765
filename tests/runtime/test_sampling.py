import numpy as np
import pandas as pd
from sampling import java_round, linear_rows, random_rows, stratified_rows


def test_halves_are_rounded_up():
    assert [java_round(x) for x in (0.5, 1.5, 2.5, 2.4)] == [1, 2, 3, 2]


def test_random_rows_are_as_many_as_asked_for():
    assert random_rows(100, 30, seed=1).sum() == 30
    assert random_rows(3, 30, seed=1).all()
    assert not random_rows(3, 0, seed=1).any()


def test_a_seed_gives_the_same_rows_again():
    assert (random_rows(50, 20, seed=7) == random_rows(50, 20, seed=7)).all()


def test_strata_keep_their_shares():
    classes = pd.Series(["a"] * 60 + ["b"] * 30 + [None] * 10, dtype=object)
    chosen = stratified_rows(classes, 50, seed=1)
    assert [chosen[:60].sum(), chosen[60:90].sum(), chosen[90:].sum()] == [30, 15, 5]


def test_strata_are_filled_up_to_the_count():
    classes = pd.Series(["a", "b", "c"] * 3, dtype=object)
    assert stratified_rows(classes, 4, seed=1).sum() == 4


def test_linear_rows_hold_the_first_and_the_last():
    chosen = linear_rows(10, 3)
    assert chosen[0] and chosen[9]
    assert list(np.flatnonzero(chosen)) == [0, 3, 9]
