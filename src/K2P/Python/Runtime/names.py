"""Names of new columns."""

from __future__ import annotations

import re
from typing import Iterable


def unique_name(name: str, taken: Iterable[str]) -> str:
    """Return name, or name (#1), name (#2) and so on where it is taken."""
    base = name.strip()
    result, number = base, 0
    while result in taken:
        number += 1
        result = f"{base} (#{number})"
    return result


def next_name(name: str, taken: Iterable[str]) -> str:
    """Return name, or name (#1), name (#2) and so on; x (#2) goes on with x (#3)."""
    result = name.strip()
    counted = re.fullmatch(r"(.*) \(#(\d+)\)", result)
    base, number = (counted[1], int(counted[2])) if counted else (result, 0)
    while result in taken:
        number += 1
        result = f"{base} (#{number})"
    return result
