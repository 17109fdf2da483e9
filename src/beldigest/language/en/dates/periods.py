"""Rules for longer periods by name: "the third quarter", "summer", "the 1990s", "the 19th century", "Easter"."""

from __future__ import annotations

import re
from functools import cache

from attrs import evolve

from beldigest.language.en.dates.calendar import pointed
from beldigest.language.en.dates.context import introduced, name_follows, word_before
from beldigest.language.en.dates.pattern import Match, Pattern, Rule, symbol
from beldigest.language.temporal import Expression, Holiday, Named
from beldigest.model import Span

_RULE = re.compile(r"(\d\d)-(?:(\d\d)|([a-z]{3})-(-?\d)(?:\+(-?\d))?)|(orthodox-)?easter\+(-?\d+)")
#: "The 2000s" are the first ten years of a century that has hardly begun.
_LAST_CENTURY = 2000
_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
#: "the fall of 1989" is a season, "the fall of Kabul" and "the spring of hope" are none.
_OF_TIME = re.compile(r"\s+of\s+(?:['’]?\d|the year|last|this|that|next|nineteen|two thousand)")
#: Figures that tell a report on a half year from one on a match.
_FIGURES = re.compile(
    r"[%€£¥]|\$\d|\d\s(?:percent|per cent|million|billion|trillion|mln|bln|tonnes|tons|barrels)\b"
    r"|\b(?:profits?|earnings|revenues?|sales|turnover|gross domestic product|GDP|exports|imports)\b"
)
_STOP = re.compile(r"[.;!?]\s")
_BESIDE = 80
#: Tokens of what joins a season to the one before it, and that.
_LINK = 3
_OF_SOMETHING = re.compile(r"\s+(?:of|from)\b")


def _season(match: Match) -> Expression | None:
    named = Expression(match.span, Named(season=int(match.token("season").value), which=pointed(match)))
    following = match.following
    if match.has("pointer") or (following is not None and following.symbol in symbol("anyyear")) or _is_joined(match):
        return named
    if match.has("the") and match.token("season").text[0].isupper() and name_follows(match):
        return None  # "the Winter Games"
    if match.has("the"):
        return None if _OF_SOMETHING.match(match.after()) and not _OF_TIME.match(match.after()) else named
    return (
        named if introduced(match) and word_before(match) not in ("between", "before", "after", "for", "as") else None
    )


def _is_joined(match: Match) -> bool:
    """Whether a season stands behind another one ("the spring and | summer"), or its year ("the 1982 | summer")."""
    start = match.found.start()
    before = match.run[max(0, start - _LINK) : start]
    return _joined().search("".join([token.symbol for token in before])) is not None


@cache
def _joined() -> re.Pattern[str]:
    return Pattern(r"(?:year | season comma? (?:and|comma|to|sep)) \Z").regex


def _quarter(match: Match) -> Expression | None:
    ordinal = match.value("ord")
    named = Named(quarter=ordinal, fiscal=match.has("fiscal"))
    return Expression(match.span, named) if ordinal in (1, 2, 3, 4) else None


def _quarters(match: Match) -> list[Expression] | None:
    """ "the first and third quarters"."""
    first, last = match.token("first"), match.token("ord")
    numbers = [match.value("first") or 0, match.value("ord") or 0]
    if not all(1 <= number <= 4 for number in numbers):
        return None
    return [
        Expression(Span(match.span.start, first.end), Named(quarter=numbers[0]), to_next=match.has("to")),
        Expression(Span(last.start, match.span.end), Named(quarter=numbers[1])),
    ]


def _by_months(match: Match) -> Expression | None:
    """ "the January-March quarter"."""
    first, last = match.value("first") or 0, match.value("last") or 0
    if first % 3 != 1 or last != first + 2:
        return None
    return Expression(match.span, Named(quarter=last // 3))


def _final(match: Match) -> Expression:
    """ "the final quarter" of a year that is said behind it."""
    return Expression(match.span, Named(quarter=4))


def _half(match: Match) -> Expression | None:
    ordinal = 2 if match.has("last") else match.value("ord")
    named = Named(half=ordinal, fiscal=match.has("fiscal"))
    return Expression(match.span, named) if ordinal in (1, 2) else None


def _half_reported(match: Match) -> Expression | None:
    """ "The first half" by itself, which is one of a year only where figures of business stand beside it."""
    before, after = match.before(_BESIDE), match.after(_BESIDE)
    if _OF_SOMETHING.match(after):
        return None
    beside = f"{_STOP.split(before)[-1]} {_STOP.split(after)[0]}"
    return _half(match) if _FIGURES.search(beside) else None


def _code(match: Match) -> Expression:
    """ "Q3 2024", "3Q89", "H1"."""
    part, _, year = match.token("quarter_code").value.partition(" ")
    named = Named(year=int(year) if year else None, two_digits=len(year) == 2)
    index = int(part[1])
    return Expression(match.span, evolve(named, quarter=index) if part[0] == "Q" else evolve(named, half=index))


def _decade(match: Match) -> Expression | None:
    value = int(match.token("decade").value)
    if value >= 1000 and value % 100 == 0 and value < _LAST_CENTURY:
        return Expression(match.span, Named(century=value))  # "the 1800s" are seldom ten years, and always a century
    if value >= 1000:
        return Expression(match.span, Named(decade=value))
    # "the '60s" and "the 60s" are a decade, "in his 60s" and "in the low 60s" an age and a temperature.
    written = match.has("the") or not match.tokens[0].text[0].isdigit()
    return Expression(match.span, Named(decade=value, two_digits=True)) if written else None


def _decade_name(match: Match) -> Expression | None:
    if not match.has("the") and word_before(match) not in ("early", "late", "mid"):
        return None
    return Expression(match.span, Named(decade=int(match.token("decade_name").value)))


def _century(match: Match) -> Expression | None:
    ordinal = match.value("ord")
    if match.token("unit", "units").value != "century" or ordinal is None or not 1 <= ordinal <= 30:
        return None
    # The first century BC has no EDTF value of its own: its years are 0 and below, but so are the digits of 00XX.
    if match.has("era_bc") and ordinal == 1:
        return None
    return Expression(match.span, Named(century=(-100 if match.has("era_bc") else 100) * (ordinal - 1)))


def _centuries(match: Match) -> list[Expression] | None:
    """ "the 18th and 19th centuries"."""
    first, last = match.token("first"), match.token("ord")
    numbers = [match.value("first") or 0, match.value("ord") or 0]
    if match.token("units").value != "century" or not all(1 <= number <= 30 for number in numbers):
        return None
    spans = (Span(match.span.start, first.end), Span(last.start, match.span.end))
    return [
        Expression(span, Named(century=100 * (number - 1)), to_next=span is spans[0] and match.has("to"))
        for span, number in zip(spans, numbers, strict=True)
    ]


def _holiday(match: Match) -> Expression:
    named = Named(holiday=_day_by_rule(match.token("holiday").value), which=pointed(match))
    return Expression(match.span, named)


@cache
def _day_by_rule(rule: str) -> Holiday:
    """The record of a rule as the data file writes it: "12-25", "11-thu-4", "11-mon-1+1", "orthodox-easter+-2"."""
    match = _RULE.fullmatch(rule)
    if match is None:
        raise ValueError(f"no rule of a holiday: {rule!r}")
    month, day, weekday, nth, plus, orthodox, easter = match.groups()
    if easter is not None:
        return Holiday(easter=int(easter), orthodox=orthodox is not None)
    if day is not None:
        return Holiday(month=int(month), day=int(day))
    return Holiday(month=int(month), weekday=_DAYS.index(weekday), nth=int(nth), plus=int(plus or 0))


_HALF = "(?:the (?!fiscal? ord hyphen))? <fiscal>? (?:<ord>|<last>) <fiscal>? hyphen? half"

RULES = (
    Rule("season", "<the>? (?:this? <pointer>)? <season>", _season),
    Rule("quarter", "(?:the (?!fiscal? ord hyphen))? (?:<fiscal> hyphen?)? <ord> <fiscal>? hyphen? quarter", _quarter),
    Rule("quarters", "the? <first:ord> (?:and|<to>|<to:sep>) <ord> quarters", _quarters),
    Rule(
        "quarter by its months",
        "the? <first:anymonth> (?:sep|to|sep to sep) <last:anymonth> hyphen? quarter",
        _by_months,
    ),
    Rule("final quarter", "the (?:final|last) quarter (?=of)", _final, weak=True),
    Rule("half of a report", _HALF, _half_reported),
    Rule("half", _HALF, _half, weak=True),
    Rule("quarter code", "<quarter_code>", _code),
    Rule("decade", "<the>? <decade>", _decade),
    Rule("decade by name", "<the>? <decade_name>", _decade_name),
    Rule("century", "the? <ord> hyphen? (?:<unit>|<units>) (?:<era_bc>|era_ad)?", _century),
    Rule("centuries", "the? <first:ord> (?:and|<to>|<to:sep>) the? <ord> (?:<units>|<units:unit>)", _centuries),
    Rule("holiday", "(?:the? <pointer>)? <holiday>", _holiday),
)
