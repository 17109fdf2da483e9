"""Deduplication: stories that say the same become one, with a record of what was folded and why."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from attrs import frozen

from beldigest.model import Briefing, DuplicateKind, Story

#: A plug-in's opinion on two stories: the same, not the same, or None where it has none.
Opinion = Callable[[Story, Story], bool | None]


@frozen
class StoryText:
    """A story as bare text: what the decision needs where no briefing was parsed."""

    headline: str
    text: str


@frozen
class Pair:
    """Two texts, by index (``a`` before ``b``), that are the same story, with how alike they are (0 to 1)."""

    a: int
    b: int
    similarity: float
    kind: DuplicateKind = "near"


@frozen
class Clusters:
    """The verified pairs of a collection, and for each text the number of its cluster."""

    pairs: tuple[Pair, ...]
    labels: tuple[int, ...]


def cluster(texts: Sequence[StoryText]) -> Clusters:
    """Which of the texts are the same story; the order in which they come changes nothing."""
    return Clusters((), tuple(range(len(texts))))


def fold(briefings: Sequence[Briefing], opinions: Sequence[Opinion] = ()) -> tuple[Briefing, ...]:
    """The same briefings, each story once."""
    return tuple(briefings)
