"""Names of new columns."""

from __future__ import annotations

import re
from typing import Iterable, Optional

import pandas as pd

from java_numbers import JAVA_BLANKS


def unique_name(name: str, taken: Iterable[str]) -> str:
    """Return name, or name (#1), name (#2) and so on where it is taken."""
    base = name.strip(JAVA_BLANKS)
    result, number = base, 0
    while result in taken:
        number += 1
        result = f"{base} (#{number})"
    return result


def next_name(name: str, taken: Iterable[str]) -> str:
    """Return name, or name (#1), name (#2) and so on; x (#2) goes on with x (#3)."""
    result = name.strip(JAVA_BLANKS)
    counted = re.fullmatch(r"(.*) \(#(\d+)\)", result)
    base, number = (counted[1], int(counted[2])) if counted else (result, 0)
    while result in taken:
        number += 1
        result = f"{base} (#{number})"
    return result


def with_names(table: pd.DataFrame, names: list[Optional[str]]) -> pd.DataFrame:
    """Give columns other names, numbered where they clash; None keeps a name."""
    taken = {old for old, new in zip(table.columns, names) if new is None}
    unique = []
    for old, new in zip(table.columns, names):
        unique.append(old if new is None else next_name(new, taken))
        taken.add(unique[-1])
    return table.set_axis(unique, axis=1)


def numbered_names(
    prefix: str, count: int, first: int, taken: Iterable[str] = ()
) -> list[str]:
    """Return so many names with numbers behind a prefix, without those taken."""
    taken = set(taken)
    names: list[str] = []
    while len(names) < count:
        name = f"{prefix}{first}"
        first += 1
        if name not in taken:
            names.append(name)
    return names
