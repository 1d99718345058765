"""Delimited text as KNIME's CSV Reader takes it."""

from __future__ import annotations

import io
from pathlib import Path

import pandas as pd

from files import read_bytes
from java_numbers import (
    JAVA_BLANKS,
    java_int,
    java_long,
    java_suffixed_double,
    parse_numbers,
)
from names import unique_name


def csv_text(
    source: str | Path,
    comment: str = "",
    encoding: str = "",
    skip: int = 0,
    newline: str = "",
) -> io.StringIO:
    """Open delimited text without its first lines and the lines of comments."""
    text = decoded(read_bytes(source), encoding)
    if not newline:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = text.replace(newline or "\n", "\n")
    lines = text.split("\n")[skip:]
    if comment and any(line.startswith(comment) for line in lines):
        lines = without_comments(lines, comment)
    return io.StringIO("\n".join(lines), newline="")


def decoded(data: bytes, encoding: str = "") -> str:
    """Decode a text file; without an encoding UTF-8, or else Windows-1252."""
    if not encoding:
        try:
            return data.decode("utf-8-sig")
        except UnicodeDecodeError:
            return data.decode("cp1252", "replace")
    text = data.decode(encoding, "replace")
    return text[1:] if text.startswith("\ufeff") else text


def without_comments(lines: list[str], comment: str) -> list[str]:
    """Drop the lines that start with a comment sign outside of quotes."""
    kept, quoted = [], False
    for line in lines:
        if quoted or not line.startswith(comment):
            kept.append(line)
            quoted ^= line.count('"') % 2 == 1
    return kept


def trim_texts(table: pd.DataFrame) -> pd.DataFrame:
    """Cut the blanks off all texts; empty ones are missing."""
    trimmed = table.copy()
    for name in table.columns[table.dtypes == object]:
        text = table[name].str.strip(JAVA_BLANKS)
        trimmed[name] = text.where(text.notna() & (text != ""), None)
    return trimmed


def with_row_ids(table: pd.DataFrame, column: str) -> pd.DataFrame:
    """Make a column the RowIDs; in place of a missing one stands ?0, ?1, ..."""
    ids = [f"?{i}" if pd.isna(key) else key for i, key in enumerate(table[column])]
    return table.drop(columns=column).set_axis(ids, axis=0)


def first_row_as_header(table: pd.DataFrame) -> pd.DataFrame:
    """Name the columns after the first row; others are Column0, Column1, ..."""
    names: list[str] = []
    for name in table.iloc[0]:
        names.append("" if pd.isna(name) else unique_name(name, names))
    for i, name in enumerate(names):
        names[i] = name or unique_name(f"Column{i}", names)
    return table.iloc[1:].set_axis(names, axis=1).reset_index(drop=True)


def with_numbers(
    table: pd.DataFrame, types: dict[str, str], decimal: str = ".", thousands: str = ""
) -> pd.DataFrame:
    """Turn columns of texts into numbers: int, long or double."""
    kinds = {
        "int": (java_int, "Int64"),
        "long": (java_long, "Int64"),
        "double": (java_suffixed_double, "float64"),
    }
    numbers = {
        name: parse_numbers(table[name], *kinds[kind], decimal, thousands, strict=True)
        for name, kind in types.items()
    }
    return table.assign(**numbers)


def guess_numbers(
    table: pd.DataFrame,
    rows: int | None = None,
    decimal: str = ".",
    thousands: str = "",
) -> pd.DataFrame:
    """Turn the columns into numbers whose first rows are all int, long or double."""
    types = {}
    for name in table.columns:
        values = table[[name]].head(len(table) if rows is None else rows).dropna()
        for kind in ["int", "long", "double"] if len(values) else []:
            try:
                with_numbers(values, {name: kind}, decimal, thousands)
            except ValueError:
                continue
            types[name] = kind
            break
    return with_numbers(table, types, decimal, thousands)
