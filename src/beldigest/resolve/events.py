"""Dated happenings, out of the sentences that report them."""

from __future__ import annotations

from beldigest.mentions.reading import Passage, Reading
from beldigest.mentions.types import Mentions
from beldigest.model import Event
from beldigest.resolve.register import Register


def events(reading: Reading, passage: Passage, mentions: Mentions, register: Register) -> tuple[Event, ...]:
    """The events of a passage (``mentions`` are those of the passage); ids are left empty."""
    return ()
