"""Roles: what a text says a person is, beside the name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from beldigest.mentions.reading import Reading
from beldigest.model import Span


def roles(reading: Reading, names: Sequence[Span]) -> Iterator[tuple[Span, Span]]:
    """Pairs of name and role, the role without article: a title before the name, or an apposition after it."""
    yield from ()
