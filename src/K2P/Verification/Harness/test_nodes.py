"""Prove that every function still returns the table that KNIME stored. Run: python -m pytest"""
import json
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE))

import replay  # noqa: E402

CASES = json.loads((HERE / "cases.json").read_text(encoding="utf-8"))
GOOD = {"equal": 0, "types": 1, "row-ids": 1, "close": 2, "unordered": 3}


def located(value):
    """Return a case with the paths of its files made absolute."""
    if isinstance(value, dict):
        return {
            key: str(HERE / item) if key in ("table", "script") else located(item)
            for key, item in value.items()
        }
    return [located(item) for item in value] if isinstance(value, list) else value


def parameter(case):
    """Return a case as pytest wants it; what differed when this was written is expected to differ."""
    name = f"{case['function']}"
    if case["verdict"] in GOOD:
        return pytest.param(case, id=name)
    mark = pytest.mark.xfail(reason=case["reason"], strict=False)
    return pytest.param(case, id=name, marks=mark)


@pytest.mark.parametrize("case", [parameter(case) for case in CASES])
def test_node_returns_the_table_of_knime(case, tmp_path):
    """The function returns KNIME's table, as well as it did when this was written."""
    folders = {"data_dir": str(HERE / "data"), "out_dir": str(tmp_path)}
    makers = {
        name: {**maker, **folders} for name, maker in located(case["makers"]).items()
    }
    answer = replay.run({**located(case), **folders, "makers": makers})
    allowed = GOOD.get(case["verdict"], 0)
    assert GOOD.get(answer["verdict"], 9) <= allowed, answer["text"]
