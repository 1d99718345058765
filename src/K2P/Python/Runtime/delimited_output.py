"""Delimited text as KNIME's CSV Writer prints it."""

from __future__ import annotations

import os
from decimal import Decimal
from pathlib import Path

import pandas as pd

from cell_text import cell_text


def write_csv(
    table: pd.DataFrame,
    path: Path,
    sep: str = ",",
    quote: str = '"',
    escape: str = '"',
    quotes: str = "STRINGS_ONLY",
    header: bool = True,
    row_ids: bool = False,
    missing: str = "",
    decimal: str = ".",
    separator_replacement: str = "",
    encoding: str = "utf-8",
    newline: str = os.linesep,
    mode: str = "w",
    skip_header_on_append: bool = False,
    zeros: bool = False,
    scientific: bool = False,
) -> None:
    """Write a table; quotes is STRINGS_ONLY, ALWAYS, IF_NEEDED or NEVER."""

    def field(text: str, is_number: bool) -> str:
        needed = any(sign and sign in text for sign in (sep, quote, "\n", "\r"))
        if quotes == "NEVER":
            return text.replace(sep, separator_replacement)
        if (quotes == "STRINGS_ONLY" and is_number) or (
            quotes == "IF_NEEDED" and not needed and text != missing
        ):
            return text
        return f"{quote}{text.replace(quote, escape + quote)}{quote}"

    columns = []
    if row_ids:
        ids = [f"Row{i}" if isinstance(i, int) else str(i) for i in table.index]
        columns.append([field(text, False) for text in ids])
    for name in table.columns:
        column = table[name]
        is_double = pd.api.types.is_float_dtype(column)
        is_number = pd.api.types.is_numeric_dtype(column)
        if is_double:
            texts = [double_field(v, decimal, zeros, scientific) for v in column]
        elif is_number:
            texts = [None if pd.isna(v) else cell_text(v) for v in column]
        else:
            texts = text_cells(column)
        columns.append(
            [missing if pd.isna(t) else field(str(t), is_number) for t in texts]
        )
    names = (["row ID"] if row_ids else []) + list(table.columns)
    lines = [sep.join(row) for row in zip(*columns)] if columns else []
    if header and not (skip_header_on_append and mode == "a" and path.exists()):
        lines.insert(0, sep.join(field(str(name), False) for name in names))
    path.parent.mkdir(parents=True, exist_ok=True)
    with open(path, mode, encoding=encoding, errors="replace", newline="") as file:
        file.writelines(line + newline for line in lines)


def double_field(
    value: float, decimal: str = ".", zeros: bool = False, scientific: bool = False
) -> str | None:
    """Return a double in digits, or None where it is missing."""
    if pd.isna(value):
        return None
    if value in (float("inf"), float("-inf")):
        return "Infinity" if value > 0 else "-Infinity"
    text = repr(float(value)) if scientific else f"{Decimal(repr(float(value))):f}"
    text = text.upper()
    if not zeros and text.endswith(".0"):
        text = text[:-2]
    return text.replace(".", decimal)


def text_cells(column: pd.Series) -> list[str | None]:
    """Return cells that are no numbers as texts, as KNIME shows them."""
    texts = []
    for value in column:
        if not isinstance(value, list) and pd.isna(value):
            texts.append(None)
        elif isinstance(value, pd.Timestamp):
            day = value.normalize() == value and value.tzinfo is None
            texts.append(value.date().isoformat() if day else value.isoformat())
        else:
            texts.append(str(value))
    return texts
