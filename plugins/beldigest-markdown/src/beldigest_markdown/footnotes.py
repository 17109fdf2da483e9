"""Footnotes: the words that prove a line, numbered through a page."""

from __future__ import annotations

from collections.abc import Iterator

from beldigest import Briefing, Span
from beldigest_markdown.escape import escaped


class Footnotes:
    """The footnotes of one page; the same evidence has one number."""

    def __init__(self, first: int = 1) -> None:
        self.next = first
        self._numbers: dict[Span, int] = {}

    def mark(self, span: Span) -> str:
        """The reference to the evidence in ``span``, to stand after what it proves."""
        if span not in self._numbers:
            self._numbers[span] = self.next
            self.next += 1
        return f"[^{self._numbers[span]}]"

    def lines(self, briefing: Briefing) -> Iterator[str]:
        """The footnotes themselves: the quote, and where it stands in the briefing's text."""
        for span, number in self._numbers.items():
            place = f"characters {span.start} to {span.end}"
            quote = escaped(briefing.quote(span))
            yield f"[^{number}]: {quote} ({place})" if quote else f"[^{number}]: {place}"
            yield ""
