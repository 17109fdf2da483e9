"""Citations with their speakers."""

from __future__ import annotations

from collections.abc import Sequence

from beldigest.language import load
from beldigest.mentions.reading import Passage, Reading
from beldigest.mentions.types import ActorMention, CitationMention, DateMention, Mentions, place
from beldigest.model import Citation, Known, Span, When
from beldigest.resolve.register import Register


def citations(reading: Reading, passage: Passage, mentions: Mentions, register: Register) -> tuple[Citation, ...]:
    """The citations of a passage (``mentions`` are those of the passage); ids are left empty."""
    return tuple(_citation(reading, mention, mentions, register) for mention in mentions.citations)


def _citation(reading: Reading, mention: CitationMention, mentions: Mentions, register: Register) -> Citation:
    source = _hull(mention.source)
    speaker, basis = _speaker(reading, source, mentions.actors, register)
    return Citation(
        id="",
        kind=mention.kind,
        span=_whole(mention),
        content=mention.content,
        speaker=speaker,
        speaker_text=_words(reading, source),
        speaker_span=source,
        speaker_basis=basis,
        cue=" ".join(_line(reading, span) for span in mention.cue) or None,
        cue_spans=mention.cue,
        stance=mention.stance,
        outlet=_words(reading, mention.outlet),
        outlet_span=mention.outlet,
        addressee=_words(reading, mention.addressee),
        addressee_span=mention.addressee,
        when=_when(mention.when, mentions.dates),
    )


def _speaker(
    reading: Reading, source: Span | None, actors: Sequence[ActorMention], register: Register
) -> tuple[str | None, Known | None]:
    """The actor that the source names, and how that is known; a relative pronoun names whom the noun before it does."""
    if source is None:
        return None, None
    if load(reading.language, "citations").is_relative(source.of(reading.text)):
        before = [mention.span for mention in actors if mention.span.end <= source.start]
        if not before or reading.text[before[-1].end : source.start].strip(" ,"):
            return None, None
        return register.mentions.get(before[-1]), "inferred"
    resolved = register.resolve(source)
    return (None, None) if resolved is None else (resolved.actor, resolved.known)


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
