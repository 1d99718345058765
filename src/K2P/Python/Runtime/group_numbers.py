"""Statistics of the numbers in groups, as KNIME's GroupBy computes them."""

from __future__ import annotations

import math

import numpy as np
import pandas as pd


def geometric_mean(numbers: pd.Series) -> float:
    """Return the geometric mean; not a number where one is negative."""
    with np.errstate(divide="ignore", invalid="ignore"):
        logarithms = np.log(doubles(numbers))
    return float(np.exp(logarithms.mean())) if len(logarithms) else math.nan


def geometric_deviation(numbers: pd.Series) -> float:
    """Return the geometric standard deviation; that of one number is 1."""
    with np.errstate(divide="ignore", invalid="ignore"):
        logarithms = np.log(doubles(numbers))
        if len(logarithms) < 2:
            return 1.0 if len(logarithms) else math.nan
        return float(np.exp(logarithms.std(ddof=1)))


def mean_deviation(numbers: pd.Series, limit: int = 10_000) -> float:
    """Return the mean distance to the mean."""
    values = doubles(numbers, limit)
    return float(np.abs(values - values.mean()).mean()) if len(values) else math.nan


def median_deviation(numbers: pd.Series, limit: int = 10_000) -> float:
    """Return the median distance to the median."""
    values = doubles(numbers, limit)
    if not len(values):
        return math.nan
    return float(np.median(np.abs(values - np.median(values))))


def second_moment(numbers: pd.Series) -> float:
    """Return the sum of the squared distances to the mean."""
    values = doubles(numbers)
    return float(((values - values.mean()) ** 2).sum()) if len(values) else math.nan


def quantile(
    numbers: pd.Series, share: float, method: str = "LEGACY", limit: int = 10_000
) -> float:
    """Return a quantile after one of the nine types of Hyndman and Fan."""
    values = np.sort(doubles(numbers, limit))
    count = len(values)
    if not count:
        return math.nan
    if method in ("R_1", "R_2"):
        place = count * share + 0.5
        high = math.floor(place + 0.5) if method == "R_2" else math.ceil(place - 0.5)
        places = [0 if share == 0 else math.ceil(place - 0.5), high]
        ends = [min(max(each, 1), count) - 1 for each in places]
        return float((values[ends[0]] + values[ends[1]]) / 2)
    if method == "R_3":
        place = round(count * share)
    else:
        start, extra = {
            "R_4": (0, 0),
            "R_5": (0.5, 0),
            "LEGACY": (0, 1),
            "R_6": (0, 1),
            "R_7": (1, -1),
            "R_8": (1 / 3, 1 / 3),
            "R_9": (3 / 8, 1 / 4),
        }[method]
        place = start + (count + extra) * share
    below = math.floor(place)
    if below < 1:
        return float(values[0])
    if below >= count:
        return float(values[-1])
    step = values[below] - values[below - 1]
    return float(values[below - 1] + (place - below) * step)


def doubles(numbers: pd.Series, limit: int | None = None) -> np.ndarray:
    """Return the numbers that are not missing; none if there are more than the limit."""
    values = numbers.dropna().to_numpy(dtype="float64")
    return values if limit is None or len(values) <= limit else values[:0]


def middle_number(numbers: pd.Series, upper: bool, limit: int = 10_000) -> float:
    """Return the lower or the upper one of the two middle numbers."""
    values = np.sort(doubles(numbers, limit))
    if not len(values):
        return math.nan
    return float(values[len(values) // 2 if upper else (len(values) - 1) // 2])


def sum_of_squares(numbers: pd.Series) -> float:
    """Return the sum of the squares; 0 for no numbers."""
    return float((doubles(numbers) ** 2).sum())


def sum_of_logarithms(numbers: pd.Series) -> float:
    """Return the sum of the natural logarithms; 0 for no numbers."""
    with np.errstate(divide="ignore", invalid="ignore"):
        return float(np.log(doubles(numbers)).sum())


def skewness(numbers: pd.Series) -> float:
    """Return the skewness without bias; missing for fewer than three numbers."""
    return float(pd.Series(doubles(numbers)).skew())


def kurtosis(numbers: pd.Series) -> float:
    """Return the excess kurtosis without bias; missing for fewer than four numbers."""
    return float(pd.Series(doubles(numbers)).kurt())


def correlations(
    groups: pd.core.groupby.DataFrameGroupBy, name: str, other: str, method: str
) -> pd.Series:
    """Return the correlation of two columns in each group."""
    values = []
    for _, rows in groups:
        pairs = rows[[name, other]].astype("float64").dropna()
        enough = len(pairs) > 1
        values.append(pairs[name].corr(pairs[other], method) if enough else math.nan)
    return pd.Series(values, index=groups.size().index, dtype="float64")


def covariances(
    groups: pd.core.groupby.DataFrameGroupBy, name: str, other: str
) -> pd.Series:
    """Return the covariance of two columns in each group."""
    values = []
    for _, rows in groups:
        pairs = rows[[name, other]].astype("float64").dropna()
        values.append(pairs[name].cov(pairs[other]) if len(pairs) > 1 else math.nan)
    return pd.Series(values, index=groups.size().index, dtype="float64")
