"""Figures with their time and their speaker."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import cast

from beldigest.language import load
from beldigest.language.figures import FigureGrammar
from beldigest.mentions.reading import Passage, Reading
from beldigest.mentions.types import DateMention, FigureMention, Mentions
from beldigest.model import Citation, Figure, Span, When

_CLAUSE_MARKS = frozenset(";:—–()")


def figures(
    reading: Reading, passage: Passage, mentions: Mentions, citations: Sequence[Citation]
) -> tuple[Figure, ...]:
    """The figures of a passage (``mentions`` are those of the passage); ids are left empty."""
    if not mentions.figures:
        return ()
    sentences = [sentence for stretch in passage.stretches for sentence in reading.sentences(stretch)]
    sentences.sort(key=_start)
    dates = list(_telling(reading, mentions.dates))
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
            as_of=_as_of(reading.text, mention, _around(mention.span, sentences), dates),
            speaker=speaker,
        )
        for mention, speaker in zip(mentions.figures, _speakers(mentions.figures, citations), strict=True)
    )


def _start(span: Span) -> int:
    return span.start


def _around(span: Span, sentences: Sequence[Span]) -> Span:
    """The sentence in which a span begins; the span itself where there is none."""
    at = bisect_right(sentences, span.start, key=_start) - 1
    return sentences[at] if at >= 0 and span.start < sentences[at].end else span


def _telling(reading: Reading, dates: Sequence[DateMention]) -> Iterator[DateMention]:
    """The dates that can say when a figure holds.

    These are dates that are resolved, but for one that a figure is compared with ("than in 2023") and one that is part
    of a noun phrase ("the 2020 elections").
    """
    grammar, text = cast(FigureGrammar, load(reading.language, "figures")), reading.text
    for date in dates:
        if date.when is None or date.when.edtf is None or grammar.is_compared(text, date.span.start):
            continue
        if not grammar.is_attributive(text, date.span.start, date.span.end):
            yield date


def _as_of(text: str, figure: FigureMention, sentence: Span, dates: Sequence[DateMention]) -> When | None:
    """The time that the figure's clause gives.

    The nearest date before the figure in its sentence counts ("In 2024 there were ..."), else the next after it, if no
    dash, bracket, colon or semicolon stands between.
    """
    before = bisect_left(dates, figure.span.start, key=_date_start) - 1
    while before >= 0 and dates[before].span in sentence:
        if dates[before].span.end <= figure.span.start:
            return dates[before].when
        before -= 1
    after = bisect_left(dates, figure.span.end, key=_date_start)
    if after < len(dates) and dates[after].span in sentence:
        between = text[figure.span.end : dates[after].span.start]
        return dates[after].when if _CLAUSE_MARKS.isdisjoint(between) else None
    return None


def _date_start(date: DateMention) -> int:
    return date.span.start


def _speakers(mentions: Sequence[FigureMention], citations: Sequence[Citation]) -> Iterator[str | None]:
    """For each figure the actor whose words or data it is in; of several citations the shortest that covers it."""
    contents = [(content, citation.speaker) for citation in citations for content in citation.content]
    contents.sort(key=lambda entry: entry[0].start)
    coming = iter([*contents, None])
    following = next(coming)
    open_contents: list[tuple[Span, str | None]] = []
    for mention in mentions:
        while following is not None and following[0].start <= mention.number.start:
            open_contents.append(following)
            following = next(coming)
        open_contents = [entry for entry in open_contents if entry[0].end > mention.number.start]
        covering = [(len(content), speaker) for content, speaker in open_contents if mention.number in content]
        named = [(length, speaker) for length, speaker in covering if speaker is not None]
        yield min(named)[1] if named else None


def _words(reading: Reading, span: Span | None) -> str | None:
    return None if span is None else " ".join(span.of(reading.text).split())
