"""Roles: what a text says a person is, beside the name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from beldigest.mentions.actors.lines import Line, lines
from beldigest.mentions.actors.vocabulary import Vocabulary, vocabulary
from beldigest.mentions.reading import Reading
from beldigest.model import Span


def roles(reading: Reading, names: Sequence[Span]) -> Iterator[tuple[Span, Span]]:
    """Pairs of name and role, the role without article: a title before the name, or an apposition after it."""
    words = vocabulary(reading.language)
    waiting = sorted(names)
    at = 0
    for line in sorted(lines(reading, words.names), key=lambda line: line.starts[0] if line.starts else 0):
        if not line.starts:
            continue
        while at < len(waiting) and waiting[at].start < line.ends[-1]:
            place = line.at(waiting[at])
            role = role_of(line, *place, words) if place else None
            if role is not None:
                yield waiting[at], role
            at += 1


def role_of(line: Line, start: int, end: int, words: Vocabulary) -> Span | None:
    """The role said of the name that stands at the words from ``start`` to ``end``."""
    return _title(line, start, words) or _apposition(line, end, words)


def _title(line: Line, start: int, words: Vocabulary) -> Span | None:
    return None


def _apposition(line: Line, end: int, words: Vocabulary) -> Span | None:
    return None
