"""Rules for sets of times: "every Friday", "each month", "weekly", "twice a week", "Monday nights"."""

from __future__ import annotations

import re

from beldigest.language.en.dates.context import counts
from beldigest.language.en.dates.durations import amount, period
from beldigest.language.en.dates.pattern import Match, Rule
from beldigest.language.temporal import Expression, Recurring

_SEASONS = ("SP", "SU", "FA", "WI")


def _every(match: Match) -> Expression | None:
    """ "every Friday", "each month", "every two weeks", "every other day"."""
    if (day := match["anyweekday"]) is not None:
        value = f"XXXX-WXX-{int(day.value) + 1}"
    elif (month := match["month"]) is not None:
        value = f"XXXX-{int(month.value):02d}"
    elif (season := match["season"]) is not None:
        value = f"XXXX-{_SEASONS[int(season.value) - 1]}"
    elif (part := match["daypart"]) is not None:
        value = f"XXXX-XX-XXT{part.value}"
    elif match.has("second"):
        return None  # "every second"
    else:
        count = amount(match) if match.has("amount") or match.has("vague") else 2 if match.has("other") else 1
        value = period(match.token("unit", "units", "quarter", "quarters").value, count)
    return Expression(match.span, Recurring(value))


def _frequency(match: Match) -> Expression | None:
    token = match.token("freq")
    title = token.text[0].isupper() and re.match(r"\s+[A-Z]", match.after())
    if title or match.after(1) == "-":
        return None  # "the Daily Mail", "weekly-paid"
    return Expression(match.span, Recurring(token.value))


def _times(match: Match) -> Expression:
    """ "once a week", "three times a day"."""
    return Expression(match.span, Recurring(period(match.token("unit").value, 1)))


def _per(match: Match) -> Expression | None:
    return None if counts(match) else _times(match)


def _weekdays(match: Match) -> Expression:
    """ "Fridays", "Friday nights"."""
    value = f"XXXX-WXX-{int(match.token('weekdays', 'weekday').value) + 1}"
    part = match["dayparts"]
    return Expression(match.span, Recurring(value + (f"T{part.value}" if part else "")))


def _weekends(match: Match) -> Expression | None:
    """ "weekends"."""
    return Expression(match.span, Recurring("XXXX-WXX-WE")) if match.token("units").value == "weekend" else None


RULES = (
    Rule(
        "every",
        "each (?:<other>|<amount>|a? <vague>)?"
        " (?:<unit>|<units>|<second>|<quarter>|<quarters>|<anyweekday>|<month>|<season>|<daypart>)",
        _every,
    ),
    Rule("frequency", "<freq>", _frequency),
    Rule("times", "(?:once|amount times) (?:a|each|per) <unit>", _times),
    Rule("per", "per <unit>", _per),
    Rule("weekdays", "<weekdays> <dayparts>?", _weekdays),
    Rule("weekends", "<units>", _weekends),
    Rule("nights of a weekday", "<weekday> <dayparts>", _weekdays),
)
