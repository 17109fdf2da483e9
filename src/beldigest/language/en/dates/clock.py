"""Rules for times of day: "9:30 a.m. EST", "noon", "5 o'clock", "4 in the morning", "overnight"."""

from __future__ import annotations

import datetime as dt
import re

from beldigest.language.en.dates.context import word_before
from beldigest.language.en.dates.pattern import Match, Rule
from beldigest.language.temporal import Clock, Expression

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


def _twelve(hour: int, part: str) -> int:
    """The hour of the day for an hour of the clock face, by "am", "pm" or the part of the day that is said."""
    late = part in ("pm", "AF", "EV") or (part == "NI" and 5 <= hour <= 11)
    return hour % 12 + 12 * late


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


def _noon(match: Match) -> Expression:
    return Expression(match.span, Clock(dt.time.fromisoformat(match.token("noon").value)))


def _part(match: Match) -> Expression:
    """ "the morning", "overnight"."""
    return Expression(match.span, Clock(part=match.token("daypart", "overnight").value))


RULES = (
    Rule("clock", "(?:<clock> <ampm>?|<clock_ampm>) <zone>?", _written),
    Rule("four digits", "(?:number|year) zone", _four_digits),
    Rule("hour", "<hour:hourno> <ampm> <zone>?", _hour),
    Rule("o'clock", "<hour:hourno> oclock (?:in the <daypart>)?", _hour),
    Rule("hour of a part", "<hour:hourno> in the <daypart>", _hour),
    Rule("noon", "<noon>", _noon),
    Rule("overnight", "<overnight>", _part),
    Rule("part of day", "the? <daypart>", _part, weak=True),
)
