"""What loops work on in each round, and what comes of all rounds."""

from __future__ import annotations

from typing import Iterator

import pandas as pd

from cell_text import cell_text
from flow_values import flow_value
from joins import take_rows
from names import unique_name
from row_ids import row_ids, row_labels
from stacking import stack_tables


def groups_in_turn(
    table: pd.DataFrame, columns: list[str], is_sorted: bool
) -> Iterator[tuple[pd.DataFrame, dict]]:
    """Yield the rows of each group, with its cells and its identifier as variables."""
    if not is_sorted:
        table = table.sort_values(columns, kind="stable", na_position="first")
    columns = [name for name in table.columns if name in columns]
    changes = pd.Series(False, index=range(len(table)))
    for name in columns:
        cells = table[name].reset_index(drop=True)
        same = (cells == cells.shift()).fillna(False).astype(bool)
        changes |= ~(same | (cells.isna() & cells.shift().isna()))
    starts = [place for place in changes.index[changes] if place > 0]
    seen = set()
    for start, end in zip([0, *starts], [*starts, len(table)]):
        group = table.iloc[start:end]
        cells = {name: group[name].iloc[0] for name in columns if len(group)}
        texts = ["?" if pd.isna(cell) else cell_text(cell) for cell in cells.values()]
        identifier = "".join(f"%{text}%" for text in texts)
        if identifier in seen:
            raise ValueError(f"the table is not sorted: group {identifier} comes again")
        seen.add(identifier)
        variables = {
            name: flow_value(cell, group[name]) for name, cell in cells.items()
        }
        yield group, {**variables, "groupIdentifier": identifier}


def collect_rounds(
    rounds: list[pd.DataFrame],
    iteration: bool = True,
    row_id_policy: str = "suffix",
    changing: bool = False,
) -> pd.DataFrame:
    """Return the tables of all rounds below each other, as Loop End does."""
    filled = [(number, table) for number, table in enumerate(rounds) if len(table)]
    parts = []
    for number, table in filled or [(0, rounds[0])]:
        if iteration:
            name = unique_name("Iteration", table.columns)
            numbers = pd.array([number] * len(table), dtype="Int64")
            table = table.assign(**{name: numbers})
        if row_id_policy == "suffix":
            ids = [f"{each}#{number}" for each in row_ids(table.index)]
            table = table.set_axis(row_labels(ids), axis=0)
        parts.append(table)
    if not changing and any(list(each) != list(parts[0]) for each in parts):
        raise ValueError("the rounds gave tables with other columns")
    collected = stack_tables(parts)
    if row_id_policy == "new":
        return collected.set_axis(pd.RangeIndex(len(collected)), axis=0)
    collected.index = row_labels(row_ids(collected.index))
    if not collected.index.is_unique:
        raise ValueError("the rounds gave rows with the same RowID")
    return collected


def append_rounds(rounds: list[pd.DataFrame], same_rows: bool) -> pd.DataFrame:
    """Return the tables of all rounds side by side; clashing names get a suffix."""
    result = rounds[0]
    for number, table in enumerate(rounds[1:], start=1):
        if same_rows and not table.index.equals(result.index):
            raise ValueError(f"round {number} gave other rows than the one before")
        names = [
            f"{name} (Iter #{number})" if name in result.columns else name
            for name in table.columns
        ]
        rows = result.index.append(table.index.difference(result.index, sort=False))
        parts = [
            take_rows(each, pd.Series(each.index.get_indexer(rows)))
            for each in [result, table.set_axis(names, axis=1)]
        ]
        result = pd.concat(parts, axis=1).set_axis(rows, axis=0)
    return result
