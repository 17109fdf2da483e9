"""Places: what stands under each title, and which titles stand inside a story."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from statistics import median

from attrs import define, evolve, frozen

from beldigest.segment.titles import has_companion, is_aside
from beldigest.segment.units import Unit

#: The share of all text under a title from which on it is the title of the document.
_WHOLE = 0.9
#: So much text is enough to tell a story, in characters.
_OWN_TEXT = 300
#: As much of a story of its own must a title tell, where titles like it do.
_SOME = 0.5
#: Words from which on a list item is rather a headline than the name of a section.
_HEADLINE = 5
#: Words that such headlines usually have at least.
_USUAL = 4
#: Items that a list has at least which is all there is under a title but for a note after it; after a rule may be one.
_NOTED = 3
#: How surely a title with such a note, or with a line before its list, is over a list and nothing else.
_SURE = 0.8
#: Lines that introduce a list at most.
_INTRODUCING = 2
#: Texts with a source of their own that make a list of stories under a title.
_SOURCED = 3
#: How surely a title stands inside a story whose title alone is announced.
_ANNOUNCED = 0.8


@frozen
class Place:
    """A title's place in the document: how prominent it is, and what stands under it.

    ``rank`` is smaller for more prominent titles (a heading's level, where there is one). ``end`` is the index after
    the last unit under it. ``own`` is the share of the text under it that comes before the first title under it.
    ``listed`` is 1 where nothing but a list stands under it. ``tells`` says that it is a list item with the words of a
    headline: what is listed under it are details.
    """

    rank: float
    end: int
    own: float
    text: int
    children: tuple[int, ...]
    listed: float
    parent: int | None
    tells: bool


def places(units: Sequence[Unit], ranks: dict[int, float]) -> dict[int, Place]:
    """What stands under each title: all up to the next that is as prominent."""
    # Running counts, so that what stands under a title is counted in one step.
    lengths, unlisted, listed = [0], [0], [0]
    for unit in units:
        item, aside = unit.block.kind == "list item", is_aside(unit)
        in_list = item or (unit.block.level > 0 and unit.block.kind == "quotation")
        lengths.append(lengths[-1] + (0 if aside or unit.index in ranks else len(unit.text)))
        unlisted.append(unlisted[-1] + (not in_list and not aside))
        listed.append(listed[-1] + (item and unit.part != "rest"))
    ends: dict[int, int] = {}
    parents: dict[int, int | None] = {}
    children: dict[int, list[int]] = defaultdict(list)
    stack: list[int] = []
    for index in sorted(ranks):
        while stack and ranks[stack[-1]] >= ranks[index] - 0.1:
            ends[stack.pop()] = index
        parents[index] = stack[-1] if stack else None
        if stack:
            children[stack[-1]].append(index)
        stack.append(index)
    for index in stack:
        ends[index] = len(units)
    tells = _telling(units, ranks)
    places: dict[int, Place] = {}
    for index, rank in ranks.items():
        end, under = ends[index], children.get(index, ())
        first = under[0] if under else end
        below = lengths[end] - lengths[index + 1]
        own = (lengths[first] - lengths[index + 1]) / max(1, below)
        # What a title runs into is no list, but for a few words such as its source.
        runs_in = index + 1 < len(units) and units[index + 1].part == "rest" and units[index + 1].prose < 0.6
        after = min(end, index + 1 + runs_in)
        items = listed[end] - listed[after]
        share = 0.0
        if items:
            other = unlisted[end] - unlisted[after]
            enough = items >= _NOTED or units[end - 1].fence != ""
            noted = other == 1 and enough and unlisted[end - 1] == unlisted[after]
            paragraphs = has_companion(units, index) and units[min(index + 2, end - 1)].prose >= 0.6
            share = (1.0 if items > 1 else 0.5) * (1.0 if not other else _SURE if noted else 0.0)
            share *= 0.25 if index in tells or paragraphs else 1.0
        places[index] = Place(rank, end, own, below, tuple(under), share, parents[index], index in tells)
    for index, share in (*_introduced(units, places).items(), *_noted(units, places)):
        places[index] = evolve(places[index], listed=share)
    return places


def _introduced(units: Sequence[Unit], places: Mapping[int, Place]) -> dict[int, float]:
    """The headings with a line or two before a list of titles, where nothing but such a list stands under others."""
    pure = Counter(
        units[index + 1].dress
        for index, place in places.items()
        if place.listed and units[index].block.kind == "heading" and index + 1 < len(units)
    )
    found = {}
    for index, place in places.items():
        if place.listed or units[index].block.kind != "heading" or not place.children:
            continue
        first = place.children[0]
        items = units[first : place.end]
        entries = all(unit.block.kind == "list item" and (unit.linked or unit.title >= 0.5) for unit in items)
        if entries and first - index <= 1 + _INTRODUCING and pure[units[first].dress] > 1:
            found[index] = _SURE
    return found


def _noted(units: Sequence[Unit], places: Mapping[int, Place]) -> Iterator[tuple[int, float]]:
    """The titles over a list and one line after it, where nothing but a list stands under others of their dress."""
    pure = Counter(units[index].dress for index, place in places.items() if place.listed == 1.0)
    for index, place in places.items():
        items = [unit.block.kind == "list item" for unit in units[index + 1 : place.end]]
        if not place.listed and len(items) > 1 and all(items[:-1]) and pure[units[index].dress]:
            yield index, _SURE


def listed(
    units: Sequence[Unit], places: Mapping[int, Place], subordinate: Sequence[float]
) -> tuple[list[float], list[float]]:
    """For each item of a list how surely nothing but that list stands under a title, and 1 for each detail of an item.

    A list under a title inside a story is of that story.
    Details are listed under an item that is itself a headline, and link nowhere.
    """
    found, details = [0.0] * len(units), [0.0] * len(units)
    for index, place in places.items():
        items = [inner for inner in range(index + 1, place.end) if units[inner].block.kind == "list item"]
        if place.listed and items:
            level = units[items[0]].block.level
            for inner in items:
                if units[inner].block.level == level:
                    found[inner] = max(found[inner], place.listed * (1 - subordinate[index]))
        if place.tells:
            for inner in items:
                if units[inner].block.level > units[index].block.level and not units[inner].block.links:
                    details[inner] = 1.0
    return found, details


def sourced(units: Sequence[Unit], places: Mapping[int, Place]) -> dict[int, list[int]]:
    """The texts under each title that each have a source, by its index; by -1 where there is no title at all.

    There are several; where a title has three such texts, two under another one are no other.
    """
    ends = {index: place.end for index, place in places.items()} or {-1: len(units)}
    found = {}
    for over, end in ends.items():
        texts: list[int] = []
        for index in range(over + 1, end):
            if not is_aside(units[index]):
                if not _has_source(units, index):
                    break
                texts.append(index)
        else:
            if len(texts) > 1 and (over < 0 or units[over].block.kind != "list item"):
                found[over] = texts
    return found if any(len(texts) >= _SOURCED for texts in found.values()) else {}


def _has_source(units: Sequence[Unit], index: int) -> bool:
    """Whether a paragraph ends with a link to the full text, or such a link or an address stands under it."""
    unit = units[index]
    if unit.words < _HEADLINE or unit.block.kind != "paragraph":
        return False
    after = units[index + 1] if index + 1 < len(units) else None
    linked = unit.span.end < unit.block.span.end
    return linked or (after is not None and (after.address or after.marked("more") != ""))


def whole(units: Sequence[Unit], places: dict[int, Place]) -> set[int]:
    """The titles that nearly all of the text stands under: those of the document. Where it was pasted more than once,
    its copies count together, and what recurs under its title is more of that."""
    total = sum(len(unit.text) for unit in units if unit.index not in places and not is_aside(unit))
    copies = Counter(units[index].text for index in places)
    under = Counter[str]()
    for index, place in places.items():
        under[units[index].text] += place.text
    found: set[int] = set()
    for index in sorted(places):
        parent, text = places[index].parent, units[index].text
        if (parent is None or (parent in found and copies[text] > 1)) and under[text] >= _WHOLE * total:
            found.add(index)
    return found


def preamble(units: Sequence[Unit], places: dict[int, Place], whole: set[int], headed: float) -> list[float]:
    """1 for each unit before the first title, that of the document apart: a greeting, an introduction.

    Where headings head the stories, a line before the first of them with words in bold at its head is of that.
    """
    first = [index for index in sorted(places) if index not in whole and _heads(units[index])][:2]
    if headed >= 0.6 and len(first) > 1 and units[first[0]].part == "head" and units[first[1]].block.kind == "heading":
        del first[0]
    end = first[0] if first else 0
    return [float(unit.index < end) for unit in units]


def _heads(unit: Unit) -> bool:
    """Whether a unit looks like a title rather than like a short sentence."""
    return unit.title >= 0.5 or unit.block.kind == "heading" or unit.part == "head"


def _told(units: Sequence[Unit], place: Place, index: int) -> float:
    """How much a title's own text, before any title under it, tells a story.

    A byline says that it does, but not the sender under the subject of a message, which always has one, nor a day
    right before a title, whose it is. Under the name of a section, of few words, stand headlines, of more words; under
    a headline, in a story, the names of its parts.
    """
    over_title = place.children[:1] == (index + 2,) and not units[index + 1].byline
    if has_companion(units, index) and units[index].block.marker != "subject:" and not over_title:
        return 1.0
    told = min(1.0, place.own * place.text / _OWN_TEXT) * min(1.0, 0.4 + 2 * place.own)
    if not place.children:
        return told
    under = median(units[child].words for child in place.children)
    sourced = sum(has_companion(units, child) or units[child].linked for child in place.children) / len(place.children)
    named = 0.5 if units[index].words <= 3 else 1.0
    return min(1.0, told * named * (1.3 if under <= 4 else 0.7 if under >= 7 else 1.0) * (1 - 0.8 * sourced))


def subordinate(
    units: Sequence[Unit],
    places: dict[int, Place],
    whole: set[int],
    announced: Sequence[float],
    grouped: Sequence[float],
) -> list[float]:
    """How surely each title stands inside a story: its parent, and most titles like that, have text of their own.

    So does each heading inside an item where the format keeps several apart; one item alone may hold a whole digest.
    """
    found = [0.0] * len(units)
    if len({unit.block.group for unit in units if unit.block.group}) > 1:
        for index in places:
            inside = units[index].block.group > 0 and units[index].block.kind == "heading"
            found[index] = inside * (1 - grouped[index])
    telling = [index for index, place in places.items() if place.children or place.text > _OWN_TEXT]
    told = {index: _told(units, places[index], index) for index in telling}
    by_rank: dict[float, list[float]] = defaultdict(list)
    for index in telling:
        if index not in whole:
            by_rank[round(places[index].rank, 1)].append(told[index])
    usual = {rank: median(shares) for rank, shares in by_rank.items()}
    apart = _apart(units)
    announced_under = Counter(place.parent for index, place in places.items() if announced[index] >= 0.5)
    for index in sorted(places):
        parent = places[index].parent
        if parent is None or parent in whole or index in apart or units[index].marked("contents", "points"):
            continue
        above = places[parent]
        if not above.listed and not found[index]:
            here = min(1.0, told[parent] / _SOME)
            if announced[parent] >= 0.5 and not announced_under[parent]:
                here = max(here, _ANNOUNCED)  # the contents list names the title over it, and nothing under that
            found[index] = max(found[parent], here * usual.get(round(above.rank, 1), 0.0))
    return found


def _apart(units: Sequence[Unit]) -> set[int]:
    """The headings outside of the element in which a greater heading before them stands with its text."""
    found: set[int] = set()
    over: list[_Scope] = []
    for unit in units:
        for scope in over:
            scope.left = min(scope.left, unit.block.nest)
        if unit.block.kind == "heading":
            while over and over[-1].level >= unit.block.level:
                over.pop()
            if over and over[-1].depth is not None and over[-1].left < over[-1].depth:
                found.add(unit.index)
            over.append(_Scope(unit.block.level))
        elif unit.prose >= 0.6:
            for scope in over:
                if scope.depth is None:
                    scope.depth = scope.left
    return found


@define
class _Scope:
    """A heading: its level, how deep the element is in which it stands with its text, and the least depth since."""

    level: int
    depth: int | None = None
    left: int = 1_000_000


def _telling(units: Sequence[Unit], titles: Iterable[int]) -> set[int]:
    """The list items of as many words as a headline, or dressed like such: what is listed under them are details."""
    items = [
        unit for unit in map(units.__getitem__, titles) if unit.block.kind == "list item" and unit.text[-1] not in ":："
    ]
    over: dict[int, list[int]] = defaultdict(list)
    for unit in items:
        after = units[unit.index + 1] if unit.index + 1 < len(units) else None
        if after is not None and after.block.kind == "list item" and after.block.level > unit.block.level:
            over[unit.dress].append(unit.words)
    dresses = {dress for dress, words in over.items() if median(words) >= _USUAL}
    return {unit.index for unit in items if unit.words >= _HEADLINE or unit.dress in dresses}
