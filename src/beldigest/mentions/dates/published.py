"""When a briefing was published, where the document does not say so in a field of its own."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Literal

from beldigest.language import days as written_days
from beldigest.language import load
from beldigest.language.temporal import Clock, Expression, Named
from beldigest.mentions.dates import edtf
from beldigest.mentions.dates.period import Period
from beldigest.mentions.reading import Reading
from beldigest.model import Span, When

#: The share of the days that must lie in one month, or in it and the next, for a text to be news of it.
_SHARE = 0.6
#: Days that must be told of at least, and months before the month they lie in that count as near it.
_LEAST, _NEAR = 3, 3
#: Characters of a text that can be its masthead, and of a title or an issue line in it.
_MASTHEAD, _LINE_MOST = 400, 100
#: Characters of an imprint's paragraph.
_IMPRINT_MOST = 400


def stated(text: str, span: Span, language: str) -> When | None:
    """The full date that stands in a masthead line, in another language if need be; else the month with its year
    ("Monthly Review, May 2021"), or None."""
    return (
        next(_dates(text, span, language, "day"), None)
        or next(_elsewhere(text, span), None)
        or next(_dates(text, span, language, "month"), None)
    )


def _elsewhere(text: str, span: Span) -> Iterator[When]:
    """The days of a line as other languages write them."""
    for (start, end), day in written_days.written(span.of(text)):
        place = Span(span.start + start, span.start + end)
        yield edtf.when(" ".join(place.of(text).split()), day.isoformat(), span=place)


def imprinted(text: str, lines: Iterable[Span], language: str) -> When | None:
    """The full date that an imprint gives the issue ("Compiled on 6 October 2026 by the desk"), or None."""
    imprint = load(language, "imprint")
    for line in lines:
        made = imprint.made(text, line) if len(line) <= _IMPRINT_MOST else None
        when = next(_dates(text, made, language, "day"), None) if made else None
        if made and when and when.span and imprint.follows(text, made.start, when.span.start):
            return when
    return None


def _dates(text: str, span: Span, language: str, unit: Literal["day", "month"]) -> Iterator[When]:
    """The days or months of a line that have their year; of a range the end, as an issue comes out after what it
    covers."""
    for found in load(language, "dates").expressions(text, span):
        if found.to_next:
            continue
        day = found.meaning.day if isinstance(found.meaning, Clock) else found.meaning
        if not isinstance(day, Named) or day.year is None or day.month is None or day.two_digits or day.ambiguous:
            continue
        period = Period(unit, day.year, day.month, day.day or 1)
        if (day.day is not None) == (unit == "day") and period.valid():
            yield edtf.when(" ".join(found.span.of(text).split()), period.edtf(), span=found.span)


def _titled(reading: Reading) -> When | None:
    """The day, or the month with its year, at the end of one of the first lines, where it stands by itself or behind a
    mark, as in a title or an issue line ("Harbour News, May 2021", "No. 5 (61) – May 2021"), before any prose."""
    paragraphs = (paragraph for passage in reading.passages for paragraph in passage.paragraphs)
    told = (one.start for one in paragraphs if len(one) > _LINE_MOST or reading.text[one.end - 1] in ".!?")
    prose = min(told, default=_MASTHEAD)
    at = 0
    for line in reading.text[: min(prose, _MASTHEAD)].splitlines(keepends=True):
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


def _newest(reading: Reading) -> When | None:
    """The month of the newest of the items that are dated: the whole came out on that day or some time after it."""
    newest = max((passage.published for passage in reading.passages if passage.published), default=None)
    return edtf.when("", f"{newest.year:04d}-{newest.month:02d}") if newest else None


def inferred(reading: Reading) -> When | None:
    """The month that the text points to as the time of writing, or None.

    What its masthead says comes first, and the newest of the days that its items have of their own; then the dates of
    the text, of which no year is inferred that is not written.
    News leaves out the year of what is near, and gives it with what is not. So the days without a year lie about the
    time of writing if they lie together; and that is such a month of the latest year of something that has happened, or
    of the one after it, where a weekday says so ("Tuesday, February 10"). Fewer than three days point nowhere.
    """
    known = _titled(reading) or _newest(reading)
    if known is not None:
        return known
    days, written = _told(reading)
    month = _month([day.month for day, _ in days if day.month is not None])
    if month is None or not written:
        return None
    year = _year(month, [day for day, _ in days], written)
    if year is None:
        return None
    evidence = [found for day, found in days if day.month == month][-1]
    words = " ".join(evidence.span.of(reading.text).split())
    return edtf.when(words, f"{year:04d}-{month:02d}", span=evidence.span)


def _told(reading: Reading) -> tuple[list[tuple[Named, Expression]], list[tuple[int, int]]]:
    """The days with their month that the text tells of, but not as to come; and the years that it writes, with the
    month or 0."""
    grammar = load(reading.language, "dates")
    days: list[tuple[Named, Expression]] = []
    written: list[tuple[int, int]] = []
    for passage in reading.passages:
        for line in passage.stretches:
            for found in grammar.expressions(reading.text, line):
                day = found.meaning.day if isinstance(found.meaning, Clock) and found.meaning.day else found.meaning
                if not isinstance(day, Named) or day.two_digits or day.ambiguous or day.within is not None:
                    continue
                dated = day.month is not None and day.day is not None
                if day.year is None and not dated:
                    continue
                if grammar.direction(reading.text, reading.sentence(line, found.span.start), found.span) > 0:
                    continue
                if dated:
                    days.append((day, found))
                if day.year is not None and 1 <= day.year < dt.MAXYEAR:
                    written.append((day.year, day.month or 0))
    return days, written


def _year(month: int, days: list[Named], written: list[tuple[int, int]]) -> int | None:
    """The year of the month in which the days lie: the latest one that is written, or the one after it."""
    latest, latest_month = max(written)
    weekdays = [day for day in days if day.weekday is not None and day.year is None and day.month == month]
    if weekdays:
        years = [year for year in (latest, latest + 1) if all(_falls(day, year) for day in weekdays)]
        return years[0] if len(years) == 1 else None
    if any(day.year == latest and day.month == month for day in days):
        return latest
    if month < latest_month:
        return None  # the days look back from later in that year, or the next one, which is not written, has begun
    near = any(year == latest and 0 <= month - its < _NEAR for year, its in written if its)
    return None if near else latest  # what is as near as that would be written without its year


def _falls(day: Named, year: int) -> bool:
    """Whether a day of a month falls on its weekday in a year."""
    period = Period("day", year, day.month or 1, day.day or 1)
    return period.valid() and dt.date(year, period.month, period.day).weekday() == day.weekday


def _month(months: list[int]) -> int | None:
    """The month that the days lie in; the later one, where they lie on both sides of its beginning."""
    if len(months) < _LEAST:
        return None
    counts = Counter(months)
    top = min(counts, key=lambda month: (-counts[month], month))
    before, after = (top - 2) % 12 + 1, top % 12 + 1
    pair = (top, after) if counts[after] >= counts[before] else (before, top)
    if sum(counts[month] for month in pair) < _SHARE * len(months):
        return None
    return pair[1] if counts[pair[1]] else top
