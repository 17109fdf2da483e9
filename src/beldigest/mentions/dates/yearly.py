"""What comes once a year: a day of a month, a month, a quarter, a season, a holiday; and which year is meant."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from typing import TypeGuard

from dateutil.easter import EASTER_ORTHODOX, EASTER_WESTERN, easter
from dateutil.relativedelta import relativedelta, weekday

from beldigest.language.temporal import Direction, Holiday, Meaning, Named
from beldigest.mentions.dates.period import Period

#: Days beyond which even a weak sign of tense outweighs nearness.
_FAR = 100
#: Years within which February 29 comes.
_LEAP = 8
#: Years within which a day of a month on a given weekday is looked for; farther off, one of the two is a slip.
_WEEKDAY = 3


def comes_yearly(meaning: Meaning) -> TypeGuard[Named]:
    """Whether it is a point of which only the year is left out."""
    if not isinstance(meaning, Named):
        return False
    if meaning.year is not None or meaning.which is not None or meaning.within is not None:
        return False
    field = meaning.month or meaning.quarter or meaning.half or meaning.season or meaning.holiday
    return field is not None


def in_order(named: Named) -> tuple[int, int] | None:
    """Where in its year a month, a day of one, or a quarter begins: the month, and the day or 0; None for others."""
    month = 3 * named.quarter - 2 if named.quarter is not None else named.month
    return (month, named.day or 0) if month is not None else None


def in_year(meaning: Named, year: int) -> Period | None:
    """The point that fields name in a year, or the year itself where they name nothing in it; None where there is none,
    or in a year that has no four digits."""
    if not -9999 <= year <= 9999:
        return None
    if meaning.holiday is not None:
        date = _celebrated(meaning.holiday, year)
        return Period.of("day", date) if date is not None else None
    if meaning.month is not None and meaning.day is not None:
        day = Period("day", year, meaning.month, meaning.day)
        return day if day.valid() else None
    if meaning.month is not None:
        return Period("month", year, meaning.month)
    if meaning.quarter is not None:
        return Period("quarter", year, 3 * meaning.quarter - 2)
    if meaning.season is not None:
        return Period("season", year, 3 * meaning.season)
    if meaning.half is not None:
        return Period("half", year, 6 * meaning.half - 5)
    return Period("year", year)


def _celebrated(holiday: Holiday, year: int) -> dt.date | None:
    if not 1583 <= year <= 4099:  # the years of the Gregorian Easter tables
        return None
    if holiday.easter is not None:
        feast = easter(year, EASTER_ORTHODOX if holiday.orthodox else EASTER_WESTERN)
        return feast + dt.timedelta(days=holiday.easter)
    if not holiday.month:
        return None  # it is said elsewhere
    if holiday.day:
        return dt.date(year, holiday.month, holiday.day)
    nth = relativedelta(day=1 if holiday.nth > 0 else 31, weekday=weekday(holiday.weekday)(holiday.nth))
    return dt.date(year, holiday.month, 1) + nth + dt.timedelta(days=holiday.plus)


def chosen(
    meaning: Named, anchor: Period, direction: Callable[[], Direction], *, narrative: bool = False
) -> Period | None:
    """The point of fields without a year that is meant, counted from ``anchor``."""
    reach = _LEAP if (meaning.month, meaning.day) == (2, 29) else _WEEKDAY if meaning.weekday is not None else 1
    years = range(anchor.year - reach, anchor.year + reach + 1)
    points: Iterator[Period] = (point for year in years if (point := in_year(meaning, year)) is not None)
    if meaning.weekday is not None:
        points = _on_weekday(list(points), meaning.weekday)
    if meaning.which in ("this", "that"):
        return next((point for point in points if point.year == anchor.year), None)
    before, around, after = _sides(points, anchor)
    match meaning.which:
        case "last" | "previous":
            return before
        case "next" | "following":
            return after
    nearest = min(filter(None, (before, after)), key=lambda point: _days(point, anchor), default=None)
    # A history goes on from where it is; and a weekday besides the day of the month leaves one year in some six.
    if around or nearest is None or narrative or meaning.weekday is not None:
        return around or nearest
    if meaning.quarter is not None or meaning.half is not None:
        # It is one that has ended, even where one is told to expect the report on it, unless one to come is nearer, or
        # the verb leaves no doubt.
        ahead = after is not None and direction() > (0 if after is nearest else 1)
        return after if ahead else before or nearest
    # News leaves out the year of what is near: only a clear tense, or some months, speak for the farther one.
    way = direction()
    if abs(way) < 2 and _days(nearest, anchor) <= _FAR:
        return nearest
    return (after if way > 0 else before) if before and after else nearest


def _on_weekday(points: list[Period], weekday: int) -> Iterator[Period]:
    """Those of the points that fall on a weekday; all of them where none does."""
    fitting = [point for point in points if point.first is None or point.first.weekday() == weekday]
    return iter(fitting or points)


def _sides(points: Iterator[Period], anchor: Period) -> tuple[Period | None, Period | None, Period | None]:
    """Of points in order the last one before the anchor, the first one that shares a day with it, and the first one
    after it."""
    before = around = None
    for point in points:
        side = point.compared(anchor)
        if side > 0:
            return before, around, point
        if side < 0:
            before = point
        else:
            around = around or point
    return before, around, None


def _days(point: Period, anchor: Period) -> int:
    """About how many days lie between the beginnings of two periods, in years of any era."""
    return abs((point.year - anchor.year) * 365 + (point.month - anchor.month) * 30 + point.day - anchor.day)
