"""The head of a document: what speaks there for its title and against stories."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from beldigest.segment.strengths import Sights
from beldigest.segment.surroundings import heads_summary
from beldigest.segment.survey import Survey
from beldigest.segment.units import Unit

#: Lines under the title of a document among which its author and its day stand.
_CREDITS = 3
#: Lines before a greeting at most, and it.
_OVER_GREETING = 5


def masthead(survey: Survey) -> Sights:
    """At the head of the document, words by which publications call themselves, a date or the number of an issue."""
    for unit in _at_top(survey):
        named = unit.marked("masthead") != ""
        issued = 0.5 * (unit.dated or unit.issued) + 0.3 * (unit.issued and not unit.dated)
        yield unit.index, survey.top[unit.index] * (0.5 * named + issued + 0.3 * named * unit.title)


def over_all(survey: Survey) -> Sights:
    """The first title of all, where all that follows stands under it; a heading of a lesser level is of a part."""
    for unit in _at_top(survey):
        place = survey.places.get(unit.index)
        if place is not None and place.parent is None and place.end == len(survey.units) and unit.block.level <= 1:
            yield unit.index, survey.top[unit.index]


def over_greeting(survey: Survey) -> Sights:
    """At the very head of the document, the line over a greeting."""
    greeting = _greeting(survey)
    return [(greeting - 1, 1.0)] if greeting else ()


def before_greeting(survey: Survey) -> Sights:
    """At the very head of the document, the lines before a greeting: no story stands there."""
    return [(unit.index, 1.0) for unit in survey.units[: _greeting(survey) or 0]]


def greeting(survey: Survey) -> Sights:
    """A greeting that is the first text of the document."""
    at = _greeting(survey)
    return [(at, survey.units[at].prose)] if at is not None else ()


def _greeting(survey: Survey) -> int | None:
    """The index of the greeting that stands at the head of the document, after a few lines at most."""
    for unit in survey.units[:_OVER_GREETING]:
        if unit.marked("greeting"):
            return unit.index
        if unit.prose >= 0.6:
            break
    return None


def before_summary(survey: Survey) -> Sights:
    """At the head of the document, what stands before the head of the contents list or of the one summary, with no more
    than a paragraph: the publication names itself there, and no story stands before the sum of them all."""
    heads = [unit.index for unit in survey.units if unit.marks and heads_summary(survey.units, unit.index)]
    if not heads:
        return ()
    told = sum(unit.prose >= 0.6 for unit in survey.units[: heads[0]])
    if told and (told > 1 or len(heads) > 1 or not survey.units[heads[0]].marked("points")):
        return ()
    return [(index, 1.0) for index in range(heads[0])]


def lone_heading(survey: Survey) -> Sights:
    """The first heading of a document, the only one of its level."""
    for unit in _at_top(survey):
        place = survey.places.get(unit.index)
        if unit.block.kind == "heading" and place and place.parent is None and place.end == len(survey.units):
            yield unit.index, 1.0


def subtitle(survey: Survey) -> Sights:
    """A heading at the head of the document right under a greater one, where the next heading is greater than it, or
    where the author and the day stand under it, as under no name of a section, or one of them and no other heading is
    of its level."""
    headings = [unit for unit in survey.units if unit.block.kind == "heading"]
    levels = Counter(unit.block.level for unit in headings)
    for before, unit, after in zip(headings, headings[1:], headings[2:], strict=False):
        level, below = unit.block.level, survey.units[unit.index + 1 : unit.index + 1 + _CREDITS]
        under = before.index == unit.index - 1 and before.block.level < min(level, after.block.level)
        said = any(other.byline or other.block.marker == "from:" for other in below) + any(u.dated for u in below)
        if under and (after.block.level < level or said > (levels[level] > 1)) and survey.top[unit.index]:
            yield unit.index, 1.0


def _at_top(survey: Survey, further: int = 0) -> Iterator[Unit]:
    """The units at the head of the document, and so many after them."""
    reach = len(survey.top) - survey.top.count(0.0)
    return iter(survey.units[: reach + further])
