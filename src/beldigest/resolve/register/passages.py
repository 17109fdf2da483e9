"""Which passage of a reading a character stands in."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable

from beldigest.mentions.reading import Reading


def passages(reading: Reading) -> Callable[[int], int]:
    """A function from an offset to the index of its passage, -1 before the first of them."""
    stretches = sorted(
        (stretch.start, index) for index, passage in enumerate(reading.passages) for stretch in passage.stretches
    )
    starts = [start for start, _ in stretches]

    def passage(at: int) -> int:
        found = bisect_right(starts, at) - 1
        return stretches[found][1] if found >= 0 else -1

    return passage
