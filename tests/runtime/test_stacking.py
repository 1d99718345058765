import pandas as pd
from stacking import stack_tables

LEFT = pd.DataFrame(
    {
        "int": pd.array([1, None], dtype="Int64"),
        "mixed": pd.array([True, None], dtype="boolean"),
        "text": ["a", None],
    }
)
RIGHT = pd.DataFrame(
    {"int": [0.5], "mixed": pd.array([7], dtype="Int64"), "day": [pd.Timestamp(0)]},
    index=["Row1_x"],
)


def test_columns_come_in_the_order_of_their_first_table():
    stacked = stack_tables([LEFT, RIGHT])
    assert stacked.columns.tolist() == ["int", "mixed", "text", "day"]
    assert stacked.index.tolist() == [0, 1, "Row1_x"]
    assert stacked["text"].tolist() == ["a", None, None]
    assert stacked["day"].dtype == "datetime64[ns]"


def test_integers_and_doubles_make_doubles():
    stacked = stack_tables([LEFT, RIGHT])
    assert stacked["int"].dtype == "float64"
    assert stacked["int"].dropna().tolist() == [1.0, 0.5]


def test_the_dtype_of_an_empty_table_counts():
    assert stack_tables([LEFT, RIGHT[:0]])["int"].dtype == "float64"


def test_other_types_stay_as_they_are_in_an_object_column():
    stacked = stack_tables([LEFT, RIGHT])
    assert stacked["mixed"].dtype == object
    assert stacked["mixed"].tolist() == [True, pd.NA, 7]


def test_common_columns_are_those_of_all_tables():
    assert stack_tables([LEFT, RIGHT], common=True).columns.tolist() == ["int", "mixed"]


def test_no_rows_keep_the_columns():
    stacked = stack_tables([LEFT[:0], RIGHT[:0]])
    assert stacked.shape == (0, 4)
    assert stacked.index.dtype == "int64"
