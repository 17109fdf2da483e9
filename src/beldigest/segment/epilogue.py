"""The epilogue: what stands after the last story of a document, about the publication and not of that story.

Words tell it mostly. Where they do not, the form of the other stories does: how each of them ends, and that no rule
stands inside of one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from beldigest.segment.strengths import Sights
from beldigest.segment.survey import Survey
from beldigest.segment.titles import is_aside
from beldigest.segment.units import Unit

#: Stories before the last that it takes to know their form, and the share of them that have it.
_SEVERAL = 2
_USUAL = 0.8
#: Units after the last story at most.
_MOST = 12
#: Sources in brackets with which a text ends.
_CITED = re.compile(r"[(\[][^()\[\]\n]{3,120}[)\]][.!?]?\Z")
_CITED_WITHIN = 125
"""Characters at the end of a text that are searched."""


def epilogue(survey: Survey) -> Sights:
    """What stands under the last title after a rule or the line with which the stories end, as no other story has."""
    titles = [index for index in sorted(survey.places) if _heads_text(survey, index)]
    if len(titles) <= _SEVERAL or survey.ahead:  # what stands before a title there seems to end the story before it
        return
    others = [survey.units[index + 1 : end] for index, end in pairwise(titles)]
    last = survey.units[titles[-1] + 1 :]
    start = min(len(last), _after_rule(others, last), _after_end(others, last))
    if len(last) - start <= _MOST:
        for unit in last[start:]:
            if unit.block.kind != "heading":
                yield unit.index, 1.0


def _heads_text(survey: Survey, index: int) -> bool:
    unit, place = survey.units[index], survey.places[index]
    over_all = survey.top[index] > 0 and place.children != ()
    told = survey.follows[index] in ("prose", "item") and survey.subordinate[index] < 0.5
    return told and not over_all and survey.announcing[index] < 0.5 and not unit.marked("contents", "points")


def _after_rule(others: Sequence[Sequence[Unit]], last: Sequence[Unit]) -> int:
    """Where a rule stands in the last story, if there is none in the others."""
    if any(unit.fence for units in others for unit in units):
        return len(last)
    return next((place for place, unit in enumerate(last) if unit.fence and place), len(last))


def _after_end(others: Sequence[Sequence[Unit]], last: Sequence[Unit]) -> int:
    """Where something stands after the line or the source with which the last story ends, if nearly all others do."""
    ended = sum(len(units) - 1 == _end(units) for units in others)
    end = _end(last)
    return len(last) if end is None or ended < _USUAL * len(others) else end + 1


def _end(units: Sequence[Unit]) -> int | None:
    """Where the last line stands after the text of a story that is beside it, or a text that ends in a source."""
    for place in range(len(units) - 1, -1, -1):
        unit = units[place]
        if _CITED.search(unit.text, max(0, len(unit.text) - _CITED_WITHIN)) and unit.prose >= 0.6:
            return place
        if is_aside(unit) and any(above.prose >= 0.6 for above in units[:place]):
            return place
    return None
