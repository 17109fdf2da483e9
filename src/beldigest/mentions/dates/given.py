"""A date of publication that the caller, or a field of a format, gives as ISO 8601."""

from __future__ import annotations

import datetime as dt
import re

from dateutil.relativedelta import relativedelta

from beldigest.model import Precision, When

_FORM = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", re.ASCII)
_LENGTH: dict[int, tuple[Precision, relativedelta]] = {
    1: ("year", relativedelta(years=1, days=-1)),
    2: ("month", relativedelta(months=1, days=-1)),
    3: ("day", relativedelta()),
}


def given(text: str) -> When | None:
    """The day, month or year that ``2025-03-21``, ``2025-03`` or ``2025`` names; None for anything else."""
    match = _FORM.fullmatch(text)
    if not match:
        return None
    parts = [int(part) for part in match.groups() if part]
    precision, length = _LENGTH[len(parts)]
    try:
        first = dt.date(*[*parts, 1, 1][:3])
        last = first + length
    except (ValueError, OverflowError):
        return None
    return When(text, text, first, last, precision)
