"""Regions: the parts that the elements of a page set apart, by what HTML says of them, by their names, or as columns.

A name is a hint and no more: authors also call a wrapper of the whole page "has-sidebar", and each of its items a
"preview". So is an element: the header of a page and that of each of its articles are one and the same. What an element
is therefore depends on how much of the page stands in it, and beside it.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from attrs import evolve, frozen

from beldigest.document import Region
from beldigest.readers.elements import CREDITS, ENTRIES, NAMED_REGIONS, REGIONS
from beldigest.readers.lines import Line

#: The words of a class name or an id, those too that only a capital parts.
_NAME = re.compile(r"[A-Z]?[a-z]+|[A-Z]+")

#: Parts within parts are followed to this depth.
DEEPEST = 16
#: The share of a page that its main part has at least.
_MAIN = 1 / 3
#: The share of the text beside it that a narrow column has at most.
_NARROW = 1 / 4
#: Characters from which on a line is running text.
_RUNNING = 80
#: Characters of the words that say who wrote something, at most.
_CREDIT_MOST = 100


@frozen(eq=False)
class Part:
    """An element that may be a part of the page.

    ``word`` is what says so, and ``region`` what it names. ``own`` says that the region is that of an article where it
    stands in one of several. ``article`` and ``main`` are what HTML means by them, ``credit`` says who wrote something,
    and ``row`` numbers the row of which it is one of the cells.
    """

    word: str = ""
    region: Region | None = None
    own: bool = False
    article: bool = False
    main: bool = False
    credit: bool = False
    row: int = 0


_Around = tuple[Part, ...]


class _Placement(NamedTuple):
    """Where lines stand: in which region, in which of several articles, and whether they say who wrote it."""

    region: Region
    item: Part | None
    credited: bool


#: A subject that a page is filed under (HTML Standard, 4.6.7.18).
TAG = Part("tag", "aside")


def part(tag: str, names: str, role: str, row: int) -> Part | None:
    """What an element may be by itself, by its class names and id, by its role, and in a row of cells."""
    if tag in ("header", "footer"):
        return Part(tag, REGIONS.get(role) or REGIONS[tag], own=True)
    word, article, main = _told(tag, names, role)
    cell = row if tag == "td" else 0
    return (
        Part(word, NAMED_REGIONS.get(word), article=article, main=main, row=cell)
        if word or article or main or cell
        else None
    )


@lru_cache(maxsize=1024)
def _told(tag: str, names: str, role: str) -> tuple[str, bool, bool]:
    """The first word that names a region, and whether an element is an article or the main part of the page."""
    words = (found.lower() for found in _NAME.findall(f"{names} {tag}"))
    word = next((word for word in words if word in NAMED_REGIONS), "")
    return word, "article" in (tag, role) or not ENTRIES.isdisjoint(names.split()), "main" in (tag, role)


@lru_cache(maxsize=1024)
def is_credit(classes: str) -> bool:
    """Whether the class names of an element say that it says who wrote something."""
    return not CREDITS.isdisjoint(word.lower() for word in _NAME.findall(classes))


def parted(lines: Sequence[Line], within: Sequence[_Around]) -> list[Line]:
    """The lines with the regions and the items that they stand in; ``within`` has the parts around each, outer first.

    An element with more than half of the page in it is no part of it, nor are those that have it between them and
    share a name. An article that no other stands beside is the page itself.
    """
    if not any(within):
        return [*lines]
    lengths = Counter[_Around]()
    for line, around in zip(lines, within, strict=True):
        lengths[around] += len(line)
    sizes = Counter[Part]()
    for around, length in lengths.items():
        for each in around:
            sizes[each] += length
    whole = sum(lengths.values())
    kept = {around: [each for each in around if 2 * sizes[each] <= whole] for around in lengths}
    several = len({next((each for each in parts if each.article), None) for parts in kept.values()} - {None}) > 1
    named = {around: _named(parts, several) for around, parts in kept.items()}
    shares = Counter[str]()
    for around, outermost in named.items():
        if outermost is not None:
            shares[outermost.word] += lengths[around]
    narrow = _narrow(lines, within, sizes, whole)
    placed: dict[_Around, _Placement] = {}
    for around, outermost in named.items():
        region: Region = "column" if not narrow.isdisjoint(around) else "body"
        if outermost is not None and outermost.region and 2 * shares[outermost.word] <= whole:
            region = outermost.region
        item = next((each for each in reversed(kept[around]) if each.article), None) if several else None
        credited = any(each.credit and sizes[each] <= _CREDIT_MOST for each in kept[around])
        placed[around] = _Placement(region, item, credited)
    mains = [each for each in sizes if each.main and sizes[each] >= _MAIN * whole]
    return _made(lines, within, placed, mains[0] if len(mains) == 1 else None)


def _made(
    lines: Sequence[Line], within: Sequence[_Around], placed: Mapping[_Around, _Placement], main: Part | None
) -> list[Line]:
    """The lines as they are placed; what stands after the main part of the page is beside it."""
    groups: dict[Part, int] = {}
    made: list[Line] = []
    begun = False
    for line, around in zip(lines, within, strict=True):
        look, marker = line.look, line.marker
        region, item, credited = placed[around]
        begun = begun or (main is not None and main in around)
        if region in ("body", "column") and look.region != "body":
            region = look.region
        elif region == "body" and begun and main not in around:
            region = "aside"
        group = groups.setdefault(item, len(groups) + 1) if item is not None else 0
        if credited and not marker:
            marker = "from:"
            if look.kind == "heading":
                look = evolve(look, kind="paragraph", level=0)
        if (region, group, marker) != (look.region, look.group, line.marker):
            line = evolve(line, look=evolve(look, region=region, group=group), marker=marker)
        made.append(line)
    return made


def _named(parts: Sequence[Part], several: bool) -> Part | None:
    """The outermost part with a region; where the page has several articles, their own headers are no region of it."""
    inside = several and any(each.article for each in parts)
    return next((each for each in parts if each.region and not (each.own and inside)), None)


def _narrow(lines: Sequence[Line], within: Sequence[_Around], sizes: Mapping[Part, int], whole: int) -> frozenset[Part]:
    """The cells of layout tables without running text, beside one that has most of the page in it."""
    rows: dict[int, list[Part]] = defaultdict(list)
    for each in sizes:
        if each.row:
            rows[each.row].append(each)
    found: set[Part] = set()
    for cells in rows.values():
        largest = max(sizes[cell] for cell in cells)
        if 2 * largest > whole:
            found.update(cell for cell in cells if sizes[cell] <= _NARROW * largest)
    if found:
        running = {around for line, around in zip(lines, within, strict=True) if len(line) > _RUNNING}
        found.difference_update(*running)
    return frozenset(found)
