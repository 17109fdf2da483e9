"""Periods of the calendar: a unit and where it begins, with the arithmetic that expressions need."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from functools import lru_cache

from attrs import evolve, frozen
from dateutil.relativedelta import relativedelta

from beldigest.language.temporal import Portion, Unit

_MONTHS: dict[Unit, int] = {
    "month": 1,
    "quarter": 3,
    "season": 3,
    "half": 6,
    "year": 12,
    "decade": 120,
    "century": 1200,
}
_SEASONS = ("SP", "SU", "FA", "WI")
_UNITS: tuple[Unit, ...] = (
    *("second", "minute", "hour", "day", "weekend", "week"),
    *("month", "quarter", "season", "half", "year", "decade", "century"),
)
#: A duration that counts whole days, weeks, months or years (ISO 8601), and what its designators stand for.
_DURATION = re.compile(r"P(\d{1,4})([DWMY])")
_COUNTED_IN: dict[str, Unit] = {"D": "day", "W": "week", "M": "month", "Y": "year"}
#: What the units of a part of a period are counted in, and how many of those each is.
_STEPS: dict[Unit, tuple[Unit, int]] = {
    "day": ("day", 1),
    "week": ("day", 7),
    "month": ("month", 1),
    "quarter": ("month", 3),
    "year": ("year", 1),
    "decade": ("year", 10),
}
#: The rank of each unit, from short to long: a shorter one cannot hold a longer one.
SIZE = {unit: size for size, unit in enumerate(_UNITS)}


@frozen
class Period:
    """A day, week, month, ... of the proleptic Gregorian calendar, by its first day.

    ``year`` is astronomical: 0 is 1 BC. Years outside 1 to 9999 have no days and weeks that can be counted.
    """

    unit: Unit
    year: int
    month: int = 1
    day: int = 1

    @classmethod
    def of(cls, unit: Unit, date: dt.date) -> Period:
        """The period of that unit in which a day lies."""
        return cls("day", date.year, date.month, date.day).within(unit)

    @property
    def first(self) -> dt.date | None:
        """Its first day; None outside the years 1 to 9999."""
        return dt.date(self.year, self.month, self.day) if 1 <= self.year <= 9999 else None

    @property
    def start(self) -> tuple[int, int, int]:
        """Year, month and day of its first day."""
        return self.year, self.month, self.day

    @property
    def end(self) -> tuple[int, int, int]:
        """Year, month and day of the day after its last one."""
        return _end(self)

    def compared(self, other: Period) -> int:
        """-1 where it ends before the other begins, 1 where it begins after that ends, 0 where they share a day."""
        return -1 if self.end <= other.start else 1 if self.start >= other.end else 0

    def valid(self) -> bool:
        """Whether there is such a day ("February 30" is none)."""
        if not 1 <= self.month <= 12 or not -9999 <= self.year <= 9999:
            return False
        leap_like = self.year if 1 <= self.year <= 9999 else 2000 + self.year % 400
        return 1 <= self.day <= calendar.monthrange(leap_like, self.month)[1]

    def within(self, unit: Unit) -> Period:
        """The period of another, longer unit in which it begins."""
        if unit == self.unit:
            return self
        if unit == "day":
            return evolve(self, unit="day")
        if unit in ("week", "weekend"):
            first = self.first
            if first is None:
                return evolve(self, unit=unit)
            monday = first.toordinal() - first.weekday() + (5 if unit == "weekend" else 0)
            date = dt.date.fromordinal(min(max(monday, 1), dt.date.max.toordinal()))
            return Period(unit, date.year, date.month, date.day)
        if unit == "season":
            # Meteorological seasons: January and February belong to the winter that began in December.
            year, month = (self.year, self.month // 3 * 3) if self.month >= 3 else (self.year - 1, 12)
            return Period(unit, year, month)
        size = _MONTHS[unit]
        if size >= 12:
            years = size // 12
            return Period(unit, self.year // years * years)
        return Period(unit, self.year, (self.month - 1) // size * size + 1)

    def shifted(self, unit: Unit, count: int) -> Period | None:
        """The same length, that many units later; None outside of the calendar."""
        if unit in _MONTHS:
            total = self.year * 12 + self.month - 1 + count * _MONTHS[unit]
            year, month = divmod(total, 12)
            if not -9999 <= year <= 9999:
                return None
            if self.unit in _MONTHS:
                return Period(self.unit, year, month + 1)
            first = self.first
            if first is None:
                return None
            try:
                date = first + relativedelta(months=count * _MONTHS[unit])
            except (ValueError, OverflowError):
                return None
        else:
            first = self.first
            days = {"day": 1, "week": 7, "weekend": 7}.get(unit, 0) * count
            ordinal = (first.toordinal() if first else -dt.date.max.toordinal()) + days
            if not 1 <= ordinal <= dt.date.max.toordinal():
                return None
            date = dt.date.fromordinal(ordinal)
        return Period(self.unit, date.year, date.month, date.day)

    def preceded_by(self, duration: str) -> Period | None:
        """The first day or month of a stretch of an ISO 8601 duration that ends with this one; None where it has none.

        Three months that end with September begin with July, and a week that ends with the 15th with the 9th.
        """
        counted = _DURATION.fullmatch(duration)
        if counted is None or self.unit not in ("day", "month"):
            return None
        count, unit = int(counted[1]), _COUNTED_IN[counted[2]]
        if self.unit == "month":
            return self.shifted("month", 1 - count * _MONTHS[unit]) if unit in _MONTHS else None
        after = self.shifted("day", 1)
        return after.shifted(unit, -count) if after is not None else None

    def portion(self, portion: Portion) -> tuple[Period, Period] | None:
        """The first and the last day, month or year of a part that is told by units of it; None where it has no such
        part, or none that can be told so exactly."""
        if portion.unit == "half":
            return self._half(portion.number)
        step, size = _STEPS.get(portion.unit, ("day", 0))
        if portion.count is None or not size or SIZE[step] >= SIZE[self.unit]:
            return None
        size *= portion.count
        begins, after = Period(step, *self.start), Period(step, *self.end)
        first = begins.shifted(step, (portion.number - 1) * size) if portion.number > 0 else after.shifted(step, -size)
        last = first.shifted(step, size - 1) if first is not None else None
        if first is None or last is None or first.start < self.start or last.end > self.end:
            return None
        return first, last

    def _half(self, number: int) -> tuple[Period, Period] | None:
        """The first (1) or the second half of a month, which has 15 days, or of a decade or century."""
        if number not in (1, 2, -1):
            return None
        if self.unit in ("decade", "century"):
            return self.portion(Portion(0, "year", number, _MONTHS[self.unit] // 24))
        if self.unit != "month":
            return None
        first, last = (1, 15) if number == 1 else (16, calendar.monthrange(self.year, self.month)[1])
        return evolve(self, unit="day", day=first), evolve(self, unit="day", day=last)

    def edtf(self) -> str:
        """As EDTF; weeks, weekends and the quarters of an accounting year, which it has no form for, as intervals."""
        year = f"{self.year:04d}" if self.year >= 0 else f"-{-self.year:04d}"
        month = f"{year}-{self.month:02d}"
        if self.unit in ("week", "weekend"):
            last = self.shifted("day", 6 if self.unit == "week" else 1) or self
            return f"{evolve(self, unit='day').edtf()}/{evolve(last, unit='day').edtf()}"
        match self.unit:
            case "year":
                return year
            case "decade":
                return f"{year[:-1]}X"
            case "century":
                return f"{year[:-2]}XX"
            case "season":
                return f"{year}-{20 + self.month // 3}"
            case "quarter" if (self.month - 1) % 3:
                last = self.shifted("month", 2) or self
                return f"{month}/{evolve(last, unit='month').edtf()}"
            case "quarter":
                return f"{year}-{33 + self.month // 3}"
            case "half":
                return f"{year}-{40 + self.month // 7}"
            case "month":
                return month
        return f"{month}-{self.day:02d}"

    def timex(self) -> str:
        """As a TIMEX3 value (ISO-TimeML)."""
        anno_domini = self.year > 0 or (self.unit == "century" and self.year == 0)
        year = f"{self.year:04d}" if anno_domini else f"BC{1 - self.year:04d}"
        if self.unit in ("week", "weekend"):
            first = self.first
            if first is None:
                return ""
            iso = first.isocalendar()
            return f"{iso.year:04d}-W{iso.week:02d}" + ("-WE" if self.unit == "weekend" else "")
        match self.unit:
            case "year":
                return year
            case "decade":
                return year[:-1]
            case "century":
                return year[:-2]
            case "season":
                return f"{year}-{_SEASONS[self.month // 3 - 1]}"
            case "quarter":
                return f"{year}-QX" if (self.month - 1) % 3 else f"{year}-Q{self.month // 3 + 1}"
            case "half":
                return f"{year}-H{self.month // 7 + 1}"
            case "month":
                return f"{year}-{self.month:02d}"
        return f"{year}-{self.month:02d}-{self.day:02d}"


@lru_cache(4096)
def _end(period: Period) -> tuple[int, int, int]:
    after = period.shifted("day", 2) if period.unit == "weekend" else period.shifted(period.unit, 1)
    return after.start if after is not None else (period.year + 1, period.month, period.day)
