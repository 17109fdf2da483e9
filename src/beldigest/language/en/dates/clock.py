"""Rules for times of day: "9:30 a.m. EST", "noon", "5 o'clock", "4 in the morning", "Tuesday night"."""

from __future__ import annotations

import datetime as dt
import re

from beldigest.language.en.dates.context import word_before
from beldigest.language.en.dates.pattern import Match, Rule
from beldigest.language.temporal import Clock, Expression

_INTRODUCE = frozenset(
    "at by until till from about around before after between since to and near nearly circa approximately shortly".split()
)


def _at(match: Match, hour: int, minute: int = 0, second: int = 0) -> Expression | None:
    if hour > 23:
        return None
    return Expression(match.span, Clock(dt.time(hour, minute, second)))


def _written(match: Match) -> Expression | None:
    """A time in digits; without "a.m.", a zone or "hrs" only a preposition tells it from a score or a ratio."""
    token = match["clock"] or match["clock_ampm"]
    assert token is not None
    hour, minute, *second = map(int, token.value.split(":"))
    if (mark := match["ampm"]) is not None:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + 12 * (mark.value == "pm")
    elif match.has("clock") and not match.has("zone") and not re.search(r"h|hrs?\Z", token.text):
        if word_before(match) not in _INTRODUCE:
            return None
    return _at(match, hour, minute, *second)


def _hour(match: Match) -> Expression | None:
    hour, mark = match.value("hour"), match["ampm"]
    if hour is None or not 1 <= hour <= 12:
        return None
    if mark is not None:
        if (
            mark.text in ("am", "AM")
            and match.text[mark.start - 1] == " "
            and re.match(r"\s+[a-z]", match.after())
            and word_before(match) not in _INTRODUCE
        ):
            return None
        hour = hour % 12 + 12 * (mark.value == "pm")
    part = match["daypart"]
    if part is not None:
        hour = hour % 12 + 12 * (part.value in ("AF", "EV") or (part.value == "NI" and hour != 12 and hour > 4))
    return _at(match, hour)


def _named(match: Match) -> Expression | None:
    token = match["noon"]
    assert token is not None
    return _at(match, int(token.value[:2]))


def _overnight(match: Match) -> Expression:
    return Expression(match.span, Clock(part="NI"))


def _part(match: Match) -> Expression | None:
    """ "the morning", "night": a part of a day; only one with a day beside it or an article means one of them."""
    token = match["daypart"]
    assert token is not None
    return Expression(match.span, Clock(part=token.value))


RULES = (
    Rule("clock", "(?:<clock> <ampm>?|<clock_ampm>) <zone>?", _written),
    Rule("hour", "<hour:hourno> <ampm> <zone>?", _hour),
    Rule("o'clock", "<hour:hourno> oclock (?:in the <daypart>)?", _hour),
    Rule("hour of a part", "<hour:hourno> in the <daypart>", _hour),
    Rule("noon", "<noon>", _named),
    Rule("overnight", "<overnight>", _overnight),
    Rule("part of day alone", "the? <daypart>", _part, weak=True),
)
