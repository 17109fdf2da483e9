"""Rules for durations and for sets: "three-day", "a year and a half", "the past two months"; "every Friday", "weekly"."""

from __future__ import annotations

import re

from beldigest.language.en.dates.context import counts, word_before
from beldigest.language.en.dates.pattern import Match, Rule, symbol
from beldigest.language.temporal import Expression, Lasting, Recurring

#: ISO 8601 designators of the units: whether it is one of time, how many of them one unit is, and the next smaller ones.
_PERIODS = {
    "second": ("T", 1, "S"),
    "minute": ("T", 1, "M"),
    "hour": ("T", 1, "H"),
    "day": ("", 1, "D"),
    "weekend": ("", 1, "WE"),
    "week": ("", 1, "W"),
    "fortnight": ("", 2, "W"),
    "month": ("", 1, "M"),
    "quarter": ("", 3, "M"),
    "year": ("", 1, "Y"),
    "decade": ("", 10, "Y"),
    "century": ("", 100, "Y"),
}
_SMALLER = {"Y": ("", 12, "M"), "D": ("T", 24, "H"), "TH": ("", 60, "M"), "TM": ("", 60, "S")}

#: An amount: "two", "two and a half", "a", "a couple of", "a few", "several", "half a".
AMOUNT = "(?: <amount> (?:hyphen? and hyphen? a? hyphen? <half>)? | a? <vague> | a? <couple> of? | <half> hyphen? a | <a> <half>? )"


def amount(match: Match) -> float | None:
    """The number that an amount says; None where it only says that there are several."""
    token = match["amount"]
    if token is not None:
        return float(token.value) + (0.5 if match.has("half") else 0)
    if match.has("vague"):
        return None
    if match.has("half"):
        return 0.5
    return 2 if match.has("couple") else 1


def period(unit: str, count: float | None) -> str:
    """An ISO 8601 duration. An amount that is not said is an X ("several days" is PXD), a fraction goes to the next unit."""
    time, size, designator = _PERIODS[unit]
    if count is None:
        return f"P{time}X{ {'decade': 'DE', 'century': 'CE'}.get(unit, designator) }"
    total = count * size
    whole = int(total)
    smaller = _SMALLER.get(time + designator)
    if total == whole or smaller is None:
        return f"P{time}{total:g}{designator}" if total < 10**9 else f"P{time}{whole}{designator}"
    mark, parts, name = smaller
    head = f"{whole}{designator}" if whole else ""
    return f"P{time}{head}{mark}{round((total - whole) * parts)}{name}"


def _counted(match: Match) -> Expression | None:
    """ "two years", "the first nine months", "three-day", "an hour and a half", "three years and two months"."""
    token = match["anyunit"]
    assert token is not None
    count = amount(match)
    plural = token.symbol in symbol("units") + symbol("quarters")
    hyphenated = match.has("hyphen")
    if re.match(r"[\s-]+olds?\b|\s+of\s+age\b", match.after()):
        return None  # an age
    if token.symbol in symbol("second") and (match.has("a") or match.has("pointer") or not hyphenated and count != 1):
        return None  # an ordinal
    if _rate(match) or (token.value == "weekend" and not plural):
        return None
    if count is None and not plural and not hyphenated:
        return None
    if token.value == "quarter" and (not plural or hyphenated):
        return None  # "a quarter", "three-quarters": a fourth part
    if match.has("half_more"):
        count = (count or 0) + 0.5
    if match.has("more_unit"):
        first, second = period(token.value, count), period(match["more_unit"].value, match.value("more_amount"))  # type: ignore[union-attr]
        same_kind = first.startswith("PT") == second.startswith("PT")
        return Expression(match.span, Lasting(first + (second[2:] if same_kind and first[1] == "T" else second[1:])))
    return Expression(match.span, Lasting(period(token.value, count)))


def _rate(match: Match) -> bool:
    """Whether "a year" says how often: "$300 a year", "twice a week", "100 miles an hour"."""
    if match.tokens[0].symbol not in symbol("a"):
        return False
    return (
        re.search(
            r"(?:\d|%|\b(?:per ?cent|million|billion|thousand|hundred|once|twice|times|dollars|euros|pounds|rubles|miles|barrels|tons|hours|days))\s\Z",
            match.before(),
        )
        is not None
    )


def _units(match: Match) -> Expression | None:
    """Units without a number, where a preposition makes them a duration: "for years", "within hours"."""
    token = match["units"]
    assert token is not None
    if word_before(match) not in (
        "for",
        "in",
        "within",
        "over",
        "after",
        "of",
        "by",
        "take",
        "took",
        "takes",
        "lasted",
        "last",
    ):
        return None
    if word_before(match) in ("of", "by", "in", "over", "after") and re.match(
        r"\s+(?:of|past|gone|to)\b", match.after()
    ):
        return None
    if re.match(r"[\s-]+old\b", match.after()):
        return None
    return Expression(match.span, Lasting(period(token.value, None)))


def _long(match: Match) -> Expression:
    """ "month-long", "decades-long"."""
    token = match["unit"] or match["units"]
    assert token is not None
    return Expression(match.span, Lasting(period(token.value, None if match.has("units") else 1)))


def _pointed(match: Match) -> Expression | None:
    """ "the past few years", "the next two weeks", "the first nine months": a stretch with one end at hand."""
    token = match["units"] or match["quarters"]
    assert token is not None
    return Expression(match.span, Lasting(period(token.value, amount(match))))


def _stretch(match: Match) -> Expression | None:
    """ "the nine months": an amount that the article makes a known one."""
    return None if match["units"] is None else _pointed(match)


def _between(match: Match) -> Expression | None:
    """ "two to three weeks": TIMEX3 has no form for it but one that leaves the number open."""
    token = match["units"]
    assert token is not None
    return Expression(match.span, Lasting(period(token.value, None)))


def _every(match: Match) -> Expression | None:
    """ "every Friday", "each month", "every two weeks", "every other day"."""
    count: float = 2 if match.has("other") else 1
    if match.has("amount"):
        count = amount(match) or 1
    if (day := match["anyweekday"]) is not None:
        return Expression(match.span, Recurring(f"XXXX-WXX-{int(day.value) + 1}"))
    if (month := match["month"]) is not None:
        return Expression(match.span, Recurring(f"XXXX-{int(month.value):02d}"))
    if (season := match["season"]) is not None:
        return Expression(match.span, Recurring(f"XXXX-{('SP', 'SU', 'FA', 'WI')[int(season.value) - 1]}"))
    if (part := match["daypart"]) is not None:
        return Expression(match.span, Recurring(f"XXXX-XX-XXT{part.value}"))
    unit = match["anyunit"]
    assert unit is not None
    if unit.symbol in symbol("second"):
        return None
    return Expression(match.span, Recurring(period(unit.value, count)))


def _frequency(match: Match) -> Expression | None:
    token = match["freq"]
    assert token is not None
    if match.text[token.end : token.end + 1] == "-" or re.match(r"\s+[A-Z]", match.after()) and token.text[0].isupper():
        return None  # "the Daily Mail"
    return Expression(match.span, Recurring(token.value))


def _times(match: Match) -> Expression:
    """ "once a week", "three times a day"."""
    unit = match["unit"]
    assert unit is not None
    return Expression(match.span, Recurring(period(unit.value, 1)))


def _per(match: Match) -> Expression | None:
    unit = match["unit"]
    assert unit is not None
    return None if counts(match) else Expression(match.span, Recurring(period(unit.value, 1)))


RULES = (
    Rule(
        "duration",
        f"{AMOUNT} (?:another|more|consecutive|full)? <hyphen>? <anyunit> (?! hyphen long) or_so? (?: hyphen? and hyphen? a? hyphen? <half_more:half> | and <more_amount:amount> <more_unit:units> )?",
        _counted,
    ),
    Rule(
        "duration from here",
        f"(?:the|these)? (?:last|next|following|ord) {AMOUNT} (?:another|more|consecutive|full)? (?:<units>|<quarters>)",
        _pointed,
    ),
    Rule(
        "known duration",
        "(?:the|these|another) <amount> (?:another|more|consecutive|full)? (?:<units>|<quarters>)",
        _stretch,
    ),
    Rule("duration between bounds", "<amount> (?:to|and|hyphen) amount hyphen? <units>", _between),
    Rule("another", "another (?:a? <vague>|<amount>)? <anyunit>", _counted),
    Rule("bare units", "<units>", _units),
    Rule("long", "(?:<unit>|<units>) hyphen long", _long),
    Rule(
        "every",
        "each (?:<other>|<amount>|a? <vague>)? (?:<anyunit>|<anyweekday>|<month>|<season>|<daypart>)",
        _every,
    ),
    Rule("frequency", "<freq>", _frequency),
    Rule("times", "(?:once|amount times) (?:a|each|per) <unit>", _times),
    Rule("per", "per <unit>", _per),
)
