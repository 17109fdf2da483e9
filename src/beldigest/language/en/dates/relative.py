"""Rules for points counted from another one: "yesterday", "last week", "two years ago", "the following day"."""

from __future__ import annotations

import re
from typing import Literal, cast

from beldigest.language.en.dates.context import complete, word_after
from beldigest.language.en.dates.durations import AMOUNT, amount, period
from beldigest.language.en.dates.pattern import Match, Rule, symbol
from beldigest.language.en.dates.tokens import Token
from beldigest.language.temporal import Clock, Expression, Lasting, Named, Origin, Relative, Unit

#: Units of which there is one at a time, so that "the week" is one that is known.
_HOLDING = frozenset(("day", "week", "month", "year", "decade", "century"))
#: What tells a stretch by its end: "the year ended March 31", "the year to March".
_UP_TO = re.compile(r"\s+(?:end(?:ed|ing)\b|(?:to|through|until)\s+(?:end-|the end of |mid-|late |early )?[A-Z\d])")
#: Counts beyond which no calendar goes.
_MOST = 10_000


def _unit(token: Token) -> Unit:
    """The unit that a word names; a fortnight is counted in weeks."""
    return cast(Unit, "week" if token.value == "fortnight" else token.value)


def _choice(match: Match) -> tuple[int, Origin]:
    """Which one a pointing word means, and from where it is counted.

    "Next week" is counted from the time of writing, "the next week" from the time that is spoken of.
    """
    pointer = match.token("pointer")
    if pointer.symbol in symbol("following"):
        return int(pointer.value), "text"
    if pointer.symbol in symbol("that") + symbol("same"):
        return 0, "text"
    if pointer.symbol in symbol("next"):
        return 1, "text" if match.has("the") else "speech"
    return (-1 if pointer.symbol in symbol("last") else 0), "speech"


def _pointed(match: Match) -> Expression | None:
    """ "last week", "the following day", "this year", "that same month"; "the past decade" is a stretch."""
    unit, pointer = match.token("unit", "quarter"), match.token("pointer").text.lower()
    if pointer == "last" and match.has("the") and word_after(match) == "of":
        return None  # "the last day of 2012"
    if unit.value in ("second", "minute", "hour", "fortnight") or (pointer == "past" and unit.value != "year"):
        return Expression(match.span, Lasting(period(unit.value, 1))) if match.has("the") else None
    return Expression(match.span, Relative(_unit(unit), *_choice(match)))


def _part_of_day(match: Match) -> Expression:
    """ "last night", "this morning", "that evening", "the next afternoon"."""
    count, origin = _choice(match)
    return Expression(match.span, Clock(part=match.token("daypart").value, day=Relative("day", count, origin)))


def _counted(match: Match) -> Expression | None:
    """ "two years ago", "three days later", "a week earlier", "several months before", "years ago"."""
    token = match.token("anyunit")
    if match.has("before") and not complete(match):
        return None
    sign: Literal[-1, 1] = 1 if match.has("later") or match.has("hence") or match.has("from") else -1
    origin: Origin = "text" if match.has("earlier") or match.has("later") or match.has("before") else "speech"
    count = None if token is match.tokens[0] else amount(match)
    unit = _unit(token)
    if unit in ("second", "minute", "hour"):
        return Expression(match.span, Lasting(period(unit, count)))  # no calendar counts in them
    if count is not None:
        count += 0.5 if match.has("half_more") else 0
        count *= 2 if token.value == "fortnight" else 1
        if unit == "year" and count != int(count):
            unit, count = "month", count * 12
    said = count is not None and count == int(count) and count <= _MOST
    return Expression(match.span, Relative(unit, int(count) * sign if said and count else None, origin, sign))


def _neighbour(match: Match) -> Expression | None:
    """ "the day before", "the week after", where nothing follows that they would be counted from."""
    unit = match.token("unit")
    if not complete(match) or unit.value == "fortnight":
        return None
    return Expression(match.span, Relative(_unit(unit), -1 if match.has("before") else 1, "text"))


def _next_but_one(match: Match) -> Expression | None:
    """ "the day before yesterday", "the day after tomorrow"."""
    sign = -1 if match.has("before") else 1
    if match.token("unit").value != "day" or match.value("dayref") != sign:
        return None
    return Expression(match.span, Relative("day", 2 * sign))


def _day(match: Match) -> Expression:
    return Expression(match.span, Relative("day", match.value("dayref")))


def _tonight(match: Match) -> Expression:
    return Expression(match.span, Clock(part="NI", day=Relative("day", 0)))


def _end(match: Match) -> Expression | None:
    """ "year-end", "month's end"."""
    unit = match.token("unit")
    return Expression(match.span, Relative(_unit(unit), 0, "text"), part="late") if unit.value in _HOLDING else None


def _weekend(match: Match) -> Expression | None:
    return Expression(match.span, Named(weekend=True)) if match.token("unit").value == "weekend" else None


def _known(match: Match) -> Expression | None:
    """ "the year", "the week": the one spoken of; but "the year ended March 31" is a stretch of a year."""
    unit = match.token("unit")
    if unit.value not in ("week", "year"):
        return None
    if _UP_TO.match(match.after()):
        return Expression(match.span, Lasting(period(unit.value, 1)))
    return Expression(match.span, Relative(_unit(unit), 0, "text")) if complete(match) else None


def _holding(match: Match) -> Expression | None:
    """The same as a part of something larger, which any unit can be: "the end of the month"."""
    unit = match.token("unit")
    return Expression(match.span, Relative(_unit(unit), 0, "text")) if unit.value in _HOLDING else None


_AWAY = "(?:<ago>|<earlier>|<later>|<before>|<hence>|<from> ref)"

RULES = (
    Rule("pointed", "<the>? this? <pointer> same? fiscal? (?:<unit>|<quarter>)", _pointed),
    Rule("part of day", "<the>? <pointer> same? <daypart>", _part_of_day),
    Rule("counted", f"{AMOUNT} (?:more|full)? hyphen? <anyunit> (?:or_so | and a <half_more:half>)? {_AWAY}", _counted),
    Rule("some", "<anyunit:units> (?:<ago>|<earlier>|<later>|<before>)", _counted),
    Rule("neighbour", "the <unit> (?:<before>|<after>)", _neighbour),
    Rule("next but one", "the <unit> (?:<before>|<after>) <dayref>", _next_but_one),
    Rule("day", "<dayref>", _day),
    Rule("tonight", "<tonight>", _tonight),
    Rule("end of a unit", "the? <unit> (?:hyphen|possessive)? <end>", _end),
    Rule("weekend", "the <unit>", _weekend),
    Rule("known", "the full? fiscal? <unit> (?!hyphen)", _known),
    Rule("holding", "the <unit> (?!hyphen)", _holding, weak=True),
)
