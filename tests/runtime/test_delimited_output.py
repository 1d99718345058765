import pandas as pd
import pytest
from delimited_output import write_csv

TABLE = pd.DataFrame(
    {
        "text": ['a "b"', None],
        "whole": pd.array([1, None], dtype="Int64"),
        "double": [1.0, 1.5e10],
        "flag": pd.array([True, None], dtype="boolean"),
        "day": pd.to_datetime(["2024-01-02", None]),
    }
)


def written(tmp_path, **options):
    write_csv(TABLE, tmp_path / "x.csv", newline="\n", **options)
    return (tmp_path / "x.csv").read_text().splitlines()


def test_texts_are_quoted_and_numbers_are_not(tmp_path):
    assert written(tmp_path) == [
        '"text","whole","double","flag","day"',
        '"a ""b""",1,1,true,"2024-01-02"',
        ",,15000000000,,",
    ]


def test_quotes_only_where_needed_and_row_ids(tmp_path):
    lines = written(tmp_path, quotes="IF_NEEDED", row_ids=True, missing="?", sep=";")
    assert lines[0] == "row ID;text;whole;double;flag;day"
    assert lines[1] == 'Row0;"a ""b""";1;1;true;2024-01-02'
    assert lines[2] == "Row1;?;?;15000000000;?;?"


def test_a_file_is_appended_to_without_a_second_header(tmp_path):
    written(tmp_path)
    lines = written(tmp_path, mode="a", skip_header_on_append=True)
    assert len(lines) == 5


def test_a_file_that_is_there_can_be_an_error(tmp_path):
    written(tmp_path)
    with pytest.raises(FileExistsError):
        written(tmp_path, mode="x")
