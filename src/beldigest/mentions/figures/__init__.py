"""Recogniser of figures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from beldigest.language import Gazetteer
from beldigest.mentions.reading import Reading
from beldigest.mentions.types import FigureMention, Mentions


def find(reading: Reading, found: Mentions, gazetteers: Sequence[Gazetteer] = ()) -> Iterator[FigureMention]:
    """The figures of the reading, in text order."""
    yield from ()
