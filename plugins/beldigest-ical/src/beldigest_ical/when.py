"""Which dates a calendar can hold, and as which days."""

from __future__ import annotations

import calendar
import datetime as dt
import re

from attrs import frozen

from beldigest import When

#: Precisions of which a client shows what the words say: one day, or a few days in a row.
PRECISE = ("second", "minute", "hour", "part of day", "day", "weekend", "week")

#: The longest interval that is an event by itself; a client shows an event on every one of its days.
LONGEST = dt.timedelta(days=31)

#: An end of an EDTF interval that is open, or unknown, and a value that is a day, which may be qualified.
_OPEN = ("..", "")
_DAY = re.compile(r"\d{4}-\d\d-\d\d[~?%]?")

#: Not those of the ``calendar`` module, which change with the locale of the process.
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


@frozen
class Days:
    """The days of an event: the first, and the one after the last, as DTEND wants it (RFC 5545, 3.6.1)."""

    start: dt.date
    end: dt.date
    precise: bool
    #: What stands before the summary, since the days alone would say something else.
    label: str = ""


def days(when: When) -> Days | None:
    """The days that a date covers, or None where they are not known.

    A month, a season, a year, or an interval of more than 31 days is not precise.
    """
    if when.first is None or when.last is None or when.last == dt.date.max:
        return None
    length = when.last - when.first
    precise = when.precision in PRECISE or (when.precision == "interval" and length < LONGEST)
    return Days(when.first, when.last + dt.timedelta(days=1), precise, "" if precise else label(when))


def known_end(when: When) -> Days | None:
    """The day of the end that an open period has, or None where the date is another one, or the day has none after it.

    What is due by September is due on the last day of it, so a deadline is always a day. What has gone on since
    September began on a day that is not known: its first day is not precise.
    """
    start, _, end = (when.edtf or "").partition("/")
    if when.first is None and when.last and when.last < dt.date.max and start in _OPEN:
        return Days(when.last, when.last + dt.timedelta(days=1), True, "until")
    if when.last is None and when.first and when.first < dt.date.max and end in _OPEN:
        precise = bool(_DAY.fullmatch(start))
        return Days(when.first, when.first + dt.timedelta(days=1), precise, "from" if precise else f"from {start}")
    return None


def label(when: When) -> str:
    """What stands before an event whose date is not precise: ``Mar 2023``, ``Dec 2024–Feb 2025``, or the EDTF text."""
    first, last = when.first, when.last
    if first is None or last is None or not _whole_months(first, last):
        return when.edtf or when.text
    whole_years = (first.month, last.month) == (1, 12)
    start, end = (f"{'' if whole_years else MONTHS[day.month - 1]} {day.year}".strip() for day in (first, last))
    if start != end and first.year == last.year:
        start = MONTHS[first.month - 1]
    shown = end if start == end else f"{start}–{end}"
    return f"{'about ' if when.approximate else ''}{shown}{'?' if when.uncertain else ''}"


def _whole_months(first: dt.date, last: dt.date) -> bool:
    return first.day == 1 and last.day == calendar.monthrange(last.year, last.month)[1]
