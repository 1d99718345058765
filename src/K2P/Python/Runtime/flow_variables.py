"""Flow variables that are made of the cells of a table."""

from __future__ import annotations

import re

import pandas as pd

from column_kinds import column_kind, is_text_like
from column_texts import column_texts
from names import next_name
from row_ids import row_ids


def first_row_variables(
    table: pd.DataFrame,
    defaults: dict | None = None,
    skip_missing: bool = False,
    old: bool = False,
) -> dict:
    """Return the first row as flow variables; a missing cell fails or has a default."""
    if len(table) == 0 and not skip_missing and defaults is None:
        raise ValueError("the flow variables need a row")
    variables = {}
    taken = {"RowID"}
    for place, column in enumerate(table.columns):
        name = variable_name(column, place, taken, old)
        taken.add(name)
        kind = column_kind(table[column])
        values = variable_values(table[column].iloc[:1], old)
        if values is None or (old and kind == "list"):
            continue
        value = values[0] if values else None
        if value is None and defaults is not None:
            value = [] if kind == "list" else defaults.get(kind, defaults["text"])
        elif value is None and not skip_missing:
            raise ValueError(f"column {column}: the first cell is missing")
        if value is not None:
            variables[name] = value
    return {**variables, "RowID": "".join(row_ids(table.index[:1]))}


def variable_name(column: str, place: int, taken: set[str], old: bool = False) -> str:
    """Return the name for a column's variable: "knime." is for KNIME's own ones."""
    name = re.sub(r"^(?:knime\. *)+", "", column) or f"column_{place}"
    if not old:
        return next_name(name, taken)
    number = 0
    result = name
    while result in taken:
        number += 1
        result = f"{name}(#{number})"
    return result


def variable_values(column: pd.Series, old: bool = False) -> list | None:
    """Return cells as values of variables, None where one is missing or of no type."""
    kind = column_kind(column)
    if kind == "binary" or (old and kind == "list"):
        return None
    known = column.notna()
    if is_text_like(column):
        column = column_texts(column)
    casts = {"boolean": int if old else bool, "integer": int, "double": float}
    cast = casts.get(kind, list if kind == "list" else str)
    return [cast(cell) if has else None for cell, has in zip(column, known)]


def column_variables(
    column: pd.Series, skip_missing: bool = True, old: bool = False
) -> dict:
    """Return the cells of a column as flow variables that the RowIDs name."""
    if column.isna().any() and not skip_missing:
        raise ValueError(f"column {column.name}: a cell is missing")
    cells = variable_values(column, old) or [None] * len(column)
    names = row_ids(column.index)
    return {name: cell for name, cell in zip(names, cells) if cell is not None}


def folder_file(folder: str, name: str, extension: str) -> str:
    """Return the path of a file in a folder, with the separator of the folder."""
    if re.search(r'[/:?<>*"|\\]', name) or not re.search(r"[^.\s]", name):
        raise ValueError(f"no file can be called {name!r}")
    if extension and not re.fullmatch(r"\.?[a-zA-Z0-9]+", extension):
        raise ValueError(f"no file can have the extension {extension!r}")
    end = f".{extension}" if re.match(r"[a-zA-Z0-9]", extension) else extension
    folder = folder.rstrip("?")
    if folder.endswith(("/", "\\")):
        separator = folder[-1]
    else:
        separator = "\\" if re.match(r"[A-Za-z]:|\\\\", folder) else "/"
    return f"{folder.rstrip(separator)}{separator}{name.lstrip()}{end}"


def with_variables(table: pd.DataFrame, variables: dict) -> pd.DataFrame:
    """Append flow variables as columns; a name that is taken gets "(variable)"."""
    dtypes = {bool: "boolean", int: "Int64", float: "float64"}
    result = table.copy()
    for variable, value in variables.items():
        is_taken = variable in result.columns
        if is_taken and not variable.lower().endswith("(variable)"):
            variable += " (variable)"
        name, number = variable, 0
        while name in result.columns:
            number += 1
            name = f"{variable} (#{number})"
        dtype = dtypes.get(type(value), object)
        result[name] = pd.Series([value] * len(table), index=table.index, dtype=dtype)
    return result
