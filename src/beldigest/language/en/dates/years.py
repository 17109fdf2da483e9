"""When four digits are a year.

A number from 1000 to 2199 is one if a word of time introduces it and it counts nothing ("in 1815", not "in 1815
villages"). From 1900 to 2099 news hardly ever writes another number without a thousands separator; there it is enough
that nothing speaks against it: a currency, a measure, a counted noun, a code, an address.
"""

from __future__ import annotations

import re

from beldigest.language.en.dates.context import complete, counts, name_follows, word_after, word_before, words
from beldigest.language.en.dates.pattern import Match, Rule, symbol
from beldigest.language.temporal import Expression, Named
from beldigest.model import Span

#: Glued to the left: money, paths, codes ("A-2010", "No. 1950"), the tail of a longer number.
_CODE_BEFORE = re.compile(r"(?:[$€£¥#@/\\:=_&+~]|[^\W\d_]['’]|\b[Nn]os?\.\s?|[^\W_]-|[^\W\d_]\d*-)\Z")
#: "© Halm Press Ltd 2021", "Copyright 2019-2021": a notice, not a time.
_COPYRIGHT = re.compile(r"(?:©|\(c\)|\bcopyright\b)[^.;!?]*\Z", re.IGNORECASE)
_NOTICE = 60
#: But not the first year of a range, nor a prefix of time.
_RANGE_BEFORE = re.compile(
    r"(?:\b(?:1\d|20)\d\d\s?[-–—/]\s?|\b(?:mid|pre|post|end|early|late|since)-)\Z", re.IGNORECASE
)
_NAME_BEFORE = re.compile(r"[^.!?\s]\s+([^\W\d_a-z][^\W\d_]+)\s\Z")
#: Glued to the right: the same, and units; but not the second year of a range, and not "-based".
_CODE_AFTER = re.compile(r"[/\\:=@_&+~]\S|\.\d|['’](?!s\b)\S|-[^\W_]|\s?[%°$€£]")
_RANGE_AFTER = re.compile(r"[-–—]\d\d(?![\d-])|[-–—/](?:1\d|20)\d\d(?![\d-])|-[a-z]{3,}")


def _written(match: Match) -> Expression | None:
    token, before = match.token("anyyear"), word_before(match)
    temporal = before in words("temporal")
    if token.symbol in symbol("short_year"):
        named = Named(year=int(token.value), two_digits=True)
        return Expression(match.span, named) if temporal or before == "the" or _part_of(match) else None
    named = Named(year=int(float(token.value)))
    if match.has("the"):  # "the year 2000"
        return Expression(match.span, named)
    if token.symbol in symbol("spelled_year"):
        return Expression(match.span, named) if temporal or token.value < "2000" else None
    year = Expression(match.span, named)
    if _in_code(match):
        return None
    if _part_of(match):
        return year
    if _in_name(match) and not _bracketed(match):
        return None
    if before in words("weak") and counts(match):
        return None
    if 1900 <= int(token.value) <= 2099:
        return None if counts(match) and not temporal and before not in words("determiner") else year
    if int(token.value) > 2199 or counts(match):
        return None
    if before in words("determiner") and word_after(match):
        return year  # "the 1783 peace treaty"
    if temporal and (before not in words("weak") or complete(match) or not word_after(match)[:1].islower()):
        return year  # "the law of 1793 was", but not "of 1793 men"
    return year if _bracketed(match) else None


def _in_code(match: Match) -> bool:
    before, after = match.before(), match.after()
    if _COPYRIGHT.search(match.before(_NOTICE)) is not None:
        return True
    return (_CODE_BEFORE.search(before) is not None and _RANGE_BEFORE.search(before) is None) or (
        _CODE_AFTER.match(after) is not None and _RANGE_AFTER.match(after) is None
    )


def _in_name(match: Match) -> bool:
    """Whether it ends a name ("Agenda 2030", "Euro 2024"): a word with a capital stands right before it that does not
    introduce a time, and does not open the line; and none behind it, as in a headline ("Court Voids 2020 Vote")."""
    found = _NAME_BEFORE.search(match.before())
    if name_follows(match):
        return False
    return found is not None and found[1].lower() not in words("temporal") | words("weak") | words("pointer")


def _bracketed(match: Match) -> bool:
    """Whether it is a year of a range, or in brackets: "(1789)", "1756-1763"."""
    before, after = match.before(), match.after()
    in_range = _RANGE_BEFORE.search(before) or _RANGE_AFTER.match(after)
    return in_range is not None or before.endswith("(") or after.startswith(")")


def _part_of(match: Match) -> bool:
    """Whether it stands behind "July", "November,", "summer of", "the end of", "1782 and" and the like."""
    run, at = match.run, match.found.start()
    parts = symbol("anymonth") + symbol("season") + symbol("half") + symbol("holiday")
    if at and run[at - 1].symbol in parts:
        return True
    if at < 2:
        return False
    link, head = run[at - 1].symbol, run[at - 2].symbol
    if link in symbol("of"):
        return head in parts + symbol("start") + symbol("middle") + symbol("end") + symbol("anyunit")
    if link in symbol("comma") + symbol("dot"):
        return head in symbol("anymonth")
    return link in symbol("and") and head in symbol("year")


def _of_era(match: Match) -> Expression | None:
    count = match.value("count")
    if not count or count > 9999:
        return None
    return Expression(match.span, Named(year=1 - count if match.has("era_bc") else count))


def _range_of_era(match: Match) -> list[Expression] | None:
    """ "499 to 493 BC", "AD 14-37": both years are of the era."""
    first, last = match.token("first"), match.token("count")
    years = [int(float(token.value)) for token in (first, last)]
    before = match.has("era_bc")
    if not all(0 < year <= 9999 for year in years) or (years[0] > years[1]) != before:
        return None
    spans = (Span(match.span.start, first.end), Span(last.start, match.span.end))
    ends = [Named(year=1 - year if before else year) for year in years]
    return [Expression(spans[0], ends[0], to_next=True), Expression(spans[1], ends[1])]


def _fiscal(match: Match) -> Expression:
    token = match.token("year", "fiscal_year")
    named = Named(year=int(token.value), two_digits=len(token.value) == 2, fiscal=True)
    return Expression(match.span, named)


def _short_range(match: Match) -> list[Expression] | None:
    """ "1914-18", "fiscal year 2023/24": the second year shares its century with the first, and behind a slash it is
    the next one."""
    first, second = match.token("year", "fiscal_year"), match.tokens[-1]
    if len(second.text) != 2 or not second.value.isdecimal():
        return None
    year, end = int(first.value), int(second.value)
    if not 1000 <= year <= 2199 or end <= year % 100 or counts(match):
        return None
    if (match.has("slash") and end != year % 100 + 1) or _in_code(match) or re.match(r"[-–/]\d", match.after()):
        return None
    fiscal = match.has("fiscal") or match.has("fiscal_year")
    return [
        Expression(Span(match.span.start, first.end), Named(year=year, fiscal=fiscal), to_next=True),
        Expression(Span(second.start, second.end), Named(year=year - year % 100 + end, fiscal=fiscal)),
    ]


RULES = (
    Rule(
        "years",
        "(?:(?:the? <fiscal> unit? | the unit)? <year>|<fiscal_year>) (?:hyphen|dash|<slash>) (?:day|number)",
        _short_range,
    ),
    Rule("year", "(?:<the> unit)? <anyyear> (?!era_bc|scale)", _written),
    Rule(
        "years of an era",
        "circa? dot? <first:plainnumber> (?:to|sep) <count:plainnumber> (?:<era_bc>|era_ad)",
        _range_of_era,
    ),
    Rule("years of an era, era first", "era_ad <first:plainnumber> (?:to|sep) <count:plainnumber>", _range_of_era),
    Rule("year of an era", "circa? dot? <count:plainnumber> (?:<era_bc>|era_ad)", _of_era),
    Rule("year of an era, era first", "era_ad <count:plainnumber>", _of_era),
    Rule("fiscal year", "the? (?:fiscal unit? <year>|<year> fiscal unit|<fiscal_year>)", _fiscal),
)
