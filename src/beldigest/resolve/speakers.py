"""Citations with their speakers."""

from __future__ import annotations

from beldigest.mentions.reading import Passage, Reading
from beldigest.mentions.types import Mentions
from beldigest.model import Citation
from beldigest.resolve.register import Register


def citations(reading: Reading, passage: Passage, mentions: Mentions, register: Register) -> tuple[Citation, ...]:
    """The citations of a passage (``mentions`` are those of the passage); ids are left empty."""
    return ()
