"""Rules for points counted from another one: "yesterday", "last week", "two years ago", "the following day"."""

from __future__ import annotations

import re
from typing import Literal, cast

from beldigest.language.en.dates.durations import AMOUNT, amount, period
from beldigest.language.en.dates.pattern import Match, Rule, symbol
from beldigest.language.en.dates.tokens import Token
from beldigest.language.temporal import Clock, Expression, Lasting, Named, Origin, Relative, Unit, Vague

#: A verb, conjunction or preposition that can follow a complete expression; a noun would make it an attribute.
_GOES_ON = re.compile(
    r"\s+(?:and|or|but|to|by|in|at|on|with|as|when|where|while|if|because|than|for|from|after|before|is|was|were|are|has|had|have|will|would|"
    r"can|could|may|might|should|he|she|it|they|we|i|who|that|which|said|says)\b|\s*[^\s\w'’-]|['’](?!s)|\s*\Z",
    re.IGNORECASE,
)

_NOUN = re.compile(r"(?:future|past|present|years|months|weeks|days|decades|times|quarters|ahead|day)\Z")
_SOON = re.compile(r"\b(?:will|would|could|may|might|can|should|to|be|are|is|'ll)\s(?:[a-z]+\s)?\Z")


def _unit(token: Token) -> Unit:
    """The unit that a word names; a fortnight is counted in weeks."""
    return cast(Unit, "week" if token.value == "fortnight" else token.value)


def _pointed(match: Match) -> Expression | None:
    """ "last week", "the following day", "this year", "that same month"."""
    pointer, token = match["pointer"], match["unit"] or match["quarter"]
    assert pointer is not None and token is not None
    if token.value in ("second", "minute", "hour", "fortnight") or (
        pointer.text.lower() == "past" and token.value != "year"
    ):
        return Expression(match.span, Lasting(period(token.value, 1))) if match.has("the") else None
    unit = _unit(token)
    if pointer.symbol in symbol("following"):
        return Expression(match.span, Relative(unit, int(pointer.value), "text"))
    if pointer.symbol in symbol("that") + symbol("same"):
        return Expression(match.span, Relative(unit, 0, "text"))
    # "next week" is counted from the time of writing, "the next week" from the time that is spoken of.
    origin: Origin = "text" if match.has("the") and pointer.symbol in symbol("next") else "speech"
    return Expression(match.span, Relative(unit, _choice(match), origin))


def _choice(match: Match) -> int:
    pointer = match["pointer"]
    assert pointer is not None
    return int(pointer.value) if pointer.symbol in symbol("last") + symbol("next") + symbol("following") else 0


def _counted(match: Match) -> Expression | None:
    """ "two years ago", "three days later", "a week earlier", "several months before"."""
    token = match["anyunit"]
    assert token is not None
    if match.has("before") and _GOES_ON.match(match.after()) is None:
        return None
    sign: Literal[-1, 1] = -1 if match.has("ago") or match.has("earlier") or match.has("before") else 1
    origin: Origin = "speech" if match.has("ago") or match.has("hence") or match.has("from") else "text"
    count = amount(match)
    if count is None:
        return Expression(match.span, Relative(_unit(token), None, origin, sign))
    size = count * 2 if token.value == "fortnight" else count
    unit = _unit(token)
    if size != int(size) and unit == "year":
        unit, size = "month", size * 12
    if size != int(size) or size > 10_000:
        return Expression(match.span, Relative(unit, None, origin, sign))
    return Expression(match.span, Relative(unit, int(size) * sign, origin, sign))


def _some(match: Match) -> Expression | None:
    """ "years ago", "days later"."""
    token = match["units"]
    assert token is not None
    if match.has("before") and _GOES_ON.match(match.after()) is None:
        return None
    sign: Literal[-1, 1] = 1 if match.has("later") else -1
    return Expression(
        match.span, Relative(_unit(token), None, "speech" if match.has("ago") else "text", sign)
    )


def _neighbour(match: Match) -> Expression | None:
    """ "the day before", "the week after", where nothing follows that they would be counted from."""
    token = match["unit"]
    assert token is not None
    if _GOES_ON.match(match.after()) is None or token.value == "fortnight":
        return None
    return Expression(match.span, Relative(_unit(token), -1 if match.has("before") else 1, "text"))


def _next_but_one(match: Match) -> Expression | None:
    """ "the day before yesterday", "the day after tomorrow"."""
    day, unit = match.value("dayref"), match["unit"]
    sign = -1 if match.has("before") else 1
    if unit is None or unit.value != "day" or day != sign:
        return None
    return Expression(match.span, Relative("day", 2 * sign))


def _dayref(match: Match) -> Expression:
    return Expression(match.span, Relative("day", match.value("dayref")))


def _tonight(match: Match) -> Expression:
    return Expression(match.span, Clock(part="NI", day=Relative("day", 0)))


def _part_of_day(match: Match) -> Expression:
    """ "last night", "this morning", "that evening", "the next afternoon"."""
    pointer, token = match["pointer"], match["daypart"]
    assert pointer is not None and token is not None
    spoken_of = "following that same next"
    origin: Origin = "text" if any(pointer.symbol in symbol(name) for name in spoken_of.split()) else "speech"
    return Expression(match.span, Clock(part=token.value, day=Relative("day", _choice(match), origin)))


def _vague(match: Match) -> Expression | None:
    token = match["ref"]
    assert token is not None
    word = token.text.lower()
    if match.has("the") and not _NOUN.search(word):
        return None
    if word == "future" and not match.has("the"):
        return None  # an adjective
    if word == "soon" and not _SOON.search(match.before()):
        return None  # of the time spoken of: "soon after", "as soon as", "they soon withdrew"
    return _as(match, token.value)


def _as(match: Match, value: str) -> Expression:
    assert value in ("PAST_REF", "PRESENT_REF", "FUTURE_REF")
    return Expression(match.span, Vague(value))  # type: ignore[arg-type]


def _current(match: Match) -> Expression:
    return _as(match, "PRESENT_REF")


def _the_past(match: Match) -> Expression | None:
    return _as(match, "PAST_REF") if match.tokens[-1].text.lower() == "past" and _GOES_ON.match(match.after()) else None


def _year_earlier(match: Match) -> Expression | None:
    """ "the year-ago quarter", "year-earlier profit": the same period of the year before."""
    token = match["unit"]
    assert token is not None
    if token.value != "year":
        return None
    if (ordinal := match.value("ord")) is not None:
        within = Relative("year", -1, "speech")
        return Expression(match.span, Named(quarter=ordinal, within=within)) if ordinal <= 4 else None
    return Expression(match.span, Relative("year", -1, "text", -1))


def _latest(match: Match) -> Expression | None:
    """ "the quarter", "the latest period": in a report, the quarter that it is about."""
    latest = match["latest"]
    if latest is not None and latest.text.lower() != "latest":
        return None
    if match.tokens[-1].symbol in symbol("period") and latest is None:
        return None
    if match.after(1) == "-":
        return None  # "the quarter-to-quarter comparison"
    return Expression(match.span, Relative("quarter", 0, "text"))


def _unit_end(match: Match) -> Expression | None:
    """ "year-end", "month's end"."""
    token = match["unit"]
    assert token is not None
    if token.value not in ("week", "month", "year", "decade", "century"):
        return None
    return Expression(match.span, Relative(_unit(token), 0, "text"), part="late")


def _weekend(match: Match) -> Expression | None:
    token = match["unit"]
    assert token is not None
    return Expression(match.span, Named(weekend=True)) if token.value == "weekend" else None


def _spoken_of(match: Match) -> Expression | None:
    """ "the year", "the week": the one spoken of; "the year ended March 31" is a stretch of a year."""
    token = match["unit"]
    assert token is not None
    if token.value not in ("week", "year"):
        return None
    if re.match(r"\s+end(?:ed|ing)\b", match.after()):
        return Expression(match.span, Lasting(period(token.value, 1)))
    return (
        Expression(match.span, Relative(_unit(token), 0, "text")) if _GOES_ON.match(match.after()) else None
    )


def _part_of_time(match: Match) -> Expression | None:
    """The same as a part of something larger, which any unit can be: "the end of the month"."""
    token = match["unit"]
    assert token is not None
    if token.value not in ("day", "week", "month", "year", "decade", "century"):
        return None
    return Expression(match.span, Relative(_unit(token), 0, "text"))


RULES = (
    Rule("pointed", "<the>? this? <pointer> same? fiscal? (?:<unit>|<quarter>)", _pointed),
    Rule(
        "year-earlier",
        "(?:(?:the|a)? <unit> hyphen (?:ago|earlier) (?:<ord>? hyphen? quarter|period) | <unit> hyphen (?:ago|earlier))",
        _year_earlier,
    ),
    Rule("latest quarter", "the (?:<latest:last>|same|that)? (?:quarter|period)", _latest),
    Rule("end of the unit", "the? <unit> (?:hyphen|possessive)? <end>", _unit_end),
    Rule("the weekend", "the <unit>", _weekend),
    Rule("spoken of", "the full? fiscal? <unit>", _spoken_of),
    Rule("spoken of, as a whole", "the <unit>", _part_of_time, weak=True),
    Rule(
        "counted",
        f"{AMOUNT} (?:more|full)? (?:hyphen)? <anyunit> or_so? (?:<ago>|hyphen? <earlier>|<later>|<before>|<hence>|<from> ref)",
        _counted,
    ),
    Rule("some ago", "<units> (?:<ago>|<earlier>|<later>|<before>)", _some),
    Rule("neighbour", "the <unit> (?:<before>|<after>)", _neighbour),
    Rule("next but one", "the <unit> (?:<before>|<after>) <dayref>", _next_but_one),
    Rule("day", "<dayref>", _dayref),
    Rule("tonight", "<tonight>", _tonight),
    Rule("part of day", "the? <pointer> same? <daypart>", _part_of_day),
    Rule("vague", "<the>? more? <ref>", _vague),
    Rule("vague", "<ref>", _vague),
    Rule("current", "<current>", _current),
    Rule("the past", "the <last>", _the_past),
)
