import math

import numpy as np
import pandas as pd
import pytest
from group_numbers import (
    correlations,
    covariances,
    kurtosis,
    middle_number,
    skewness,
    sum_of_logarithms,
    sum_of_squares,
    geometric_deviation,
    geometric_mean,
    mean_deviation,
    median_deviation,
    quantile,
    second_moment,
)

NUMBERS = pd.Series(pd.array([4, 1, None, 2, 9], dtype="Int64"))
NONE = pd.Series([np.nan])


def test_geometric_statistics_use_natural_logarithms():
    assert geometric_mean(pd.Series([2.0, 8.0])) == pytest.approx(4)
    assert geometric_mean(pd.Series([0.0, 8.0])) == 0
    assert math.isnan(geometric_mean(pd.Series([-1.0, 8.0])))
    assert geometric_deviation(pd.Series([5.0])) == 1
    assert geometric_deviation(pd.Series([1.0, math.e])) == pytest.approx(
        math.exp(math.sqrt(0.5))
    )


def test_deviations_are_distances_to_the_middle():
    assert mean_deviation(NUMBERS) == pytest.approx(2.5)
    assert median_deviation(NUMBERS) == pytest.approx(1.5)
    assert second_moment(NUMBERS) == pytest.approx(38)


def test_the_median_of_an_even_count_can_be_a_middle_value():
    assert middle_number(NUMBERS, upper=False) == 2
    assert middle_number(NUMBERS, upper=True) == 4
    assert middle_number(NUMBERS[:2], upper=False) == 1


@pytest.mark.parametrize(
    ("method", "name"),
    [
        ("R_1", "inverted_cdf"),
        ("R_2", "averaged_inverted_cdf"),
        ("R_4", "interpolated_inverted_cdf"),
        ("R_5", "hazen"),
        ("R_6", "weibull"),
        ("LEGACY", "weibull"),
        ("R_7", "linear"),
        ("R_8", "median_unbiased"),
        ("R_9", "normal_unbiased"),
    ],
)
def test_quantiles_are_those_of_hyndman_and_fan(method, name):
    values = pd.Series([3.0, 1.0, 4.5, 1.5, 9.0, 2.6, 5.3])
    for share in (0.01, 0.25, 0.4, 0.5, 0.77, 0.9, 1.0):
        wanted = np.quantile(values, share, method=name)
        assert quantile(values, share, method) == pytest.approx(wanted)


def test_no_numbers_give_no_number():
    for each in (geometric_mean, geometric_deviation, mean_deviation, second_moment):
        assert math.isnan(each(NONE))
    assert math.isnan(quantile(NONE, 0.5))
    assert math.isnan(median_deviation(NUMBERS, limit=3))


def test_sums_of_squares_and_logarithms_skip_missing_numbers():
    assert sum_of_squares(NUMBERS) == 102
    assert sum_of_logarithms(NUMBERS) == pytest.approx(math.log(72))
    assert sum_of_logarithms(NONE) == 0
    assert sum_of_squares(NONE) == 0


def test_skewness_and_kurtosis_are_corrected_for_bias():
    assert skewness(pd.Series([1.0, 2.0, 6.0])) == pytest.approx(1.457863)
    assert math.isnan(skewness(pd.Series([1.0, 2.0])))
    assert kurtosis(pd.Series([1.0, 2.0, 3.0, 4.0])) == pytest.approx(-1.2)
    assert math.isnan(kurtosis(pd.Series([1.0, 2.0, 3.0])))


def test_two_columns_are_compared_group_by_group():
    table = pd.DataFrame({"k": [1, 1, 1, 2], "a": [1, 2, 3, 4], "b": [2.0, 4, 6, 1]})
    groups = table.groupby("k", sort=False)
    found = correlations(groups, "a", "b", "pearson")
    assert found.round(9).tolist()[0] == 1
    assert math.isnan(found[2])
    assert covariances(groups, "a", "b")[1] == 2
