"""Surroundings: what stands before and after a unit, and what other units look like it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Container, Iterator, Sequence
from itertools import pairwise

from beldigest.segment.titles import is_aside, is_told
from beldigest.segment.units import Unit
from beldigest.segment.wording import stems

#: Words that an entry of a summary has at most.
_ENTRY_MOST = 40
#: Lines that a masthead has at most.
_HEAD_MOST = 6
#: Lines that may stand before the title of a document, and it.
_OVER_MOST = 3
#: Points that a summary has at most.
_POINTS_MOST = 40
#: Paragraphs that a summary has at most.
_ABSTRACT_MOST = 3
#: Sentences in a row that may be stories by themselves, at least, and the share of them that may have a word in common
#: with the next.
_APART = 3
_SHARED = 0.2
#: The share of rules with text right after them from which on they part texts without titles.
_BARE = 0.6


def sources_ahead(units: Sequence[Unit], titles: Sequence[bool]) -> bool:
    """Whether the address of a story stands before its title in this document: nearer to what follows it."""
    ahead = behind = 0
    for address, after in pairwise(units):
        if address.address and titles[after.index]:
            near = 0 < address.block.blank_before >= after.block.blank_before
            ahead += near
            behind += not near
    return ahead >= 2 and ahead > behind


def following(
    units: Sequence[Unit], titles: Sequence[bool], tied: Sequence[bool], ahead: bool, decks: Container[int]
) -> list[str]:
    """What comes after each unit: prose, a title, an item, text, its source and no more, or nothing.

    Where sources stand ``ahead``, the one before a unit is its own, and the next belongs to what follows. The text
    after the last item of a list is not under that, where no other item has any.
    """
    found = [_follows(units, index, titles, tied, ahead, decks) for index in range(len(units))]
    after: dict[int, list[str]] = defaultdict(list)
    items = [unit for unit in units[:-1] if unit.block.kind == "list item" and units[unit.index + 1].part != "rest"]
    for unit in items:
        after[unit.dress].append(found[unit.index])
    for unit in items:
        if found[unit.index] == "prose" and 3 * after[unit.dress].count("prose") <= len(after[unit.dress]):
            found[unit.index] = "text"
    return found


def _follows(
    units: Sequence[Unit],
    index: int,
    titles: Sequence[bool],
    tied: Sequence[bool],
    ahead: bool,
    decks: Container[int],
) -> str:
    sourced = ahead and index > 0 and units[index - 1].address
    for unit in units[index + 1 : index + 6]:
        if unit.part == "rest":
            return "prose" if unit.words >= 6 else "source"
        if unit.fence and units[index].block.kind == "list item" and not units[index].fence:
            break
        if is_aside(unit):
            sourced = sourced or not (ahead or unit.doubled)
            continue
        if unit.block.kind == "list item":
            return "source" if sourced else "item"
        told = unit.prose >= 0.6 or unit.index in decks or is_told(units, unit.index)
        if told or (tied[unit.index] and not tied[index] and not sourced):
            return "prose"
        if sourced:
            return "source"
        return "title" if titles[unit.index] else "text"
    return "source" if sourced else ""


def introduced(units: Sequence[Unit]) -> tuple[list[float], list[float]]:
    """1 for each item of a list that a sentence introduces, and 1 for each under the head of a summary.

    A sentence that goes on in a list before all other text sums up what follows.

    Lines under such a head that are no list items may be its entries too, up to the first with a long text under it.
    """
    introduced, summed = [0.0] * len(units), [0.0] * len(units)
    for index in (*_abstract(units), *_points(units)):
        summed[index] = 1.0
    before: Unit | None = None
    item: Unit | None = None  # the last of a list
    entries = told = False
    for index, unit in enumerate(units):
        headed = heads_summary(units, index) and unit.block.kind != "list item"
        if unit.block.kind == "list item":
            last, item = item, unit
            if before is None:
                continue
            if heads_summary(units, before.index):
                summed[unit.index] = 1.0
            elif before.text[-1] in ":：" and (before.words >= 5 or is_clause(unit)):
                introduced[unit.index] = 1.0
                summed[unit.index] = float(is_clause(unit) and not told)
            elif before.prose >= 0.6 and not (last is not None and _goes_on(last, before, unit)):
                introduced[unit.index] = 0.5
            continue
        before = unit
        told = told or unit.prose >= 0.6
        if headed:
            entries = True
        elif entries:
            told = any(entry.words > _ENTRY_MOST for entry in units[index : index + 2])
            parted = unit.block.blank_before > units[index - 1].block.blank_before and summed[index - 1] > 0
            entries = not (told or parted) and unit.block.kind != "heading" and not unit.fence
            summed[unit.index] = max(summed[unit.index], 0.5 * entries)
    return introduced, summed


def heads_summary(units: Sequence[Unit], index: int) -> bool:
    """Whether the words of a line head a summary, and not titles that have long texts under them."""
    unit = units[index]
    if not unit.marks or unit.prose >= 0.7 or unit.dated or unit.issued or not unit.marked("contents", "points"):
        return False
    under = units[index + 1 : index + 3]
    titled = len(under) == 2 and under[0].part == "whole" and under[0].block.kind != "list item"
    return not (titled and under[0].title >= 0.5 and under[0].prose < 0.6 and under[1].prose == 1.0)


def is_clause(unit: Unit) -> bool:
    """Whether an item of a list is a part of the sentence that introduces it."""
    return unit.text[-1] in ";；" or (unit.text[0].islower() and unit.ended)


def _abstract(units: Sequence[Unit]) -> range:
    """The few paragraphs under the head of a summary that stand before all other text."""
    told = next((unit.index for unit in units if unit.prose >= 0.6), 0)
    if not told or not units[told - 1].marked("points") or units[told].block.kind == "list item":
        return range(0)
    end = next((unit.index for unit in units[told:] if unit.prose < 0.3), len(units))
    return range(told, end) if end - told <= _ABSTRACT_MOST and end < len(units) else range(0)


def _points(units: Sequence[Unit]) -> Iterator[int]:
    """The sentences right under the head of a summary that no empty line parts: a list that lost its bullets."""
    for head in units:
        if head.title >= 0.5 and head.marked("points"):
            end = head.index + 2
            while end < min(len(units), head.index + _POINTS_MOST) and not units[end].block.blank_before:
                end += 1
            points = units[head.index + 1 : end]
            if len(points) > 1 and all(unit.sentences == 1 and unit.ended for unit in points):
                yield from (unit.index for unit in points)


def _goes_on(item: Unit, text: Unit, after: Unit) -> bool:
    """Whether a text between two items of a numbered list belongs to the first of them, and introduces nothing."""
    return item.dress == after.dress and item.block.marker[:1].isdigit() and text.index == item.index + 1


def numbered_on(units: Sequence[Unit], titles: Sequence[bool]) -> list[float]:
    """1 for each item of a list whose numbers run on under the next title: the stories of a document are numbered."""
    runs: list[list[int]] = []
    across: list[bool] = []
    last, titled = 0, False
    for unit in units:
        number = _number(unit)
        if not number:
            titled = titled or titles[unit.index]
            continue
        if runs and number == last + 1:
            runs[-1].append(unit.index)
            across[-1] = across[-1] or titled
        else:
            runs.append([unit.index])
            across.append(False)
        last, titled = number, False
    found = [0.0] * len(units)
    for index in (index for run, runs_on in zip(runs, across, strict=True) if runs_on for index in run):
        found[index] = 1.0
    return found


def _number(unit: Unit) -> int:
    """The number that a list item of the outermost level has, 0 for other units."""
    digits = unit.block.marker.rstrip(".)")
    outer = unit.block.kind == "list item" and unit.block.level <= 1 and unit.part != "rest"
    return int(digits) if outer and digits.isdecimal() else 0


def opening(units: Sequence[Unit]) -> list[float]:
    """1 for each one-sentence paragraph before the first title: such a run sums up what follows.

    Under the masthead it is one of sentences that no empty line parts, with an empty line before and after it.
    """
    found = [0.0] * len(units)
    first = next((unit.index for unit in units[:_HEAD_MOST] if unit.prose >= 0.3), 0)
    end = next((unit.index for unit in units[first:] if unit.prose < 0.3 or unit.block.kind == "heading"), len(units))
    if first:
        gaps = [unit.block.blank_before > 0 for unit in units[first : end + 1]]
        if not (gaps[0] and gaps[-1]) or any(gaps[1:-1]):
            return found
    for unit in units[first:end]:
        found[unit.index] = float(unit.sentences == 1 and unit.ended and unit.words <= 45 and not unit.marks)
    return found if sum(found) >= 2 else [0.0] * len(units)


def crowded(units: Sequence[Unit]) -> list[float]:
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


def patterned(units: Sequence[Unit], titles: Sequence[bool]) -> list[float]:
    """1 for each title that is laid out like at least two others: a line or two of text, and a source of its own."""
    layouts: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for unit in units:
        if titles[unit.index]:
            under = []
            for after in units[unit.index + 1 : unit.index + 5]:
                if titles[after.index]:
                    break
                under.append(is_aside(after))
            if any(under) and len(under) < 4:
                layouts[(unit.dress, *under)].append(unit.index)
    found = [0.0] * len(units)
    for places in layouts.values():
        if len(places) >= 3:
            for index in places:
                found[index] = 1.0
    return found


def parted(units: Sequence[Unit]) -> list[float]:
    """1 for each text right after a rule, where rules part texts without titles."""
    fenced = [unit for unit in units if unit.fence and unit.block.region == "body"]
    bare = [unit for unit in fenced if unit.prose >= 0.6]
    found = [0.0] * len(units)
    if len(bare) >= 2 and len(bare) >= _BARE * len(fenced):
        for unit in bare:
            found[unit.index] = 1.0
        first = units[bare[0].index - 1] if bare[0].index else None
        if first is not None and first.prose >= 0.6:  # the text before the first rule
            found[first.index] = 1.0
    return found


def untold(units: Sequence[Unit], announcing: Sequence[float]) -> bool:
    """Whether plain headlines are all that is here: no list, no sources, no text but what announces some of them."""
    return not any(
        unit.block.kind == "list item" or is_aside(unit) or (unit.prose >= 0.6 and not announcing[unit.index])
        for unit in units
    )


def nameplates(
    units: Sequence[Unit], top: Sequence[float], boilerplate: Sequence[float], headless: Sequence[float]
) -> list[float]:
    """How surely each line stands, at the head of the document, over the day or the number of the issue, or right over
    words of a masthead.

    ``headless`` says which texts are stories without a headline.
    """
    found = [0.0] * len(units)
    for unit in units:
        if not top[unit.index] or unit.title < 0.35:
            continue
        below = units[unit.index + 1 : unit.index + 6]
        if len(below) > 1 and below[1].issued and below[1].dated and _is_tied(below[0], below[1]):
            below = below[1:]  # a line about what the publication is stands between
        named = not unit.index and len(below) > 0 and below[0].marked("masthead") and not below[0].block.blank_before
        if not below or not (below[0].dated or below[0].issued or (below[0].byline and unit.issued) or named):
            continue
        after = next((other for other in below[1:] if not is_aside(other)), None)
        told = after is not None and after.prose >= 0.6 and not headless[after.index] and boilerplate[after.index] < 0.5
        issue = unit.issued and any(other.byline for other in units[unit.index + 1 : unit.index + 3])
        if after is None or not told or issue or after.marked("greeting"):  # under the day of a story stands its text
            found[unit.index] = top[unit.index] * unit.title * (1 - boilerplate[unit.index])
    return found


def copied(units: Sequence[Unit], nameplate: Sequence[float]) -> list[float]:
    """1 for each line of the masthead where all of it stands once more, down to the day or the number of the issue: the
    text was pasted twice."""
    found = [0.0] * len(units)
    plate = next((index for index, strength in enumerate(nameplate) if strength), len(units))
    end = next((unit.index + 1 for unit in units[plate + 1 :] if unit.dated or unit.issued), 0)
    head = [unit.text for unit in units[:end]]
    for unit in units[end:]:
        if head and unit.text == head[0]:
            copy = slice(unit.index, unit.index + end)
            if [other.text for other in units[copy]] == head:
                found[copy] = [1.0] * end
    return found


def _is_tied(unit: Unit, after: Unit) -> bool:
    """Whether a line with the shape of a title stands between two others without an empty line."""
    return unit.title >= 0.5 and not unit.block.blank_before and not after.block.blank_before


def unlike(units: Sequence[Unit], follows: Sequence[str], traces: Sequence[float]) -> list[float]:
    """1 for each unit that looks like another one with a title after it: the title of a document has no like."""
    looks = [(unit.dress, unit.shape) for unit in units]
    shared = Counter(
        looks[unit.index]
        for unit in units
        if follows[unit.index] == "title" and traces[unit.index] < 0.3 and unit.words > 1
    )
    return [float(shared[look] > (trace < 0.3)) for look, trace in zip(looks, traces, strict=True)]


def grouped(units: Sequence[Unit]) -> list[float]:
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


def top(units: Sequence[Unit], boilerplate: Sequence[float], traces: Sequence[float]) -> list[float]:
    """How near each unit is to the head of the document, before any running text; menus are passed over, and a line or
    two before the first heading of all, if it is of the first level."""
    found = [0.0] * len(units)
    weight = 1.0
    heading = next((unit.index for unit in units[:_OVER_MOST] if unit.block.kind == "heading"), 0)
    over = heading if units[heading : heading + 1] and units[heading].block.level == 1 else 0
    for unit in units:
        passed_over = boilerplate[unit.index] >= 0.5 or traces[unit.index] >= 0.3 or unit.index < over
        if (unit.prose >= 0.7 and not passed_over) or weight < 0.1:
            break
        found[unit.index] = weight
        weight *= 1.0 if passed_over else 0.8
    return found


def apart(units: Sequence[Unit]) -> list[float]:
    """1 for each of a run of sentences that are all the text of a document, where each tells something else.

    That they do shows in a source that each of them has, or in that none refers to another one and no two neighbours
    have a word in common, as those of one story do (Hearst's lexical cohesion, 1997).
    """
    found = [0.0] * len(units)
    told = [unit for unit in units if unit.prose >= 0.3 and unit.words >= 5]
    first, last = (told[0].index, told[-1].index) if told else (0, 0)
    run = [unit for unit in units[first : last + 1] if not is_aside(unit)]
    if len(run) < _APART or any(unit.part != "whole" or unit.block.kind != "paragraph" for unit in run):
        return found
    sources = sum(unit.credited or bool(unit.block.links) for unit in run)
    if sources < len(run) and not (all(unit.alone for unit in run) and _is_loose(run)):
        return found
    if sources == len(run) and any(unit.sentences > 1 or not unit.ended for unit in run):
        return found
    for unit in run:
        found[unit.index] = 1.0
    return found


def _is_loose(run: Sequence[Unit]) -> bool:
    """Whether hardly any two sentences that stand beside each other have a long word in common, and no empty line parts
    them, as paragraphs are parted."""
    words = [{stem for stem in stems(unit.text) if len(stem) > 4} for unit in run]
    shared = sum(not a.isdisjoint(b) for a, b in pairwise(words))
    parted = any(unit.block.blank_before for unit in run[1:])
    return len(run) > _APART and not parted and shared <= _SHARED * len(run)
