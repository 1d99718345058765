import pandas as pd
import pytest
from token_text import guess_token_types, token_header, token_rows, token_table


def cells(text, **options):
    rows = token_rows(text, **{"delimiters": {",": False}, **options})
    return [[token for token, _ in row] for row in rows]


def test_empty_lines_make_no_rows_and_a_delimiter_at_the_end_makes_a_cell():
    assert cells("a,b\n\n1,\n") == [["a", "b"], ["1", ""]]
    assert cells("1,") == [["1", ""]]


def test_quotes_work_anywhere_in_a_cell_and_hide_delimiters():
    assert cells('x"a,b"y,c\n', quotes={'"': "\\"}) == [["xa,by", "c"]]
    assert cells('"a ""b"""', quotes={'"': ""}) == [["a b"]]


def test_the_sign_of_escape_keeps_quotes_and_makes_tabs():
    assert cells('"a\\"b\\tc"', quotes={'"': "\\"}) == [['a"b\tc']]


def test_blanks_are_cut_off_outside_of_quotes():
    options = {"quotes": {'"': "\\"}, "blanks": " \t"}
    assert cells(' a b ," c " \n', **options) == [["a b", " c "]]


def test_many_delimiters_count_as_one_where_they_are_combined():
    assert cells("1   2 3", delimiters={" ": True}) == [["1", "2", "3"]]


def test_comments_reach_to_their_end():
    assert cells("# no\na,b#no\nc,d", comments={"#": "\n"}) == [["a", "b"], ["c", "d"]]


def test_unquoted_nothing_and_the_column_s_sign_are_missing():
    rows = [[("", False), ("?", False)], [("", True), ("x", False)], [("z", False)]]
    table = token_table(rows, ["a", "b"], {"b": "?"})
    assert table.values.tolist() == [[None, None], ["", "x"], ["z", None]]


def test_too_many_cells_are_an_error_unless_they_are_empty():
    assert len(token_table([[("x", False), ("", False)]], ["a"])) == 1
    with pytest.raises(ValueError, match="2 cells, not 1"):
        token_table([[("x", False), ("y", False)]], ["a"])


def test_columns_without_a_name_are_counted():
    rows = [[("a", False), ("a", False)], [("1", False)] * 3]
    assert token_header(rows) == ["a", "a (#1)", "Col2"]
    assert token_header(rows, row_ids=True) == ["RowID", "a", "a (#1)"]
    assert token_header(rows, header=False) == ["Col0", "Col1", "Col2"]


def test_one_text_among_numbers_stands_for_missing():
    table = pd.DataFrame(
        {
            "int": ["1", "NA", "2"],
            "double": ["1", "NA", "2.5"],
            "text": ["1", "NA", "?"],
            "none": [None, None, None],
        }
    )
    result = guess_token_types(table)
    kinds = result.dtypes.astype(str).tolist()
    assert kinds == ["Int64", "float64", "object", "object"]
    assert result["int"].tolist() == [1, pd.NA, 2]
    assert result["text"].tolist() == ["1", "NA", None]
