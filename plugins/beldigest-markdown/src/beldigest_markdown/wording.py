"""Dates and figures in words, as a page shows them."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from functools import lru_cache

from beldigest import Figure, When, wording
from beldigest_markdown.escape import escaped

#: Not those of the ``calendar`` module, which change with the locale of the process.
_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)

#: The time of day in an EDTF value.
_CLOCK = re.compile(r"T(\d\d:\d\d(?::\d\d)?)")

#: An EDTF value that is a year, or a month, which it has in a group.
_REDUCED = re.compile(r"\d{4}(-(?:0[1-9]|1[0-2]))?[~?%]?")


def date(when: When) -> str:
    """A date as people write it, no more precise than it is known; its own words where no day is known.

    A stretch of whole months or years, as a season or a quarter is, is told by them: ``January to March 2025``.
    """
    shown = _days(when.edtf or "", when.first, when.last)
    if not shown:
        return when.text or when.edtf or "undated"
    return f"{'about ' if when.approximate else ''}{shown}{' (uncertain)' if when.uncertain else ''}"


@lru_cache  # a briefing says the same few days again and again
def _days(edtf: str, first: dt.date | None, last: dt.date | None) -> str:
    if first and last:
        clock = _CLOCK.search(edtf) if first == last else None
        return _stretch(first, last) + (f", {clock[1]}" if clock else "")
    if first:
        return f"from {_end(edtf.partition('/')[0], first)}"
    return f"until {_end(edtf.rpartition('/')[2], last)}" if last else ""


def _stretch(first: dt.date, last: dt.date) -> str:
    start, end = ([str(day.day), _MONTHS[day.month - 1], str(day.year)] for day in (first, last))
    if first.day == 1 and last.day == calendar.monthrange(last.year, last.month)[1]:
        whole_years = first.month == 1 and last.month == 12
        start, end = (parts[2 if whole_years else 1 :] for parts in (start, end))
    if start == end:
        return " ".join(end)
    # What both ends share is said once: 28 April to 3 May 2025.
    for part in reversed(end):
        if start[-1] != part:
            break
        start.pop()
    return f"{' '.join(start)} to {' '.join(end)}"


def _end(edtf: str, day: dt.date) -> str:
    """The known end of an open period: a month or a year where its EDTF value says no more, else the day."""
    reduced = _REDUCED.fullmatch(edtf)
    if not reduced:
        return _stretch(day, day)
    return f"{_MONTHS[day.month - 1]} {day.year}" if reduced[1] else str(day.year)


def figure(one: Figure) -> str:
    """A figure as Markdown, its amount bold, with the date that it holds for."""
    words = wording.figure(one)
    before = f"{words.before} " if words.before else ""
    after = f" {escaped(words.after)}" if words.after else ""
    as_of = f" · {escaped(date(one.as_of))}" if one.as_of else ""
    return f"{before}**{escaped(words.amount)}**{after}{as_of}"
