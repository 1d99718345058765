"""Rows drawn as KNIME's Row Sampling and Partitioning nodes draw them."""

from __future__ import annotations

from typing import Optional

import numpy as np
import pandas as pd

from java_random import JavaRandom


def java_round(number: float) -> int:
    """Return the nearest whole number, halves up, as Math.round does."""
    return int(np.floor(number + 0.5))


def random_rows(rows: int, count: int, seed: Optional[int] = None) -> np.ndarray:
    """Return a mask of count rows drawn at random; a seed gives KNIME's rows."""
    random = JavaRandom(seed)
    chosen = np.full(rows, rows <= count)
    if rows > count:
        order = list(range(rows))
        for last in range(rows - 1, -1, -1):
            other = random.next_int(last + 1)
            order[last], order[other] = order[other], order[last]
        chosen[order[:count]] = True
    return chosen


def stratified_rows(
    classes: pd.Series, count: int, seed: Optional[int] = None
) -> np.ndarray:
    """Return a mask of count rows that keeps the shares of the classes."""
    random = JavaRandom(seed)
    rows = len(classes)
    chosen = np.full(rows, rows <= count)
    if rows <= count:
        return chosen
    codes = pd.factorize(classes, use_na_sentinel=False)[0]
    groups = [list(np.flatnonzero(codes == code)) for code in range(codes.max() + 1)]
    drawn = 0
    for group in groups:
        share = java_round(len(group) * (count / rows))
        random.shuffle(group)
        for _ in range(min(share, count - drawn)):
            chosen[group.pop()] = True
            drawn += 1
    while drawn < count:
        for group in groups:
            if group and drawn < count:
                chosen[group.pop()] = True
                drawn += 1
    return chosen


def linear_rows(rows: int, count: int) -> np.ndarray:
    """Return a mask of evenly spaced rows, the first and the last among them."""
    share = count / max(rows, 1)
    chosen = np.zeros(rows, dtype=bool)
    total = 0.0
    for row in range(rows):
        total += share
        is_edge = row in (0, rows - 1)
        if is_edge or (count != 1 and int(total - share) < int(total)):
            chosen[row] = True
            count -= 1
    return chosen
