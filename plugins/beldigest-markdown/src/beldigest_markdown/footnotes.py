"""Footnotes: the words that prove a line, numbered through a page."""

from __future__ import annotations

from collections.abc import Iterator

from beldigest import Briefing, Span
from beldigest_markdown.escape import escaped


class Footnotes:
    """The footnotes of one page; the same evidence has one number."""

    def __init__(self, first: int = 1) -> None:
        self.next = first
        self._numbers: dict[tuple[int, int], int] = {}

    def mark(self, span: Span) -> str:
        """The reference to the evidence in ``span``, to stand after what it proves."""
        place = span.start, span.end
        number = self._numbers.get(place)
        if number is None:
            number = self._numbers[place] = self.next
            self.next += 1
        return f"[^{number}]"

    def lines(self, briefing: Briefing) -> Iterator[str]:
        """The footnotes themselves: the quote, and where it stands in the briefing's text."""
        for (start, end), number in self._numbers.items():
            place = f"characters {start} to {end}"
            quote = escaped(briefing.text[start:end])
            yield f"[^{number}]: {quote} ({place})" if quote else f"[^{number}]: {place}"
            yield ""
