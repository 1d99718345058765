"""Delimited text as KNIME's old File Reader and CSV Reader take it apart."""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import Callable, Iterable, Mapping

import pandas as pd

from java_numbers import JAVA_BLANKS, java_int, java_suffixed_double
from names import unique_name


def token_rows(
    text: str,
    delimiters: Mapping[str, bool],
    quotes: Mapping[str, str] = MappingProxyType({}),
    comments: Mapping[str, str] = MappingProxyType({}),
    blanks: str = "",
    row_delimiters: Iterable[str] = ("\n",),
) -> list[list[tuple[str, bool]]]:
    """Cut text into rows of tokens, each with whether it was quoted.

    The delimiters say whether many stand for one, the quotes which sign escapes.
    """
    signs = sorted([*delimiters, *quotes, *row_delimiters, *comments], key=len)
    special = re.compile("|".join(map(re.escape, signs[::-1])) or r"\Z")
    rows: list[list[tuple[str, bool]]] = [[]]
    token, start, position, delimited = "", 0, 0, False
    quoted = False
    while position <= len(text):
        match = special.search(text, position)
        end = match.start() if match else len(text)
        plain = text[position:end]
        token += plain if token or quoted else plain.lstrip(blanks or "\0")
        sign = match.group() if match else ""
        position = end + len(sign)
        if sign in comments and sign:
            closing = text.find(comments[sign], position)
            # The line break behind a comment is read again: it ends the row.
            position = len(text) if closing < 0 else closing
            continue
        if sign in quotes:
            inner, position = quoted_token(text, position, sign, quotes[sign])
            token += inner
            quoted, start = True, len(token)
            continue
        if blanks:
            token = token[:start] + token[start:].rstrip(blanks)
        if sign in delimiters:
            while delimiters[sign] and text.startswith(sign, position):
                position += len(sign)
            rows[-1].append((token, quoted))
            delimited = True
        else:
            if token or quoted or delimited:
                rows[-1].append((token, quoted))
            rows.append([])
            delimited = False
        token, start, quoted = "", 0, False
        if not match:
            break
    return [row for row in rows if row]


def quoted_token(text: str, position: int, quote: str, escape: str) -> tuple[str, int]:
    """Return what stands in quotes from there on, and the place behind them."""
    parts = []
    ends = re.compile("|".join(re.escape(sign) for sign in [quote, escape] if sign))
    while True:
        match = ends.search(text, position)
        if not match:
            return "".join([*parts, text[position:]]), len(text)
        parts.append(text[position : match.start()])
        position = match.end()
        if match.group() == quote and quote != escape:
            return "".join(parts), position
        if match.group() == escape:
            parts.append({"t": "\t", "n": "\n"}.get(text[position], text[position]))
            position += 1


def token_table(
    rows: list[list[tuple[str, bool]]],
    names: list[str],
    missing: Mapping[str, str] = MappingProxyType({}),
) -> pd.DataFrame:
    """Make a table of text; unquoted nothing and a column's own sign are missing."""
    signs = [missing.get(name) for name in names]
    values = []
    for number, row in enumerate(rows):
        if len(row) > len(names):
            row = [*row[: len(names)], *drop_empty_end(row[len(names) :])]
        if len(row) > len(names):
            raise ValueError(f"row {number} has {len(row)} cells, not {len(names)}")
        cells = [
            None if (token == "" and not quoted) or token == sign else token
            for (token, quoted), sign in zip(row, signs)
        ]
        values.append(cells + [None] * (len(names) - len(cells)))
    return pd.DataFrame(values, columns=names, dtype=object)


def drop_empty_end(row: list[tuple[str, bool]]) -> list[tuple[str, bool]]:
    """Drop unquoted empty tokens."""
    return [token for token in row if token != ("", False)]


def token_header(
    rows: list[list[tuple[str, bool]]], header: bool = True, row_ids: bool = False
) -> list[str]:
    """Name the columns after the first row; the others are Col0, Col1, ..."""
    width = max(map(len, rows), default=0)
    first = [token for token, _ in rows[0]] if header and rows else []
    if row_ids:
        first = ["RowID", *first[len(first) == width :]]
    names: list[str] = []
    for i in range(width):
        name = first[i] if i < len(first) else ""
        names.append(unique_name(name or f"Col{i - row_ids}", names))
    return names


def guess_token_types(table: pd.DataFrame) -> pd.DataFrame:
    """Turn columns into numbers; the first text among numbers stands for missing."""
    columns = {}
    for name in table.columns:
        values = [None if pd.isna(v) else v.strip(JAVA_BLANKS) for v in table[name]]
        columns[name] = guessed_column(table[name], values)
    return table.assign(**columns)


def guessed_column(column: pd.Series, values: list[str | None]) -> pd.Series:
    """Return texts as whole numbers, numbers or texts, whatever all of them are."""
    parse, dtype, sign, numbers = java_int, "Int64", None, 0
    for value in values:
        if value is None or value == "" or value == sign:
            continue
        if parse is java_int and not is_number(value, java_int):
            if sign is None and not is_number(value, java_suffixed_double):
                sign = value
                continue
            parse, dtype = java_suffixed_double, "float64"
        if is_number(value, parse):
            numbers += 1
        elif sign is None:
            sign = value
        else:
            numbers = 0
            break
    if not numbers:
        return column.where(column.notna() & (column != "?"), None)
    cells = [parse(v) if v not in (None, "", sign) else None for v in values]
    return pd.Series(cells, index=column.index, dtype=dtype)


def is_number(text: str, parse: Callable[[str], float]) -> bool:
    """Tell whether a text can be parsed."""
    try:
        parse(text)
    except ValueError:
        return False
    return True
