"""What a story says together with all that was folded into it: records of every copy, side by side."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator
from typing import TypeVar

from attrs import frozen

from beldigest.model import Citation, Event, Figure, Story

_R = TypeVar("_R", Figure, Citation, Event)


@frozen
class United:
    """The records of a story and of its copies; each comes with the id of the briefing in whose text its spans lie.

    ``sources`` are the copies, the kept story first. Of ``figures``, ``citations`` and ``events`` those that say the
    same stand together, as the evidence for it; those that disagree stand apart, and none is left out.
    """

    sources: tuple[tuple[str, Story], ...]
    figures: tuple[tuple[tuple[str, Figure], ...], ...]
    citations: tuple[tuple[tuple[str, Citation], ...], ...]
    events: tuple[tuple[tuple[str, Event], ...], ...]


def united(story: Story, briefing: str) -> United:
    """A story of the briefing of that id, together with its duplicates."""
    sources = tuple(_copies(story, briefing))

    def together(
        records: Callable[[Story], tuple[_R, ...]], says: Callable[[_R], Hashable]
    ) -> tuple[tuple[tuple[str, _R], ...], ...]:
        found: dict[Hashable, list[tuple[str, _R]]] = {}
        for source, copy in sources:
            for record in records(copy):
                found.setdefault(says(record), []).append((source, record))
        return tuple(map(tuple, found.values()))

    return United(
        sources,
        together(
            lambda copy: copy.figures,
            lambda each: (each.value, each.low, each.high, each.unit, each.per, each.bound, each.change, each.counted),
        ),
        together(
            lambda copy: copy.citations,
            lambda each: (each.kind, each.speaker_text, each.cue, each.stance, tuple(map(len, each.content))),
        ),
        together(lambda copy: copy.events, lambda each: (each.when.edtf or each.when.text, each.what, each.status)),
    )


def _copies(story: Story, briefing: str) -> Iterator[tuple[str, Story]]:
    yield briefing, story
    for duplicate in story.duplicates:
        yield from _copies(duplicate.story, duplicate.folded_briefing)
