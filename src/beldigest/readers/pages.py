"""Pages: the numbers and the running heads that a text copied from a paged document has amid its lines."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

import attrs

from beldigest.readers.lines import Line

#: The number of a page on a line of its own: "7", "- 7 -", "Page 7 of 12", "7/12".
_NUMBER = re.compile(r"\W{0,3}(?:[^\W\d_]{1,6}\.?\s)?(\d{1,4})(?:\s?(?:/|[^\W\d_]{1,5})\s?\d{1,4})?\W{0,3}")
#: Characters of such a line.
_NUMBER_MOST = 24
_DIGITS = re.compile(r"\d+")
#: Lines before and after the number of a page among which a running head may stand.
_NEAR = (-2, -1, 1, 2)
#: Page breaks at which a line stands that is a running head.
_BREAKS = 2


def without_furniture(text: str, lines: list[Line]) -> list[Line]:
    """The lines with page numbers and running heads told apart as insets.

    Numbers on lines of their own that count up are those of pages where the same line stands beside several of them,
    its digits aside; without one they may as well number the items of the text.
    """
    numbers = _counting(text, lines)
    beside = {index + by for index in numbers for by in _NEAR}
    keys = {index: key for index in beside if (key := _key(text, lines, index))}
    times = Counter(keys.values())
    heads = {index for index, key in keys.items() if times[key] >= _BREAKS}
    if not heads:
        return lines
    furniture = heads.union(numbers)
    insets = {look: attrs.evolve(look, region="inset") for look in {lines[index].look for index in furniture}}
    return [
        attrs.evolve(line, look=insets[line.look], open=False) if index in furniture else line
        for index, line in enumerate(lines)
    ]


def _counting(text: str, lines: Sequence[Line]) -> list[int]:
    """The lines of the longest run of numbers that count up by one, in order."""
    found: dict[int, tuple[int, int | None]] = {}  # by line: the length of the run that ends in it, and the line before
    last: dict[int, int] = {}  # by number: the line in which the longest run ends that ends in that number
    for index, line in enumerate(lines):
        if len(line) > _NUMBER_MOST or line.marker:
            continue
        match = _NUMBER.fullmatch(text, line.span.start, line.span.end)
        if match is None:
            continue
        number = int(match.group(1))
        before = last.get(number - 1)
        length = found[before][0] + 1 if before is not None else 1
        found[index] = (length, before)
        if number not in last or found[last[number]][0] <= length:
            last[number] = index
    at = max(found, key=lambda index: found[index][0], default=None)
    run: list[int] = []
    while at is not None:
        run.append(at)
        at = found[at][1]
    return run[::-1]


def _key(text: str, lines: Sequence[Line], index: int) -> str:
    """What a line says, its digits aside, if there is such a line and it has words."""
    if not 0 <= index < len(lines):
        return ""
    line = lines[index].span.of(text)
    return _DIGITS.sub("#", " ".join(line.split())) if any(map(str.isalpha, line)) else ""
