"""Tables of figures, told apart from those that lay out a page: rows of short cells with a number beside a name."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from beldigest.readers.lines import Line
from beldigest.readers.regions import Part

#: Characters that a cell of figures has at most.
_CELL_MOST = 30
_FIGURE = re.compile(r"[^\w\s]{0,3}\s?\d[\d.,:/\s]{0,20}\s?[^\W\d]{0,3}[^\w\s]{0,3}")


def figures(text: str, lines: Sequence[Line], within: Sequence[tuple[Part, ...]]) -> Iterator[int]:
    """The lines that are cells of two rows or more with figures; ``within`` has the parts around each, outer first."""
    rows: dict[int, list[int]] = defaultdict(list)
    for index, around in enumerate(within):
        if around and (row := around[-1].row):
            rows[row].append(index)
    told = [row for row, cells in rows.items() if _tells(text, [lines[index] for index in cells])]
    runs = {row for pair in pairwise(told) if pair[1] == pair[0] + 1 for row in pair}
    for row in sorted(runs):
        yield from rows[row]


def _tells(text: str, cells: Sequence[Line]) -> bool:
    """Whether the cells of a row are short, and those after the first are figures for the most part."""
    if len(cells) < 2 or any(len(cell) > _CELL_MOST or cell.links for cell in cells):
        return False
    found = sum(_FIGURE.fullmatch(text, cell.span.start, cell.span.end) is not None for cell in cells[1:])
    return 2 * found >= len(cells) - 1
