"""Citations with their speakers."""

from __future__ import annotations

from beldigest.mentions.reading import Passage, Reading
from beldigest.mentions.types import CitationMention, DateMention, Mentions, place
from beldigest.model import Citation, Span, When
from beldigest.resolve.register import Register


def citations(reading: Reading, passage: Passage, mentions: Mentions, register: Register) -> tuple[Citation, ...]:
    """The citations of a passage (``mentions`` are those of the passage); ids are left empty."""
    return tuple(_citation(reading, mention, mentions, register) for mention in mentions.citations)


def _citation(reading: Reading, mention: CitationMention, mentions: Mentions, register: Register) -> Citation:
    source = _hull(mention.source)
    speaker = None if source is None else register.resolve(source)
    return Citation(
        id="",
        kind=mention.kind,
        span=_whole(mention),
        content=mention.content,
        speaker=None if speaker is None else speaker.actor,
        speaker_text=_words(reading, source),
        speaker_span=source,
        speaker_basis=None if speaker is None else speaker.known,
        cue=" ".join(_line(reading, span) for span in mention.cue) or None,
        cue_spans=mention.cue,
        stance=mention.stance,
        outlet=_words(reading, mention.outlet),
        outlet_span=mention.outlet,
        addressee=_words(reading, mention.addressee),
        addressee_span=mention.addressee,
        when=_when(mention.when, mentions.dates),
    )


def _when(span: Span | None, dates: tuple[DateMention, ...]) -> When | None:
    """The date that the attribution gives."""
    if span is None:
        return None
    for date in dates:
        if date.when is not None and date.span.overlaps(span):
            return date.when
    return None


def _whole(mention: CitationMention) -> Span:
    """All that the citation rests on."""
    hull = place(mention)
    further = [span for span in (mention.outlet, mention.addressee, mention.when) if span is not None]
    return Span(
        min(hull.start, *(span.start for span in further)) if further else hull.start,
        max(hull.end, *(span.end for span in further)) if further else hull.end,
    )


def _hull(spans: tuple[Span, ...]) -> Span | None:
    """From the first to the last character of the spans."""
    return Span(min(span.start for span in spans), max(span.end for span in spans)) if spans else None


def _words(reading: Reading, span: Span | None) -> str | None:
    return None if span is None else _line(reading, span)


def _line(reading: Reading, span: Span) -> str:
    """What a span says, wrapped lines joined."""
    return " ".join(span.of(reading.text).split())
