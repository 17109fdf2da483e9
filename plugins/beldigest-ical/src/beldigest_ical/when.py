"""Which dates a calendar can hold, and as which days."""

from __future__ import annotations

import datetime as dt

from attrs import frozen

from beldigest import When

#: Precisions of which a client shows what the words say: one day, or a few days in a row.
PRECISE = ("second", "minute", "hour", "part of day", "day", "weekend", "week")

#: The longest interval that is an event by itself; a client shows an event on every one of its days.
LONGEST = dt.timedelta(days=31)

#: Not those of the ``calendar`` module, which change with the locale of the process.
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


@frozen
class Days:
    """The days of an event: the first, and the one after the last, as DTEND wants it (RFC 5545, 3.6.1)."""

    start: dt.date
    end: dt.date
    precise: bool


def days(when: When) -> Days | None:
    """The days that a date covers, or None where they are not known.

    A month, a season, a year, or an interval of more than 31 days is not precise.
    """
    if when.first is None or when.last is None or when.last == dt.date.max:
        return None
    length = when.last - when.first
    precise = when.precision in PRECISE or (when.precision == "interval" and length < LONGEST)
    return Days(when.first, when.last + dt.timedelta(days=1), precise)


def label(when: When) -> str:
    """What stands before an event whose date is not precise: ``Mar 2023``, or the EDTF text."""
    if when.precision == "month" and when.first is not None:
        return f"{MONTHS[when.first.month - 1]} {when.first.year}"
    return when.edtf or when.text
