"""What recognisers find: spans with values, not yet tied to one another.

All spans index the briefing's text. A mention is what the words say by themselves; who "he" is and whose figure it is
comes later, in ``resolve``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Literal, TypeVar

from attrs import frozen

from beldigest.model import ActorKind, Bound, Change, CitationKind, Span, Stance, When

DateType = Literal["date", "time", "duration", "set"]


@frozen
class DateMention:
    """A temporal expression.

    ``timex`` is its TIMEX3 value (ISO-TimeML), empty where it has none. ``when`` is set for dates and times, also where
    they cannot be resolved; a duration or a set ("every Friday") has none. The two ends of a range are two mentions:
    the ``when`` of the first is the whole interval, and the second has none.
    """

    span: Span
    type: DateType
    timex: str = ""
    when: When | None = None


@frozen
class FigureMention:
    """A quantity; the fields are those of :class:`beldigest.model.Figure`. ``number`` is the number's own span."""

    span: Span
    number: Span
    value: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    unit: str | None = None
    per: str | None = None
    bound: Bound = "exact"
    counted: Span | None = None
    change: Change | None = None


@frozen
class ActorMention:
    """A place where a person, organisation or place is named, without title, article or possessive ending."""

    span: Span
    kind: ActorKind
    role: Span | None = None


@frozen
class CitationMention:
    """An attribution: who (``source``), by which words (``cue``), what (``content``), each one or more spans."""

    kind: CitationKind
    content: tuple[Span, ...]
    source: tuple[Span, ...] = ()
    cue: tuple[Span, ...] = ()
    stance: Stance = "asserted"
    outlet: Span | None = None
    addressee: Span | None = None
    when: Span | None = None


@frozen
class AnnotationMention:
    """What a third party's recogniser has to say that is none of the other kinds."""

    span: Span
    kind: str
    value: str


Mention = DateMention | FigureMention | ActorMention | CitationMention | AnnotationMention


@frozen
class Mentions:
    """All that was found so far, each kind in text order."""

    dates: tuple[DateMention, ...] = ()
    figures: tuple[FigureMention, ...] = ()
    actors: tuple[ActorMention, ...] = ()
    citations: tuple[CitationMention, ...] = ()
    annotations: tuple[AnnotationMention, ...] = ()

    def __iter__(self) -> Iterator[Mention]:
        """All of them, kind by kind."""
        yield from self.dates
        yield from self.figures
        yield from self.actors
        yield from self.citations
        yield from self.annotations

    def plus(self, found: Iterable[Mention]) -> Mentions:
        """These and the newly found ones."""
        new = tuple(found)
        if not new:
            return self
        return Mentions(
            _merged(self.dates, [m for m in new if isinstance(m, DateMention)]),
            _merged(self.figures, [m for m in new if isinstance(m, FigureMention)]),
            _merged(self.actors, [m for m in new if isinstance(m, ActorMention)]),
            _merged(self.citations, [m for m in new if isinstance(m, CitationMention)]),
            _merged(self.annotations, [m for m in new if isinstance(m, AnnotationMention)]),
        )


def place(mention: Mention) -> Span:
    """From the first to the last character that a mention rests on."""
    if not isinstance(mention, CitationMention):
        return mention.span
    spans = (*mention.content, *mention.source, *mention.cue)
    return Span(min(span.start for span in spans), max(span.end for span in spans))


_M = TypeVar("_M", bound=Mention)


def _merged(old: tuple[_M, ...], new: list[_M]) -> tuple[_M, ...]:
    return tuple(sorted(dict.fromkeys((*old, *new)), key=_offsets)) if new else old


def _offsets(mention: Mention) -> tuple[int, int]:
    span = place(mention)
    return span.start, span.end
