"""Rows of two tables that belong together, as KNIME joins them."""

from __future__ import annotations

import pandas as pd

from cell_text import cell_text
from column_kinds import column_kind
from names import next_name
from row_ids import row_ids, row_labels


def matching_rows(left: list[pd.Series], right: list[pd.Series]) -> pd.DataFrame:
    """Return the positions of the rows whose keys are equal; a missing key is not."""
    names = [f"key {number}" for number in range(len(left))]
    sides = []
    for side, columns in [("left", left), ("right", right)]:
        cells = [column.reset_index(drop=True) for column in columns]
        keys = pd.concat(cells, axis=1, keys=names)
        sides.append(keys.assign(**{side: range(len(keys))}).dropna(subset=names))
    if any(column_kind(a) != column_kind(b) for a, b in zip(left, right)):
        sides = [side.iloc[:0].astype({n: object for n in names}) for side in sides]
    pairs = sides[0].merge(sides[1], on=names)[["left", "right"]].astype("int64")
    return pairs.sort_values(["left", "right"], ignore_index=True)


def rows_matching_any(left: list[pd.Series], right: list[pd.Series]) -> pd.DataFrame:
    """Return the positions of the rows that have one of the keys in common."""
    pairs = pd.concat([matching_rows([a], [b]) for a, b in zip(left, right)])
    return pairs.drop_duplicates().sort_values(["left", "right"], ignore_index=True)


def unmatched_rows(pairs: pd.DataFrame, side: str, count: int) -> pd.DataFrame:
    """Return the rows of one side, of so many, that are in no pair."""
    rest = sorted(set(range(count)) - set(pairs[side]))
    return pd.DataFrame({side: rest}, dtype="int64")


def joined_rows(*parts: pd.DataFrame) -> pd.DataFrame:
    """Return pairs and unmatched rows below each other; the other side is missing."""
    rows = pd.concat([part.astype("Int64") for part in parts], ignore_index=True)
    return rows.reindex(columns=["left", "right"]).astype("Int64")


def in_scan_order(
    rows: pd.DataFrame, left: list[pd.Series], right: list[pd.Series], by_left: bool
) -> pd.DataFrame:
    """Order joined rows as KNIME finds them when it scans one table, the larger."""
    scanned, hashed = ("left", "right") if by_left else ("right", "left")
    keys = pd.concat([each.reset_index(drop=True) for each in right], axis=1)
    if not by_left:
        keys = pd.concat([each.reset_index(drop=True) for each in left], axis=1)
    blank = set(keys.index[keys.isna().any(axis=1)])
    order = [
        (0 if b in blank else 2, 0, b)
        if pd.isna(a)
        else (1, a, -1 if pd.isna(b) else b)
        for a, b in zip(rows[scanned], rows[hashed])
    ]
    places = sorted(range(len(order)), key=order.__getitem__)
    return rows.iloc[places].reset_index(drop=True)


def in_any_scan_order(
    rows: pd.DataFrame, left: list[pd.Series], right: list[pd.Series], by_left: bool
) -> pd.DataFrame:
    """Order joined rows as KNIME finds them key by key; those without match are last."""
    found = [
        in_scan_order(matching_rows([a], [b]), [a], [b], by_left)
        for a, b in zip(left, right)
    ]
    pairs = pd.concat(found, ignore_index=True).drop_duplicates()
    parts = [pairs if rows.notna().all(axis=1).any() else pairs[:0]]
    return joined_rows(*parts, rows[rows.isna().any(axis=1)])


def take_rows(table: pd.DataFrame, positions: pd.Series) -> pd.DataFrame:
    """Return the rows at the positions; a missing position gives a row of missing."""
    found = table.reset_index(drop=True).reindex(positions.fillna(-1).astype("int64"))
    texts = found.select_dtypes(object)
    found[texts.columns] = texts.where(texts.notna(), None)
    return found.reset_index(drop=True)


def join_columns(
    left: pd.DataFrame, right: pd.DataFrame, rows: pd.DataFrame, suffix: str | None
) -> pd.DataFrame:
    """Return joined rows; a name on the right that is taken gets suffixes or (#1)."""
    taken = list(left.columns)
    for name in right.columns:
        new = name if suffix else next_name(name, taken)
        while new in taken:
            new += suffix
        taken.append(new)
    sides = [take_rows(left, rows["left"]), take_rows(right, rows["right"])]
    return pd.concat(sides, axis=1).set_axis(pd.Index(taken, dtype=object), axis=1)


def joined_ids(
    left: pd.DataFrame, right: pd.DataFrame, rows: pd.DataFrame, separator: str
) -> pd.Index:
    """Return RowIDs made of those of both sides; "?" stands for a missing side."""
    texts = []
    for table, side in [(left, "left"), (right, "right")]:
        ids = pd.Series(row_ids(table.index), dtype=object)
        texts.append(ids.reindex(rows[side].fillna(-1)).fillna("?"))
    return row_labels([a + separator + b for a, b in zip(*texts)])


def kept_ids(left: pd.DataFrame, right: pd.DataFrame, rows: pd.DataFrame) -> pd.Index:
    """Return the RowIDs of the left side, and of the right one where left is missing."""
    ids = [pd.Series(row_ids(table.index), dtype=object) for table in (left, right)]
    first = ids[0].reindex(rows["left"].fillna(-1)).reset_index(drop=True)
    second = ids[1].reindex(rows["right"].fillna(-1)).reset_index(drop=True)
    return row_labels(first.fillna(second).tolist())


def merged_keys(left: pd.Series, right: pd.Series, rows: pd.DataFrame) -> pd.Series:
    """Return keys of the left side, or of the right one where there is no left row."""
    differ = rows.notna().all(axis=1) & (left != right).fillna(True)
    return left.mask(differ).where(rows["left"].notna(), right)


def key_texts(column: pd.Series) -> pd.Series:
    """Return the texts of cells, to compare cells of different types."""
    texts = [None if pd.isna(cell) else cell_text(cell) for cell in column]
    return pd.Series(texts, dtype=object)
