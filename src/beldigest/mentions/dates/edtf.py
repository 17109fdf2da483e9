"""Calculus of EDTF (Extended Date/Time Format, ISO 8601-2:2019): the first and last day that a value can mean.

What the library itself writes is a subset: days, months, years, decades (``199X``), centuries (``19XX``), the seasons,
quarters and halves of level 2 (21-24, 33-36, 40-41), date and time, intervals, and the qualifiers ``?``, ``~`` and
``%``. :func:`parsed` reads any EDTF that a user gives.
"""

from __future__ import annotations

import datetime as dt
import re
from functools import lru_cache
from typing import Literal

from dateutil.relativedelta import relativedelta

from beldigest.errors import OptionError
from beldigest.language.temporal import Limit
from beldigest.model import Precision, Span, When

#: Sub-year groupings of ISO 8601-2, 4.8: first month and number of months. Seasons are those of the northern hemisphere
#: by whole months (meteorological), the winter of a year beginning in its December.
GROUPINGS: dict[int, tuple[Precision, int, int]] = {
    **{21 + index: ("season", 3 + 3 * index, 3) for index in range(4)},
    **{33 + index: ("quarter", 1 + 3 * index, 3) for index in range(4)},
    **{40 + index: ("half", 1 + 6 * index, 6) for index in range(2)},
}
_VALUE = re.compile(r"(-?\d{1,4})(X{0,2})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d):(\d\d):(\d\d)(?:Z|[+-]\d\d(?::?\d\d)?)?)?)?)?")
_UNQUALIFIED = str.maketrans("", "", "~?%")
Bounds = tuple[dt.date | None, dt.date | None]


def when(
    text: str,
    edtf: str | None,
    *,
    precision: Precision | None = None,
    anchor: str | None = None,
    span: Span | None = None,
) -> When:
    """The record of an EDTF value of the library's own subset, with its bounds.

    ``precision`` overrides what the form of the value says. Raises ``ValueError`` for what is outside that subset.
    """
    if edtf is None:
        return When(text, span=span)
    approximate = "~" in edtf or "%" in edtf
    uncertain = "?" in edtf or "%" in edtf
    plain = edtf.translate(_UNQUALIFIED)
    first, last = bounds(plain)
    return When(text, edtf, first, last, precision or precision_of(plain), approximate, uncertain, anchor, span)


def limited(date: When, limit: Limit, text: str, words: Span) -> When:
    """The period that a date limits and that is open at its other end, with the ``words`` that say so; a time of day,
    and what is open or not resolved itself, stay as they are."""
    if date.edtf is None or "T" in date.edtf or ".." in date.edtf or date.edtf.endswith("/"):
        return date
    exact = not (date.approximate or date.uncertain)
    known = in_months(date.edtf) if exact else date.edtf
    start, end = known.split("/")[0], known.split("/")[-1]
    values = {"since": f"{start}/..", "since then": f"{start}/", "until": f"../{end}"}
    value = values.get(limit) or (f"../{_neighbour(start, -1)}" if limit == "before" else f"{_neighbour(end, 1)}/..")
    return when(words.line(text), value, anchor=date.anchor, span=words)


def _neighbour(edtf: str, step: Literal[-1, 1]) -> str:
    """The day, month or year before (-1) or after (1) a value; another one, or one of qualified value, as it is."""
    size = {"day": 10, "month": 7, "year": 4}.get(precision_of(edtf.translate(_UNQUALIFIED)), 0)
    first, last = bounds(edtf.translate(_UNQUALIFIED))
    edge = first if step < 0 else last
    if not size or len(edtf) != size or edge is None or edge in (dt.date.min, dt.date.max):
        return edtf
    return (edge + dt.timedelta(days=step)).isoformat()[:size]


@lru_cache(4096)
def bounds(edtf: str) -> Bounds:
    """First and last day of a value without qualifiers; None where open, or outside the years 1 to 9999."""
    if "/" in edtf:
        start, end = edtf.split("/", 1)
        return (
            bounds(start)[0] if start not in ("", "..") else None,
            bounds(end)[1] if end not in ("", "..") else None,
        )
    year, open_digits, month, day, *_ = _parts(edtf)
    span = 10**open_digits
    if year + span <= 1 or year > 9999:
        return None, None
    if month is None:
        return _date(max(year, 1), 1, 1), _date(min(year + span - 1, 9999), 12, 31)
    if day is not None:
        date = _date(year, month, day)
        return date, date
    _, first_month, months = GROUPINGS.get(month, ("month", month, 1))
    first = _date(year, first_month, 1)
    if first is None:
        return None, None
    try:
        return first, first + relativedelta(months=months, days=-1)
    except (ValueError, OverflowError):
        return first, None


def in_months(edtf: str) -> str:
    """The months that a season, quarter or half is made of, as an interval; other values as they are.

    A grouping of months has no place in an interval, and no qualifier, in what tools read of EDTF.
    """
    if "/" in edtf:
        return edtf
    year, _, month, *_ = _parts(edtf)
    if month is None or month not in GROUPINGS:
        return edtf
    _, first, months = GROUPINGS[month]
    later, last = divmod(year * 12 + first + months - 2, 12)
    if later > 9999:
        later, last = 9999, 11
    end = f"{later:04d}" if later >= 0 else f"-{-later:04d}"
    return f"{edtf.rpartition('-')[0]}-{first:02d}/{end}-{last + 1:02d}"


@lru_cache(4096)
def precision_of(edtf: str) -> Precision:
    """How precise a value without qualifiers is, by its form."""
    if "/" in edtf:
        return "interval"
    _, open_digits, month, day, time = _parts(edtf)
    if time:
        return "second"
    if day is not None:
        return "day"
    if month is not None:
        return GROUPINGS[month][0] if month in GROUPINGS else "month"
    return ("year", "decade", "century")[open_digits]


def parsed(text: str) -> When:
    """The record of any EDTF value; raises ``OptionError`` where the text is none."""
    try:
        return when(text, text)
    except ValueError:
        pass  # not in the subset: a set, a longer year, a qualifier of one part, or no EDTF at all
    import edtf as library  # takes 90 ms to load
    from edtf.parser.edtf_exceptions import EDTFParseException

    try:
        value = library.parse_edtf(text)
        first, last = (dt.date(*moment[:3]) for moment in (value.lower_strict(), value.upper_strict()))
    except (EDTFParseException, ValueError, OverflowError, AttributeError, TypeError):
        hint = "write it like 2025, 2025-03 or 2025-03-19 (ISO 8601-2)"
        raise OptionError(f"{text!r} is no EDTF date", hint=hint) from None
    approximate, uncertain = (re.search(f"[{mark}%]", text) is not None for mark in "~?")
    return When(text, text, first, last, "interval", approximate, uncertain)


def _parts(edtf: str) -> tuple[int, int, int | None, int | None, bool]:
    """The year with zeros for open digits, how many are open, month or grouping, day, and whether there is a time."""
    match = _VALUE.fullmatch(edtf)
    digits = len(match[1].lstrip("-")) + len(match[2]) if match else 0
    if match is None or digits != 4 or (match[2] and match[3]):
        raise ValueError(f"not in the subset of EDTF that is written here: {edtf!r}")
    year = int(match[1] + "0" * len(match[2]))
    month, day = (int(match[group]) if match[group] else None for group in (3, 4))
    if month is not None and not (1 <= month <= 12 or (day is None and month in GROUPINGS)):
        raise ValueError(f"no month or grouping of months: {edtf!r}")
    return year, len(match[2]), month, day, match[5] is not None


def _date(year: int, month: int, day: int) -> dt.date | None:
    return dt.date(year, month, day) if 1 <= year <= 9999 else None
