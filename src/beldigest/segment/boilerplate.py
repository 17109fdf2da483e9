"""Boilerplate: what says of itself that it is about the publication, and how far that reaches."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from beldigest.segment.places import Place
from beldigest.segment.units import Unit

#: Units under the head of an advertisement or an imprint that are looked at.
_SPREAD = 40
#: Paragraphs of so many words or more that may stand under such a head.
_LONG, _LONG_MOST = 25, 5
#: How much of a trace of boilerplate reaches from one unit to the next.
_REACH = 0.55
#: Words that the label of an advertisement has at most.
_LABEL_MOST = 6
#: Words that may be those of a name.
_NAME = re.compile(r"\w{4,}")
#: Words that a line has at most which says at the end of a document whom to write to.
_CONTACT_MOST = 40
_CONTACT_WITHIN = 400
"""Characters of such a line that are searched."""
_CONTACT = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}\.\w|:\s(?:https?://|www\.)\S{1,200}\Z")
#: What the words of such a head mark.
_HEADING = ("advert", "imprint", "sponsor")
#: Units under a title that are looked at.
_UNDER_MOST = 9


def boilerplate(units: Sequence[Unit], places: dict[int, Place], follows: Sequence[str]) -> list[float]:
    """How much each unit says of itself, or the title over it, that it is boilerplate: 0 to 1."""
    found = []
    spread = [0.0] * len(units)
    spaced = any(unit.block.blank_before for unit in units[1:])
    plain = {unit.dress for unit in units if unit.prose >= 0.7}
    worn = Counter(
        units[index].dress for index in places if follows[index] == "prose" and units[index].dress not in plain
    )
    for unit in units:
        if unit.block.region == "inset" or (not unit.marks and unit.block.region == "body"):
            found.append(0.0)
            continue
        imprint = sum(kind == "imprint" for kind, _ in unit.marks)
        weight = min(1.0, 0.75 * imprint) * min(1.0, 45 * imprint / max(1, unit.words))
        if unit.part == "rest":
            weight *= 0.5
        elif unit.marked("share") and unit.words <= 4:
            weight = max(weight, 0.5)
        if unit.marked("advert") and (unit.title >= 0.5 or unit.block.kind == "heading"):
            weight = max(weight, 1.0)
        if unit.marked("sponsor") and (unit.decorated or unit.words <= 2):
            weight = 1.0
        if unit.block.region in ("navigation", "footer") or (unit.block.region == "aside" and not unit.block.onward):
            weight = 1.0  # what links to places further on lists the contents, wherever it stands
        found.append(weight)
        place = places.get(unit.index)
        advert = unit.marked("advert") != "" and unit.title >= 0.5
        if (place or advert) and weight >= 0.7 and unit.block.region == "body" and unit.marked(*_HEADING):
            end = place.end if place else len(units)
            reach = min(len(units), unit.index + _SPREAD)
            while advert and spaced and end < reach and not units[end].block.blank_before:
                end += 1  # a line of the same element goes with the label
            first = unit.index + 1
            box = _box_end(units, unit.index) if advert else first
            end = max(end, box)
            if advert and first in places and _names_advertiser(units, unit, places[first]):
                spread[first] = 0.8 * weight
                end, first = max(end, places[first].end), first + 1
            under = units[first : min(end, reach)]
            if sum(below.prose >= 0.7 and below.words >= _LONG for below in under) > _LONG_MOST:
                continue  # no advertisement is as long, nor an imprint: "Subscribe here, or listen below:" in a story
            for index in range(first, first + len(under)):
                parts = (units[index].fence and unit.decorated) or _is_headed_again(units[index], unit, follows, worn)
                if parts and index >= box:
                    break
                spread[index] = max(spread[index], 0.8 * weight)
    for unit in _labelled_behind(units):
        for index in range(unit.index - 2, unit.index):
            spread[index] = 1.0
    for unit in reversed(units):  # whom to write to
        if unit.words <= _CONTACT_MOST and _CONTACT.search(unit.text, 0, _CONTACT_WITHIN):
            found[unit.index] = max(found[unit.index], 0.7)
        elif found[unit.index] < 0.3:
            break
    for unit in _about_itself(units, found):
        found[unit.index] = max(found[unit.index], 0.7)
    return [max(own, under) for own, under in zip(found, spread, strict=True)]


def _labelled_behind(units: Sequence[Unit]) -> Iterator[Unit]:
    """The labels of advertisements that stand where other items whose titles run in have a line of their own: who wrote
    them, say, or where they appeared. So they are those of the items that they end."""
    ends: dict[int, list[Unit]] = defaultdict(list)
    for text, line in pairwise(units):
        plain = line.part == "whole" and line.block.kind == "paragraph" and line.prose < 0.5
        if text.part == "rest" and plain and line.words <= _LABEL_MOST:
            ends[line.dress].append(line)
    for lines in ends.values():
        labels = [line for line in lines if line.marked("advert", "sponsor")]
        if 2 * len(labels) < len(lines):
            yield from labels


def _box_end(units: Sequence[Unit], index: int) -> int:
    """The index after the last unit of the element that the label of an advertisement begins; after the label itself,
    where it begins none, or one that holds too much to be an advertisement."""
    end = index + 1
    inside = units[end].block.nest if end < len(units) else 0
    if units[index].block.nest < inside:
        while end < len(units) and units[end].block.nest >= inside:
            end += 1
    return end if end - index <= _UNDER_MOST else index + 1


def _names_advertiser(units: Sequence[Unit], label: Unit, below: Place) -> bool:
    """Whether the label of an advertisement names who placed it, and what stands under the title below does so too.

    Where it does not, the advertisement may be a picture, and the title that of a story.
    """
    names = set(_NAME.findall(label.text.casefold())) - set(_NAME.findall(label.marked("advert")))
    under = " ".join(unit.text for unit in units[label.index + 1 : min(below.end, label.index + _UNDER_MOST)])
    return not names.isdisjoint(_NAME.findall(under.casefold()))


def _about_itself(units: Sequence[Unit], weights: Sequence[float]) -> Iterator[Unit]:
    """The units after the texts that begin with the name of the publication: its imprint, its other issues."""
    for unit in reversed(units):
        if unit.itself:
            yield unit
        elif weights[unit.index] < 0.3 and unit.words > _LABEL_MOST and not unit.address:
            return


def _is_headed_again(unit: Unit, above: Unit, follows: Sequence[str], worn: Mapping[int, int]) -> bool:
    """Whether a title ends what the head of an advertisement or an imprint is over, though it seems a lesser one."""
    if follows[unit.index] != "prose" or unit.ended:
        return False
    if worn.get(unit.dress, 0) > 1:
        return True
    own = unit.index == above.index + 1 and above.words <= _LABEL_MOST  # "Advertisement" over the title of one
    return not own and above.marked("imprint") == "" and unit.title >= 0.8 and unit.words >= 4


def traces(boilerplate: Sequence[float]) -> list[float]:
    """How much boilerplate stands around each unit, fading with distance."""
    if not any(boilerplate):
        return [0.0] * len(boilerplate)
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


def tail(units: Sequence[Unit], boilerplate: Sequence[float]) -> list[float]:
    """1 for each unit after which nothing but boilerplate stands, and addresses and lines of a few words among it."""
    found = [0.0] * len(units)
    for unit in reversed(units):
        found[unit.index] = 1.0
        if boilerplate[unit.index] < 0.3 and unit.words > _LABEL_MOST and not unit.address:
            break
    return found


def doubtful(units: Sequence[Unit], places: dict[int, Place], boilerplate: Sequence[float]) -> list[float]:
    """For each title how much of what stands under it says of itself that it is boilerplate."""
    found = [0.0] * len(units)
    for index, place in places.items():
        unit = units[index]
        if unit.block.kind != "heading" and unit.title < 0.5:
            continue
        under = [boilerplate[inner] for inner in range(index + 1, min(place.end, index + _UNDER_MOST))]
        # Nothing stands under the last item of a list, and what comes at the end of a story is not about its title.
        if under and under[0] >= 0.4 and unit.block.kind != "list item":
            found[index] = sum(under) / len(under)
    return found
