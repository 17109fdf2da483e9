"""What a business report is about: a quarter or half year, which it compares with the one of a year before."""

from __future__ import annotations

from attrs import define, evolve

from beldigest.language.temporal import Lasting, Named, Relative, Reported
from beldigest.mentions.dates.period import Period

#: What an interim report covers besides a single quarter.
_SEVERAL_QUARTERS = frozenset(("P6M", "P9M", "P12M"))
#: In months.
_HALF_A_YEAR = 6


@define
class Report:
    """The period that a business report is about, which "the quarter" and "a year earlier" refer to.

    ``fiscal`` says that it is one of an accounting year of which nothing more is known. Where its days are known,
    ``number`` is that of the quarter in such a year. ``several`` says that the report has gone on to all quarters of
    the year so far ("for the first nine months"), with which no quarter of the year before is compared.
    """

    period: Period | None = None
    fiscal: bool = False
    number: int | None = None
    several: bool = False

    def turn_to(self, period: Period, *, fiscal: bool) -> None:
        """Hear of a quarter or half year; one that is earlier than that of the report is only compared with it."""
        if self.period is None or period.compared(self.period) >= 0:
            self.period, self.fiscal, self.number = period, fiscal, None

    def turn_to_days(self, days: Period, number: int | None) -> None:
        """Hear of a quarter by its days, and maybe its number: "the second quarter ended July 31"."""
        if number is None and self.fiscal and self.period is not None:
            number = self.period.month // 3 + 1  # "the fiscal first quarter", and now when that ended
        elif number is None and days == self.period:
            number = self.number
        self.period, self.fiscal, self.number, self.several = days, False, number, False

    def goes_on_to(self, duration: Lasting) -> None:
        """Hear of a stretch, which may be all quarters so far."""
        self.several = self.several or duration.period in _SEVERAL_QUARTERS

    def compared_in(self, meaning: Relative) -> Period | None:
        """The period of "a year earlier", where that is the one of the report."""
        year_before = meaning.unit == "year" and meaning.count == meaning.sign == -1
        return self.period.shifted("year", -1) if year_before and self.period is not None and not self.several else None

    def timex(self, meaning: Named | Relative | Reported, point: Period) -> str:
        """The TIMEX3 value of a point; the quarter of the report has its number, and so has that of a year before."""
        known = isinstance(meaning, Reported) or (isinstance(meaning, Relative) and meaning.unit == "year")
        if known and self.number is not None and point.unit == "quarter":
            # The fourth quarter that ended in January is one of the year before, in which the most of its year lies.
            last = point.shifted("month", 2) or point
            months_before = 3 * self.number - last.month
            return f"{last.year - (months_before > _HALF_A_YEAR):04d}-Q{self.number}"
        return point.timex()


def quarter_until(last: Period) -> Period | None:
    """The three months up to a day, which is the last of a month, or a few days off it in the calendars of 52 weeks
    that some firms have; or up to a month. None for a day in the middle of a month."""
    months = {"day": -2 if last.day >= 22 else -3, "month": -2}.get(last.unit)
    if months is None or (last.unit == "day" and 7 < last.day < 22):
        return None
    first = Period("month", last.year, last.month).shifted("month", months)
    return evolve(first, unit="quarter") if first is not None else None
