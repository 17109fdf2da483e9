"""Figures with their time and their speaker."""

from __future__ import annotations

from collections.abc import Sequence

from beldigest.mentions.reading import Passage, Reading
from beldigest.mentions.types import Mentions
from beldigest.model import Citation, Figure


def figures(
    reading: Reading, passage: Passage, mentions: Mentions, citations: Sequence[Citation]
) -> tuple[Figure, ...]:
    """The figures of a passage (``mentions`` are those of the passage); ids are left empty."""
    return ()
