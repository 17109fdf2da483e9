"""Recogniser of actors."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from beldigest.language import Gazetteer
from beldigest.mentions.reading import Reading
from beldigest.mentions.types import ActorMention, Mentions


def find(reading: Reading, found: Mentions, gazetteers: Sequence[Gazetteer] = ()) -> Iterator[ActorMention]:
    """The actors of the reading, in text order."""
    yield from ()
