"""What the grammar of a language says about who is cited where.

The part ``citations`` of a language has a class ``Grammar`` without arguments, whose instances are an
:class:`AttributionGrammar` each. To an attribution a quotation is one word that cannot be looked into.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol

from attrs import frozen

from beldigest.model import Span, Stance


@frozen
class Attribution:
    """Words that attribute something to somebody.

    ``content`` may be empty: then the words point to the quotation before or after them (``"...?" she asked.``, or
    ``He said:``), if it ``quotes`` at all; it ``opens`` what follows, or ``closes`` what it signs. ``data`` marks an
    attribution of the kind of "according to", which gives a source of information rather than a speaker. ``beside`` are
    the adverbials of the cue, which may give its date.
    """

    cue: Span
    content: tuple[Span, ...] = ()
    source: Span | None = None
    stance: Stance = "asserted"
    outlet: Span | None = None
    addressee: Span | None = None
    beside: tuple[Span, ...] = ()
    quotes: bool = False
    opens: bool = False
    closes: bool = False
    data: bool = False

    @property
    def spans(self) -> tuple[Span, ...]:
        """The cue, and the source where there is one."""
        return (self.cue,) if self.source is None else (self.source, self.cue)


class AttributionGrammar(Protocol):
    """Finds attributions; it may remember the words that it has seen, so one reads all paragraphs of a text."""

    def attributions(
        self, text: str, paragraph: Span, sentences: Sequence[Span], quotations: Sequence[Span]
    ) -> Iterator[Attribution]:
        """The attributions of a paragraph, in text order; quotations are spans with their marks."""
        ...

    def is_clause(self, text: str, quotation: Span) -> bool:
        """Whether the words of a quotation have a subject and a verb of their own."""
        ...

    def coordinator(self, text: str, source: Span) -> Span | None:
        """The word that joins two speakers in a source: "the mayor and Ann Lee"; none where it names one."""
        ...

    def head(self, text: str, source: Span) -> Span:
        """The noun group that a source is headed by, without whose it is: "head" of "Oslo's head of works"."""
        ...

    def connects(self, text: str, stretch: Span) -> bool:
        """Whether a stretch before a quotation only links it to the sentence before: "But", "Then, "."""
        ...

    def is_distanced(self, text: str, quotation: Span) -> bool:
        """Whether the word before a quotation keeps its words at arm's length: "alleged", "so-called"."""
        ...
