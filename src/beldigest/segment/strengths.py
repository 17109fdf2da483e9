"""Strengths: how much of what a cue looks for is to be seen in a unit, mostly from 0 to 1."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from beldigest.segment.survey import Survey
from beldigest.segment.titles import has_companion
from beldigest.segment.units import Unit

#: Paragraphs that a text between two rules may have.
_FURTHER = 12

Strength = Callable[[Unit, Survey], float]
Strengths = Callable[[Survey], Sequence[float]]


def each(strength: Strength) -> Strengths:
    """The strengths of a cue in all units, one after the other."""
    return lambda survey: [strength(unit, survey) for unit in survey.units]


def over_a_list(unit: Unit, survey: Survey) -> float:
    """How surely nothing but a list stands under a title."""
    place = survey.places.get(unit.index)
    return place.listed if place else 0.0


def follows(kind: str) -> Strength:
    """Whether that comes after a unit."""
    return lambda unit, survey: float(survey.follows[unit.index] == kind)


def marked(*kinds: str) -> Strength:
    """Whether the words of a unit mark one of these."""
    return lambda unit, survey: float(bool(unit.marks and unit.marked(*kinds)))


def field(*names: str) -> Strength:
    """Whether a unit is the value of one of these fields of a message's header."""
    return lambda unit, survey: float(unit.block.marker in names)


def among_links(unit: Unit, survey: Survey) -> float:
    """A line that is a link, of as many words as a headline, beside another one."""
    if not unit.linked or unit.words < 4 or unit.block.region != "body":
        return 0.0
    beside = survey.units[max(0, unit.index - 1) : unit.index + 2]
    return float(sum(other.linked and other.words >= 4 and other.dress == unit.dress for other in beside) > 1)


def placed(unit: Unit, survey: Survey) -> float:
    """A place in capitals, with which the text begins under the title of an entry."""
    if unit.part != "head" or not unit.caps or not unit.block.group or unit.words > 4 or not unit.index:
        return 0.0
    above = survey.units[unit.index - 1]
    return survey.grouped[above.index] * (above.block.kind == "heading")


def companioned(unit: Unit, survey: Survey) -> float:
    """A line over a byline or a date; a plain one where headings head the stories is no headline, nor a nameplate."""
    return has_companion(survey.units, unit.index) * (1 - unheaded(unit, survey)) * (1 - survey.nameplate[unit.index])


def before_lesser(unit: Unit, survey: Survey) -> float:
    """A title right before a lesser one."""
    after = survey.places.get(unit.index + 1)
    return float(after is not None and after.parent == unit.index and survey.units[unit.index + 1].part != "rest")


def over_titles(unit: Unit, survey: Survey) -> float:
    """A title over several titles that have most of the text under it."""
    place = survey.places.get(unit.index)
    if place is None or place.text < 100 or sum(survey.boilerplate[child] < 0.5 for child in place.children) < 2:
        return 0.0
    after = survey.places.get(unit.index + 2)
    introduced = after is not None and after.parent == unit.index  # by one line, if any
    return max(0.0, 1 - (1 if introduced else 2) * place.own)


def section_intro(unit: Unit, survey: Survey) -> float:
    """A line or two between the name of a section and the first title in it."""
    above, below = survey.places.get(unit.index - 1), survey.places.get(unit.index + 1)
    if above is None or below is None or below.parent != unit.index - 1 or unit.index in survey.places:
        return 0.0
    if above.parent is None and above.end == len(survey.units):  # the title of the document
        return 0.0
    return over_titles(survey.units[unit.index - 1], survey)


def bare(unit: Unit, survey: Survey) -> float:
    """A title under which nothing stands, and that is no entry of a list."""
    lone = unit.title >= 0.35 and survey.follows[unit.index] in ("title", "", "item")
    return float(lone and unit.block.kind != "list item" and not unit.linked)


def last_line(unit: Unit, survey: Survey) -> float:
    """A title that nothing follows, in a document of titles that texts follow."""
    if survey.follows[unit.index] or unit.index not in survey.places or unit.linked or unit.block.kind == "list item":
        return 0.0
    return float(2 * sum(survey.follows[index] == "prose" for index in survey.places) > len(survey.places))


def masthead(unit: Unit, survey: Survey) -> float:
    """At the head of the document, words by which publications call themselves, a date or the number of an issue."""
    if not survey.top[unit.index]:
        return 0.0
    named = unit.marked("masthead") != ""
    issued = 0.5 * (unit.dated or unit.issued) + 0.3 * (unit.issued and not unit.dated)
    return survey.top[unit.index] * (0.5 * named + issued + 0.3 * named * unit.title)


def over_all(unit: Unit, survey: Survey) -> float:
    """The first title of all, where all that follows stands under it; a heading of a lesser level is of a part."""
    place = survey.places.get(unit.index)
    if place is None or place.parent is not None or place.end < len(survey.units) or unit.block.level > 1:
        return 0.0
    return survey.top[unit.index]


def before_greeting(unit: Unit, survey: Survey) -> float:
    """At the very head of the document, the line over a greeting."""
    if survey.top[unit.index] < 0.5 or unit.index + 1 == len(survey.units):
        return 0.0
    return float(survey.units[unit.index + 1].marked("greeting") != "")


def lone_heading(unit: Unit, survey: Survey) -> float:
    """The first heading of a document, the only one of its level."""
    place = survey.places.get(unit.index)
    first = unit.block.kind == "heading" and place is not None and place.parent is None
    return float(first and place is not None and place.end == len(survey.units) and survey.top[unit.index] > 0)


def unheaded(unit: Unit, survey: Survey) -> float:
    """A line that is no heading, where headings head the stories."""
    if unit.block.kind == "heading" or unit.block.group:
        return 0.0
    if unit.block.kind == "list item":
        return survey.headed * (unit.label and survey.introduced[unit.index] > 0)
    shown = (unit.part == "head" and unit.strong and not unit.label) or (unit.caps and unit.fence)
    return survey.headed * (0.3 if shown else 1.0)


def among_boilerplate(unit: Unit, survey: Survey) -> float:
    """How much boilerplate stands around a unit; what goes on a list that is none is less touched by it."""
    before = survey.units[unit.index - 1] if unit.index else unit
    listed = unit.block.kind == before.block.kind == "list item" and survey.boilerplate[before.index] < 0.3
    return survey.trace[unit.index] * (0.3 if listed else 0.5 if 0.3 < unit.prose < 0.7 else 1.0)


def running_in(unit: Unit, survey: Survey) -> float:
    """The head of a block; in a list under the head of a summary it is the name of what the entry is about."""
    if unit.part != "head":
        return 0.0
    shown = (unit.strong or unit.block.kind == "list item") and not unit.label
    return unit.runin * (1 - survey.summed[unit.index]) * (1.0 if shown else 1 - survey.headed)


def unparted(unit: Unit, survey: Survey) -> float:
    """Running text right after other text, where rules part texts without titles."""
    if not unit.index or unit.fence or unit.prose < 0.5 or survey.parted[unit.index]:
        return 0.0
    return float(any(survey.parted[max(0, unit.index - _FURTHER) : unit.index]))


def credit(unit: Unit, survey: Survey) -> float:
    """A few words after a head that runs in: who wrote it, where it appeared."""
    if unit.part != "rest" or unit.words > 8 or unit.prose >= 0.6:
        return 0.0
    return 1.0 if unit.byline or unit.marked("attribution") or unit.text[0] in "([" else 0.5
