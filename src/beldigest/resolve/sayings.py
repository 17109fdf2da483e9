"""Who says what a date stands in."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

from attrs import frozen

from beldigest.mentions.types import CitationMention
from beldigest.model import Span
from beldigest.resolve.wording import closed

#: Words between the parts of an attribution from which they are more than the adverbs and auxiliaries of its verb.
_APART = 4


@frozen
class Saying:
    """An attribution in a sentence: ``said`` is what is said there, ``by`` the words that attribute it.

    ``is_statement`` says that the date in question is that of the statement, and not of anything that it tells.
    """

    mention: CitationMention
    said: Span
    by: Span | None
    is_statement: bool

    @property
    def source(self) -> Span | None:
        """The words that say who speaks."""
        return hull(self.mention.source)

    @property
    def follows_cue(self) -> bool:
        """Whether what is said stands behind the verb that attributes it."""
        return self.said.start >= self.mention.cue[0].end

    @property
    def inserted(self) -> list[Span]:
        """What interrupts what is said: the words that attribute, with all that belongs to them."""
        parts = [part for part in self.mention.content if part in self.said]
        gaps = [Span(before.end, behind.start) for before, behind in pairwise(parts) if before.end < behind.start]
        return gaps or ([self.by] if self.by is not None and self.by in self.said else [])

    def attribution(self, text: str) -> list[Span]:
        """The words that attribute, without what stands between them and has a mark or a verb of its own: "Police |
        found a boat and | said"."""
        source = self.source
        if self.by is None or source is None or (self.by.overlaps(self.said) and self.by not in self.said):
            return []
        source = closed(text, source)
        words = sorted((source, *self.mention.cue, *_addressee(self.mention)))
        gaps = [text[before.end : behind.start] for before, behind in pairwise(words)]
        apart = any("," in gap or len(gap.split()) >= _APART for gap in gaps)
        return words if apart or "," in source.of(text) else [self.by]


class Sayings:
    """The attributions of a passage, by where their verbs stand."""

    def __init__(self, citations: Sequence[CitationMention]) -> None:
        self._citations = sorted((mention for mention in citations if mention.cue), key=_place)

    def of(self, sentence: Span, at: Span) -> Saying | None:
        """The attribution of a sentence whose content a date stands in, the innermost one; or whose own date it is."""
        first = bisect_left(self._citations, sentence.start, key=_place)
        last = bisect_left(self._citations, sentence.end, key=_place)
        found: Saying | None = None
        for mention in self._citations[first:last]:
            parts = [part for part in mention.content if part.overlaps(sentence)]
            by = hull((*mention.source, *mention.cue, *_addressee(mention)))
            by = by if by is not None and by in sentence else None
            if any(part.start <= at.start < part.end for part in parts):
                said = Span(max(parts[0].start, sentence.start), min(parts[-1].end, sentence.end))
                if found is None or found.is_statement or len(said) < len(found.said):
                    found = Saying(mention, said, by, is_statement=False)
            elif found is None and parts and mention.when is not None and mention.when.overlaps(at):
                found = Saying(mention, hull(parts) or sentence, by, is_statement=True)
        return found


def hull(spans: Sequence[Span]) -> Span | None:
    """From the first to the last character of spans; None where there are none."""
    return Span(min(span.start for span in spans), max(span.end for span in spans)) if spans else None


def _place(mention: CitationMention) -> int:
    return mention.cue[0].start


def _addressee(mention: CitationMention) -> tuple[Span, ...]:
    return () if mention.addressee is None else (mention.addressee,)
