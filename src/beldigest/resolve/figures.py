"""Figures with their time and their speaker."""

from __future__ import annotations

from collections.abc import Sequence

from beldigest.language import load
from beldigest.mentions.reading import Passage, Reading
from beldigest.mentions.types import DateMention, FigureMention, Mentions
from beldigest.model import Citation, Figure, Span, When

_CLAUSE_MARKS = frozenset(";:—–()")


def figures(
    reading: Reading, passage: Passage, mentions: Mentions, citations: Sequence[Citation]
) -> tuple[Figure, ...]:
    """The figures of a passage (``mentions`` are those of the passage); ids are left empty."""
    sentences = _Sentences(reading, passage)
    dates = [mention for mention in mentions.dates if mention.when is not None and mention.when.edtf is not None]
    return tuple(
        Figure(
            id="",
            span=mention.span,
            value=mention.value,
            low=mention.low,
            high=mention.high,
            unit=mention.unit,
            per=mention.per,
            bound=mention.bound,
            counted=_words(reading, mention.counted),
            counted_span=mention.counted,
            change=mention.change,
            as_of=_as_of(reading, mention, sentences.around(mention.span), dates),
            speaker=_speaker(mention, citations),
        )
        for mention in mentions.figures
    )


class _Sentences:
    """The sentences of a passage."""

    def __init__(self, reading: Reading, passage: Passage) -> None:
        self._reading, self._stretches = reading, passage.stretches

    def around(self, span: Span) -> Span:
        """The sentence in which a span begins; the span itself where there is none."""
        for stretch in self._stretches:
            if stretch.start <= span.start < stretch.end:
                for sentence in self._reading.sentences(stretch):
                    if sentence.start <= span.start < sentence.end:
                        return sentence
        return span


def _as_of(reading: Reading, figure: FigureMention, sentence: Span, dates: Sequence[DateMention]) -> When | None:
    """The time that the figure's clause gives.

    The nearest date before the figure in its sentence counts ("In 2024 there were ..."), else the nearest after it;
    but not one beyond a dash, a bracket or a semicolon, and not one that the figure is compared with ("than in 2023").
    """
    here = [date for date in dates if date.span in sentence and not date.span.overlaps(figure.number)]
    before = [date for date in here if date.span.end <= figure.span.start]
    after = [date for date in here if date.span.start >= figure.span.end]
    text = reading.text
    for date in reversed(before):
        if not _is_compared(reading, date):
            return date.when
    for date in after:
        between = text[figure.span.end : date.span.start]
        if not _CLAUSE_MARKS & set(between) and not _is_compared(reading, date):
            return date.when
    return None


def _is_compared(reading: Reading, date: DateMention) -> bool:
    """Whether the date is that of another quantity, which the figure is compared with."""
    return bool(load(reading.language, "figures").is_compared(reading.text, date.span.start))


def _speaker(figure: FigureMention, citations: Sequence[Citation]) -> str | None:
    """The actor whose words or data the figure is in; of several citations the shortest that covers it."""
    covering = [
        (len(content), citation.speaker)
        for citation in citations
        for content in citation.content
        if figure.number in content and citation.speaker is not None
    ]
    return min(covering)[1] if covering else None


def _words(reading: Reading, span: Span | None) -> str | None:
    return None if span is None else " ".join(span.of(reading.text).split())
