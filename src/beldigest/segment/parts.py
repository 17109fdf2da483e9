"""What segmentation yields: the outline of a briefing, in spans of the document's text.

``because`` of a part says why the boundary stands where it does, in words that ``beldigest show --why`` prints.
"""

from __future__ import annotations

import datetime as dt

from attrs import frozen

from beldigest.document import Document
from beldigest.model import Link, Span


@frozen
class LeadPart:
    """One item of the summary, the contents list or the key points, wherever it stands."""

    span: Span
    because: str = ""


@frozen
class SectionPart:
    """A heading over several stories."""

    span: Span
    because: str = ""


@frozen
class StoryPart:
    """One item of the digest.

    ``section`` is an index into ``Outline.sections``. ``deck``, ``byline``, ``dateline`` and ``source_line`` stand
    apart from the body, which is ``paragraphs``; ``further`` are more lines of these kinds. ``published`` is the day
    that the format itself gives the item: of a feed's entry, of a message in a digest.
    """

    paragraphs: tuple[Span, ...]
    headline: Span | None = None
    section: int | None = None
    deck: Span | None = None
    byline: Span | None = None
    dateline: Span | None = None
    source_line: Span | None = None
    further: tuple[Span, ...] = ()
    links: tuple[Link, ...] = ()
    because: str = ""
    published: dt.date | None = None

    @property
    def span(self) -> Span:
        """From the first to the last character of the story."""
        parts = [
            part
            for part in (
                *self.paragraphs,
                *self.further,
                self.headline,
                self.deck,
                self.byline,
                self.dateline,
                self.source_line,
            )
            if part is not None
        ]
        return Span(min(part.start for part in parts), max(part.end for part in parts))


@frozen
class BoilerplatePart:
    """Text of no story, and what it is."""

    span: Span
    because: str


@frozen
class Outline:
    """A document, taken apart. Every block that holds a letter or digit lies in exactly one part."""

    document: Document
    title: Span | None = None
    publisher: Span | None = None
    published: Span | None = None
    lead: tuple[LeadPart, ...] = ()
    sections: tuple[SectionPart, ...] = ()
    stories: tuple[StoryPart, ...] = ()
    boilerplate: tuple[BoilerplatePart, ...] = ()
