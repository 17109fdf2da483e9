"""Dates and figures in words, as a page shows them."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from decimal import Context, Decimal
from fractions import Fraction

from beldigest import Figure, When
from beldigest_markdown.escape import escaped

#: Not those of the ``calendar`` module, which change with the locale of the process.
_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)

#: The time of day in an EDTF value.
_CLOCK = re.compile(r"T(\d\d:\d\d(?::\d\d)?)")

#: An EDTF value that is a year, or a month, which it has in a group.
_REDUCED = re.compile(r"\d{4}(-(?:0[1-9]|1[0-2]))?[~?%]?")

#: Large numbers that are written short where that is exact.
_SHORT = ((12, "trillion"), (9, "billion"), (6, "million"))
_THOUSANDTH = Decimal("0.001")

#: How a fraction that no decimal can give was rounded, and the largest denominator that it is told by.
_ROUNDED = Context(prec=28)
_DENOMINATOR = 100

#: Plurals of units that are not made with an -s.
_PLURALS = {"century": "centuries", "foot": "feet", "inch": "inches", "penny": "pence"}
_UNCHANGED = frozenset({"hertz", "horsepower", "kelvin", "lux", "permille", "stone"})

#: Changes that are said after the amount: 12% more.
_AFTER = frozenset({"more", "less"})
#: Changes of which a percentage says how much, and not what share of the whole.
_BY = _AFTER | {"rose by", "fell by"}


def date(when: When) -> str:
    """A date as people write it, no more precise than it is known; its own words where no day is known.

    A stretch of whole months or years, as a season or a quarter is, is told by them: ``January to March 2025``.
    """
    first, last = when.first, when.last
    if first and last:
        clock = _CLOCK.search(when.edtf or "") if first == last else None
        shown = _stretch(first, last) + (f", {clock[1]}" if clock else "")
    elif first:
        shown = f"from {_end((when.edtf or '').partition('/')[0], first)}"
    elif last:
        shown = f"until {_end((when.edtf or '').rpartition('/')[2], last)}"
    else:
        return when.text or when.edtf or "undated"
    return f"{'about ' if when.approximate else ''}{shown}{' (uncertain)' if when.uncertain else ''}"


def _stretch(first: dt.date, last: dt.date) -> str:
    start, end = ([str(day.day), _MONTHS[day.month - 1], str(day.year)] for day in (first, last))
    if first.day == 1 and last.day == calendar.monthrange(last.year, last.month)[1]:
        whole_years = first.month == 1 and last.month == 12
        start, end = (parts[2 if whole_years else 1 :] for parts in (start, end))
    if start == end:
        return " ".join(end)
    # What both ends share is said once: 28 April to 3 May 2025.
    for part in reversed(end):
        if start[-1] != part:
            break
        start.pop()
    return f"{' '.join(start)} to {' '.join(end)}"


def _end(edtf: str, day: dt.date) -> str:
    """The known end of an open period: a month or a year where its EDTF value says no more, else the day."""
    reduced = _REDUCED.fullmatch(edtf)
    if not reduced:
        return _stretch(day, day)
    return f"{_MONTHS[day.month - 1]} {day.year}" if reduced[1] else str(day.year)


def figure(one: Figure) -> str:
    """A figure as Markdown: bound, amount with its unit, what is counted, and when.

    A count, or a share of a whole that the same words name ("15% of listeners"), stands before what is counted. What a
    measure or another percentage is said with may be what it is an amount of, or what it is said of ("inflation of
    4%"), so a dot parts the two.
    """
    after = one.change if one.change in _AFTER else None
    before = None if after else one.change
    bound = None if one.bound == "exact" else one.bound
    counted, per = escaped(one.counted or ""), one.per and f"per {escaped(one.per)}"
    words = [before, bound, f"**{_amount(one)}**", after]
    share = _is_share(one)
    if counted and share and one.change not in _BY and one.counted_span is not None and one.counted_span in one.span:
        words += [f"of {counted}", per]
    elif counted and one.unit is None and not share and not after:
        words += [counted, per]
    else:
        words += [per, counted and f"· {counted}"]
    if one.as_of:
        words.append(f"· {escaped(one.as_of.text)}")
    return " ".join(filter(None, words))


def _is_share(one: Figure) -> bool:
    return one.unit == "%" or (one.unit is None and one.value is not None and 0 < one.value < 1)


def _amount(one: Figure) -> str:
    several = one.value is None or abs(one.value) != 1
    amount = f"{number(one.low)} to {number(one.high)}" if one.value is None else number(one.value)
    if one.unit is None or one.unit == "%":
        return f"{amount}{one.unit or ''}"
    return f"{amount} {escaped(_plural(one.unit) if several else one.unit)}"


def _plural(unit: str) -> str:
    """The plural of a unit's name, of whose words the first noun has it; a currency's code has none."""
    if unit.isupper():
        return unit
    noun, per, rest = unit.partition(" per ")
    if noun.startswith("degree "):
        noun, per, rest = "degree", " ", noun.removeprefix("degree ")
    first, space, last = noun.rpartition(" ")
    if last not in _UNCHANGED and not last.endswith("s"):
        last = _PLURALS.get(last, f"{last}s")
    return f"{first}{space}{last}{per}{rest}"


def number(value: Decimal | None) -> str:
    """A number with its thousands parted by commas, without an exponent or idle zeros.

    Millions and more are written short where that is exact, and a part that no decimal can give as a fraction.
    """
    if value is None:
        return "?"
    if fraction := _fraction(value):
        whole, rest = divmod(fraction, 1)
        return f"{whole} {rest}" if whole else f"{rest}"
    for power, name in _SHORT:
        if power <= value.adjusted() < power + 3:
            short = value.scaleb(-power).quantize(_THOUSANDTH)
            if short.scaleb(power) == value:
                return f"{short.normalize():f} {name}"
    digits, point, decimals = f"{value:,f}".partition(".")
    decimals = decimals.rstrip("0")
    return f"{digits}{point}{decimals}" if decimals else digits


def _fraction(value: Decimal) -> Fraction | None:
    """The fraction that was rounded to the value, if one was."""
    if len(value.as_tuple().digits) < _ROUNDED.prec or not -3 < value.adjusted() < 6 or value < 0:
        return None
    near = Fraction(value).limit_denominator(_DENOMINATOR)
    rounded = _ROUNDED.divide(Decimal(near.numerator), Decimal(near.denominator))
    return near if rounded == value and near.denominator > 1 else None
