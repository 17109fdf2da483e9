"""Rules for points counted from another one: "yesterday", "last week", "two years ago", "the following day"."""

from __future__ import annotations

import re
from typing import Literal, cast

from beldigest.language.en.dates.context import complete, word_after, word_before, words
from beldigest.language.en.dates.durations import AMOUNT, MOST, amount, period
from beldigest.language.en.dates.pattern import Match, Rule, symbol
from beldigest.language.en.dates.tokens import Token
from beldigest.language.temporal import Clock, Expression, Lasting, Named, Origin, Relative, Tense, Unit, Vague

#: Units of which there is one at a time, so that "the week" is one that is known.
_HOLDING = frozenset(("day", "week", "month", "year", "decade", "century"))
#: What says that something goes on through a stretch.
_THROUGH = frozenset(("for", "over", "within", "throughout"))
#: Pronouns that begin a clause, before which "before" is a conjunction.
_SUBJECTS = frozenset(("i", "we", "he", "she", "it", "they", "that", "which", "who"))
#: What tells which stretch is meant: "the year ended March 31", "the year to March", "the week that followed the vote".
_TOLD = re.compile(
    r"\s+(?:end(?:ed|ing)\b|(?:to|through|until)\s+(?:end-|the end of |mid-|late |early )?[A-Z\d]"
    r"|(?:that|which)\s+(?:followed|preceded|passed|ended|began)\b|(?:following|preceding)\b)"
)
#: "Two decades ago" is about twenty years ago: what is counted in a long unit is about as exact as a tenth of it.
_TENTHS: dict[Unit, Unit] = {"decade": "year", "century": "decade"}
#: A subject that is the day of writing: "It's | the third day of the talks".
_TODAY = re.compile(r"\b(?:it|this|today)(?:['’]s| is)\s\Z", re.IGNORECASE)
#: A word of running text, which a headline writes with a capital; and how far around it is looked for.
_RUNNING, _AROUND = re.compile(r"(?<![\w'’-])[a-z]{5,}"), 60
_NAME_BEFORE = re.compile(r"[^\W\d_a-z]\w+\s\Z")
#: What belongs to a day, or to our times: "the cars | of tomorrow", "today's | young people".
_OWNER, _OWNED = re.compile(r"([a-z]+)\s+of\s\Z"), re.compile(r"['’]s\s+([a-z-]+)(?:\s+([a-z]+))?")
#: The times that days stand for.
_TIMES: dict[int, Tense] = {-1: "PAST_REF", 0: "PRESENT_REF", 1: "FUTURE_REF"}
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
    """ "last week", "the following day", "this year", "that same month".

    "The past decade" and "over the next year" are stretches, up to now and from now on.
    """
    unit, pointer = match.token("unit", "quarter"), match.token("pointer").text.lower()
    if (pointer == "last" and match.has("the") and word_after(match) == "of") or _is_title(match):
        return None  # "the last day of 2012"; the programme "This Week"
    through = match.has("the") and pointer in ("last", "next", "coming") and word_before(match) in _THROUGH
    if unit.value in ("second", "minute", "hour", "fortnight") or pointer == "past" or through:
        known = match.has("the") or match.tokens[0].symbol in symbol("this")
        return Expression(match.span, Lasting(period(unit.value, 1))) if known else None
    count, origin = _choice(match)
    if (unit.value, count, origin) == ("day", 0, "speech"):
        origin = "known"  # "this day" is that of which was told; the one of writing is "today"
    return Expression(match.span, Relative(_unit(unit), count, origin))


def _is_title(match: Match) -> bool:
    """Whether its noun has a capital in running text, as in the names "This Week" and "Halm Today"."""
    before = match.before(_AROUND)
    within = len(match.tokens) > 1 or _NAME_BEFORE.search(before) is not None
    return within and match.tokens[-1].text.istitle() and _RUNNING.search(before + match.after(_AROUND)) is not None


def _part_of_day(match: Match) -> Expression | None:
    """ "last night", "this morning", "that evening", "the next afternoon"."""
    if _is_title(match):
        return None
    count, origin = _choice(match)
    return Expression(match.span, Clock(part=match.token("daypart").value, day=Relative("day", count, origin)))


def _counted(match: Match) -> Expression | None:
    """ "two years ago", "three days later", "a week earlier", "several months before", "years ago"."""
    token = match.token("anyunit")
    if match.has("before") and not _alone(match):
        return None
    sign: Literal[-1, 1] = 1 if match.has("later") or match.has("hence") or match.has("from") else -1
    origin: Origin = "text" if match.has("earlier") or match.has("later") or match.has("before") else "speech"
    if match.has("earlier") and token.value == "year":
        origin = "known"  # news compares with "a year earlier" what is now
    count = None if token is match.tokens[0] or match.has("most") else amount(match)
    if count is not None and match.has("half_more"):
        count += 0.5
    unit = _unit(token)
    if unit in ("second", "minute", "hour"):
        return Expression(match.span, Lasting(period(unit, count)))  # no calendar counts in them
    if count is not None:
        count *= 2 if token.value == "fortnight" else 1
        if unit == "year" and count != int(count):
            unit, count = "month", count * 12
        unit, count = (_TENTHS[unit], count * 10) if unit in _TENTHS else (unit, count)
    said = count is not None and count == int(count) and count <= _MOST
    point = Relative(unit, int(count) * sign if said and count else None, origin, sign)
    return Expression(match.span, point, approximate=unit != token.value and token.value in _TENTHS)


def _alone(match: Match) -> bool:
    """Whether nothing follows that the match would be counted from, as in "the day before he left"."""
    return complete(match) and word_after(match).lower() not in _SUBJECTS


def _neighbour(match: Match) -> Expression | None:
    """ "the day before", "the night before", where nothing follows that they would be counted from."""
    count = -1 if match.has("before") else 1
    if not _alone(match):
        return None
    if (part := match["daypart"]) is not None:
        return Expression(match.span, Clock(part=part.value, day=Relative("day", count, "text")))
    unit = match.token("unit")
    return Expression(match.span, Relative(_unit(unit), count, "text")) if unit.value != "fortnight" else None


def _last_but_one(match: Match) -> Expression | None:
    """ "the week before last", "the month after next", "the night before last"."""
    count = -2 if match.has("before") and match.has("last") else 2 if match.has("after") and match.has("next") else 0
    if not count or not (match.following is None or complete(match)):
        return None  # "the day before last week's vote"
    if (part := match["daypart"]) is not None:
        return Expression(match.span, Clock(part=part.value, day=Relative("day", count)))
    unit = match.token("unit")
    return Expression(match.span, Relative(_unit(unit), count)) if unit.value != "fortnight" else None


def _next_but_one(match: Match) -> Expression | None:
    """ "the day before yesterday", "the day after tomorrow"."""
    sign = -1 if match.has("before") else 1
    if match.token("unit").value != "day" or match.value("dayref") != sign:
        return None
    return Expression(match.span, Relative("day", 2 * sign))


def _day(match: Match) -> Expression | None:
    """ "today", "tomorrow"; "today's youth" and "the cities of tomorrow" are not those of one day."""
    if _is_title(match):
        return None
    day = match.value("dayref") or 0
    beside = (_OWNER.search(match.before()), _OWNED.match(match.after(_AROUND)))
    if any(not words("generic").isdisjoint(found.groups()) for found in beside if found is not None):
        return Expression(match.span, Vague(_TIMES[day]))
    return Expression(match.span, Relative("day", day))


def _running(match: Match) -> Expression | None:
    """ "It is the third day of the talks": today."""
    today = match.token("unit").value == "day" and _TODAY.search(match.before()) is not None
    return Expression(match.span, Relative("day", 0)) if today else None


def _tonight(match: Match) -> Expression | None:
    return None if _is_title(match) else Expression(match.span, Clock(part="NI", day=Relative("day", 0)))


def _end(match: Match) -> Expression | None:
    """ "year-end", "month's end"; "since year-end", which is the last one."""
    unit = match.token("unit")
    if unit.value not in _HOLDING:
        return None
    last = word_before(match) == "since"
    point = Relative(_unit(unit), -1) if last else Relative(_unit(unit), 0, "known")
    return Expression(match.span, point, part="late")


def _mid(match: Match) -> Expression | None:
    """ "mid-week", "mid-century"."""
    unit = match.token("unit")
    holding = unit.value in _HOLDING and unit.value != "day"
    return Expression(match.span, Relative(_unit(unit), 0), part="mid") if holding else None


def _end_of_year(match: Match) -> Expression | None:
    """ "year-end 2025"."""
    if match.token("unit").value != "year":
        return None
    return Expression(match.span, Named(year=int(match.token("year").value)), part="late")


def _this_time(match: Match) -> Expression | None:
    """ "this time last year"."""
    unit = match.token("unit")
    count = 1 if match.has("next") else -1
    return Expression(match.span, Relative(_unit(unit), count)) if unit.value in ("week", "month", "year") else None


def _weekend(match: Match) -> Expression | None:
    return Expression(match.span, Named(weekend=True)) if match.token("unit").value == "weekend" else None


def _known(match: Match) -> Expression | None:
    """ "the year", "the week": the one spoken of; but "the year ended March 31" is a stretch of a year."""
    unit = match.token("unit")
    if unit.value not in ("week", "year"):
        return None
    if _TOLD.match(match.after()):
        return Expression(match.span, Lasting(period(unit.value, 1)))
    owns = match.after(2) in ("'s", "’s")  # "the week's longest debate"
    return Expression(match.span, Relative(_unit(unit), 0, "known")) if owns or complete(match) else None


def _holding(match: Match) -> Expression | None:
    """The same as a part of something larger, which any unit can be: "the end of the month"."""
    unit = match.token("unit")
    return Expression(match.span, Relative(_unit(unit), 0, "known")) if unit.value in _HOLDING else None


_AWAY = "(?:<ago>|<earlier>|<later>|<before>|<hence>|<from> ref)"

RULES = (
    Rule("pointed", "<the>? this? <pointer> same? fiscal? (?:<unit>|<quarter>) or_so?", _pointed),
    Rule("part of day", "<the>? <pointer> same? <daypart>", _part_of_day),
    Rule(
        "counted",
        f"{AMOUNT} {MOST} (?:more|full)? hyphen? <anyunit>"
        f" (?:or_so | and (?:a <half_more:half>|<most:amount>))? {_AWAY}",
        _counted,
    ),
    Rule("some", "<anyunit:units> (?:<ago>|<earlier>|<later>|<before>)", _counted),
    Rule("neighbour", "the (?:<unit>|<daypart>) (?:<before>|<after>)", _neighbour),
    Rule("last but one", "the (?:<unit>|<daypart>) (?:<before>|<after>) (?:<last>|<next>)", _last_but_one),
    Rule("next but one", "the <unit> (?:<before>|<after>) <dayref>", _next_but_one),
    Rule("day", "<dayref>", _day),
    Rule("running day", "the ord <unit> (?= of (?!anymonth))", _running),
    Rule("tonight", "<tonight>", _tonight),
    Rule("end of a unit", "the? <unit> (?:hyphen|possessive)? <end>", _end),
    Rule("end of a year", "<unit> hyphen? end <year>", _end_of_year),
    Rule("middle of a unit", "mid hyphen <unit>", _mid),
    Rule("this time", "(?:this|the same) time_noun (?:<last>|<next>) <unit>", _this_time),
    Rule("weekend", "the <unit>", _weekend),
    Rule("known", "the full? fiscal? <unit> (?!hyphen)", _known),
    Rule("holding", "the <unit> (?!hyphen)", _holding, weak=True),
)
