"""Rules for durations: "three-day", "a year and a half", "the past two months", "for years"."""

from __future__ import annotations

import re

from beldigest.language.en.dates.context import is_age, word_before
from beldigest.language.en.dates.pattern import Match, Rule, symbol
from beldigest.language.temporal import Expression, Lasting

#: Designators of the units, as in ISO 8601 and, for quarters, in TIMEX3: whether they are parts of a day, how many of
#: them one unit is.
_DESIGNATORS = {
    "second": ("T", 1, "S"),
    "minute": ("T", 1, "M"),
    "hour": ("T", 1, "H"),
    "day": ("", 1, "D"),
    "weekend": ("", 1, "WE"),
    "week": ("", 1, "W"),
    "fortnight": ("", 2, "W"),
    "month": ("", 1, "M"),
    "quarter": ("", 1, "Q"),
    "year": ("", 1, "Y"),
    "decade": ("", 10, "Y"),
    "century": ("", 100, "Y"),
}
#: What a fraction of a unit is counted in: how many make the unit, and their designator.
_SMALLER = {"Y": (12, "M"), "D": (24, "TH"), "TH": (60, "M"), "TM": (60, "S")}
#: TIMEX3's own designators of units whose number is not said.
_UNSAID = {"decade": "DE", "century": "CE"}

#: An amount: "two", "two and a half", "a", "a couple of", "a few", "several", "half a".
AMOUNT = (
    "(?: <amount> (?:hyphen? and hyphen? a? hyphen? <half>)?"
    " | a? <vague> | a? <couple> of? | <half> hyphen? a | <a> <half>? )"
)
#: The larger one of two amounts: "two | or three", "12 | to 18".
MOST = "(?:(?:to|and|hyphen) <most:amount>)?"
_WHOLE = "(?:another|more|consecutive|full)?"
#: What makes units without a number a duration: "for years", "it took weeks".
_LASTING_BEFORE = frozenset(("for", "in", "within", "over", "after", "of", "by", "take", "took", "takes", "lasted"))
_RATE_BEFORE = re.compile(
    r"(?:(?:\d|\b(?<!the\s)(?:one|two|three|four|five|six|seven|eight|nine|ten|dozens?))(?:\s[a-z]{1,12})?|%|"
    r"\b(?:percent|per cent|million|billion|thousand|hundred|once|twice|times|dollars|euros|"
    r"pounds|rubles|miles|barrels|tons|hours|days))\s\Z"
)
_OF = re.compile(r"\s+of\b")
#: What fills a stretch: "years | of conflict"; but "the war was within days of its end".
_FILLED = re.compile(r"\s+of\s+(?!(?:the|this|that|these|those|an?|his|her|its|their|our|my|your)\b)[a-z]")
_GONE = re.compile(r"\s+(?:of|past|gone|to\s+come)\b")


def amount(match: Match) -> float | None:
    """The number that an amount says; None where it only says that there are several."""
    half = 0.5 if match.has("half") else 0.0
    if (token := match["amount"]) is not None:
        return float(token.value) + half
    if match.has("vague"):
        return None
    return half or (2 if match.has("couple") else 1)


def period(unit: str, count: float | None) -> str:
    """An ISO 8601 duration; "several days" is PXD, and a fraction goes to the next smaller unit."""
    time, size, designator = _DESIGNATORS[unit]
    if count is None:
        return f"P{time}X{_UNSAID.get(unit, designator)}"
    total = count * size
    whole = int(total)
    if total == whole or time + designator not in _SMALLER:
        return f"P{time}{whole if total == whole else f'{total:g}'}{designator}"
    parts, smaller = _SMALLER[time + designator]
    head = f"{whole}{designator}" if whole else ""
    mark = "T" if smaller.startswith("T") else ""
    return f"P{time}{head}{mark}{round((total - whole) * parts)}{smaller.removeprefix('T')}"


def _counted(match: Match) -> Expression | None:
    """ "two years", "three-day", "an hour and a half", "three years and two months"."""
    unit = match.token("anyunit")
    count = amount(match)
    plural = unit.symbol in symbol("units") + symbol("quarters")
    joined = match.has("hyphen")
    if is_age(match) or _is_rate(match):
        return None
    if unit.symbol in symbol("second") and not (match.has("amount") and (joined or count == 1)):
        return None  # an ordinal
    if unit.value == "quarter" and (joined or not plural or (count == 3 and _OF.match(match.after()))):
        return None  # "a quarter", "three-quarters", "three quarters of it": a fourth part
    if not plural and (unit.value == "weekend" or (count is None and not joined)):
        return None
    if match.has("half_more") and count is not None:
        count += 0.5
    said = period(unit.value, count)
    if match.has("more_unit"):
        more = period(match.token("more_unit").value, match.value("more_amount"))
        said += more[2:] if said.startswith("PT") and more.startswith("PT") else more[1:]
    return Expression(match.span, Lasting(said))


def _is_rate(match: Match) -> bool:
    """Whether "a year" says how often: "$300 a year", "twice a week", "100 miles an hour"."""
    return match.tokens[0].symbol in symbol("a") and _RATE_BEFORE.search(match.before()) is not None


def _bare(match: Match) -> Expression | None:
    """ "for years", "within hours", "it took weeks", "months of talks"."""
    before, after = word_before(match), match.after()
    lasting = before in _LASTING_BEFORE and (before == "for" or not _GONE.match(after))  # "in years past"
    if not (lasting or (before != "the" and _FILLED.match(after))) or is_age(match):
        return None
    return Expression(match.span, Lasting(period(match.token("units").value, None)))


def _part(match: Match) -> Expression | None:
    """ "the first hours of the raid", "the last year of the war"; but "the last days of May" are told by the month, and
    "the first day of the trial" is a day."""
    unit = match.token("units", "unit")
    one = unit.symbol in symbol("unit")
    articles = symbol("the") + symbol("a") + symbol("this") + symbol("full")
    of_period = any(token.symbol not in articles for token in match.run[match.found.end() + 1 :])
    if of_period or not _OF.match(match.after()) or (one and unit.value in ("day", "weekend")):
        return None
    return Expression(match.span, Lasting(period(unit.value, 1 if one else None)))


def _long(match: Match) -> Expression:
    """ "month-long", "decades-long"."""
    return Expression(
        match.span, Lasting(period(match.token("unit", "units").value, None if match.has("units") else 1))
    )


def _known(match: Match) -> Expression:
    """ "the past few years", "the next two weeks", "the nine months": a stretch that is a known one."""
    count = None if match.has("most") else amount(match)
    return Expression(match.span, Lasting(period(match.token("units", "quarters").value, count)))


def _or_two(match: Match) -> Expression | None:
    """ "a day or two"."""
    return _between(match) if match.token("and").text.lower() == "or" else None


def _between(match: Match) -> Expression | None:
    """ "two to three weeks": TIMEX3 has no form for it but one that leaves the number open."""
    least, most = match["amount"], match["most"]
    if least is not None and most is not None and float(least.value) > float(most.value):
        return None  # "in 2025 to 20 years"
    return Expression(match.span, Lasting(period(match.token("units").value, None)))


RULES = (
    Rule(
        "duration",
        f"{AMOUNT} {_WHOLE} <hyphen>? <anyunit> (?! hyphen (?:long|ago|earlier)) or_so?"
        " (?: hyphen? and hyphen? a? hyphen? <half_more:half> | and <more_amount:amount> <more_unit:units> )?",
        _counted,
    ),
    Rule(
        "duration from here",
        f"(?:the|these)? (?:last|next|following|ord) {AMOUNT} {MOST} {_WHOLE} (?:<units>|<quarters>) or_so?",
        _known,
    ),
    Rule("duration to here", f"(?:the|these) {AMOUNT} (?:last|next|following) (?:<units>|<quarters>)", _known),
    Rule("known duration", f"(?:the|these|another) <amount> {_WHOLE} <units>", _known),
    Rule("duration between bounds", "<amount> (?:to|and|hyphen) <most:amount> hyphen? <units>", _between),
    Rule("one or two", "a <units:unit> <and> <most:amount>", _or_two),
    Rule("another", "another (?:a? <vague>|<amount>)? <anyunit>", _counted),
    Rule("bare units", "<units>", _bare),
    Rule("part of a stretch", "the (?:ord|last|final) (?:<units>|<unit>)", _part),
    Rule("long", "(?:<unit>|<units>) hyphen long", _long),
)
