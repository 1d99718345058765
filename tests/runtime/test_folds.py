"""Folds of cross validations; the numbers are java.util.Random's, worked out from XValidatePartitionModel."""

import pandas as pd
from folds import collect_folds, folds_in_line, random_folds, stratified_folds


def test_folds_in_line_are_cut_as_evenly_as_can_be():
    assert list(folds_in_line(7, 3)) == [0, 0, 0, 1, 1, 2, 2]


def test_random_folds_are_the_same_ones_moved():
    numbers = random_folds(10, 3, seed=1)
    assert sorted(numbers) == sorted(folds_in_line(10, 3))
    assert list(numbers) == list(random_folds(10, 3, seed=1))


def test_stratified_folds_deal_each_class_in_turn():
    numbers = stratified_folds(pd.Series(["a", "b", "a", "b", "a", "b"]), 3, seed=1)
    assert sorted(numbers[[0, 2, 4]]) == [0, 1, 2]
    assert sorted(numbers[[1, 3, 5]]) == [0, 1, 2]


def test_errors_of_numbers_are_squares():
    fold = pd.DataFrame({"y": [1.0, 2.0], "p": [1.5, 2.0]})
    predictions, errors = collect_folds([fold, fold[:1]], "y", "p", fold_column=True)
    assert list(predictions["fold #"]) == [0, 0, 1]
    assert list(errors.index) == ["fold 0", "fold 1"]
    assert list(errors["Total squared error"]) == [0.25, 0.25]
    assert list(errors["Mean squared error"]) == [0.125, 0.25]
    assert list(errors["Size of Test Set"]) == [2, 1]
