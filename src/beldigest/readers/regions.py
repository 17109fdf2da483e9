"""Regions: the parts that the elements of a page set apart, by their names or as articles.

A name is a hint and no more: authors also call a wrapper of the whole page "has-sidebar", and each of its items a
"preview". What a name says of an element therefore depends on how much of the page stands in it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from attrs import evolve, frozen

from beldigest.document import Region
from beldigest.readers.elements import NAMED_REGIONS
from beldigest.readers.lines import Line

#: The words of a class name or an id, those too that only a capital parts.
_NAME = re.compile(r"[A-Z]?[a-z]+|[A-Z]+")

#: Parts within parts are followed to this depth.
DEEPEST = 16


@frozen(eq=False)
class Part:
    """An element that may be a part of the page: the word that says so, the region it names, and whether it is an
    article."""

    word: str
    region: Region | None
    article: bool


#: A subject that a page is filed under (HTML Standard, 4.6.7.18).
TAG = Part("tag", "aside", article=False)


def part(tag: str, names: str) -> Part | None:
    """What an element may be by its own name and by its class names and id."""
    word = _telling(f"{names} {tag}")
    return Part(word, NAMED_REGIONS.get(word), tag == "article") if word or tag == "article" else None


@lru_cache(maxsize=1024)
def _telling(names: str) -> str:
    """The first word that names a region."""
    return next((word for found in _NAME.findall(names) if (word := found.lower()) in NAMED_REGIONS), "")


def parted(lines: Sequence[Line], within: Sequence[tuple[Part, ...]]) -> list[Line]:
    """The lines with the regions and the items that they stand in; ``within`` has the parts around each, outer first.

    An element with more than half of the page in it is no part of it, nor are those that have it between them and
    share a name. An article that no other stands beside is the page itself.
    """
    if not any(within):
        return [*lines]
    most = sum(map(len, lines)) / 2
    sizes = Counter[Part]()
    for line, around in zip(lines, within, strict=True):
        for each in around:
            sizes[each] += len(line)
    kept = [[each for each in around if sizes[each] <= most] for around in within]
    named = [next((each for each in parts if each.region), None) for parts in kept]
    shares = Counter[str]()
    for line, outermost in zip(lines, named, strict=True):
        if outermost is not None:
            shares[outermost.word] += len(line)
    several = len({next((each for each in around if each.article), None) for around in within} - {None}) > 1
    groups: dict[Part, int] = {}
    made: list[Line] = []
    for line, outermost, parts in zip(lines, named, kept, strict=True):
        region, group = line.look.region, 0
        if outermost is not None and outermost.region and shares[outermost.word] <= most:
            region = outermost.region
        item = next((each for each in reversed(parts) if each.article), None)
        if item is not None and several:
            group = groups.setdefault(item, len(groups) + 1)
        if (region, group) != (line.look.region, line.look.group):
            line = evolve(line, look=evolve(line.look, region=region, group=group))
        made.append(line)
    return made
