"""Random numbers as java.util.Random makes them."""

from __future__ import annotations

import time
from typing import Optional


class JavaRandom:
    """java.util.Random: the same seed gives the same numbers as in Java."""

    def __init__(self, seed: Optional[int] = None):
        self.state = (
            (time.time_ns() if seed is None else seed) ^ 0x5DEECE66D
        ) % 2**48

    def bits(self, count: int) -> int:
        """Return the next bits as a signed number, as next(int) does."""
        self.state = (self.state * 0x5DEECE66D + 0xB) % 2**48
        number = self.state >> (48 - count)
        return number - 2**32 if number >= 2**31 else number

    def next_int(self, bound: int) -> int:
        """Return a number from 0 to bound - 1, as nextInt(int) does."""
        number = self.bits(31)
        if bound & (bound - 1) == 0:
            return (bound * number) >> 31
        while number - number % bound + (bound - 1) >= 2**31:
            number = self.bits(31)
        return number % bound

    def next_double(self) -> float:
        """Return a number from 0.0 to below 1.0, as nextDouble() does."""
        return ((self.bits(26) << 27) + self.bits(27)) / 2**53

    def shuffle(self, items: list) -> None:
        """Shuffle a list in place, as Collections.shuffle(List, Random) does."""
        for last in range(len(items) - 1, 0, -1):
            other = self.next_int(last + 1)
            items[last], items[other] = items[other], items[last]
