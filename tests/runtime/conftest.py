"""Lets the tests import the runtime helpers."""

import sys
from pathlib import Path

RUNTIME = Path(__file__).parents[2] / "src" / "K2P" / "Python" / "Runtime"
sys.path.insert(0, str(RUNTIME))
