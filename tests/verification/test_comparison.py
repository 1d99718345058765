import numpy as np
import pandas as pd
import pytest
from comparison import compare, share_of_predictions
from stored_tables import KnimeSet

EXPECTED = pd.DataFrame(
    {
        "n": pd.array([1, None, 3], dtype="Int64"),
        "x": [0.5, np.nan, 2.0],
        "s": ["a", None, "c"],
    }
)


def verdict(**columns):
    """Return the verdict on KNIME's table with other columns."""
    return compare(EXPECTED.assign(**columns), EXPECTED)["verdict"]


def test_the_table_itself_is_equal():
    assert compare(EXPECTED.copy(), EXPECTED) == {"verdict": "equal", "text": ""}


def test_numbers_to_nine_digits_are_equal_to_the_tolerance_close():
    assert verdict(x=[0.5 + 1e-12, np.nan, 2.0]) == "equal"
    assert verdict(x=[0.50001, np.nan, 2.0]) == "close"
    assert verdict(x=[0.51, np.nan, 2.0]) == "differs"
    assert verdict(x=[0.5, np.nan, np.inf]) == "differs"


def test_missing_is_not_zero_and_not_an_empty_text():
    assert verdict(n=pd.array([1, 0, 3], dtype="Int64")) == "differs"
    assert verdict(s=["a", "", "c"]) == "differs"
    assert verdict(s=["a", pd.NA, "c"]) == "equal"


def test_other_dtypes_with_the_same_values_are_types():
    answer = compare(EXPECTED.assign(n=[1.0, np.nan, 3.0]), EXPECTED)
    assert answer["verdict"] == "types"
    assert answer["text"] == "column 'n' is float64, not Int64"


def test_numbers_are_not_texts_and_not_booleans():
    expected = pd.DataFrame({"b": pd.array([True, False], dtype="boolean")})
    assert compare(pd.DataFrame({"b": [1, 0]}), expected)["verdict"] == "differs"
    expected = pd.DataFrame({"s": ["1", "2"]})
    assert compare(pd.DataFrame({"s": [1, 2]}), expected)["verdict"] == "differs"


def test_other_labels_are_row_ids():
    answer = compare(EXPECTED.set_axis(["a", "b", "c"]), EXPECTED)
    assert answer["verdict"] == "row-ids"
    assert answer["text"] == "row 0 is called 'a', KNIME has 'Row0'"


def test_the_same_rows_in_another_order_are_unordered():
    assert compare(EXPECTED.iloc[::-1], EXPECTED)["verdict"] == "unordered"


@pytest.mark.parametrize(
    "result, text",
    [
        (EXPECTED[["x", "n", "s"]], "column 0 is 'x', in KNIME's table 'n'"),
        (EXPECTED[["n", "x"]], "it lacks 1 columns, first 's'"),
        (EXPECTED.assign(y=1), "it has 1 columns too many, first 'y'"),
        (EXPECTED.head(2), "it has 2 rows, KNIME's table has 3"),
        (EXPECTED["n"], "it returned Series, not a DataFrame"),
    ],
)
def test_another_shape_is_told_in_words(result, text):
    answer = compare(result, EXPECTED)
    assert (answer["verdict"], answer["text"]) == ("differs", text)


def test_the_first_difference_and_the_rows_side_by_side_are_told():
    answer = compare(EXPECTED.assign(s=["a", None, "z"]), EXPECTED)
    assert answer["text"] == (
        "row 2 (Row2), column 's': 'z', KNIME has 'c'; 1 of 3 cells of the column differ"
    )
    assert answer["cells"] == {"s": 1}
    (row,) = answer["side_by_side"]["rows"]
    assert row == {"row": 2, "row_id": "Row2", "mine": ["'z'"], "knime": ["'c'"]}


def test_sets_have_no_order_and_lists_have_one():
    sets = pd.DataFrame({"v": [KnimeSet([1, 2, 2])]})
    assert compare(pd.DataFrame({"v": [[2, 1, 2]]}), sets)["verdict"] == "equal"
    lists = pd.DataFrame({"v": [[1, 2]]})
    assert compare(pd.DataFrame({"v": [[2, 1]]}), lists)["verdict"] == "differs"


def test_instants_have_their_zone():
    berlin = pd.Timestamp("2020-07-01 12:00", tz="Europe/Berlin")
    expected = pd.DataFrame({"t": [berlin]})
    other = pd.DataFrame({"t": [berlin.tz_convert("UTC")]})
    assert compare(other, expected)["verdict"] == "differs"


def test_the_share_of_predictions_is_that_of_the_predicted_column():
    inputs = [pd.DataFrame({"x": [1, 2, 3, 4]})]
    expected = inputs[0].assign(**{"Prediction (y)": list("abab"), "P": 0.5})
    result = inputs[0].assign(**{"Prediction (y)": list("abbb"), "P": 0.1})
    share = share_of_predictions(result, expected, inputs)
    assert share == {"column": "Prediction (y)", "share": 0.75}
