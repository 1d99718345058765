import pandas as pd
import pytest
from delimited_text import (
    csv_text,
    decoded,
    first_row_as_header,
    guess_numbers,
    trim_texts,
    with_numbers,
    with_row_ids,
)


def write(tmp_path, text, encoding="utf-8"):
    path = tmp_path / "x.csv"
    path.write_bytes(text.encode(encoding))
    return path


def test_comments_are_lines_that_begin_with_the_sign_outside_of_quotes(tmp_path):
    path = write(tmp_path, 'a\r\n# no\r\n"x\r\n# kept"\r\nb # kept\r\n')
    assert csv_text(path, "#").read() == 'a\n"x\n# kept"\nb # kept\n'


def test_first_lines_are_skipped_and_a_mark_of_utf_8_is_no_text(tmp_path):
    path = write(tmp_path, "\ufefftitle\nä\n")
    assert csv_text(path, skip=1).read() == "ä\n"
    assert csv_text(path, encoding="utf-8").read() == "title\nä\n"


def test_a_row_delimiter_leaves_other_line_breaks_alone(tmp_path):
    path = write(tmp_path, "a\rb\r\nc")
    assert csv_text(path, newline="\r\n").read() == "a\rb\nc"


def test_without_an_encoding_text_is_utf_8_or_windows_1252():
    assert decoded("ä".encode()) == "ä"
    assert decoded("ä".encode("cp1252")) == "ä"
    assert decoded("ä".encode("cp1252"), "utf-8") == "\ufffd"


def test_texts_lose_their_blanks_and_empty_ones_are_missing():
    table = pd.DataFrame({"a": [" x\t", "  ", None], "n": [1, 2, 3]})
    trimmed = trim_texts(table)
    assert trimmed["a"].tolist() == ["x", None, None]
    assert table["a"].tolist() == [" x\t", "  ", None]


def test_a_column_becomes_the_row_ids():
    table = pd.DataFrame({"id": ["x", None], "a": [1, 2]})
    assert with_row_ids(table, "id").index.tolist() == ["x", "?1"]


def test_headers_are_made_unique_and_missing_ones_are_numbered():
    table = pd.DataFrame([["a", None, "a"], ["1", "2", "3"]])
    result = first_row_as_header(table)
    assert result.columns.tolist() == ["a", "Column1", "a (#1)"]
    assert result.index.tolist() == [0]


def test_numbers_keep_all_their_digits_and_know_their_separators():
    table = pd.DataFrame({"a": ["9007199254740993", None], "b": ["1.234,5", "NaN"]})
    result = with_numbers(table, {"a": "long", "b": "double"}, ",", ".")
    assert result["a"].tolist() == [9007199254740993, pd.NA]
    assert result["b"][0] == 1234.5


def test_text_in_a_column_of_numbers_is_an_error():
    with pytest.raises(ValueError, match="x"):
        with_numbers(pd.DataFrame({"a": ["1", "x"]}), {"a": "int"})


def test_types_are_guessed_from_the_first_rows():
    table = pd.DataFrame(
        {
            "int": ["1", None],
            "long": ["3000000000", "1"],
            "double": ["1", "1.5"],
            "text": ["1", "x"],
            "none": [None, None],
        }
    )
    kinds = guess_numbers(table).dtypes.astype(str).tolist()
    assert kinds == ["Int64", "Int64", "float64", "object", "object"]
    with pytest.raises(ValueError, match="x"):
        guess_numbers(table[["text"]], rows=1)
