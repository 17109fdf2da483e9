"""Figures with their time and their speaker."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import cast

from beldigest.language import load
from beldigest.language.figures import FigureGrammar
from beldigest.mentions.dates import edtf
from beldigest.mentions.reading import Passage, Reading
from beldigest.mentions.types import DateMention, FigureMention, Mentions
from beldigest.model import Citation, Figure, Span, When

_CLAUSE_MARKS = frozenset(":—–()")
# In characters: how far before a figure an apposition that it stands in can begin.
_LONGEST_APPOSITION = 120


def figures(
    reading: Reading, passage: Passage, mentions: Mentions, citations: Sequence[Citation]
) -> tuple[Figure, ...]:
    """The figures of a passage (``mentions`` are those of the passage); ids are left empty."""
    if not mentions.figures:
        return ()
    sentences = [sentence for stretch in passage.stretches for sentence in reading.sentences(stretch)]
    clauses = [clause for sentence in sorted(sentences, key=_start) for clause in _parted(reading.text, sentence)]
    times = _times(reading, clauses, mentions, citations)
    speakers = _speakers(mentions.figures, citations)
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
            as_of=as_of,
            speaker=speaker,
        )
        for mention, as_of, speaker in zip(mentions.figures, times, speakers, strict=True)
    )


def _start(span: Span) -> int:
    return span.start


def _parted(text: str, sentence: Span) -> Iterator[Span]:
    """The clauses of a sentence that semicolons part, each with its semicolon."""
    start = sentence.start
    while (mark := text.find(";", start, sentence.end)) >= 0:
        yield Span(start, mark + 1)
        start = mark + 1
    if start < sentence.end:
        yield Span(start, sentence.end)


def _around(span: Span, clauses: Sequence[Span]) -> Span:
    """The clause in which a span begins; the span itself where there is none."""
    at = bisect_right(clauses, span.start, key=_start) - 1
    return clauses[at] if at >= 0 and span.start < clauses[at].end else span


def _times(
    reading: Reading, clauses: Sequence[Span], mentions: Mentions, citations: Sequence[Citation]
) -> Iterator[When | None]:
    """For each figure the time at which it holds: that of its own phrase, or else that of its clause.

    Where a level is compared with an earlier one ("61%, up from 54% in December", "compared with 63 in 2019"), the
    date in the phrase of the earlier is its alone, and the date of the clause is none of it. A date in what somebody
    said is none of who said it ("in June, two diplomats said").
    """
    grammar, text = cast(FigureGrammar, load(reading.language, "figures")), reading.text
    compared = {figure.span.end + 1 for figure in mentions.figures if figure.change in {"more", "less"}}
    dates = [date for date in mentions.dates if date.when is not None and date.when.edtf is not None]
    dates = [date for date in dates if date.span.start not in compared]  # "8% (fewer than a year earlier)"
    own = [_own_date(text, figure, dates, grammar) for figure in mentions.figures]
    earlier = [_is_earlier(text, figure, grammar) for figure in mentions.figures]
    taken = {date.span for date, is_earlier in zip(own, earlier, strict=True) if date is not None and is_earlier}
    telling = [date for date in dates if date.span not in taken and _tells_time(text, date, grammar)]
    of_speakers = _of_speakers(mentions.figures, citations)
    for figure, date, is_earlier in zip(mentions.figures, own, earlier, strict=True):
        if date is None and not is_earlier and not _stands_apart(text, figure, dates):
            date = _clause_date(text, figure.span, _around(figure.span, clauses), telling, grammar)
        said = [span for citation in of_speakers.get(figure.number, ()) for span in citation.content]
        if date is not None and any(date.span in content for content in said):
            date = None
        yield _time(text, date, grammar) if date is not None else None


def _of_speakers(figures: Sequence[FigureMention], citations: Sequence[Citation]) -> dict[Span, list[Citation]]:
    """The numbers in the names of speakers ("two diplomats"), with what these say."""
    found: dict[Span, list[Citation]] = defaultdict(list)
    for citation in citations:
        speaker = citation.speaker_span
        if speaker is None:
            continue
        for index in range(bisect_left(figures, speaker.start, key=_number_start), len(figures)):
            if figures[index].number not in speaker:
                break
            found[figures[index].number].append(citation)
    return found


def _number_start(figure: FigureMention) -> int:
    return figure.number.start


def _time(text: str, date: DateMention, grammar: FigureGrammar) -> When | None:
    """When a date is; an interval that is open at its end for one with "since" before it."""
    start, when = grammar.since(text, date.span.start, date.span.end), date.when
    return when if start is None or when is None else edtf.limited(when, "since", text, Span(start, date.span.end))


def _own_date(
    text: str, figure: FigureMention, dates: Sequence[DateMention], grammar: FigureGrammar
) -> DateMention | None:
    """The date in the figure's own phrase: right behind it, "39% in February", or its genitive, "February's 39%"."""
    after = bisect_left(dates, figure.span.end, key=_date_start)
    at = dates[after].span.start if after < len(dates) else figure.span.end
    if at > figure.span.end and grammar.is_adjunct(text, figure.span.end, at) and not grammar.is_compared(text, at):
        return dates[after]  # "39% in February", but "a rise of 7% on 2023"
    before = bisect_left(dates, figure.span.start, key=_date_start) - 1
    if before >= 0 and grammar.is_genitive(text, dates[before].span.end, figure.span.start):
        return dates[before]
    return None


def _is_earlier(text: str, figure: FigureMention, grammar: FigureGrammar) -> bool:
    """Whether the figure is the level that a change began at, or that another is compared with."""
    moved = figure.change is not None and figure.change.endswith(" from")
    return moved or grammar.is_earlier_level(text, figure.span.start)


def _stands_apart(text: str, figure: FigureMention, dates: Sequence[DateMention]) -> bool:
    """Whether a figure has no part in what its clause tells: an age in apposition ("Kowal, 61, said"), or a number in
    the words of a date ("in the first nine months of 2024")."""
    span = figure.span
    if figure.unit == "year" and text.endswith(", ", 0, span.start) and text.startswith(",", span.end):
        return True
    at = bisect_right(dates, span.start, key=_date_start) - 1
    return at >= 0 and dates[at].span.overlaps(span)


def _tells_time(text: str, date: DateMention, grammar: FigureGrammar) -> bool:
    """Whether a date can say when what its clause tells happened.

    A date that a figure is compared with ("than in 2023") cannot, nor can part of a noun phrase ("the 2020 elections").
    """
    words = (date.when.span if date.when is not None else None) or date.span
    return not (grammar.is_compared(text, words.start) or grammar.is_attributive(text, words.start, words.end))


def _clause_date(
    text: str, figure: Span, clause: Span, dates: Sequence[DateMention], grammar: FigureGrammar
) -> DateMention | None:
    """The date of the figure's clause.

    The nearest date before the figure counts ("In 2024 there were ..."), unless in an aside that closes before the
    figure, or the figure in an apposition that compares; else the next after it, if no dash, bracket or colon stands
    between, nor the beginning of an aside.
    """
    before = bisect_left(dates, figure.start, key=_date_start) - 1
    while before >= 0 and dates[before].span in clause:
        date = dates[before].span
        if grammar.is_ranking(text[max(date.end, figure.start - _LONGEST_APPOSITION) : figure.start]):
            break
        if date.end <= figure.start and not _in_aside(text, clause, date, figure, grammar):
            return dates[before]
        before -= 1
    after = bisect_left(dates, figure.end, key=_date_start)
    if after < len(dates) and dates[after].span in clause:
        between = text[figure.end : dates[after].span.start]
        return dates[after] if _CLAUSE_MARKS.isdisjoint(between) and not grammar.is_aside(between) else None
    return None


def _in_aside(text: str, clause: Span, date: Span, figure: Span, grammar: FigureGrammar) -> bool:
    """Whether a date before the figure stands in a relative clause: "the war, which began in (2023), has displaced"."""
    comma = text.rfind(",", clause.start, date.start)
    return comma >= 0 and "," in text[date.end : figure.start] and grammar.is_aside(text[comma : date.start])


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
    return None if span is None else span.line(reading.text)
