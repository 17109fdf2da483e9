"""When a briefing was published, where the document does not say so in a field of its own."""

from __future__ import annotations

from beldigest.mentions.reading import Reading
from beldigest.model import Span, When


def stated(text: str, span: Span, language: str) -> When | None:
    """The full date that stands in a masthead line, or None."""
    return None


def inferred(reading: Reading) -> When | None:
    """The month, or only the year, that the dates of the text point to as the time of writing, or None."""
    return None
