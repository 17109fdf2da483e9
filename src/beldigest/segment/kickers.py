"""Kickers: a word or two over each headline, set smaller than it, that say what the story is about ("Banking").

Lines with which the items end look the same, but for the first and the last of them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from beldigest.segment.strengths import Sights
from beldigest.segment.survey import Survey
from beldigest.segment.units import Unit

#: Words that a kicker has at most.
_MOST = 4
#: Headlines of one dress that it takes, and the share of them that have such a line over them.
_SEVERAL = 3
_USUAL = 0.6
#: Units after the last headline among which the line is looked for with which its item ends.
_TAIL = 6


def kickers(survey: Survey) -> Sights:
    """A line over a headline, where most headlines of its dress have one."""
    return [(line.index, 1.0) for lines, ending in _lines(survey) if not ending for line in lines]


def endings(survey: Survey) -> Sights:
    """The line with which an item ends, where most headlines have one right before them and one follows the last."""
    return [(line.index, 1.0) for lines, ending in _lines(survey) if ending for line in (*lines, ending)]


def _lines(survey: Survey) -> Iterator[tuple[list[Unit], Unit | None]]:
    """The lines right over the headlines of a dress, where most have one, and such a line after the last item."""
    over: dict[int, list[Unit | None]] = defaultdict(list)
    last: dict[int, int] = {}
    for index, place in survey.places.items():
        unit = survey.units[index]
        if survey.follows[index] == "prose" and unit.part == "whole":
            over[unit.dress].append(_over(survey, index, place.rank))
            last[unit.dress] = max(index, last.get(unit.dress, 0))
    for dress, found in over.items():
        lines = [line for line in found if line is not None]
        # The same line over most of them is the last one of what stands before: a row of buttons, say.
        said = len({line.text for line in lines})
        if len(lines) >= _SEVERAL and len(lines) >= _USUAL * len(found) and 2 * said >= len(lines):
            tail = survey.units[last[dress] + 1 : last[dress] + _TAIL]
            looks = (lines[-1].dress, lines[-1].shape)
            yield lines, next((u for u in tail if (u.dress, u.shape) == looks and u.words <= _MOST), None)


def _over(survey: Survey, index: int, rank: float) -> Unit | None:
    """The line right over a title if it is short and less prominent."""
    if not index:
        return None
    line, title, place = survey.units[index - 1], survey.units[index], survey.places.get(index - 1)
    short = line.words <= _MOST and line.title >= 0.5 and not line.ended and line.part == "whole"
    plain = not (line.marks or line.dated or line.byline or line.block.marker or line.block.kind == "heading")
    beside = line.block.region == "body" and line.block.group == title.block.group
    return line if short and plain and beside and (place is None or place.rank > rank) else None
