"""Lets the tests import the Python side of `k2p verify`."""

import sys
from pathlib import Path

HARNESS = Path(__file__).parents[2] / "src" / "K2P" / "Verification" / "Harness"
sys.path.insert(0, str(HARNESS))
