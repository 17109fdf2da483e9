"""Rules for points named by calendar fields: "Friday, March 5, 2013", "the third quarter", "the 1990s", "490 BC"."""

from __future__ import annotations

import datetime as dt
import re

from attrs import evolve

from beldigest.language.en.dates.context import POINTERS, TEMPORAL, counts, name_follows, word_before
from beldigest.language.en.dates.pattern import Match, Rule, symbol
from beldigest.language.en.dates.tokens import Token, holiday
from beldigest.language.temporal import Clock, Expression, Named, Recurring, Which
from beldigest.model import Span

#: Words of the vocabulary of time that are as well given names, or verbs.
_NAMES = frozenset(("April", "June", "August"))
_VERBS = frozenset(("may", "march"))
_IN_SERIES = re.compile(
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December|\d{1,4})\W{1,2}(?:\w+\s)?\Z"
)
#: A noun after it, not a preposition: "the March meeting", but "the March on Washington".
_ATTRIBUTE = re.compile(
    r"\s(?!(?:of|on|to|in|into|against|by|through|for|from|across|at|was|is|and|toward|towards)\b)[a-z]"
)
_RANGE = frozenset(("-", "–", "—", "to", "through", "until", "till"))


def which(token: Token | None) -> Which | None:
    """The choice that a pointing word makes."""
    if token is None:
        return None
    if token.symbol in symbol("last"):
        return "last"
    if token.symbol in symbol("next"):
        return "next"
    if token.symbol in symbol("following"):
        return "following" if token.value == "1" else "previous"
    return "that" if token.symbol in symbol("that") + symbol("same") else "this"


def _year(match: Match) -> Named:
    """What the year of a date says, if it has one."""
    if (count := match.value("count")) is not None:
        return Named(year=1 - count)
    token = match["anyyear"]
    if token is None:
        return Named()
    return Named(year=int(float(token.value)), two_digits=token.symbol in symbol("short_year"))


def _iso(match: Match) -> Expression | None:
    text = match.tokens[0].text
    try:
        moment = dt.datetime.fromisoformat(text)
    except ValueError:
        return None
    named = Named(year=moment.year, month=moment.month, day=moment.day)
    return Expression(match.span, Clock(moment.time(), day=named) if len(text) > 10 else named)


def _numeric(match: Match) -> Expression | None:
    """A date in numbers: the year first (ISO 8601), days first with dots, months first with slashes unless that fails."""
    written = re.split(r"[/.-]", match.tokens[0].text)
    first, middle, last = map(int, written)
    if len(written[0]) > 2:
        named = Named(year=first, month=middle, day=last)
    else:
        dotted = "." in match.tokens[0].text
        day, month = (first, middle) if dotted or first > 12 else (middle, first)
        ambiguous = not dotted and first <= 12 and middle <= 12 and first != middle
        named = Named(year=last, month=month, day=day, two_digits=len(written[2]) == 2, ambiguous=ambiguous)
    fits = named.month is not None and 1 <= named.month <= 12 and named.day is not None and 1 <= named.day <= 31
    return Expression(match.span, named) if fits else None


def _days(match: Match) -> list[Expression] | None:
    """Days of one month, a range or a list of them: each an expression of its own."""
    month = match["month"] or match["month_abbr"]
    assert month is not None
    at = [
        index
        for index in range(match.found.start(), match.found.end())
        if match.run[index].symbol in symbol("day") + symbol("ordinal")
    ]
    days = [match.run[index] for index in at]
    if not all(1 <= int(token.value) <= 31 for token in days):
        return None
    if len(days) > 1 and not match.has("anyyear") and counts(match):
        return None
    weekday = match.value("anyweekday") if len(days) == 1 else None
    shared = evolve(_year(match), month=int(month.value), weekday=weekday, which=which(match["last"]))
    first, last = match.span.start, match.span.end
    found = []
    for index, token in enumerate(days):
        final = index == len(days) - 1
        before = match.run[at[index] - 1]
        start = before.start if before.symbol in symbol("the") else token.start
        span = Span(start if index else first, last if final else token.end)
        link = "" if final else match.text[token.end : days[index + 1].start].split(maxsplit=1)[:1] or [""]
        joint = link[0].lower() if link else ""
        ranged = joint in _RANGE or (joint == "and" and len(days) == 2 and word_before(match) == "between")
        found.append(Expression(span, evolve(shared, day=int(token.value)), to_next=ranged))
    return found


def _month(match: Match) -> Expression | None:
    token = match["month"] or match["month_abbr"]
    assert token is not None
    named = Named(month=int(token.value), which=which(match["pointer"]))
    following = match.following
    if match.has("pointer") or (following is not None and following.symbol in symbol("anyyear")):
        return Expression(match.span, named)
    before = word_before(match)
    if before in TEMPORAL | POINTERS or _IN_SERIES.search(match.before()):
        return Expression(match.span, named)
    if before == "the" and match.has("month") and _ATTRIBUTE.match(match.after()):
        return Expression(match.span, named)
    if token.text.lower() in _VERBS or (match.has("month_abbr") and not match.has("dot")):
        return None
    if token.text in _NAMES and name_follows(match):
        return None
    return Expression(match.span, named)


def _weekday(match: Match) -> Expression | None:
    token = match["anyweekday"]
    assert token is not None
    if token.symbol in symbol("weekday_abbr") and not match.has("dot") and not match.has("comma"):
        return None
    if match.before(4) == "The " and name_follows(match):  # "The Sunday Times"
        return None
    return Expression(match.span, Named(weekday=int(token.value), which=which(match["pointer"])))


def _season(match: Match) -> Expression | None:
    token = match["season"]
    assert token is not None
    named = Named(season=int(token.value), which=which(match["pointer"]))
    following = match.following
    dated = following is not None and following.symbol in symbol("anyyear")
    before = word_before(match)
    if match.has("the") and not match.has("pointer"):
        # "the fall of 1989" is a season, "the fall of Kabul" and "the spring of hope" are none.
        of_time = dated or re.match(
            r"\s+of\s+(?:['’]?\d|the year|last|this|that|next|nineteen|two thousand)", match.after()
        )
        of_something = re.match(r"\s+(?:of|from)\b", match.after())
        return None if of_something and not of_time else Expression(match.span, named)
    if dated or match.has("pointer") or before in (TEMPORAL | POINTERS) - {"between", "before", "after"}:
        return Expression(match.span, named)
    return None


def _quarter(match: Match) -> Expression | None:
    ordinal = match.value("ord")
    return Expression(match.span, Named(quarter=ordinal)) if ordinal in (1, 2, 3, 4) else None


def _half(match: Match) -> Expression | None:
    ordinal = 2 if match.has("last") else match.value("ord")
    return Expression(match.span, Named(half=ordinal)) if ordinal in (1, 2) else None


def _code(match: Match) -> Expression:
    token = match["quarter_code"]
    assert token is not None
    part, _, year = token.value.partition(" ")
    named = Named(year=int(year) if year else None, two_digits=len(year) == 2)
    index = int(part[1])
    return Expression(match.span, evolve(named, quarter=index) if part[0] == "Q" else evolve(named, half=index))


def _decade(match: Match) -> Expression | None:
    token = match["decade"]
    assert token is not None
    value = int(token.value)
    if value >= 1000:
        return Expression(match.span, Named(decade=value))
    # "the '60s" and "the 60s" are a decade, "in his 60s" and "in the low 60s" are an age and a temperature.
    return (
        Expression(match.span, Named(decade=value % 100, two_digits=True)) if match.has("the") and value < 100 else None
    )


def _decade_name(match: Match) -> Expression | None:
    token = match["decade_name"]
    assert token is not None
    introduced = match.has("the") or word_before(match) in ("early", "late", "mid")
    return Expression(match.span, Named(decade=int(token.value))) if introduced else None


def _century(match: Match) -> Expression | None:
    unit, ordinal = match["anyunit"], match.value("ord")
    if unit is None or unit.value != "century" or ordinal is None or not 1 <= ordinal <= 30:
        return None
    # The first century BC has no EDTF value of its own: its years are 0 and below, but so are the digits of 00XX.
    if match.has("era_bc") and ordinal == 1:
        return None
    return Expression(match.span, Named(century=(-100 if match.has("era_bc") else 100) * (ordinal - 1)))


def _holiday(match: Match) -> Expression:
    token = match["holiday"]
    assert token is not None
    return Expression(match.span, Named(holiday=holiday(token.value), which=which(match["pointer"])))


def _day_of_month(match: Match) -> Expression | None:
    """A day without its month: an ordinal in digits after a preposition, with no noun after it ("on the 15th")."""
    day = match.value("ordinal")
    noun = re.match(
        r"[\s-]+(?!(?:and|to|in|at|with|when|as|he|she|they|it|we|after|before|but|of)\b)[^\W\d_]", match.after()
    )
    written = match.tokens[-1].text[0].isdigit() and word_before(match) in ("on", "by", "until", "since", "from", "to")
    if (
        day is None
        or not 1 <= day <= 31
        or not written
        or noun
        or re.match(r"\s+of\s+(?!(?:this|that|last|next|the) month)", match.after())
    ):
        return None
    return Expression(match.span, Named(day=day))


def _weekdays(match: Match) -> Expression:
    token, part = match["weekdays"], match["dayparts"]
    assert token is not None
    return Expression(match.span, Recurring(f"XXXX-WXX-{int(token.value) + 1}" + (f"T{part.value}" if part else "")))


_WEEKDAY = "(?:(?:this? (?:next|last) | this)? <anyweekday> dot? comma?)?"
_MONTH = "(?:<month>|<month_abbr> <dot>?)"
_YEAR = "(?: <count:plainnumber> era_bc | <anyyear> (?!era_bc) )"
_MORE = "(?: (?:sep|to|and) the? dayno | (?:comma dayno){1,5} comma? and dayno )?"

RULES = (
    Rule("iso", "<iso>", _iso),
    Rule("numeric date", "<numeric_date>", _numeric),
    Rule(
        "month and day",
        f"{_WEEKDAY} <last>? {_MONTH} the? dayno {_MORE} (?!ampm|scale|hyphen anyunit|oclock|units) (?:comma? {_YEAR})?",
        _days,
    ),
    Rule(
        "day and month",
        f"{_WEEKDAY} the? dayno {_MORE} (?:hyphen|of)? {_MONTH} (?: (?:hyphen|comma|of)? {_YEAR})?",
        _days,
    ),
    Rule("month", f"(?:the? <pointer>)? {_MONTH}", _month),
    Rule("weekday", "(?:the? this? <pointer>)? <anyweekday> <dot>? (?:<comma>(?=month|month_abbr|day))?", _weekday),
    Rule("weekdays", "<weekdays> <dayparts>?", _weekdays),
    Rule("nights of a weekday", "<weekdays:weekday> <dayparts>", _weekdays),
    Rule("season", "<the>? this? <pointer>? <season>", _season),
    Rule("quarter", "(?:the (?!ord hyphen))? fiscal? <ord> fiscal? hyphen? quarter", _quarter),
    Rule("half", "(?:the (?!ord hyphen))? fiscal? (?:<ord>|<last>) fiscal? hyphen? half", _half, weak=True),
    Rule("quarter code", "<quarter_code>", _code),
    Rule("decade", "<the>? <decade>", _decade),
    Rule("decade by name", "<the>? <decade_name>", _decade_name),
    Rule("century", "the? <ord> hyphen? <anyunit> (?:<era_bc>|era_ad)?", _century),
    Rule("holiday", "(?:the? <pointer>)? <holiday>", _holiday),
    Rule("day of the month", "the <ordinal>", _day_of_month),
)
