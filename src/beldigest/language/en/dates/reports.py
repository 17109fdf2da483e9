"""Rules for the periods of business reports: "the year-earlier quarter", "the latest period", "the 1988 period"."""

from __future__ import annotations

import re

from beldigest.language.en.dates.pattern import Match, Rule
from beldigest.language.temporal import Expression, Named, Relative, Reported
from beldigest.model import Span

#: "the quarter ended September 30"
_ENDED = re.compile(r"\s+(?:that\s+|which\s+)?(?:end(?:ed|ing|s)(?:\s+on)?|to|through)\s+(?:the\s+)?")

#: "up from 300 a year earlier", "half as many as a year earlier": what a level is compared with.
_COMPARED = re.compile(
    r"\b(?:than|against|versus|compared\s(?:to|with)|from|over|on|as)(?:\s(?!(?:who|that|which)\b)[^\s;()]{1,20}(?<!,)){0,4}\s\Z",
    re.I,
)
_BACK = 80
#: How much more, or less, something is: "17.8% | more than".
_MEASURED = re.compile(r"(?:[\d%]|\b(?:per\s?cent|(?:percentage\s)?points?|times|(?:m|b|tr)illion))\s\Z")

_KNOWN = re.compile(r"(?:the|these)\b", re.IGNORECASE)


def ends_with(text: str, a: Span, b: Span) -> bool:
    """Whether an expression says where the period before it ends."""
    return a.end < b.start and _ENDED.fullmatch(text, a.end, b.start) is not None


def ends_stretch(text: str, a: Span, b: Span) -> bool:
    """Whether an expression says where the known stretch before it ends: "the week to November 15"."""
    return _KNOWN.match(text, a.start, a.end) is not None and ends_with(text, a, b)


def is_compared(text: str, at: Span) -> bool:
    """Whether the words before an expression compare something with what was then."""
    return _COMPARED.search(text, max(0, at.start - _BACK), at.start) is not None


def is_measured(text: str, at: int) -> bool:
    """Whether a measure stands right before "more than", which then compares: "4 percent | less than a year ago"."""
    return _MEASURED.search(text, max(0, at - len("percentage points ")), at) is not None


def _year_earlier(match: Match) -> Expression | None:
    """ "the year-ago quarter", "year-earlier profit": the period of the report, one year before."""
    if match.token("unit").value != "year":
        return None
    ordinal = match.value("ord")
    if ordinal is None:
        return Expression(match.span, Relative("year", -1, "speech", -1))
    last_year = Relative("year", -1, "speech")
    return Expression(match.span, Named(quarter=ordinal, within=last_year)) if ordinal <= 4 else None


def _reported(match: Match) -> Expression | None:
    """ "the quarter", "the latest period": the one that the report is about."""
    latest = match["last"]
    if (latest is not None and latest.text.lower() != "latest") or (latest is None and match.has("period")):
        return None
    if match.after(1) == "-":
        return None  # "the quarter-to-quarter comparison"
    return Expression(match.span, Reported())


def _of_year(match: Match) -> Expression:
    """ "the 1988 period": the one that the report is about, in that year."""
    return Expression(match.span, Reported(Named(year=match.value("year"))))


def _of_last_year(match: Match) -> Expression | None:
    """ "last year's quarter": the one that the report is about, one year before."""
    last_year = match.token("last").text.lower() == "last" and match.token("unit").value == "year"
    return Expression(match.span, Reported(Relative("year", -1, "speech"))) if last_year else None


def _same(match: Match) -> Expression:
    """ "the same period", "the corresponding month", of which it must be said in which year."""
    month = match["unit"]
    return Expression(match.span, Reported(unit="quarter" if month is None or month.value != "month" else "month"))


RULES = (
    Rule(
        "year-earlier period",
        "(?:the|a)? matching? <unit> hyphen (?:ago|earlier) (?:<ord>? hyphen? quarter|period)",
        _year_earlier,
    ),
    Rule("year-earlier", "<unit> hyphen (?:ago|earlier)", _year_earlier),
    Rule("reported", "the (?:<last>|same|that)? (?:quarter|<period>)", _reported),
    Rule("period of a year", "the <year> (?:quarter|period)", _of_year),
    Rule("period of last year", "<last> <unit> possessive (?:quarter|period)", _of_last_year),
    Rule("same period", "the (?:(?:same|that|matching) (?:quarter|period)|matching <unit>)", _same, weak=True),
)
