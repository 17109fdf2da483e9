"""Wrapped text: the column at which a program or a hand broke its lines.

Where lines are filled, each ends before that column and would not if the first word of the next stood in it too. Lines
that are broken on purpose have no such column.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import accumulate

#: Columns at which texts are wrapped.
_NARROWEST, _WIDEST = 50, 120
#: The share of the breaks, one more than there are, that one column has to explain.
_USUAL = 0.6


def column(breaks: Iterable[tuple[int, int]]) -> int:
    """The column that explains the most line breaks, 0 where none explains most of them.

    A break is the length of a line, and that which it would have with the first word of the next.
    """
    steps = [0] * (_WIDEST + 2)
    count = 0
    for length, reach in breaks:
        count += 1
        first, end = max(length, _NARROWEST), min(reach, _WIDEST + 1)
        if first < end:
            steps[first] += 1
            steps[end] -= 1
    explained = [*accumulate(steps)]
    most = max(explained)
    return explained.index(most) if most >= _USUAL * (count + 1) else 0
