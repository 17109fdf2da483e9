"""Stretches of time that several expressions tell together: a range, a length with its end, a part of a period."""

from __future__ import annotations

from types import ModuleType

from attrs import frozen

from beldigest.language.temporal import Expression, Lasting, Relative, Reported
from beldigest.mentions.dates import edtf
from beldigest.mentions.dates.period import SIZE, Period
from beldigest.mentions.dates.placing import Placed
from beldigest.model import Span, When


@frozen
class Stretch:
    """From the first day, month or year to the last one, with the interval that it comes to."""

    first: Period
    last: Period
    when: When

    def of_year(self, meaning: Relative | Reported, year: Period) -> tuple[Period, Period] | None:
        """The ends of the same stretch in another year; None where that is not the year counted to from this one."""
        years = year.year - self.last.year
        counted = isinstance(meaning, Relative) and (meaning.unit, meaning.count) != ("year", years)
        if counted or year.unit != "year" or SIZE[self.last.unit] >= SIZE["year"]:
            return None
        first, last = self.first.shifted("year", years), self.last.shifted("year", years)
        return (first, last) if first is not None and last is not None else None


def of_pair(
    text: str, grammar: ModuleType, a: Expression, first: Placed, b: Expression, last: Placed
) -> Stretch | None:
    """The stretch that two expressions beside each other tell together, or None where they tell none, or one of them
    has no value."""
    if a.to_next:
        return None if grammar.moved(text, a.span) else _range(text, a, first, b, last)
    if not isinstance(a.meaning, Lasting):
        return None
    if b.portion is not None and b.portion.start == a.span.start:
        return of_portion(text, b, last)
    return _until(text, a, a.meaning, b, last) if grammar.ends_stretch(text, a.span, b.span) else None


def of_portion(text: str, found: Expression, value: Placed) -> Stretch | None:
    """The part that is meant of a period; None where it is told less exactly, or the period is."""
    inexact = found.part is not None or found.approximate or value.approximate or value.uncertain
    if found.portion is None or value.period is None or value.edtf is None or inexact:
        return None
    ends = value.period.portion(found.portion)
    return _stretch(text, Span(found.portion.start, found.span.end), *ends, value.anchor) if ends is not None else None


def same_of_year(text: str, grammar: ModuleType, told: Stretch, found: Expression, value: Placed) -> Stretch | None:
    """The stretch of another year with which one that was told is compared: "against 300 a year earlier"."""
    meaning = found.meaning
    if isinstance(meaning, Relative):
        compared = meaning.sign != 0 and grammar.is_compared(text, found.span)
    elif isinstance(meaning, Reported):
        compared = meaning.year is not None
    else:
        return None
    if not compared or value.period is None or value.approximate:
        return None
    ends = told.of_year(meaning, value.period)
    return _stretch(text, found.span, *ends, value.anchor) if ends is not None else None


def _stretch(text: str, span: Span, first: Period, last: Period, anchor: str | None) -> Stretch:
    value = first.edtf() if first == last else f"{first.edtf()}/{last.edtf()}"
    return Stretch(first, last, edtf.when(span.line(text), value, anchor=anchor, span=span))


def _until(text: str, a: Expression, length: Lasting, b: Expression, last: Placed) -> Stretch | None:
    """The stretch that is told by its length and its end ("the week to November 15")."""
    first = last.period.preceded_by(length.period) if last.period is not None and last.edtf is not None else None
    if first is None or last.period is None:
        return None
    return _stretch(text, Span(a.span.start, b.span.end), first, last.period, last.anchor)


def _range(text: str, a: Expression, first: Placed, b: Expression, last: Placed) -> Stretch | None:
    """The stretch between two ends; None where they are the wrong way round."""
    if first.period is None or last.period is None or first.edtf is None or last.edtf is None:
        return None
    if first.period.start > last.period.start or (first.edtf == last.edtf):
        return None
    begins, ends = edtf.in_months(first.edtf), edtf.in_months(last.edtf)
    start, end = qualified(begins.split("/")[0], a, first), qualified(ends.split("/")[-1], b, last)
    span = Span(a.span.start, b.span.end)
    anchor = first.anchor or last.anchor
    when = edtf.when(span.line(text), f"{start}/{end}", precision="interval", anchor=anchor, span=span)
    return Stretch(first.period, last.period, when)


def qualified(text: str, found: Expression, value: Placed) -> str:
    """A value with its qualifiers; both ends of an interval get them, a time of day has none."""
    approximate = found.approximate or value.approximate
    mark = {(True, False): "~", (False, True): "?", (True, True): "%"}.get((approximate, value.uncertain), "")
    if not mark or "T" in text:
        return text
    return "/".join(end + mark for end in edtf.in_months(text).split("/"))
