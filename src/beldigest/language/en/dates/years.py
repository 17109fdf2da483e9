"""When four digits are a year.

A number from 1000 to 2199 is one if a word of time introduces it and it counts nothing ("in 1815", not "in 1815
villages"); from 1900 to 2099 news hardly ever writes another number without a thousands separator, so there it is enough
that nothing speaks against it: a currency, a measure, a counted noun, a code, an address.
"""

from __future__ import annotations

import re
from functools import cache

from beldigest.language.en.dates.context import TEMPORAL, WEAK, counts, word_before
from beldigest.language.en.dates.pattern import Match, Rule, symbol
from beldigest.language.temporal import Expression, Named
from beldigest.model import Span

#: Glued to the left: money, paths, codes ("A-2010", "No. 1950"), the tail of a longer number; but not the first year of a range.
_CODE_BEFORE = re.compile(r"(?:[$€£¥#@/\\:=_&+~]|[^\W\d_]['’]|\b[Nn]os?\.\s?|[^\W_]-|[^\W\d_]\d*-)\Z")
_RANGE_BEFORE = re.compile(r"(?:\b(?:1\d|20)\d\d\s?[-–—/]\s?|\b(?:mid|pre|post|early|late|since)-)\Z", re.IGNORECASE)
#: Glued to the right: the same, and units; but not the second year of a range, and not "-based".
_CODE_AFTER = re.compile(r"[/\\:=@_&+~]\S|\.\d|['’](?!s\b)\S|-[^\W_]|\s?[%°$€£]")
_RANGE_AFTER = re.compile(r"[-–—/](?:\d\d|(?:1\d|20)\d\d)(?![\d-])|-(?:[a-z]{3,})")
#: Before a number and a noun in the plural, these make the number a year ("the 2012 elections").
_DETERMINERS = frozenset("the s this that its his her their our a".split())


def _written(match: Match) -> Expression | None:
    token = match["anyyear"]
    assert token is not None
    before, after, word = match.before(), match.after(), word_before(match)
    if token.symbol in symbol("short_year"):
        dated = word in TEMPORAL | {"the", "spring", "summer", "fall", "autumn", "winter"}
        return Expression(match.span, Named(year=int(token.value), two_digits=True)) if dated else None
    named = Named(year=int(float(token.value)))
    if match.has("the"):
        return Expression(match.span, named)
    if token.symbol in symbol("spelled_year"):
        return Expression(match.span, named) if word in TEMPORAL or token.value < "2000" else None
    if _CODE_BEFORE.search(before) and not _RANGE_BEFORE.search(before):
        return None
    if _CODE_AFTER.match(after) and not _RANGE_AFTER.match(after):
        return None
    counted = counts(match)
    if word in WEAK and counted:
        return None
    if 1900 <= int(token.value) <= 2099:
        return None if counted and word not in TEMPORAL | _DETERMINERS else Expression(match.span, named)
    if counted or int(token.value) > 2199:
        return None
    introduced = (
        word in TEMPORAL - WEAK or _part_of(match) or (word in TEMPORAL and re.match(r"\s[a-z]", after) is None)
    )
    bracketed = before.endswith("(") or _RANGE_BEFORE.search(before) or _RANGE_AFTER.match(after) or after[:1] == ")"
    return Expression(match.span, named) if introduced or bracketed else None


def _part_of(match: Match) -> bool:
    """Whether the number stands behind "July", "November,", "summer of", "the end of", "1782 and" and the like."""
    run, at = match.run, match.found.start()
    if at and run[at - 1].symbol in _parts():
        return True
    if at < 2:
        return False
    link, head = run[at - 1].symbol, run[at - 2].symbol
    if link in symbol("of"):
        return head in _parts() + symbol("start") + symbol("middle") + symbol("end") + symbol("anyunit")
    if link in symbol("comma") or link in symbol("dot"):
        return head in symbol("anymonth")
    return link in symbol("and") and head in symbol("year")


@cache
def _parts() -> str:
    return symbol("anymonth") + symbol("season") + symbol("half") + symbol("holiday")


def _of_era(match: Match) -> Expression | None:
    value = match.value("count")
    if not value or value > 9999:
        return None
    return Expression(match.span, Named(year=1 - value if match.has("era_bc") else value))


def _fiscal(match: Match) -> Expression | None:
    token = match["year"] or match["fiscal_year"]
    assert token is not None
    return Expression(match.span, Named(year=int(token.value), two_digits=len(token.value) == 2))


def _short_range(match: Match) -> list[Expression] | None:
    """ "1914-18": the second year shares its century with the first."""
    first, second = match.tokens[0], match.tokens[-1]
    year, end = int(first.value), second.value.zfill(2)
    if len(second.text) != 2 or int(end) <= year % 100 or year > 2199 or counts(match):
        return None
    if _CODE_BEFORE.search(match.before()) or _CODE_AFTER.match(match.after()) or re.match(r"[-–]\d", match.after()):
        return None
    last = Named(year=year - year % 100 + int(end))
    return [
        Expression(Span(first.start, first.end), Named(year=year), to_next=True),
        Expression(Span(second.start, second.end), last),
    ]


RULES = (
    Rule("years", "year (?:hyphen|dash) (?:day|number)", _short_range),
    Rule("year", "(?:<the> unit)? <anyyear> (?!era_bc|scale)", _written),
    Rule("year of an era", "circa? dot? <count:plainnumber> (?:<era_bc>|era_ad)", _of_era),
    Rule("year of an era, era first", "era_ad <count:plainnumber>", _of_era),
    Rule("fiscal year", "the? (?:fiscal unit? <year>|<fiscal_year>)", _fiscal),
)
