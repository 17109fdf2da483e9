"""Rules for days and months by name: "Friday, March 5, 2013", "5-7 March", "2013-03-05", "the 15th"."""

from __future__ import annotations

import datetime as dt
import re

from beldigest.language.en.dates.context import counts, introduced, name_follows, word_after, word_before, words
from beldigest.language.en.dates.pattern import Match, Rule, symbol
from beldigest.language.en.dates.tokens import Token
from beldigest.language.temporal import Clock, Expression, Holiday, Named, Which
from beldigest.model import Span

#: Months that are given names, or verbs, as well.
_NAMES = frozenset(("April", "June", "August"))
_VERBS = frozenset(("may", "march"))
_RANGE = frozenset(("-", "–", "—", "to", "through", "until", "till"))


def pointed(match: Match) -> Which | None:
    """The choice of the pointing word of a match; "the next summer" is the one after that which was told of."""
    token = match["pointer"]
    following = token is not None and token.text.lower() == "next" and match.has("the")
    return "following" if following else which(token)


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


def _iso(match: Match) -> Expression | None:
    text = match.tokens[0].text
    try:
        moment = dt.datetime.fromisoformat(text)
    except ValueError:
        return None
    named = Named(year=moment.year, month=moment.month, day=moment.day)
    return Expression(match.span, Clock(moment.time(), day=named) if len(text) > 10 else named)


def _numeric(match: Match) -> Expression | None:
    """Numbers alone: the year first as in ISO 8601, days first with dots; with slashes months first, if that can be."""
    text = match.tokens[0].text
    written = re.split(r"[/.-]", text)
    first, middle, last = map(int, written)
    if len(written[0]) > 2:
        named = Named(year=first, month=middle, day=last)
    else:
        day, month = (first, middle) if "." in text or first > 12 else (middle, first)
        ambiguous = "." not in text and first <= 12 and middle <= 12 and first != middle
        named = Named(year=last, month=month, day=day, two_digits=len(written[2]) == 2, ambiguous=ambiguous)
    fits = 1 <= (named.month or 0) <= 12 and 1 <= (named.day or 0) <= 31
    return Expression(match.span, named) if fits else None


def _days(match: Match) -> list[Expression] | None:
    """Days of one month, a range or a list of them: each an expression of its own."""
    run = match.run
    days = [at for at in range(*match.found.span()) if run[at].symbol in symbol("dayno")]
    if not all(1 <= int(run[at].value) <= 31 for at in days):
        return None
    year, two_digits = _year(match)
    month, choice = int(match.token("month", "month_abbr").value), which(match["last"])
    weekday = match.value("anyweekday") if len(days) == 1 else None
    if len(days) > 1 and counts(match) and not match.has("anyyear"):
        return None  # "On March 5, 17 and 20 people"
    found = []
    for at, following in zip(days, [*days[1:], None], strict=True):
        first = run[at - 1] if run[at - 1].symbol in symbol("the") else run[at]
        start = match.span.start if at == days[0] else first.start
        end = match.span.end if following is None else run[at].end
        link = "" if following is None else run[at + 1].text.lower()
        between = link == "and" and len(days) == 2 and word_before(match) == "between"
        day = int(run[at].value)
        named = Named(year, month=month, day=day, weekday=weekday, which=choice, two_digits=two_digits)
        found.append(Expression(Span(start, end), named, to_next=between or link in _RANGE))
    return found


def _year(match: Match) -> tuple[int | None, bool]:
    """The year of a date, if it has one, and whether only its last two digits are written."""
    if (count := match.value("count")) is not None:
        return 1 - count, False
    token = match["anyyear"]
    if token is None:
        return None, False
    return int(float(token.value)), token.symbol in symbol("short_year")


def _month(match: Match) -> Expression | None:
    token, following = match.token("month", "month_abbr"), match.following
    if not match.has("pointer") and _in_columns(match):
        return None
    named = Expression(match.span, Named(month=int(token.value), which=pointed(match)))
    dated = following is not None and following.symbol in symbol("anyyear")
    known = match.has("pointer") or dated or introduced(match) or match.before().endswith("end-")
    if known or _in_series(match) or _ends_length(match):
        return named
    after = word_after(match)
    if word_before(match) == "the" and after.islower() and after not in words("motion"):
        return named  # "the March meeting", but not "the March on Washington"
    unclear = token.text.lower() in _VERBS or (match.has("month_abbr") and not match.has("dot"))
    if unclear and not _begins_range(match):
        return None
    return None if token.text in _NAMES and name_follows(match) else named


def _in_columns(match: Match) -> bool:
    """Whether a month stands alone between gaps of a layout, as in the head of a table."""
    before, after = match.before(), match.after()
    gaps = (before[-2:].isspace() and len(before) > 1, after[:2].isspace() and len(after) > 1)
    if not any(gaps):
        return False
    run, first, last = match.run, match.found.start(), match.found.end()
    beside = [run[at] for at, gap in zip((first - 1, last), gaps, strict=True) if gap and 0 <= at < len(run)]
    if any(token.symbol in symbol("anymonth") for token in beside):
        return True
    return all(gap or not side.strip() for gap, side in zip(gaps, (before, after), strict=True))


def _begins_range(match: Match) -> bool:
    """Whether another month follows behind a dash, a slash or "to": "Jan-Mar", "March to May"."""
    link, other = [*match.run[match.found.end() : match.found.end() + 2], None, None][:2]
    links = symbol("sep") + symbol("slash") + symbol("to")
    return link is not None and other is not None and link.symbol in links and other.symbol in symbol("anymonth")


def _in_series(match: Match) -> bool:
    """Whether a month or a number stands right before it, or one word before: "March or", "January,", "5"."""
    before = match.run[max(0, match.found.start() - 3) : match.found.start()]
    return any(token.symbol in symbol("anymonth") + symbol("dayno") + symbol("year") for token in before)


def _ends_length(match: Match) -> bool:
    """Whether a month stands behind the length of what it ends: "the year to | March"."""
    before = match.run[max(0, match.found.start() - 2) : match.found.start()]
    return len(before) == 2 and before[0].symbol in symbol("anyunit") and before[1].symbol in symbol("to")


def _weekday(match: Match) -> Expression | None:
    token = match.token("weekday", "weekday_abbr")
    if match.has("weekday_abbr") and not match.has("dot") and not match.has("comma"):
        return None
    if match.before(4).lower() == "the " and name_follows(match):
        return None  # "the Sunday Times"
    return Expression(match.span, Named(weekday=int(token.value), which=pointed(match)))


def _nth_weekday(match: Match) -> Expression | None:
    """ "the second Tuesday in May", "the first weekend of June"; without a month, one that is said behind it."""
    nth = -1 if match.has("last") else match.value("ord") or 0
    if nth > 4:
        return None
    unit, token = match["unit"], match["month"] or match["month_abbr"]
    if unit is not None and unit.value != "weekend":
        return None
    weekday = int(match.token("weekday").value) if unit is None else 5
    holiday = Holiday(int(token.value) if token is not None else 0, weekday=weekday, nth=nth)
    return Expression(match.span, Named(holiday=holiday, weekend=unit is not None))


def _day_of_month(match: Match) -> Expression | None:
    """A day without its month: an ordinal in digits after a preposition, with no noun after it ("on the 15th")."""
    day = match.value("nth")
    if day is None or not 1 <= day <= 31:
        return None
    if word_before(match) not in ("on", "by", "until", "since", "from", "to"):
        return None
    after = word_after(match)
    of_month = re.match(r"\s+of\s+(?:this|that|last|next|the) month", match.after()) is not None
    complete = not after or after in words("continues") or after in words("determiner")
    return Expression(match.span, Named(day=day)) if complete or of_month else None


_WEEKDAY = "(?:(?:this? (?:next|last) | this)? (?:<anyweekday:weekday> | <anyweekday:weekday_abbr> dot?) comma?)?"
_MONTH = "(?:<month>|<month_abbr> <dot>?)"
_YEAR = "(?: <count:plainnumber> era_bc | <anyyear> (?!era_bc) )"
_NO_DAY = "ampm | scale | hyphen anyunit | oclock | units"
_MORE = "(?: (?:sep|to|and) the? dayno | (?:comma dayno){1,5} comma? and dayno )?"

RULES = (
    Rule("iso", "<iso>", _iso),
    Rule("numeric date", "<numeric_date>", _numeric),
    Rule(
        "month and day",
        f"{_WEEKDAY} <last>? {_MONTH} the? dayno {_MORE} (?!{_NO_DAY}) (?:comma? {_YEAR})?",
        _days,
    ),
    Rule(
        "day and month",
        f"{_WEEKDAY} the? dayno {_MORE} (?:hyphen|of)? {_MONTH} (?: (?:hyphen|comma|of)? {_YEAR})?",
        _days,
    ),
    Rule("month", f"(?:<the>? this? <pointer>)? {_MONTH}", _month),
    Rule(
        "weekday",
        "(?:<the>? this? <pointer>)? (?:<weekday>|<weekday_abbr> (?:<dot>|<comma>(?=month|month_abbr|day))?)",
        _weekday,
    ),
    Rule("n-th weekday of a month", f"the (?:<ord>|<last>) (?:<weekday>|<unit>) (?:of|in) {_MONTH}", _nth_weekday),
    Rule("n-th weekday", "the (?:<ord>|<last>) (?:<weekday>|<unit>)", _nth_weekday, weak=True),
    Rule("day of the month", "the <nth>", _day_of_month),
)
