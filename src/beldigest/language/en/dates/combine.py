"""How the meanings of two expressions beside each other make one, or share what only one of them says."""

from __future__ import annotations

import re
from typing import Literal, TypeGuard, cast

from attrs import evolve

from beldigest.language.en.dates.clock import in_part
from beldigest.language.temporal import (
    Clock,
    Expression,
    Holiday,
    Lasting,
    Meaning,
    Named,
    Recurring,
    Relative,
    Reported,
    Unit,
)

_COUNTED = re.compile(r"P(\d+)([DWMY])")
#: How TIMEX3 writes a weekday of any week.
_WEEKLY = "XXXX-WXX-"
_UNITS: dict[str, Unit] = {"D": "day", "W": "week", "M": "month", "Y": "year"}


def on_day(time: Meaning, day: Meaning) -> Clock | None:
    """A time of day on a day, or in a part of one: "9 a.m." and "Tuesday", "six o'clock" and "Tuesday evening"."""
    if not isinstance(time, Clock) or time.day is not None:
        return None
    if isinstance(day, Clock) and day.time is None and day.part is not None and day.day is not None:
        return evolve(in_part(time, day.part), day=day.day) if time.time is not None else None
    return evolve(time, day=day) if is_day(day) else None


def at_time(day: Meaning, time: Meaning) -> Clock | None:
    """A day with the time behind it: "Tuesday" and "9 a.m."."""
    return on_day(time, day) if isinstance(time, Clock) and time.part is None else None


def part_of(day: Meaning, part: Meaning) -> Clock | None:
    """A part of a day: "Tuesday" and "night"; or a time in one: "six o'clock on Tuesday" and "evening"."""
    if not isinstance(part, Clock) or part.part is None or part.day is not None:
        return None
    if isinstance(day, Clock):
        return in_part(day, part.part) if day.time is not None and day.day is not None else None
    return on_day(part, day)


def night_from(night: Meaning, day: Meaning) -> Clock | None:
    """The night that begins on a weekday: "overnight" from "Sunday"."""
    return on_day(night, day) if is_night(night) and isinstance(day, Named) and _is_weekday(day) else None


def week_of(week: Meaning, day: Meaning) -> Named | None:
    """The week or weekend in which a day lies: "the week" and "March 4"."""
    if not (isinstance(day, Named) and is_day(day)):
        return None
    if isinstance(week, Named) and week == Named(weekend=True):
        return evolve(day, weekend=True)
    this_week = isinstance(week, Relative) and (week.unit, week.count) == ("week", 0)
    return evolve(day, week_of=True) if this_week else None


def counted_from(count: Meaning, base: Meaning, sign: Literal[-1, 1]) -> Relative | None:
    """A point counted from one that is named: "three weeks" after "Easter", "the day" before "March 5"."""
    if not isinstance(base, Named) or not (base.holiday or (base.month and base.day) or _is_weekday(base)):
        return None
    if isinstance(count, Relative) and (count.count, count.origin) == (0, "known"):
        return evolve(count, count=sign, base=base) if count.unit in _UNITS.values() else None
    amount = _COUNTED.fullmatch(count.period) if isinstance(count, Lasting) else None
    return Relative(_UNITS[amount[2]], sign * int(amount[1]), "text", sign, base) if amount else None


def weeks_on(count: Meaning, day: Meaning) -> Relative | None:
    """The same weekday, weeks after the coming one, or after one near today: "a week" on, or from, "Tuesday", "a week"
    from "tomorrow"."""
    amount = _COUNTED.fullmatch(count.period) if isinstance(count, Lasting) else None
    if amount is None or amount[2] != "W":
        return None
    if isinstance(day, Relative) and (day.unit, day.origin, day.sign) == ("day", "speech", 0) and day.count is not None:
        return evolve(day, count=day.count + 7 * int(amount[1]))
    if not isinstance(day, Named) or not _is_weekday(day):
        return None
    return Relative("day", 7 * int(amount[1]), "speech", 1, evolve(day, which=day.which or "next"))


def each_of(nth: Meaning, often: Meaning) -> Recurring | None:
    """A day in each of many months: "the first Monday" and "each month"."""
    in_month = isinstance(nth, Named) and _in_any_month(nth)
    return often if in_month and isinstance(often, Recurring) else None


def same_of(period: Meaning, year: Meaning) -> Reported | None:
    """The period of a report in another year: "the same period" and "last year", "the quarter" and "a year ago"."""
    if isinstance(period, Relative) and (period.unit, period.count, period.origin) == ("month", 0, "text"):
        period = Reported(unit="month")  # "the same month"
    if not isinstance(period, Reported) or period.year is not None:
        return None
    if isinstance(year, Relative) and year.unit == "year" and year.count is not None:
        return evolve(period, year=year)
    is_year = isinstance(year, Named) and year.year is not None and not _yearly(year)
    return evolve(period, year=year) if is_year else None


def is_day(meaning: Meaning) -> bool:
    """Whether it names a day, or counts to one."""
    if isinstance(meaning, Named):
        holiday = meaning.holiday is not None and not _in_any_month(meaning)
        return meaning.day is not None or meaning.weekday is not None or holiday
    return isinstance(meaning, Relative) and meaning.unit == "day" and meaning.count is not None


def is_night(meaning: Meaning) -> TypeGuard[Clock]:
    """Whether it is a night."""
    return isinstance(meaning, Clock) and meaning.part == "NI"


def within(inner: Meaning, outer: Meaning) -> Named | None:
    """A point in the longer period that holds it: "summer" and "1998", "Friday" and "last week"; else None."""
    if not isinstance(inner, Named) or inner.year is not None or inner.within is not None:
        return None
    if isinstance(outer, Relative):
        if outer.unit == "month" and _is_weekday(inner) and inner.which == "last":
            inner = Named(holiday=Holiday(weekday=cast(int, inner.weekday), nth=-1))  # "the last Sunday of the month"
        holds = {
            "week": inner.weekday is not None and inner.month is None,
            "month": inner.month is None and (inner.day is not None or _in_any_month(inner)),
            "year": _yearly(inner) and outer.count is not None and not _in_any_month(inner),
        }
        return evolve(inner, within=outer, which=None) if holds.get(outer.unit) else None
    if not isinstance(outer, Named):
        return None
    if outer.year is not None and not _yearly(outer) and _yearly(inner) and not _in_any_month(inner):
        fiscal = inner.fiscal or outer.fiscal
        return evolve(inner, year=outer.year, two_digits=outer.two_digits, fiscal=fiscal, which=None)
    if inner.weekday is not None and inner.month is None and outer.day is not None and outer.month is None:
        return evolve(inner, day=outer.day) if outer.which is None else None  # "Friday the 13th"
    return None


def day_within(time: Meaning, outer: Meaning) -> Clock | None:
    """A time on a day of the longer period behind it: "9 a.m. on Christmas Day" and "2012"."""
    day = within(time.day, outer) if isinstance(time, Clock) and time.day is not None else None
    return evolve(time, day=day) if isinstance(time, Clock) and day is not None else None


def _is_weekday(named: Named) -> bool:
    return named.weekday is not None and named.month is None and named.day is None


def held_by(outer: Meaning, inner: Meaning) -> Named | None:
    """A point behind the period that holds it: "last year" and "third quarter"."""
    return within(inner, outer)


def in_year(year: Meaning, part: Meaning) -> Named | None:
    """A part of a year behind it: "the 1988" and "second quarter"."""
    is_part = isinstance(part, Named) and (part.quarter or part.half or part.season)
    return within(part, year) if is_part else None


def _in_any_month(named: Named) -> bool:
    """Whether it is the n-th weekday of a month that is not said."""
    return named.holiday is not None and not named.holiday.month and named.holiday.easter is None


def _yearly(named: Named) -> bool:
    """Whether it names something that comes once a year."""
    return any(part is not None for part in (named.month, named.quarter, named.half, named.season, named.holiday))


def comparable(a: Meaning, b: Meaning) -> bool:
    """Whether the two can be the ends of a range, or members of a list."""
    if isinstance(a, Named) and isinstance(b, Recurring):
        return _is_weekday(a) and b.value.startswith(_WEEKLY)
    if isinstance(a, Clock) and isinstance(b, Clock):
        return a.part is None and b.part is None
    if is_night(a):  # "Sunday night into Monday", "overnight into Tuesday"
        of_weekday = isinstance(a.day, Named) and _is_weekday(a.day)
        return isinstance(b, Named) and _is_weekday(b) and (of_weekday or a.day is None)
    return isinstance(a, Named | Relative) and isinstance(b, Named | Relative)


def shared(a: Expression, b: Expression, *, ranged: bool) -> tuple[Expression, Expression]:
    """The two with the year, or the day of a time, that only one of them has: "January to March 2024"."""
    first, second = a.meaning, b.meaning
    if isinstance(first, Clock) and isinstance(second, Clock) and first.day is None and second.day is not None:
        return evolve(a, meaning=evolve(first, day=second.day)), b
    if ranged and is_night(first) and first.day is None and isinstance(second, Named):
        return evolve(a, meaning=evolve(first, day=Relative("day", -1, base=second))), b
    if isinstance(first, Named) and isinstance(second, Recurring) and first.weekday is not None:
        part = second.value.partition("T")[2]  # "Monday and Tuesday nights"
        value = f"{_WEEKLY}{first.weekday + 1}" + (f"T{part}" if part else "")
        return evolve(a, meaning=Recurring(value)), b
    if not isinstance(first, Named) or not isinstance(second, Named):
        return a, b
    if first.decade is not None and second.decade is not None and second.two_digits and not first.two_digits:
        # "the 1920s and '30s"
        century = first.decade - first.decade % 100
        return a, evolve(b, meaning=evolve(second, decade=century + second.decade, two_digits=False))
    if _is_weekday(first) and _is_weekday(second) and first.which is None and second.within is not None:
        return evolve(a, meaning=evolve(first, within=second.within)), b  # "Monday and Tuesday of next week"
    if _rank(first) != _rank(second):
        return a, b
    if not _yearly(first) or first.within is not None or second.within is not None:
        return a, b
    later = _place(first) > _place(second)
    if first.year is None and second.year is not None:
        year = second.year - (ranged and later)  # "December to February 2024" begins in 2023
        return evolve(a, meaning=evolve(first, year=year, two_digits=second.two_digits)), b
    if ranged and second.year is None and first.year is not None:
        return a, evolve(b, meaning=evolve(second, year=first.year + later, two_digits=first.two_digits))
    return a, b


def _rank(named: Named) -> tuple[bool, ...]:
    """Which fields are named: two points with the same ones are of one length."""
    fields = (named.holiday, named.month and named.day, named.month, named.quarter, named.half, named.season)
    return tuple(field is not None for field in fields)


def _place(named: Named) -> tuple[int, int]:
    return (named.month or named.quarter or named.half or named.season or 0, named.day or 0)
