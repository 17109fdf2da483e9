"""Rules for the periods of business reports: "the year-earlier quarter", "the latest period", "the quarter"."""

from __future__ import annotations

from beldigest.language.en.dates.pattern import Match, Rule
from beldigest.language.temporal import Expression, Named, Relative


def _year_earlier(match: Match) -> Expression | None:
    """ "the year-ago quarter", "year-earlier profit": the period of the report, one year before."""
    if match.token("unit").value != "year":
        return None
    ordinal = match.value("ord")
    if ordinal is None:
        return Expression(match.span, Relative("year", -1, "text", -1))
    last_year = Relative("year", -1, "speech")
    return Expression(match.span, Named(quarter=ordinal, within=last_year)) if ordinal <= 4 else None


def _reported(match: Match) -> Expression | None:
    """ "the quarter", "the latest period": the one that the report is about."""
    latest = match["last"]
    if (latest is not None and latest.text.lower() != "latest") or (latest is None and match.has("period")):
        return None
    if match.after(1) == "-":
        return None  # "the quarter-to-quarter comparison"
    return Expression(match.span, Relative("quarter", 0, "text"))


RULES = (
    Rule(
        "year-earlier period",
        "(?:the|a)? <unit> hyphen (?:ago|earlier) (?:<ord>? hyphen? quarter|period)",
        _year_earlier,
    ),
    Rule("year-earlier", "<unit> hyphen (?:ago|earlier)", _year_earlier),
    Rule("reported", "the (?:<last>|same|that)? (?:quarter|<period>)", _reported),
)
