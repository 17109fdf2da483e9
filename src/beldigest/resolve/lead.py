"""Which story a line of the lead announces.

A lead line says in other words what a headline says, or the first paragraph of its story. So both are compared by the
rarer words they share, and since a lead mostly keeps the order of the stories, of nearly equal candidates the one that
keeps it is taken, and a line left over between two others announces the only story left over between theirs. Where a
line begins with a label ("Niger: ..."), a story or section that has it for a title is meant.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from beldigest.segment.wording import Wording

#: How alike a line must be to a headline, or to the beginning of a story's text, to announce it.
_HEADLINE = 0.4
_OPENING = 0.5
#: How alike it must be to a story under the title that it is labelled with; the first is meant where none is.
_BELOW = 0.25
#: How alike it must be to the only story left over at its place in the order.
_LEFT = 0.3
#: What a likeness to the text counts against one to the headline.
_TEXT = 0.8
#: What it counts for a story that it comes after the one that the line before announces, and that no line has it yet.
_ORDER = 0.08

#: Words of a label that are compared.
_LABEL_MOST = 6

_OPENING_MOST = 600
"""Characters of a story's text that are compared."""


def link(
    items: Sequence[str], stories: Sequence[tuple[str, Sequence[str]]], sections: Sequence[str | None] = ()
) -> list[int | None]:
    """For each lead item the index of the story that it announces, or None.

    A story is given as headline and paragraphs; ``sections`` are the titles over the stories. Several items may
    announce one story.
    """
    labels = _labels([headline for headline, _ in stories], sections)
    openings = [" ".join(paragraphs)[:_OPENING_MOST] for _, paragraphs in stories]
    wording = Wording([*items, *(headline for headline, _ in stories), *openings])
    found: list[int | None] = []
    taken: set[int] = set()
    last = -1
    for item in range(len(items)):
        labelled = labels.get(_words(items[item].partition(":")[0]), []) if ":" in items[item] else []
        best, chosen = 0.0, labelled[0] if labelled else None
        beside = {(line - len(items)) % len(stories) for line in wording.candidates(item) if line >= len(items)}
        for story in sorted(beside):
            headline, opening = _alike(wording, len(items), len(stories), item, story)
            if labelled and (story not in labelled or max(headline, opening) < _BELOW):
                continue
            if not labelled and headline < _HEADLINE and opening < _OPENING:
                continue
            score = max(headline, _TEXT * opening) + _ORDER * (story > last) + _ORDER * (story not in taken)
            if score > best:
                best, chosen = score, story
        found.append(chosen)
        if chosen is not None:
            taken.add(chosen)
            last = chosen
    for item, story in _left_over(found, len(stories)):
        if max(_alike(wording, len(items), len(stories), item, story)) >= _LEFT:
            found[item] = story
    return found


def _alike(wording: Wording, items: int, stories: int, item: int, story: int) -> tuple[float, float]:
    """How alike a line is to the headline of a story, and how much of it the beginning of the story's text has."""
    return wording.alike(item, items + story), wording.within(item, items + stories + story)


def _left_over(found: Sequence[int | None], stories: int) -> Iterator[tuple[int, int]]:
    """Each line that announces nothing, with the one story between those that the lines around it announce."""
    for item, chosen in enumerate(found):
        before = found[item - 1] if item else -1
        after = found[item + 1] if item + 1 < len(found) else stories
        if chosen is None and before is not None and after == before + 2 and before + 1 not in found:
            yield item, before + 1


def _labels(headlines: Sequence[str], sections: Sequence[str | None]) -> dict[tuple[str, ...], list[int]]:
    """The stories by the first words of their headlines and of the titles over them."""
    found: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for index, titles in enumerate(zip_longest(headlines, sections)):
        for words in {_words(title or "") for title in titles}:
            for end in range(1, min(len(words), _LABEL_MOST) + 1):
                found[words[:end]].append(index)
    return found


def _words(title: str) -> tuple[str, ...]:
    return tuple(title.casefold().split())
