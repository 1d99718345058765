"""Folds of a cross validation."""

from __future__ import annotations

from typing import Optional

import numpy as np
import pandas as pd

from java_random import JavaRandom
from names import unique_name


def folds_in_line(rows: int, folds: int) -> np.ndarray:
    """Return the number of each row's fold: the first rows, the next ones, and so on."""
    return np.array([int(row / (rows / folds)) for row in range(rows)], dtype=int)


def random_folds(rows: int, folds: int, seed: Optional[int] = None) -> np.ndarray:
    """Return the number of each row's fold, drawn at random; a seed gives KNIME's."""
    random = JavaRandom(seed)
    numbers = folds_in_line(rows, folds)
    for row in range(rows):
        other = random.next_int(rows)
        numbers[[row, other]] = numbers[[other, row]]
    return numbers


def stratified_folds(
    classes: pd.Series, folds: int, seed: Optional[int] = None
) -> np.ndarray:
    """Return the number of each row's fold, so that all folds have the same classes."""
    numbers = np.zeros(len(classes), dtype=int)
    codes = pd.factorize(classes, use_na_sentinel=False)[0]
    fold = 0
    for code in range(codes.max(initial=-1) + 1):
        group = list(np.flatnonzero(codes == code))
        JavaRandom(seed).shuffle(group)
        for row in group:
            numbers[row] = fold
            fold = (fold + 1) % folds
    return numbers


def collect_folds(
    rounds: list[pd.DataFrame], target: str, prediction: str, fold_column: bool = False
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return the predictions of all folds, and the errors of each fold."""
    errors = []
    for fold in rounds:
        if pd.api.types.is_numeric_dtype(fold[prediction]):
            squares = (fold[target].astype(float) - fold[prediction].astype(float)) ** 2
            if squares.isna().any():
                raise ValueError("a target or a prediction is missing")
            total = float(sum(squares))
            mean = total / len(fold) if len(fold) else np.nan
            names = ["Total squared error", "Mean squared error", "Size of Test Set"]
            errors.append(dict(zip(names, [total, mean, len(fold)])))
        else:
            pairs = zip(fold[target], fold[prediction])
            wrong = sum(not (a == b or (pd.isna(a) and pd.isna(b))) for a, b in pairs)
            percent = 100.0 * wrong / len(fold) if len(fold) else np.nan
            names = ["Error in %", "Size of Test Set", "Error Count"]
            errors.append(dict(zip(names, [percent, len(fold), wrong])))
    statistics = pd.DataFrame(errors, [f"fold {n}" for n in range(len(errors))])
    counts = statistics.select_dtypes("int64").columns
    if fold_column:
        name = unique_name("fold #", rounds[0].columns)
        rounds = [
            fold.assign(**{name: pd.array([number] * len(fold), dtype="Int64")})
            for number, fold in enumerate(rounds)
        ]
    return pd.concat(rounds), statistics.astype({name: "Int64" for name in counts})
