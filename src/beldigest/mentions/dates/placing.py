"""Placing expressions in the calendar: what the words say, and the time that it is counted from -> a value."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable

from attrs import define, evolve, frozen
from dateutil.easter import easter
from dateutil.relativedelta import relativedelta, weekday

from beldigest.language.temporal import (
    Clock,
    Direction,
    Holiday,
    Lasting,
    Meaning,
    Named,
    Recurring,
    Relative,
    Unit,
    Vague,
)
from beldigest.mentions.dates.period import SIZE, Period
from beldigest.mentions.types import DateType
from beldigest.model import Precision

#: Years that a history goes back without meaning only to look back.
_LOOK_BACK = 5
#: Days beyond which even a weak sign of tense outweighs nearness.
_FAR = 100


@frozen
class Placed:
    """What an expression comes to: its TIMEX3 value, and the EDTF value where it has one."""

    type: DateType
    timex: str
    edtf: str | None = None
    precision: Precision | None = None
    period: Period | None = None
    anchor: str | None = None
    uncertain: bool = False


@define
class Placer:
    """Places the expressions of a passage, one after the other.

    ``speech`` is the time of writing, as far as it is known; ``spoken_of`` the last point that the text placed. In a
    ``narrative`` everything is counted from the latter. ``reported`` is the quarter or half year that a business report is
    about, which "a year earlier" and "the quarter" refer to.
    """

    speech: Period | None
    narrative: bool = False
    spoken_of: Period | None = None
    reported: Period | None = None

    def place(self, meaning: Meaning, direction: Callable[[], Direction]) -> Placed:
        """The value of an expression; ``direction`` is asked only where it matters."""
        match meaning:
            case Lasting(period):
                return Placed("duration", period)
            case Recurring(value):
                return Placed("set", value)
            case Vague(value):
                return Placed("date", value)
            case Clock():
                return self._clock(meaning, direction)
        period = self._point(meaning, direction)
        if period is None:
            return Placed("date", _open_timex(meaning))
        uncertain = isinstance(meaning, Named) and meaning.ambiguous
        anchor = self._anchor_of(meaning)
        if self._moves(period):
            self.spoken_of = period
        if isinstance(meaning, Named) and period.unit in ("quarter", "half"):
            self.reported = period
        edtf = period.edtf()
        return Placed("date", period.timex(), edtf, period.unit, period, anchor, uncertain)  # type: ignore[arg-type]

    def _moves(self, period: Period) -> bool:
        """Whether the text goes on from a point. A bare year far back is a look back, and a history returns from it."""
        if not self.narrative or self.spoken_of is None or SIZE[period.unit] < SIZE["year"]:
            return True
        return period.unit == "year" and period.year >= self.spoken_of.year - _LOOK_BACK

    def _anchor_of(self, meaning: Meaning) -> str | None:
        """What a relative expression was counted from, as EDTF; None for one that is complete by itself."""
        if isinstance(meaning, Named) and meaning.within is None and not meaning.two_digits:
            if meaning.year is not None or meaning.decade is not None or meaning.century is not None:
                return None
        origin = meaning.origin if isinstance(meaning, Relative) else "speech"
        anchor = self._origin(origin)
        return anchor.edtf() if anchor is not None else None

    def _origin(self, origin: str) -> Period | None:
        if self.narrative or origin == "text":
            return self.spoken_of or self.speech
        return self.speech

    def _point(self, meaning: Meaning, direction: Callable[[], Direction]) -> Period | None:
        if isinstance(meaning, Relative):
            return self._relative(meaning)
        assert isinstance(meaning, Named)
        period = self._named(meaning, direction)
        return period if period is not None and period.valid() else None

    def _relative(self, meaning: Relative) -> Period | None:
        if self.reported is not None and meaning.count is not None:
            if meaning.unit == "year" and meaning.count == meaning.sign == -1:
                return self.reported.shifted("year", -1)
            if meaning.unit == "quarter" and meaning.count == 0 and meaning.origin == "text":
                return self.reported
        origin = self._origin(meaning.origin)
        if origin is None or meaning.count is None or meaning.unit in ("second", "minute", "hour"):
            return None
        if SIZE[origin.unit] > SIZE[meaning.unit]:
            # "the next day" needs a day to be counted from; the last one spoken of was a month or a year.
            origin = self.speech if meaning.origin == "text" and not self.narrative and self.speech else origin
            if SIZE[origin.unit] > SIZE[meaning.unit]:
                return None
        return origin.within(meaning.unit).shifted(meaning.unit, meaning.count)

    def _named(self, meaning: Named, direction: Callable[[], Direction]) -> Period | None:
        if meaning.century is not None:
            return Period("century", meaning.century)
        if meaning.decade is not None:
            decade = self._full_year(meaning.decade) if meaning.two_digits else meaning.decade
            return Period("decade", decade // 10 * 10)
        if meaning.within is not None:
            return self._held(meaning, meaning.within, direction)
        if meaning.year is not None:
            year = self._full_year(meaning.year) if meaning.two_digits else meaning.year
            return _in_year(meaning, year)
        anchor = self._origin("text" if meaning.which in ("that", "previous", "following") else "speech")
        if anchor is None:
            return None
        if meaning.weekend:
            return self._weekend(meaning, anchor, direction)
        if meaning.weekday is not None and meaning.month is None:
            return None if anchor.unit != "day" else self._weekday(meaning, anchor, direction)
        if meaning.month is None and meaning.day is not None:
            return self._day_alone(meaning.day, anchor, direction)
        years = (
            range(anchor.year - 8, anchor.year + 9)
            if meaning.weekday is not None
            else range(anchor.year - 1, anchor.year + 2)
        )
        if meaning.day == 29 and meaning.month == 2:
            years = range(anchor.year - 8, anchor.year + 9)
        found = [period for year in years if (period := _in_year(meaning, year)) is not None and period.valid()]
        if meaning.weekday is not None:
            found = [p for p in found if p.first is not None and p.first.weekday() == meaning.weekday] or found
        return self._chosen(found, meaning, anchor, direction)

    def _held(self, meaning: Named, outer: Meaning, direction: Callable[[], Direction]) -> Period | None:
        holder = self._point(outer, direction)
        if holder is None:
            return None
        if holder.unit == "week" and meaning.weekday is not None:
            return evolve(holder, unit="day").shifted("day", meaning.weekday)
        if holder.unit == "month" and meaning.day is not None:
            return Period("day", holder.year, holder.month, meaning.day)
        return _in_year(meaning, holder.year)

    def _full_year(self, digits: int) -> int:
        """The year of two digits: the one nearest to the time of writing, but hardly more than a few years after it."""
        latest = (self.spoken_of or self.speech if self.narrative else self.speech) or Period("year", 2020)
        year = latest.year - latest.year % 100 + digits
        return year - 100 if year > latest.year + (50 if self.narrative else 15) else year

    def _weekday(self, meaning: Named, anchor: Period, direction: Callable[[], Direction]) -> Period | None:
        if meaning.weekday is None or anchor.first is None:
            return None
        ahead = (meaning.weekday - anchor.first.weekday()) % 7
        match meaning.which:
            case "this":
                return anchor.shifted("day", meaning.weekday - anchor.first.weekday())
            case "last" | "previous":
                return anchor.shifted("day", ahead - 7)
            case "next" | "following":
                return anchor.shifted("day", ahead or 7)
        if ahead == 0 or direction() > 0:
            return anchor.shifted("day", ahead)
        return anchor.shifted("day", ahead if self.narrative else ahead - 7)

    def _weekend(self, meaning: Named, anchor: Period, direction: Callable[[], Direction]) -> Period | None:
        """The weekend of the anchor's week, or the last one, where what is told of has happened and it is still ahead."""
        if SIZE[anchor.unit] > SIZE["weekend"]:
            return None
        here = anchor.within("weekend")
        return here.shifted("weekend", -1) if here.compared(anchor) > 0 and direction() <= 0 else here

    def _day_alone(self, day: int, anchor: Period, direction: Callable[[], Direction]) -> Period | None:
        if SIZE[anchor.unit] > SIZE["month"]:
            return None
        month = anchor.within("month")
        here = Period("day", month.year, month.month, day)
        if anchor.unit == "day" and not self.narrative:
            way = direction()
            if way * here.compared(anchor) < 0 and (other := month.shifted("month", way)) is not None:
                return Period("day", other.year, other.month, day)
        return here

    def _chosen(
        self, candidates: list[Period], meaning: Named, anchor: Period, direction: Callable[[], Direction]
    ) -> Period | None:
        """The one of a yearly recurring point that is meant."""
        if not candidates:
            return None
        before = [period for period in candidates if period.compared(anchor) < 0]
        after = [period for period in candidates if period.compared(anchor) > 0]
        around = [period for period in candidates if period.compared(anchor) == 0]
        match meaning.which:
            case "last" | "previous":
                return before[-1] if before else None
            case "next" | "following":
                return after[0] if after else None
            case "this" | "that":
                return next((period for period in candidates if period.year == anchor.year), None)
        if around:
            return around[0]
        if self.narrative:
            return min(candidates, key=lambda period: abs(_days(period, anchor)))
        nearest = min((*before[-1:], *after[:1]), key=lambda period: abs(_days(period, anchor)), default=None)
        # A weekday besides the day of the month leaves one year in some six.
        if nearest is None or meaning.weekday is not None:
            return nearest
        # News leaves out the year of what is near: only a clear tense, or some months, speak for the farther one.
        if nearest.unit == "quarter":
            return nearest
        way = direction()
        if abs(way) == 2 or abs(_days(nearest, anchor)) > _FAR:
            return after[0] if way > 0 and after else before[-1] if way <= 0 and before else nearest
        return nearest

    def _clock(self, meaning: Clock, direction: Callable[[], Direction]) -> Placed:
        day = self._point(meaning.day, direction) if meaning.day is not None else self._origin("text")
        if meaning.day is None and day is not None and day.unit != "day":
            day = None if self.narrative else self.speech
        if day is not None and day.unit != "day":
            day = None
        time = (
            f"T{meaning.time:%H:%M:%S}"
            if meaning.time and meaning.time.second
            else f"T{meaning.time:%H:%M}"
            if meaning.time
            else f"T{meaning.part}"
        )
        if day is None:
            return Placed("time", "XXXX-XX-XX" + time)
        anchor = self._origin("text") if meaning.day is None else None
        self.spoken_of = day
        if meaning.time is None:
            return Placed("time", day.timex() + time, day.edtf(), "part of day", day, anchor.edtf() if anchor else None)
        edtf = f"{day.edtf()}T{meaning.time:%H:%M:%S}"
        precision: Precision = "second" if meaning.time.second else "minute"
        return Placed("time", day.timex() + time, edtf, precision, day, anchor.edtf() if anchor else None)


def _in_year(meaning: Named, year: int) -> Period | None:
    """The point that fields name in a year; the year itself where they name nothing in it."""
    if meaning.holiday is not None:
        date = _celebrated(meaning.holiday, year)
        return Period.of("day", date) if date is not None else None
    if meaning.month is not None:
        return (
            Period("month", year, meaning.month)
            if meaning.day is None
            else Period("day", year, meaning.month, meaning.day)
        )
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
        return easter(year) + dt.timedelta(days=holiday.easter)
    if holiday.day:
        return dt.date(year, holiday.month, holiday.day)
    start = 1 if holiday.nth > 0 else 31
    nth = relativedelta(day=start, weekday=weekday(holiday.weekday)(holiday.nth))
    return dt.date(year, holiday.month, 1) + nth + dt.timedelta(days=holiday.plus)


def _days(period: Period, anchor: Period) -> int:
    """About how many days after the beginning of ``anchor`` a period begins."""
    return (period.year - anchor.year) * 365 + (period.month - anchor.month) * 30 + period.day - anchor.day


def _open_timex(meaning: Meaning) -> str:
    """The TIMEX3 value of what cannot be placed: an X for each digit that is not known."""
    if isinstance(meaning, Relative):
        if meaning.count is None or meaning.unit in ("second", "minute", "hour"):
            sign = meaning.sign or meaning.count or 0
            return "FUTURE_REF" if sign > 0 else "PAST_REF" if sign < 0 else "PRESENT_REF"
        return {"year": "XXXX", "month": "XXXX-XX", "week": "XXXX-WXX", "day": "XXXX-XX-XX"}.get(meaning.unit, "")
    assert isinstance(meaning, Named)
    if meaning.holiday is not None:
        return f"XXXX-{meaning.holiday.month:02d}-{meaning.holiday.day:02d}" if meaning.holiday.day else ""
    if meaning.month is not None:
        valid = meaning.day is None or Period("day", 2000, meaning.month, meaning.day).valid()
        if not valid or meaning.year is not None:
            return ""
        return f"XXXX-{meaning.month:02d}" + (f"-{meaning.day:02d}" if meaning.day else "")
    if meaning.weekday is not None:
        return f"XXXX-WXX-{meaning.weekday + 1}"
    if meaning.season is not None:
        return f"XXXX-{('SP', 'SU', 'FA', 'WI')[meaning.season - 1]}"
    if meaning.quarter is not None:
        return f"XXXX-Q{meaning.quarter}"
    return f"XXXX-XX-{meaning.day:02d}" if meaning.day else ""


def is_narrative(meanings: Iterable[Meaning], speech: Period | None) -> bool:
    """Whether a text tells a history.

    A history dates in full and from itself; news counts from its own day, so it has weekdays, "yesterday" and "last
    week", and leaves out the year of what is near. A date without its year before any that has one is news too.
    """
    if speech is None:
        return True
    told = counted = 0
    for meaning in meanings:
        named = meaning.day if isinstance(meaning, Clock) and meaning.day else meaning
        if isinstance(named, Named) and named.year is not None and not named.two_digits:
            told += named.year < speech.year
        elif isinstance(named, Named) and named.which is None and named.within is None:
            if named.weekday is not None and named.month is None:
                counted += 1
            elif named.month is not None and not told:
                counted += 3
        elif isinstance(named, Relative) and named.origin == "speech" and named.unit in ("day", "week", "month"):
            counted += 1
    return told >= 5 and told > 5 * counted
