"""When a briefing was published, where the document does not say so in a field of its own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Literal

from beldigest.language import load
from beldigest.language.temporal import Clock, Expression, Named, Relative
from beldigest.mentions.dates import edtf
from beldigest.mentions.dates.period import Period
from beldigest.mentions.reading import Reading
from beldigest.model import Span, When

#: The share of the days without a year that must lie in one month, or in it and the next, for a text to be news of it.
_SHARE = 0.6
#: Characters of a text that can be its masthead, and of a title or an issue line in it.
_MASTHEAD, _LINE_MOST = 400, 100


def stated(text: str, span: Span, language: str) -> When | None:
    """The full date that stands in a masthead line; else the month with its year ("Monthly Review, May 2021"), or
    None."""
    return next(_dates(text, span, language, "day"), None) or next(_dates(text, span, language, "month"), None)


def _dates(text: str, span: Span, language: str, unit: Literal["day", "month"]) -> Iterator[When]:
    """The days or months of a line that have their year."""
    for found in load(language, "dates").expressions(text, span):
        day = found.meaning.day if isinstance(found.meaning, Clock) else found.meaning
        if not isinstance(day, Named) or day.year is None or day.month is None or day.two_digits or day.ambiguous:
            continue
        period = Period(unit, day.year, day.month, day.day or 1)
        if (day.day is not None) == (unit == "day") and period.valid():
            yield edtf.when(" ".join(found.span.of(text).split()), period.edtf(), span=found.span)


def _titled(reading: Reading) -> When | None:
    """The day, or the month with its year, at the end of one of the first lines, where it stands by itself or behind a
    mark, as in a title or an issue line ("Harbour News, May 2021", "No. 5 (61) – May 2021")."""
    at = 0
    for line in reading.text[:_MASTHEAD].splitlines(keepends=True):
        span = Span(at, at + len(line.rstrip(" \t\r\n)]|")))
        at += len(line)
        if len(span) > _LINE_MOST:
            continue
        when = stated(reading.text, span, reading.language)
        if when is None or when.span is None or when.span.end != span.end:
            continue
        before = reading.text[span.start : when.span.start].rstrip()
        if not before or not before[-1].isalnum():
            return when
    return None


def inferred(reading: Reading) -> When | None:
    """The month, or only the year, that the text points to as the time of writing, or None.

    What its masthead says comes first; then the dates of the text, of which no year is inferred that is not written.
    News leaves out the year of what is near, and gives it with what is not. So the days without a year lie about the
    time of writing if they lie together; and that is such a month of the latest year of something that has happened.
    """
    titled = _titled(reading)
    if titled is not None:
        return titled
    grammar = load(reading.language, "dates")
    near: list[tuple[int, Expression]] = []
    latest = (0, 0)
    counted = False
    for passage in reading.passages:
        for line in passage.stretches:
            for found in grammar.expressions(reading.text, line):
                day = found.meaning.day if isinstance(found.meaning, Clock) and found.meaning.day else found.meaning
                counted = counted or (isinstance(day, Relative) and day.origin == "speech")
                if not isinstance(day, Named) or day.two_digits or day.within is not None:
                    continue
                counted = counted or (day.weekday is not None and day.month is None)
                dated = day.month is not None and day.day is not None
                if day.year is None and not dated:
                    continue
                sentence = reading.sentence(line, found.span.start)
                if grammar.direction(reading.text, sentence, found.span) > 0:
                    continue
                if day.year is not None:
                    latest = max(latest, (day.year, day.month or 1))
                elif day.month is not None:
                    near.append((day.month, found))
    if latest == (0, 0) or not (near or counted):
        return None
    month = _month([month for month, _ in near])
    if month is None:
        return edtf.when("", f"{latest[0]:04d}") if counted and 1 <= latest[0] <= 9999 else None
    year = latest[0]
    if month < latest[1]:
        return None  # the days look back from later in that year, or the next one, which is not written, has begun
    evidence = [found for its_month, found in near if its_month == month][-1]
    words = " ".join(evidence.span.of(reading.text).split())
    return edtf.when(words, f"{year:04d}-{month:02d}", span=evidence.span) if 1 <= year <= 9999 else None


def _month(months: list[int]) -> int | None:
    """The month that days without a year lie in; the later one, where they lie on both sides of its beginning."""
    if not months:
        return None
    counts = Counter(months)
    top = min(counts, key=lambda month: (-counts[month], month))
    before, after = (top - 2) % 12 + 1, top % 12 + 1
    pair = (top, after) if counts[after] >= counts[before] else (before, top)
    if sum(counts[month] for month in pair) < _SHARE * len(months):
        return None
    return pair[1] if counts[pair[1]] else top
