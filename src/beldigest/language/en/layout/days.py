"""Dates and numbers of issues as a digest sets them: what a line that is one looks like."""

from __future__ import annotations

import re

from beldigest.language.days import WRITTEN
from beldigest.language.en.layout.lines import SEARCHED, core_of

_MONTH = (
    r"(?:jan(?:uary|\.)?|feb(?:ruary|\.)?|mar(?:ch|\.)?|apr(?:il|\.)?|may|june?\.?|july?\.?|aug(?:ust|\.)?|"
    r"sept?(?:ember|\.)?|oct(?:ober|\.)?|nov(?:ember|\.)?|dec(?:ember|\.)?)"
)
_DAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day|\.)?"
DATE = re.compile(
    rf"(?<!\w)(?:(?:{_DAY},?\s{{1,3}})?(?:"
    rf"{_MONTH}\s{{1,3}}\d{{1,2}}(?:st|nd|rd|th)?(?:\s?[-–—&]\s?(?:{_MONTH}\s{{1,3}})?\d{{1,2}})?(?:,?\s{{1,3}}\d{{4}})?"
    rf"|\d{{1,2}}(?:st|nd|rd|th)?(?:\s?[-–—]\s?\d{{1,2}})?\s{{1,3}}(?:of\s{{1,3}})?{_MONTH}(?:,?\s{{1,3}}\d{{4}})?"
    rf"|{_MONTH},?\s{{1,3}}\d{{4}}"
    rf"|\d{{4}}[-/.]\d{{1,2}}[-/.]\d{{1,2}}|\d{{1,2}}[/.]\d{{1,2}}[/.]\d{{2,4}}"
    rf"|\d{{4}}\s?年\s?\d{{1,2}}\s?月(?:\s?\d{{1,2}}\s?日)?(?:\s?(?:星期|周)[一二三四五六日天])?)"
    rf"|{_DAY}|\d{{1,2}}:\d{{2}}(?::\d{{2}})?(?:\s?[ap]\.?m\.?)?)(?!\w)",
    re.IGNORECASE,
)
#: What stands before the day of an issue ("As of 3 May 2023", "For the week of ...").
_PERIOD = re.compile(
    r"\A(?:(?:as|covering|date|edition|for|from|issue|of|on|period|posted|published|released|situation|to|update|updated|week)"
    r"\b:?\s{0,3}(?:the\s{1,3})?){1,6}",
    re.IGNORECASE,
)
#: What stands before the number of an issue, to look for first.
_COUNTED = frozenset(("issue", "edition", "vol", "volume", "nr", "no", "number", "week", "part", "#", "№"))
_YEAR = re.compile(r"(?:19|20)(?<!\d\d\d)\d\d(?!\d)")
_NUMBERED = re.compile(
    r"(?<!\w)(?:issue|edition|vol(?:ume|\.)?|n[or]\.?|number|week|part|#|№)\s{0,2}#?\s{0,2}\d{1,5}(?!\w)"
)
READING_TIME = re.compile(r"\(?\d{1,3}\s?[- ]?min(?:ute)?s?\.?(?:\s+read)?\)?", re.IGNORECASE)
_DATED = re.compile(f"{DATE.pattern}|{_NUMBERED.pattern}", re.IGNORECASE)
_ZONE = re.compile(r"\W{0,4}(?:[A-Z]{2,4}\W{0,3})?")
_DIGIT = re.compile(r"\d")
#: What every date and time has one of, to look for first: the name of a month or a day, or signs between numbers.
# fmt: off
_DATE_NAMES = frozenset((
    "jan", "january", "feb", "february", "mar", "march", "apr", "april", "may", "jun", "june", "jul", "july", "aug",
    "august", "sep", "sept", "september", "oct", "october", "nov", "november", "dec", "december",
    "mon", "monday", "tue", "tues", "tuesday", "wed", "wednesday", "thu", "thurs", "thursday", "fri", "friday",
    "sat", "saturday", "sun", "sunday",
))
# fmt: on
_DATE_SIGN = re.compile(r"[-/.:年](?:(?<=\d[-/.])\d{1,2}[-/.]\d|(?<=\d:)\d\d|(?<=年))")
#: Characters that a date with its weekday has at most.
_DATE_MOST = 48
#: Spaces that a line which is a date, and nothing else, has at most, and one which is the day of a week.
_DATE_SPACES = 12
_DAY_SPACES = 4


def is_dated(line: str) -> bool:
    """Whether a line is a date or a time and nothing else but a place before it, an issue or the time it takes to read.

    "12 June: council meeting" is none: what stands after the date is an announcement.
    """
    if len(line) > 80 or line.count(" ") > (_DATE_SPACES if _DIGIT.search(line) else _DAY_SPACES):
        return False
    if line[-4:].isdecimal() and WRITTEN.fullmatch(line):
        return True
    if not DATE.search(line) and not _NUMBERED.search(line.lower()):
        return False
    *before, after = _DATED.split(_PERIOD.sub("", READING_TIME.sub("", line), count=1))
    return len(re.findall(r"\w+", " ".join(before))) <= 2 and _ZONE.fullmatch(after) is not None


def may_date(line: str, pieces: frozenset[str]) -> bool:
    """Whether a line may be a date, which its words and signs mostly tell that it is not."""
    if len(line) > 80:
        return False
    if _DATE_SIGN.search(line) or not (_DATE_NAMES.isdisjoint(pieces) and _COUNTED.isdisjoint(pieces)):
        return True
    return _YEAR.search(line, len(line) - 4) is not None  # in another language


def dates(line: str) -> tuple[tuple[int, int], ...]:
    """Where the dates of a line stand, those of a weekday or a time alone left out."""
    return tuple(
        match.span()
        for match in DATE.finditer(line[:SEARCHED])
        if len(match.group()) > 5 and any(c.isdigit() for c in match.group()) and ":" not in match.group()
    )


def is_issued(line: str) -> bool:
    """Whether a line gives the number of an issue, or begins or ends with a day or a month and its year."""
    line = line[:SEARCHED]
    if _NUMBERED.search(line.lower()) is not None:
        return True
    core = core_of(line)
    first = DATE.match(core)
    if first is not None and _YEAR.search(first.group()):
        return True
    last = max(0, len(core) - _DATE_MOST)
    if _YEAR.search(core, last) is None:
        return False
    return any(date.end() == len(core) and _YEAR.search(date.group()) for date in DATE.finditer(core, last))


def may_issue(line: str, pieces: frozenset[str]) -> bool:
    """Whether a line may give the number or the year of an issue."""
    return not _COUNTED.isdisjoint(pieces) or _YEAR.search(line, 0, SEARCHED) is not None
