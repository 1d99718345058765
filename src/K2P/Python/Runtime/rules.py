"""Rules: conditions on cells, and a column of their outcomes."""

from __future__ import annotations

import operator

import numpy as np
import pandas as pd

from cell_text import cell_text
from column_texts import column_texts

COMPARISONS = {
    "<": operator.lt,
    "<=": operator.le,
    "=": operator.eq,
    ">=": operator.ge,
    ">": operator.gt,
}


def holds(left: object, comparison: str, right: object) -> object:
    """Compare cells; a number and a text as texts. A gap equals only a gap."""
    left, right = [
        each.fillna(False) if is_truth(each) else each for each in (left, right)
    ]
    kinds = {comparable_kind(left), comparable_kind(right)}
    if len(kinds) > 1:
        left, right = texts_of(left), texts_of(right)
    gaps = pd.isna(left), pd.isna(right)
    if "number" not in kinds or len(kinds) > 1:
        left, right = [
            each.where(each.notna(), "") if is_object(each) else each
            for each in (left, right)
        ]
    result = COMPARISONS[comparison](left, right)
    if isinstance(result, pd.Series):
        result = result.fillna(False).astype(bool)
    either, both = gaps[0] | gaps[1], gaps[0] & gaps[1]
    return np.where(either, both & ("=" in comparison), result)


def is_truth(cells: object) -> bool:
    """Tell whether these are the cells of a boolean column."""
    return isinstance(cells, pd.Series) and pd.api.types.is_bool_dtype(cells)


def is_object(cells: object) -> bool:
    """Tell whether these are cells of no type of numbers or dates."""
    return isinstance(cells, pd.Series) and cells.dtype == object


def comparable_kind(cells: object) -> str:
    """Return what cells are compared as: number, text or the name of another type."""
    if not isinstance(cells, pd.Series):
        return "text" if isinstance(cells, str) else "number"
    if pd.api.types.is_numeric_dtype(cells):
        return "number"
    return "text" if cells.dtype == object else str(cells.dtype)


def texts_of(cells: object) -> object:
    """Return cells, or one value, as KNIME prints them."""
    return column_texts(cells) if isinstance(cells, pd.Series) else cell_text(cells)


def by_rules(index: pd.Index, rules: list[tuple]) -> pd.Series:
    """Return for each row the outcome of the first rule whose condition holds."""
    outcomes = [
        outcome.fillna(False) if is_truth(outcome) else outcome for _, outcome in rules
    ]
    dtype = outcome_dtype(outcomes)
    if dtype == object and len({comparable_kind(each) for each in outcomes}) > 1:
        outcomes = [texts_of(outcome) for outcome in outcomes]
    result = np.full(len(index), None, dtype=object)
    for (condition, _), outcome in reversed(list(zip(rules, outcomes))):
        chosen = np.broadcast_to(np.asarray(condition, dtype=bool), len(index))
        if isinstance(outcome, pd.Series):
            outcome = outcome.astype(object).where(outcome.notna(), None).to_numpy()
            result[chosen] = outcome[chosen]
        else:
            result[chosen] = outcome
    return pd.Series(result, index, dtype=object).astype(dtype)


def outcome_dtype(outcomes: list) -> object:
    """Return the dtype that holds all outcomes; object for texts and for mixtures."""
    names = {bool: "boolean", int: "Int64", float: "float64", str: "object"}
    dtypes = {
        str(each.dtype) if isinstance(each, pd.Series) else names[type(each)]
        for each in outcomes
    }
    if len(dtypes) == 1:
        return dtypes.pop()
    if dtypes <= {"boolean", "Int64", "float64"} and dtypes:
        return "float64" if "float64" in dtypes else "Int64"
    return object


def chosen_by_rules(index: pd.Index, rules: list[tuple]) -> np.ndarray:
    """Tell for which rows the first rule whose condition holds says true."""
    return by_rules(index, rules).fillna(False).to_numpy(dtype=bool)
