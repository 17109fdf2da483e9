"""Roles: what a text says a person is, beside the name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from beldigest.language import load
from beldigest.mentions.actors.lines import lines
from beldigest.mentions.reading import Reading
from beldigest.model import Span


def roles(reading: Reading, names: Sequence[Span]) -> Iterator[tuple[Span, Span]]:
    """Pairs of name and role, the role without article: titles before the name, and appositions after it."""
    grammar = load(reading.language, "names")
    words = grammar.vocabulary()
    waiting = sorted(names)
    at = 0
    for line in sorted(lines(reading, grammar, waiting), key=lambda line: line.starts[:1]):
        while at < len(waiting) and line.ends and waiting[at].start < line.ends[-1]:
            place = line.at(waiting[at])
            if place is not None:
                for role in grammar.roles_of(line, *place, words):
                    yield waiting[at], role
            at += 1
