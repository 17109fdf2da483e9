"""What is written with digits -> its class and value: "1999", "5th", "1990s", "10:30", "9am", "2024-03-19", "Q3"."""

from __future__ import annotations

import re
from functools import lru_cache

_CLOCK = re.compile(r"(\d{1,2})(?:[.:](\d\d)(?::(\d\d))?)?\s?(?:([ap])\.?m\.?|hrs?)?", re.IGNORECASE)
_ORDINAL = re.compile(r"(\d{1,2})(?:st|nd|rd|th)", re.IGNORECASE)
_DECADE = re.compile(r"(\d{3}|['’]?\d)0['’]?s")
_SHORT_YEAR = re.compile(r"['’](\d\d)")
_ISO = re.compile(r"\d{4}-\d\d-\d\d(?:T.*)?")
_DATE = re.compile(r"\d{1,4}([/.-])\d{1,2}\1\d{2,4}")
_NUMBER = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?")
_FRACTION = re.compile(r"(\d)/(\d)")
_QUARTER = re.compile(r"Q([1-4])|([1-4])Q(\d{4}|\d\d)?", re.IGNORECASE)
_HALF = re.compile(r"H([12])|([12])H")
_FISCAL = re.compile(r"FY(\d{4}|\d\d)")
#: Digits of the longest number that counts anything here.
_LONGEST = 12

UNKNOWN = ("unknown", "")


@lru_cache(8192)
def classified(text: str) -> tuple[str, str]:
    """The class of a token in the grammar and its value; ``unknown`` for what is of no use to it."""
    if text.isdecimal():
        return _plain(text)
    if match := _ORDINAL.fullmatch(text):
        return "nth", str(int(match[1]))
    if match := _DECADE.fullmatch(text):
        return "decade", match[1].lstrip("'’") + "0"
    if match := _SHORT_YEAR.fullmatch(text):
        return "short_year", match[1]
    if (match := _CLOCK.fullmatch(text)) and (":" in text or match[4]):
        return _clock(match)
    if _ISO.fullmatch(text):
        return "iso", text
    if _DATE.fullmatch(text):
        return "numeric_date", text
    if _NUMBER.fullmatch(text):
        return "number", text.replace(",", "")
    if match := _FRACTION.fullmatch(text):
        return "fraction", f"{int(match[1]) / int(match[2]):g}"
    return _code(text)


def _plain(text: str) -> tuple[str, str]:
    if len(text) > _LONGEST:
        return UNKNOWN
    value = int(text)
    if len(text) <= 2 and 1 <= value <= 31:
        return "day", str(value)
    return ("year" if len(text) == 4 and 1000 <= value <= 2999 else "number"), str(value)


def _clock(match: re.Match[str]) -> tuple[str, str]:
    hour, minute, second = (int(part or 0) for part in match.groups()[:3])
    half = (match[4] or "").lower()
    if half:
        if not 1 <= hour <= 12:
            return UNKNOWN
        hour = hour % 12 + 12 * (half == "p")
    if hour > 24 or minute > 59 or second > 59:
        return UNKNOWN
    return ("clock_ampm" if half else "clock"), f"{hour:02d}:{minute:02d}:{second:02d}"


def _code(text: str) -> tuple[str, str]:
    """ "Q3", "3Q89", "H1", "FY2024"."""
    if match := _QUARTER.fullmatch(text):
        return "quarter_code", f"Q{match[1] or match[2]} {match[3] or ''}".strip()
    if match := _HALF.fullmatch(text):
        return "quarter_code", f"H{match[1] or match[2]}"
    if match := _FISCAL.fullmatch(text):
        return "fiscal_year", match[1]
    return UNKNOWN
