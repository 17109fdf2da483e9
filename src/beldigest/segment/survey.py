"""The survey: what a unit is among the others of its document.

Which titles are more prominent than which, what stands under each of them, which lines announce which titles, and how
far the traces of menus and footers reach.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from itertools import pairwise
from statistics import median

from attrs import frozen

from beldigest.segment.units import Unit
from beldigest.segment.wording import Wording

#: A title whose own text, before the first title under it, is this share of all under it tells a story itself.
_OWN_SHARE = 0.25
#: Units under the head of an advertisement or an imprint that are looked at.
_SPREAD = 40
#: How much of a trace of boilerplate reaches from one unit to the next.
_REACH = 0.55
#: Titles that many companions (a byline, a rule) must have before those without are held for lesser ones.
_COMPANIED = 2
#: The share of rules with text right after them from which on they part texts without titles.
_BARE = 0.6
#: The share of units after an empty line from which on empty lines part what does not belong together.
_PARTED = 0.2
#: The share of all text under a title from which on it is the title of the document.
_WHOLE = 0.9
#: So much text is enough to tell a story, in characters.
_OWN_TEXT = 300
#: As much of a story of its own must a title tell, where titles like it do.
_SOME = 0.5
#: How surely a title stands inside a story whose title alone is announced.
_ANNOUNCED = 0.8
#: Units under a title that are looked at.
_UNDER_MOST = 9
#: How alike a line and a later title must be for the one to announce the other.
_ANNOUNCES = 0.45
#: How alike they must be where one line announces several.
_SURELY = 0.8


@frozen
class Place:
    """A title's place in the document: how prominent it is, and what stands under it.

    ``rank`` is smaller for more prominent titles (a heading's level, where there is one). ``end`` is the index after
    the last unit under it. ``own`` is the share of the text under it that comes before the first title under it.
    ``listed`` is 1 where nothing but a list stands under it.
    """

    rank: float
    end: int
    own: float
    text: int
    children: int
    listed: float
    parent: int | None


@frozen
class Survey:
    """What is known of each unit from the whole document; lists run along the units."""

    units: Sequence[Unit]
    places: dict[int, Place]
    follows: list[str]
    announces: list[int | None]
    announcing: list[float]
    announced: list[float]
    boilerplate: list[float]
    trace: list[float]
    subordinate: list[float]
    preamble: list[float]
    size: list[float]
    repeated: list[float]
    top: list[float]
    grouped: list[float]
    introduced: list[float]
    summed: list[float]
    opening: list[float]
    listed: list[float]
    tied: list[bool]
    doubtful: list[float]
    crowded: list[float]
    patterned: list[float]
    parted: list[float]
    unlike: list[float]
    ahead: bool
    headed: float


def survey(units: Sequence[Unit]) -> Survey:
    """Surveys the units of a document."""
    sizes = _sizes(units)
    tied = _tied(units)
    headed = _headed(units)
    titles = _titles(units, tied, headed)
    announces, announcing, announced = _announcements(units, titles)
    ahead = _sources_ahead(units, titles)
    follows = [_following(units, index, titles, tied, ahead) for index in range(len(units))]
    ranks = _ranks([unit for unit in units if titles[unit.index]], units, sizes, announcing, announced, follows)
    places = _places(units, ranks)
    whole = _whole(units, places)
    boilerplate = _boilerplate(units, places, follows)
    traces = _traces(boilerplate)
    introduced, summed = _introduced(units)
    return Survey(
        units,
        places,
        follows,
        announces,
        announcing,
        announced,
        boilerplate,
        traces,
        _subordinate(units, places, whole, announced),
        _preamble(units, places, whole),
        sizes,
        _repeated(units),
        _top(units, boilerplate, traces),
        _grouped(units),
        introduced,
        summed,
        _opening(units),
        _listed(units, places),
        tied,
        _doubtful(units, places, boilerplate),
        _crowded(units),
        _patterned(units, titles),
        _parted(units),
        _unlike(units, follows, traces),
        ahead,
        headed,
    )


def _sizes(units: Sequence[Unit]) -> list[float]:
    """How much bigger than the running text each unit is set: 0 for the same, 1 for half as big again."""
    stated = [unit.block.size for unit in units for _ in range(1 + len(unit.text) // 200) if unit.block.size]
    if not stated:
        return [0.0] * len(units)
    usual = median(stated)
    return [max(-1.0, min(1.0, 2 * (unit.block.size / usual - 1))) if unit.block.size else 0.0 for unit in units]


def _tied(units: Sequence[Unit]) -> list[bool]:
    """Whether each unit goes with the one before it: no empty line parts them, and titles here stand after one."""
    after_text = [
        unit.block.blank_before > 0
        for before, unit in pairwise(units)
        if (before.prose >= 0.6 or before.address) and unit.title >= 0.5 and unit.part != "rest"
    ]
    blanks = sum(unit.block.blank_before > 0 for unit in units)
    if blanks < _PARTED * len(units) or 2 * sum(after_text) < len(after_text):
        return [False] * len(units)
    return [
        unit.index > 0
        and not unit.block.blank_before
        and unit.block.kind not in ("list item", "heading")
        and units[unit.index - 1].block.kind != "heading"
        for unit in units
    ]


def _titles(units: Sequence[Unit], tied: Sequence[bool], headed: float) -> list[bool]:
    """Which units may be titles; where headings head the stories, a plain line may not."""
    return [
        unit.block.kind == "heading"
        or (
            unit.title >= 0.35
            and unit.prose < 0.7
            and unit.part != "rest"
            and not tied[unit.index]
            and not _aside(unit)
            and not unit.marked("caption")
            and (headed < 0.6 or unit.block.kind == "list item" or _is_dressed(unit))
        )
        for unit in units
    ]


def _is_dressed(unit: Unit) -> bool:
    linked = unit.linked and unit.part == "whole"
    return unit.strong or unit.caps or unit.decorated or linked or bool(unit.fence)


def _aside(unit: Unit) -> bool:
    """Whether a unit is an address, a byline, a date or a link to more, which stand beside a story's text."""
    return unit.address or unit.byline or unit.dated or bool(unit.marked("more"))


def _ranks(
    titles: Sequence[Unit],
    units: Sequence[Unit],
    sizes: Sequence[float],
    announcing: Sequence[float],
    announced: Sequence[float],
    follows: Sequence[str],
) -> dict[int, float]:
    """The rank of each unit that may be a title: the smaller, the more prominent."""
    bylined = _companions([unit.index for unit in titles if _companion(units, unit.index)])
    fenced = _companions([unit.index for unit in titles if unit.fence])
    looks: dict[tuple[object, ...], list[bool]] = defaultdict(list)
    for unit in titles:
        if not announcing[unit.index]:
            looks[unit.dress].append(announced[unit.index] >= 0.5)
    named = {dress for dress, sure in looks.items() if 2 * sum(sure) >= len(sure)}
    heading = _heading_dresses(titles, announcing, follows)
    usual_gap = median([unit.block.blank_before for unit in titles] or [0])
    ranks: dict[int, float] = {}
    for unit in titles:
        if unit.block.kind == "heading":
            rank = float(unit.block.level or 3)
        elif unit.block.marker == "subject:":
            rank = 3.0
        else:
            listed = unit.block.kind == "list item" and unit.dress not in heading
            rank = 8.0 + (unit.block.level if listed else 0)
            rank -= 0.4 * unit.caps + 0.4 * unit.strong + 0.8 * unit.decorated + 0.8 * max(0.0, sizes[unit.index])
            rank -= 0.4 * (unit.block.blank_before > max(1, usual_gap)) + 1.0 * (unit.index in fenced)
            rank -= 1.0 * (unit.dress in named)
            rank += min(unit.block.indent, 16) / 32
            rank -= 1.0 * (unit.index in bylined)
        ranks[unit.index] = rank
    return ranks


def _heading_dresses(
    titles: Sequence[Unit], announcing: Sequence[float], follows: Sequence[str]
) -> set[tuple[object, ...]]:
    """The dresses of list items under most of which text stands that is no list: numbered titles, as it were."""
    told: dict[tuple[object, ...], list[bool]] = defaultdict(list)
    for unit in titles:
        if unit.block.kind == "list item" and unit.part == "whole" and not announcing[unit.index]:
            told[unit.dress].append(follows[unit.index] == "prose")
    return {dress for dress, shares in told.items() if 2 * sum(shares) >= len(shares)}


def _companions(places: Sequence[int]) -> frozenset[int]:
    """The titles that have a companion, where more than one have."""
    return frozenset(places) if len(places) >= _COMPANIED else frozenset()


def _companion(units: Sequence[Unit], index: int) -> bool:
    """Whether a byline or a date stands under a title."""
    after = units[index + 1] if index + 1 < len(units) else None
    return after is not None and after.part != "rest" and (after.byline or after.dated)


def _places(units: Sequence[Unit], ranks: dict[int, float]) -> dict[int, Place]:
    """What stands under each title: all up to the next that is as prominent."""
    lengths = [0]
    for unit in units:
        lengths.append(lengths[-1] + _length(unit, ranks))
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
    unlisted, listed = [0], [0]  # running counts, so that what stands under a title is counted in one step
    for unit in units:
        in_list = unit.block.kind == "list item" or (unit.block.level > 0 and unit.block.kind == "quotation")
        unlisted.append(unlisted[-1] + (not in_list and not _aside(unit)))
        listed.append(listed[-1] + (unit.block.kind == "list item" and unit.part != "rest"))
    places: dict[int, Place] = {}
    for index, rank in ranks.items():
        end = ends[index]
        first = children[index][0] if children[index] else end
        below = lengths[end] - lengths[index + 1]
        own = (lengths[first] - lengths[index + 1]) / max(1, below)
        after = index + 1 if index + 1 >= len(units) or units[index + 1].part != "rest" else index + 2
        items = listed[end] - listed[min(after, end)]
        only = unlisted[end] == unlisted[min(after, end)]
        places[index] = Place(
            rank,
            end,
            own,
            below,
            len(children[index]),
            (1.0 if items > 1 else 0.5 if items else 0.0) * only,
            parents[index],
        )
    return places


def _sources_ahead(units: Sequence[Unit], titles: Sequence[bool]) -> bool:
    """Whether the address of a story stands before its title in this document: nearer to what follows it."""
    ahead = behind = 0
    for address, after in pairwise(units):
        if address.address and titles[after.index]:
            near = 0 < address.block.blank_before >= after.block.blank_before
            ahead += near
            behind += not near
    return ahead >= 2 and ahead > behind


def _length(unit: Unit, titles: Mapping[int, object]) -> int:
    """The characters of running text that a unit has."""
    return 0 if unit.index in titles or _aside(unit) else len(unit.text)


def _following(units: Sequence[Unit], index: int, titles: Sequence[bool], tied: Sequence[bool], ahead: bool) -> str:
    """What comes after a unit: prose, a title, an item, text, its source and no more, or nothing.

    Where sources stand ``ahead``, the one before a unit is its own, and the next belongs to what follows.
    """
    sourced = ahead and index > 0 and units[index - 1].address
    for unit in units[index + 1 : index + 6]:
        if unit.part == "rest":
            return "prose" if unit.words >= 6 else "source"
        if _aside(unit):
            sourced = sourced or not ahead
            continue
        if unit.block.kind == "list item":
            return "source" if sourced else "item"
        if unit.prose >= 0.6 or (tied[unit.index] and not tied[index] and not sourced):
            return "prose"
        if sourced:
            return "source"
        return "title" if titles[unit.index] else "text"
    return "source" if sourced else ""


def _announcements(units: Sequence[Unit], titles: Sequence[bool]) -> tuple[list[int | None], list[float], list[float]]:
    """Which later title each line announces and how surely, and how surely each title is announced."""
    wording = Wording([unit.text for unit in units], [unit.words <= 40 for unit in units])
    announces: list[int | None] = [None] * len(units)
    alike = [0.0] * len(units)
    also: dict[int, list[int]] = defaultdict(list)
    for unit in units:
        if unit.part == "rest" or not 1 <= unit.words <= 40 or unit.address:
            continue
        best = (_ANNOUNCES, 0)
        for other in wording.candidates(unit.index):
            if other <= unit.index + 1 or not titles[other]:
                continue
            likeness = wording.alike(unit.index, other)
            best = max(best, (likeness, -other))
            if likeness >= _SURELY:
                also[unit.index].append(other)
        if best[1]:
            announces[unit.index], alike[unit.index] = -best[1], best[0]
    announcing = [0.0] * len(units)
    announced = [0.0] * len(units)
    heads = [unit.index for unit in units if unit.part != "rest"]
    for at, index in enumerate(heads):
        target = announces[index]
        if target is None:
            continue
        # One line that resembles a later one says little; a run of them, in the same order, is a contents list.
        before = announces[heads[at - 1]] if at else None
        after = announces[heads[at + 1]] if at + 1 < len(heads) else None
        in_order = (before is not None and before < target) or (after is not None and after > target)
        beside = before is not None or after is not None
        announcing[index] = alike[index] * (1.0 if in_order else 0.6 if beside else 0.35)
        for other in (target, *also[index]):
            announced[other] = max(announced[other], announcing[index])
    return announces, announcing, announced


def _boilerplate(units: Sequence[Unit], places: dict[int, Place], follows: Sequence[str]) -> list[float]:
    """How much each unit says of itself, or the title over it, that it is boilerplate: 0 to 1."""
    found = []
    spread = [0.0] * len(units)
    plain = {unit.dress for unit in units if unit.prose >= 0.7}
    worn = Counter(
        units[index].dress for index in places if follows[index] == "prose" and units[index].dress not in plain
    )
    for unit in units:
        imprint = sum(kind == "imprint" for kind, _ in unit.marks)
        weight = min(1.0, 0.75 * imprint) * min(1.0, 45 * imprint / max(1, unit.words))
        if unit.part == "rest":
            weight *= 0.5
        elif unit.marked("share") and unit.words <= 4:
            weight = max(weight, 0.5)
        if unit.marked("advert") and (unit.title >= 0.5 or unit.block.kind == "heading"):
            weight = max(weight, 1.0)
        if unit.marked("sponsor") and (unit.decorated or unit.words <= 3):
            weight = 1.0
        if unit.block.region in ("navigation", "aside", "footer"):
            weight = 1.0
        found.append(weight)
        place = places.get(unit.index)
        if place and weight >= 0.7 and unit.block.region == "body" and unit.marked("advert", "imprint", "sponsor"):
            for index in range(unit.index + 1, min(place.end, unit.index + _SPREAD)):
                if (units[index].fence and unit.decorated) or _is_headed_again(units[index], unit, follows, worn):
                    break
                spread[index] = max(spread[index], 0.8 * weight)
    return [max(own, under) for own, under in zip(found, spread, strict=True)]


def _is_headed_again(unit: Unit, above: Unit, follows: Sequence[str], worn: Mapping[tuple[object, ...], int]) -> bool:
    """Whether a title ends what the head of an advertisement or an imprint is over, though it seems a lesser one."""
    if follows[unit.index] != "prose" or unit.ended:
        return False
    return worn.get(unit.dress, 0) > 1 or (above.marked("imprint") == "" and unit.title >= 0.8 and unit.words >= 4)


def _traces(boilerplate: Sequence[float]) -> list[float]:
    """How much boilerplate stands around each unit, fading with distance."""
    before, after = [0.0] * len(boilerplate), [0.0] * len(boilerplate)
    run = 0.0
    for index, weight in enumerate(boilerplate):
        before[index] = run
        run = _REACH * max(run, weight)
    run = 0.0
    for index in range(len(boilerplate) - 1, -1, -1):
        after[index] = run
        run = _REACH * max(run, boilerplate[index])
    return [min(1.0, a + b) for a, b in zip(before, after, strict=True)]


def _told(units: Sequence[Unit], place: Place, index: int, children: Sequence[int]) -> float:
    """How much a title's own text, before any title under it, tells a story.

    A byline says that it does. Under the name of a section, of few words, stand headlines, of more words; under a
    headline, inside a story, the names of its parts.
    """
    if _companion(units, index):
        return 1.0
    told = min(1.0, place.own * place.text / _OWN_TEXT) * min(1.0, 0.4 + 2 * place.own)
    if not children:
        return told
    under = median(units[child].words for child in children)
    sourced = sum(_companion(units, child) or units[child].linked for child in children) / len(children)
    named = 0.5 if units[index].words <= 3 else 1.0
    return min(1.0, told * named * (1.3 if under <= 4 else 0.7 if under >= 7 else 1.0) * (1 - 0.8 * sourced))


def _whole(units: Sequence[Unit], places: dict[int, Place]) -> set[int]:
    """The titles that nearly all of the text stands under: those of the document."""
    total = sum(_length(unit, places) for unit in units)
    return {index for index, place in places.items() if place.parent is None and place.text >= _WHOLE * total}


def _preamble(units: Sequence[Unit], places: dict[int, Place], whole: set[int]) -> list[float]:
    """1 for each unit before the first title, that of the document apart: a greeting, an introduction."""
    first = min((index for index in places if index not in whole), default=0)
    return [float(unit.index < first) for unit in units]


def _subordinate(
    units: Sequence[Unit], places: dict[int, Place], whole: set[int], announced: Sequence[float]
) -> list[float]:
    """How surely each title stands inside a story: its parent, and most titles like that, have text of their own."""
    found = [0.0] * len(units)
    children: dict[int, list[int]] = defaultdict(list)
    for index, place in places.items():
        if place.parent is not None:
            children[place.parent].append(index)
    told = {index: _told(units, place, index, children[index]) for index, place in places.items()}
    by_rank: dict[float, list[float]] = defaultdict(list)
    for index, place in places.items():
        if index not in whole and (place.children or place.text > _OWN_TEXT):
            by_rank[round(place.rank, 1)].append(told[index])
    usual = {rank: median(shares) for rank, shares in by_rank.items()}
    announced_under = Counter(place.parent for index, place in places.items() if announced[index] >= 0.5)
    for index in sorted(places):
        parent = places[index].parent
        if parent is None or parent in whole or units[index].marked("contents", "points"):
            continue
        above = places[parent]
        if not above.listed:
            here = min(1.0, told[parent] / _SOME)
            if announced[parent] >= 0.5 and not announced_under[parent]:
                here = max(here, _ANNOUNCED)  # the contents list names the title over it, and nothing under that
            found[index] = max(found[parent], here * usual.get(round(above.rank, 1), 0.0))
    return found


def _repeated(units: Sequence[Unit]) -> list[float]:
    """1 for a line that stands three times or more."""
    counts = Counter(unit.text for unit in units if unit.words <= 20)
    return [1.0 if counts[unit.text] >= 3 else 0.0 for unit in units]


def _top(units: Sequence[Unit], boilerplate: Sequence[float], traces: Sequence[float]) -> list[float]:
    """How near each unit is to the head of the document, menus passed over, before any running text."""
    found = [0.0] * len(units)
    weight = 1.0
    for unit in units:
        passed_over = boilerplate[unit.index] >= 0.5 or traces[unit.index] >= 0.3
        if (unit.prose >= 0.7 and not passed_over) or weight < 0.1:
            break
        found[unit.index] = weight
        weight *= 1.0 if passed_over else 0.8
    return found


def _introduced(units: Sequence[Unit]) -> tuple[list[float], list[float]]:
    """1 for each item of a list that a sentence introduces, and 1 for each under the head of a summary."""
    introduced, summed = [0.0] * len(units), [0.0] * len(units)
    before: Unit | None = None
    for unit in units:
        if unit.block.kind != "list item":
            before = unit
        elif before is not None and before.marked("contents", "points") and before.prose < 0.7:
            summed[unit.index] = 1.0
        elif before is not None and before.text[-1] in ":：" and before.words >= 5:
            introduced[unit.index] = 1.0
        elif before is not None and before.prose >= 0.6:
            introduced[unit.index] = 0.5
    return introduced, summed


def _opening(units: Sequence[Unit]) -> list[float]:
    """1 for each one-sentence paragraph before the first title: such a run sums up what follows."""
    found = [0.0] * len(units)
    for unit in units:
        if unit.prose < 0.3 or unit.block.kind == "heading":
            break
        found[unit.index] = float(unit.sentences == 1 and unit.ended and unit.words <= 45 and not unit.marks)
    return found if sum(found) >= 2 else [0.0] * len(units)


def _listed(units: Sequence[Unit], places: dict[int, Place]) -> list[float]:
    """For each list item how surely nothing but its list stands under the title over it."""
    found = [0.0] * len(units)
    for index, place in places.items():
        if place.listed:
            for inner in range(index + 1, place.end):
                found[inner] = max(found[inner], place.listed * (units[inner].block.kind == "list item"))
    return found


def _headed(units: Sequence[Unit]) -> float:
    """How surely headings of the format head the stories here, from 0 to 1."""
    told = sum(
        a.block.kind == "heading" and (b.prose >= 0.6 or b.block.kind == "list item") for a, b in pairwise(units)
    )
    return min(1.0, max(0, told - 1) / 3)


def _doubtful(units: Sequence[Unit], places: dict[int, Place], boilerplate: Sequence[float]) -> list[float]:
    """For each title how much of what stands under it says of itself that it is boilerplate."""
    found = [0.0] * len(units)
    for index, place in places.items():
        under = [boilerplate[inner] for inner in range(index + 1, min(place.end, index + _UNDER_MOST))]
        if under:
            found[index] = sum(under) / len(under)
    return found


def _crowded(units: Sequence[Unit]) -> list[float]:
    """How surely each unit stands in a run of very short lines, as the cells of a table or the entries of a menu do."""
    found = [0.0] * len(units)
    first = 0
    for index in range(len(units) + 1):
        if index < len(units) and units[index].words <= 4 and units[index].block.kind not in ("list item", "heading"):
            continue
        strength = min(1.0, max(0.0, (index - first - 4) / 6))
        for place in range(first, index):
            found[place] = strength
        first = index + 1
    return found


def _patterned(units: Sequence[Unit], titles: Sequence[bool]) -> list[float]:
    """1 for each title that is laid out like at least two others: a line or two of text, and a source of its own."""
    layouts: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for unit in units:
        if titles[unit.index]:
            under = []
            for after in units[unit.index + 1 : unit.index + 5]:
                if titles[after.index]:
                    break
                under.append(_aside(after))
            if any(under) and len(under) < 4:
                layouts[(*unit.dress, *under)].append(unit.index)
    found = [0.0] * len(units)
    for places in layouts.values():
        if len(places) >= 3:
            for index in places:
                found[index] = 1.0
    return found


def _parted(units: Sequence[Unit]) -> list[float]:
    """1 for each text right after a rule, where rules part texts without titles."""
    fenced = [unit for unit in units if unit.fence]
    bare = [unit for unit in fenced if unit.prose >= 0.6]
    found = [0.0] * len(units)
    if len(bare) >= 2 and len(bare) >= _BARE * len(fenced):
        for unit in bare:
            found[unit.index] = 1.0
        first = units[bare[0].index - 1] if bare[0].index else None
        if first is not None and first.prose >= 0.6:  # the text before the first rule
            found[first.index] = 1.0
    return found


def _unlike(units: Sequence[Unit], follows: Sequence[str], traces: Sequence[float]) -> list[float]:
    """1 for each unit that looks like another one with a title after it: the title of a document has no like."""
    looks = Counter(
        (unit.dress, unit.shape)
        for unit in units
        if follows[unit.index] == "title" and traces[unit.index] < 0.3 and unit.words > 1
    )
    return [float(looks[(unit.dress, unit.shape)] > (traces[unit.index] < 0.3)) for unit in units]


def _grouped(units: Sequence[Unit]) -> list[float]:
    """1 for the first unit of each item that the format keeps apart; of a message, the subject."""
    found = [0.0] * len(units)
    headed: set[int] = {unit.block.group for unit in units if unit.block.marker == "subject:"}
    group = 0
    for unit in units:
        if unit.block.group in headed:
            found[unit.index] = float(unit.block.marker == "subject:")
        elif unit.block.group != group:
            found[unit.index] = float(unit.block.group > 0)
        group = unit.block.group
    return found
