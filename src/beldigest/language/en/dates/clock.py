"""Rules for times of day: "9:30 a.m. EST", "9 to 11 a.m.", "noon", "half past five", "4 in the morning"."""

from __future__ import annotations

import datetime as dt
import re

from attrs import evolve

from beldigest.language.en.dates.context import complete, word_before
from beldigest.language.en.dates.pattern import Match, Rule, symbol
from beldigest.language.en.dates.tokens import Token
from beldigest.language.temporal import Clock, Expression
from beldigest.model import Span

#: Words before a time; without one of them, "3:30" may be a score or a ratio.
_INTRODUCE = frozenset(
    (
        "at",
        "by",
        "until",
        "till",
        "from",
        "about",
        "around",
        "before",
        "after",
        "between",
        "since",
        "to",
        "and",
        "near",
        "nearly",
    )
)


#: Characters within which the first sentence of a paragraph tells a part of the day.
_FIRST = 200
#: What leads to a part of the day that was spoken of, and the parts that have no article.
_DURING = frozenset(("in", "during", "by", "until", "throughout"))
_MOMENTS = frozenset(("dawn", "dusk", "daybreak", "nightfall", "sunrise", "sunset"))


def _twelve(hour: int, part: str) -> int:
    """The hour of the day for an hour of the clock face, by "am", "pm" or the part of the day that is said."""
    late = part in ("pm", "AF", "EV") or (part == "NI" and 5 <= hour <= 11)
    return hour % 12 + 12 * late


def in_part(time: Clock, part: str) -> Clock:
    """A time by the clock face in a part of the day: "six o'clock" and "evening"."""
    if time.time is None or not 1 <= time.time.hour <= 12:
        return time
    return evolve(time, time=time.time.replace(hour=_twelve(time.time.hour, part)))


def _written(match: Match) -> Expression | None:
    """A time in digits; without "a.m.", a zone or "hrs" only a preposition tells it from a score or a ratio."""
    token, mark = match.token("clock", "clock_ampm"), match["ampm"]
    time = dt.time.fromisoformat(token.value) if token.value < "24" else dt.time(0)
    if mark is not None:
        if not 1 <= time.hour <= 12:
            return None
        time = time.replace(hour=_twelve(time.hour, mark.value))
    marked = mark or match["zone"] or match["clock_ampm"] or token.text.endswith(("h", "hr", "hrs"))
    return Expression(match.span, Clock(time)) if marked or word_before(match) in _INTRODUCE else None


def _four_digits(match: Match) -> Expression | None:
    """ "0800 GMT"."""
    text = match.tokens[0].text
    if len(text) != 4 or text[:2] > "23" or text[2:] > "59":
        return None
    return Expression(match.span, Clock(dt.time(int(text[:2]), int(text[2:]))))


def _hour(match: Match) -> Expression | None:
    """ "9 a.m.", "5 o'clock", "4 in the morning"."""
    hour, mark = match.value("hour"), match["ampm"] or match["daypart"]
    if hour is None or not 1 <= hour <= 12:
        return None
    if mark is not None and mark.text == "am" and re.match(r"\s+[a-z]", match.after()):
        return None  # the verb
    return Expression(match.span, Clock(dt.time(_twelve(hour, mark.value) if mark is not None else hour)))


def _hours(match: Match) -> list[Expression] | None:
    """ "9 to 11 a.m.", "9:30-11am": the first of two times shares the half of the day with the second, or is before
    noon where the second is not."""
    first, second, link = match.token("first", "first_clock"), match.token("hour", "clock_ampm"), match["and"]
    if link is not None and word_before(match) not in _INTRODUCE:
        return None
    start = _time(first)
    last = _time(second, match["ampm"])
    if start is None or last is None or not 1 <= start.hour <= 12:
        return None
    early, late = (start.replace(hour=_twelve(start.hour, half)) for half in ("am", "pm"))
    begins = late if late < last else early
    a = Expression(Span(first.start, first.end), Clock(begins), to_next=link is None or word_before(match) == "between")
    return [a, Expression(Span(second.start, match.span.end), Clock(last))]


def _time(token: Token, mark: Token | None = None) -> dt.time | None:
    """The time that a token says, with a mark behind it."""
    if token.symbol in symbol("clock") + symbol("clock_ampm"):
        time = dt.time.fromisoformat(token.value) if token.value < "24" else None
    else:
        time = dt.time(int(token.value)) if 1 <= int(token.value) <= 12 else None
    if time is None or mark is None:
        return time
    return time.replace(hour=_twelve(time.hour, mark.value)) if 1 <= time.hour <= 12 else None


def _past(match: Match) -> Expression | None:
    """ "half past five", "a quarter to nine", "twenty past six"."""
    hour, minutes = match.value("hour"), match.value("minutes")
    minutes = 30 if match.has("half") else 15 if match.has("quarter") else minutes
    to = match.has("to")
    if hour is None or not 1 <= hour <= 12 or not minutes or minutes >= 60 or (match.has("half") and to):
        return None
    if not to and match.token("last").text.lower() != "past":
        return None
    total = (hour * 60 + (-minutes if to else minutes)) % (12 * 60)
    time = Clock(dt.time((total // 60) or 12, total % 60))
    part = match["ampm"] or match["daypart"]
    if part is None and word_before(match) not in _INTRODUCE:
        return None  # "lost a quarter to nine rivals"
    return Expression(match.span, in_part(time, part.value) if part is not None else time)


def _noon(match: Match) -> Expression:
    return Expression(match.span, Clock(dt.time.fromisoformat(match.token("noon").value)))


def _part(match: Match) -> Expression:
    """ "the morning", "overnight"."""
    return Expression(match.span, Clock(part=match.token("daypart", "overnight").value))


def _of_the_day(match: Match) -> Expression | None:
    """ "in the morning", "at dawn": of the day spoken of; without an article, only what is a moment."""
    if not complete(match):
        return None
    before = word_before(match)
    if match.has("the"):
        part = match.token("daypart").value
        # Of what the paragraph before told, if it goes on from there; but "in the morning" may be the one after.
        first = match.span.start - match.line.start < _FIRST and ". " not in match.before(_FIRST)
        told = first and part != "MO"
        return Expression(match.span, Clock(part=part, told=told)) if before in _DURING else None
    return _part(match) if match.token("daypart").text in _MOMENTS and before in _INTRODUCE else None


RULES = (
    Rule("clock", "(?:<clock> <ampm>?|<clock_ampm>) <zone>?", _written),
    Rule("four digits", "(?:number|year) zone", _four_digits),
    Rule("hour", "<hour:hourno> <ampm> <zone>?", _hour),
    Rule("o'clock", "<hour:hourno> oclock (?:in the <daypart>)?", _hour),
    Rule("hour of a part", "<hour:hourno> in the <daypart>", _hour),
    Rule(
        "hours",
        "(?:<first:hourno>|<first_clock:clock>) (?:to|sep|<and>)"
        " (?:(?:<hour:hourno>|<hour:clock>) <ampm>|<clock_ampm>) <zone>?",
        _hours,
    ),
    Rule(
        "minutes past or to an hour",
        "a? (?:<half>|<quarter>|<minutes:numeral>) hyphen? (?:<last>|<to>) <hour:hourno> (?:<ampm>|in the <daypart>)?",
        _past,
    ),
    Rule("noon", "<noon>", _noon),
    Rule("part of the day spoken of", "(?:<the> <daypart>|<daypart>)", _of_the_day),
    Rule("overnight", "<overnight>", _part),
    Rule("part of day", "the? <daypart>", _part, weak=True),
)
