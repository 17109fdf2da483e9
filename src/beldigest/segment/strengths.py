"""Strengths: in which units what a cue looks for is to be seen, and how much of it, mostly from 0 to 1."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from itertools import compress, pairwise
from operator import attrgetter

from beldigest.segment.survey import Survey
from beldigest.segment.titles import NAME_MOST, has_companion
from beldigest.segment.units import Unit

#: How much a title is over others that is the last of several, where these head texts alone.
_MOSTLY = 0.3
#: Titles with text under them that make a digest.
_SEVERAL = 2
#: Words that a line has at most which says who wrote what stands over it.
_CREDIT_MOST = 6
#: Paragraphs that a text between two rules may have.
_FURTHER = 12

#: Indices of units, each with the strength that a cue has there; what is left out has none.
Sights = Iterable[tuple[int, float]]


def along(name: str) -> Callable[[Survey], Sights]:
    """What the survey has of each unit under this name, where that is anything."""
    found: Callable[[Survey], Sequence[float]] = attrgetter(name)
    return lambda survey: compress(enumerate(found(survey)), found(survey))


def follows(kind: str) -> Callable[[Survey], Sights]:
    """That comes after a unit."""
    return lambda survey: [(index, 1.0) for index, after in enumerate(survey.follows) if after == kind]


def marked(*kinds: str) -> Callable[[Survey], Sights]:
    """The words of a unit mark one of these."""
    return lambda survey: [(unit.index, 1.0) for unit in survey.units if unit.marks and unit.marked(*kinds)]


def captions(survey: Survey) -> Sights:
    """The words of a caption; a title that has an address of its own says what is to be seen there."""
    for unit in survey.units:
        if unit.marks and unit.marked("caption"):
            after = survey.units[unit.index + 1] if unit.index + 1 < len(survey.units) else unit
            yield unit.index, 0.0 if after.address and unit.title >= 0.5 else 1.0


def field(*names: str) -> Callable[[Survey], Sights]:
    """A unit is the value of one of these fields of a message's header."""
    return lambda survey: [(unit.index, 1.0) for unit in survey.units if unit.block.marker in names]


def whole_message(*names: str) -> Callable[[Survey], Sights]:
    """A unit is one of these fields of the one message that a document holds, if that is a digest."""
    return lambda survey: field(*names)(survey) if _holds_digest(survey) else ()


def before_message(survey: Survey) -> Sights:
    """What stands before the header of such a message: the note of who forwards it."""
    fields = [unit.index for unit in survey.units if unit.block.marker[-1:] == ":"]
    return [(index, 1.0) for index in range(fields[0])] if fields and _holds_digest(survey) else ()


def credits_of_all(survey: Survey) -> Sights:
    """Who wrote a page, and when, as its markup says it right under a title that holds several texts with titles."""
    title = next((unit.index for unit in survey.units if unit.block.kind == "heading"), None)
    if title is not None and _is_over_texts(survey, title):
        for unit in survey.units[title + 1 :]:
            if unit.block.marker == "from:":
                yield unit.index, 1.0
            elif unit.block.kind != "heading":
                return


def _holds_digest(survey: Survey) -> bool:
    """Whether a document holds one message, under whose subject several titles have text: a digest that was sent."""
    subjects = [unit.index for unit in survey.units if unit.block.marker == "subject:"]
    return len(subjects) == 1 and _is_over_texts(survey, subjects[0])


def _is_over_texts(survey: Survey, title: int) -> bool:
    """Whether several titles with text stand under a title."""
    place = survey.places.get(title)
    under = [index for index in survey.places if place and title < index < place.end]
    return sum(survey.follows[index] == "prose" and survey.subordinate[index] < 0.5 for index in under) >= _SEVERAL


def unlisted(survey: Survey) -> Sights:
    """A unit that is no list item and no link, after no rule and of no item that the format keeps apart."""
    return [
        (unit.index, 1.0)
        for unit in survey.units
        if unit.block.kind != "list item" and not unit.linked and not unit.fence and not unit.block.group
    ]


def among_links(survey: Survey) -> Sights:
    """A line that is a link, of as many words as a headline, beside another one."""
    links = [unit.linked and unit.words >= 4 for unit in survey.units]
    besides = {
        index
        for before, after in pairwise(survey.units)
        if links[before.index] and links[after.index] and before.dress == after.dress
        for index in (before.index, after.index)
    }
    return [(index, 1.0) for index in sorted(besides) if survey.units[index].block.region == "body"]


def placed(survey: Survey) -> Sights:
    """A place in capitals, with which the text begins under the title of an entry."""
    return [
        (unit.index, survey.grouped[above.index])
        for above, unit in pairwise(survey.units)
        if unit.part == "head" and unit.caps and unit.block.group and unit.words <= 4 and above.block.kind == "heading"
    ]


def over_prose(survey: Survey) -> Sights:
    """A title over running text, as surely as it is one."""
    for index in survey.places:
        unit = survey.units[index]
        if survey.follows[index] == "prose":
            yield index, (1.0 if unit.block.kind == "heading" else unit.title) * (1 - survey.places[index].listed)


def companioned(survey: Survey) -> Sights:
    """A line over a byline or a date; a plain one where headings head the stories is no headline, nor a nameplate."""
    for unit in survey.units:
        if has_companion(survey.units, unit.index):
            yield unit.index, (1 - _unheaded(unit, survey)) * (1 - survey.nameplate[unit.index])


def before_lesser(survey: Survey) -> Sights:
    """A title right before a lesser one."""
    return [
        (index - 1, 1.0)
        for index, place in survey.places.items()
        if place.parent is not None and place.parent == index - 1 and survey.units[index].part != "rest"
    ]


def over_titles(survey: Survey) -> Sights:
    """A title over several titles that have most of the text under it."""
    last_told = _last_told(survey)
    return [(index, _over_titles(index, survey, last_told)) for index in survey.places]


def section_intro(survey: Survey) -> Sights:
    """A line or two between the name of a section and the first title in it, or its list."""
    last_told = _last_told(survey)
    for index, place in survey.places.items():
        if place.listed and place.children and survey.units[index].block.kind == "heading":
            for between in range(index + 1, place.children[0]):
                if survey.units[between].block.kind != "list item":
                    yield between, place.listed
        if place.parent is None or place.parent != index - 2 or index - 1 in survey.places:
            continue
        above = survey.places[place.parent]
        if above.parent is not None or above.end < len(survey.units):  # not the title of the document
            yield index - 1, _over_titles(place.parent, survey, last_told)


def _over_titles(index: int, survey: Survey, last_told: set[int]) -> float:
    place = survey.places[index]
    if place.text < 100 or sum(survey.boilerplate[child] < 0.5 for child in place.children) < 2:
        return 0.0
    after = survey.places.get(index + 2)
    introduced = after is not None and after.parent == index  # by one line, if any
    over = max(0.0, 1 - (1 if introduced else 2) * place.own)
    return over * _MOSTLY if introduced and index in last_told else over


def _last_told(survey: Survey) -> set[int]:
    """The last title of each dress of which the others head texts alone: what follows it may stand under others."""
    alike: dict[int, list[int]] = defaultdict(list)
    for index in survey.places:
        alike[survey.units[index].dress].append(index)
    return {
        last
        for *before, last in alike.values()
        if before and all(survey.follows[index] == "prose" and not survey.places[index].children for index in before)
    }


def bare(survey: Survey) -> Sights:
    """A title under which nothing stands, and that is no entry of a list."""
    return [
        (unit.index, 1.0)
        for unit in survey.units
        if unit.title >= 0.35
        and not unit.linked
        and unit.block.kind != "list item"
        and survey.follows[unit.index] in ("title", "", "item")
    ]


def once_more(survey: Survey) -> Sights:
    """A title of more words than the name of a section with nothing of its own under it, where text stands under the
    same words elsewhere: the headline of that text. What mostly has none, such as a link, is no headline."""
    copies: dict[str, list[int]] = defaultdict(list)
    for index in survey.places:
        unit = survey.units[index]
        if unit.words > NAME_MOST and unit.block.kind != "list item" and survey.announcing[index] < 0.5:
            copies[unit.text].append(index)
    for places in copies.values():
        bare = [index for index in places if survey.follows[index] != "prose" or survey.doubtful[index] >= 0.5]
        if 2 * len(bare) <= len(places):
            for index in bare:
                yield index, 1.0


def last_line(survey: Survey) -> Sights:
    """A title that nothing follows, in a document of titles that texts follow, or of texts without titles."""
    told = sum(survey.follows[index] == "prose" for index in survey.places)
    if 2 * told <= len(survey.places) and not any(survey.parted):
        return
    for index in survey.places:
        unit = survey.units[index]
        if not survey.follows[index] and not unit.linked and unit.block.kind != "list item":
            yield index, 1.0


def unheaded(survey: Survey) -> Sights:
    """A line that is no heading, where headings head the stories."""
    return [(unit.index, _unheaded(unit, survey)) for unit in survey.units] if survey.headed else ()


def _unheaded(unit: Unit, survey: Survey) -> float:
    if unit.block.kind == "heading" or unit.block.group:
        return 0.0
    if unit.block.kind == "list item":
        return survey.headed * (unit.label and survey.introduced[unit.index] > 0)
    parted = (unit.caps or unit.strong) and unit.fence != ""
    shown = parted or (unit.part == "head" and unit.strong and not unit.label)
    return survey.headed * (0.3 if shown else 1.0)


def among_boilerplate(survey: Survey) -> Sights:
    """Boilerplate stands around a unit; what goes on a list that is none is less touched by it."""
    for unit in survey.units:
        if trace := survey.trace[unit.index]:
            before = survey.units[unit.index - 1] if unit.index else unit
            listed = unit.block.kind == before.block.kind == "list item" and survey.boilerplate[before.index] < 0.3
            yield unit.index, trace * (0.3 if listed else 0.5 if 0.3 < unit.prose < 0.7 else 1.0)


def running_in(survey: Survey) -> Sights:
    """The head of a block; in a list under the head of a summary it is the name of what the entry is about."""
    for unit in survey.units:
        if unit.part == "head":
            shown = (unit.strong or unit.block.kind == "list item") and not unit.label
            yield unit.index, unit.runin * (1 - survey.summed[unit.index]) * (1.0 if shown else 1 - survey.headed)


def unparted(survey: Survey) -> Sights:
    """Running text right after other text, where rules part texts without titles."""
    since = _FURTHER  # units after the last text that a rule parts
    for unit in survey.units:
        if survey.parted[unit.index]:
            since = 0
        elif since < _FURTHER:
            since += 1
            if not unit.fence and unit.prose >= 0.5:
                yield unit.index, 1.0


def closing(survey: Survey) -> Sights:
    """A few words after the text of a story whose title runs in, where such words end most of them: who wrote it."""
    rests = [unit for unit in survey.units if unit.part == "rest" and unit.prose >= 0.5]
    after = [survey.units[unit.index + 1] for unit in rests if unit.index + 1 < len(survey.units)]
    found = [
        unit
        for unit in after
        if unit.part == "whole"
        and unit.block.kind == "paragraph"
        and unit.words <= _CREDIT_MOST
        and unit.title >= 0.5
        and not (unit.caps or unit.strong)
    ]
    return [(unit.index, 1.0) for unit in found] if len(found) > _SEVERAL and 2 * len(found) > len(rests) else ()


def sourced(survey: Survey) -> Sights:
    """A text with a source of its own, where every text under its title has one."""
    return [(text, 1.0) for texts in survey.sourced.values() for text in texts]


def over_sourced(survey: Survey) -> Sights:
    """The title over texts that each have a source of their own."""
    return [(index, 1.0) for index in survey.sourced if index >= 0]


def past_end(survey: Survey) -> Sights:
    """What stands after the link to the full text with which each story ends, up to the next title with text."""
    units = survey.units
    ends = [unit.index for unit in units if unit.words <= _CREDIT_MOST and unit.marked("more")]
    goes_on = [index for index in ends if index + 1 < len(units) and units[index + 1].prose >= 0.6]
    if len(ends) <= _SEVERAL or len(goes_on) * 4 > len(ends):
        return
    for end in ends:
        for unit in map(units.__getitem__, range(end + 1, len(units))):
            if unit.block.kind != "paragraph" or survey.follows[unit.index] not in ("title", "") or unit.marked("more"):
                break
            yield unit.index, 1.0


def after_list(survey: Survey) -> Sights:
    """A text right after a list that is all there is under its title, and whose items have no text."""
    return [
        (unit.index, survey.listed[item.index])
        for item, unit in pairwise(survey.units)
        if survey.listed[item.index] and survey.follows[item.index] == "text" and unit.block.kind != "list item"
    ]


def credit(survey: Survey) -> Sights:
    """A few words after a head that runs in: who wrote it, where it appeared."""
    for unit in survey.units:
        if unit.part == "rest" and unit.words <= 8 and unit.prose < 0.6:
            yield unit.index, 1.0 if unit.byline or unit.marked("attribution") or unit.text[0] in "([" else 0.5
