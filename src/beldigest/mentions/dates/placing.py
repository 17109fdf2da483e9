"""Placing expressions in the calendar: what the words say, and the time that it is counted from -> a value."""

from __future__ import annotations

from collections.abc import Callable

from attrs import define, evolve, field, frozen

from beldigest.language.temporal import (
    Clock,
    Direction,
    Lasting,
    Meaning,
    Named,
    Origin,
    Recurring,
    Relative,
    Reported,
    Vague,
    Which,
)
from beldigest.mentions.dates.period import SIZE, Period
from beldigest.mentions.dates.report import Report, quarter_until
from beldigest.mentions.dates.unresolved import open_timex
from beldigest.mentions.dates.yearly import chosen, in_order, in_year
from beldigest.mentions.types import DateType
from beldigest.model import Precision

Ask = Callable[[], Direction]

#: Years that a history goes back without meaning only to look back.
_LOOK_BACK = 5
#: Months between two members of a list beyond which the second is in another year.
_HALF_A_YEAR = 6
#: Days of which news tells without naming them again.
_LATELY = 7
#: How far ahead of the time of writing two digits of a year are read, in news and in a history.
_AHEAD = {False: 15, True: 50}
#: The year that two digits are read by where nothing else is known: that is how POSIX reads them, too.
_PIVOT = Period("year", 2018)
_FROM_TEXT: frozenset[Which | None] = frozenset(("that", "previous", "following"))


@frozen
class Placed:
    """What an expression comes to: its TIMEX3 value, and the EDTF value where it has one."""

    type: DateType
    timex: str
    edtf: str | None = None
    precision: Precision | None = None
    period: Period | None = None
    anchor: str | None = None
    approximate: bool = False
    uncertain: bool = False


@define
class Placer:
    """Places the expressions of a passage, one after the other.

    ``speech`` is the time of writing, as far as it is known; ``spoken_of`` the last point that the text placed, and
    ``by_night`` whether that is the night that begins on a day. In a ``narrative`` everything is counted from the last
    point. In news that is one of the paragraph, and ``before`` is the last one of those before it, for what counts from
    the text in so many words ("the following day"). ``points`` are all of them, in order, and ``report`` is what a
    business report is about.
    """

    speech: Period | None
    narrative: bool = False
    spoken_of: Period | None = None
    by_night: bool = False
    before: Period | None = None
    report: Report = field(factory=Report)
    points: list[Period] = field(factory=list)

    def _turn_to(self, point: Period, *, by_night: bool = False) -> None:
        """Go on from a point."""
        self.spoken_of, self.by_night = point, by_night
        self.points.append(point)

    def turn_to_paragraph(self) -> None:
        """Begin a paragraph."""
        if not self.narrative:
            self.before, self.spoken_of, self.by_night = self.spoken_of or self.before, None, False

    def place(self, meaning: Meaning, ask: Ask) -> Placed:
        """The value of an expression; ``ask`` gives the direction of its clause, and is called where that matters."""
        match meaning:
            case Lasting():
                self.report.goes_on_to(meaning)
                return Placed("duration", meaning.period)
            case Recurring():
                return Placed("set", meaning.value)
            case Vague():
                return Placed("date", meaning.value)
            case Clock():
                return self._clock(meaning, ask)
            case Relative("day", 0, "speech") if self.narrative:
                return Placed("date", "PRESENT_REF")  # a history has no day of writing: "the fort is a museum today"
        point = self._point(meaning, ask)
        if isinstance(meaning, Named) and point is not None and point.unit in ("quarter", "half"):
            # No report is on a quarter that is still to come, or to end.
            over = self.speech is None or point.compared(self.speech) < 0
            if over or ask() < 0:
                self.report.turn_to(point, fiscal=meaning.fiscal)
        if point is not None and point.unit == "quarter":
            self.report.several = False
        return self._set(meaning, point, ask)

    def _set(self, meaning: Named | Relative | Reported, point: Period | None, ask: Ask) -> Placed:
        """The value of an expression that means a point, which what follows is counted from."""
        if point is None:
            return Placed("date", open_timex(meaning))
        anchor = self._anchor(meaning, point)
        if not self.narrative or self._goes_on(meaning, point, ask):
            self._turn_to(point)
        if meaning.fiscal if isinstance(meaning, Named) else self.report.fiscal and point.unit in ("quarter", "half"):
            # Whose accounting year it is, is not said: about then is all that can be known.
            return Placed("date", point.timex(), point.within("year").edtf(), "year", point, anchor, approximate=True)
        uncertain = isinstance(meaning, Named) and meaning.ambiguous
        timex = self.report.timex(meaning, point)
        return Placed("date", timex, point.edtf(), point.unit, point, anchor, uncertain=uncertain)

    def place_in(self, year: Period, named: Named, ask: Ask) -> Placed:
        """The value of what comes once a year, in the year that its clause tells of."""
        return evolve(self.place(evolve(named, year=year.year), ask), anchor=year.edtf())

    def place_until(self, meaning: Meaning, end: Meaning, ask: Ask) -> Placed:
        """The value of a quarter whose last day is told: "the second quarter ended July 31", "three months to July"."""
        named = isinstance(meaning, Named) and meaning.quarter is not None and (meaning.year is None or meaning.fiscal)
        whole = isinstance(meaning, Reported) and meaning.year is None and meaning.unit == "quarter"
        counted = meaning == Lasting("P3M")
        last = self._point(end, ask) if (named or whole or counted) and isinstance(end, Named) else None
        first = quarter_until(last) if last is not None else None
        if first is None:
            return self.place(meaning, ask)
        self.report.turn_to_days(first, meaning.quarter if isinstance(meaning, Named) else None)
        if counted:
            return self.place(meaning, ask)
        return self._set(Reported(), first, ask)

    def place_after(self, before: Period, first: Meaning, meaning: Meaning, ask: Ask, *, ranged: bool) -> Placed:
        """The value of an expression that follows another one in a list, or ends the range that it begins.

        Both leave out the same year, and a range goes forward ("from Monday to Friday", "from October to March"). A
        list does, too, but where it does not ("on 9 and 2 May") only the turn of the year begins another one ("on 30
        December and 2 January").
        """
        if isinstance(first, Clock) and isinstance(meaning, Clock) and first.day == meaning.day:
            over_night = ranged and first.time is not None and meaning.time is not None and meaning.time < first.time
            day = before.shifted("day", 1) if over_night else before
            named = Named(day.year, month=day.month, day=day.day) if day is not None else None
            return self.place(evolve(meaning, day=named), ask)
        if not (isinstance(first, Named) and isinstance(meaning, Named)):
            return self.place(meaning, ask)
        years = (first.year, meaning.year, meaning.which, first.within, meaning.within)
        if any(part is not None for part in years):
            return self.place(meaning, ask)
        if ranged and meaning.weekday is not None and meaning.month is None:
            if first.weekday is None or before.unit != "day":
                return self.place(meaning, ask)
            return self._set(meaning, before.shifted("day", (meaning.weekday - first.weekday) % 7), ask)
        begins, goes_on = in_order(first), in_order(meaning)
        if begins is None or goes_on is None or (first.which is not None and not ranged):
            return self.place(meaning, ask)
        back = goes_on < begins
        far = ranged or begins[0] - goes_on[0] > _HALF_A_YEAR
        placed = self.place(evolve(meaning, year=before.year + (back and far)), ask)
        return evolve(placed, anchor=self._anchor(meaning, placed.period))

    def place_old(self, meaning: Meaning, new: Period | None, shift: int) -> Placed | None:
        """The value of a weekday from which something is moved to a ``new`` day, after it (1) or before it (-1)."""
        weekday = meaning.weekday if isinstance(meaning, Named) and meaning == Named(weekday=meaning.weekday) else None
        if weekday is None or new is None or new.unit != "day" or new.first is None:
            return None
        ahead = (weekday - new.first.weekday()) % 7
        old = new.shifted("day", ahead - 7 if shift > 0 else ahead or 7)
        return Placed("date", old.timex(), old.edtf(), old.unit, old, new.edtf()) if old is not None else None

    def _goes_on(self, meaning: Named | Relative | Reported, point: Period, ask: Ask) -> bool:
        """Whether a history goes on from a point. It returns from a bare year that it only looks to: one far back, one
        that it counts back to ("two years before"), one that something is planned for."""
        if self.spoken_of is None or SIZE[point.unit] < SIZE["year"]:
            return True
        if point.unit != "year" or point.year < self.spoken_of.year - _LOOK_BACK:
            return False
        if isinstance(meaning, Relative) and (meaning.count or 0) < 0:
            return False
        return point.year <= self.spoken_of.year or ask() <= 0

    def _base(self, meaning: Named | Relative) -> Period | None:
        """What a point is counted from. What looks a little back from the time of writing ("four days ago", "this
        spring", "last Friday") counts from that in a history, too; what looks ahead is there told of another time."""
        if isinstance(meaning, Named):
            origin: Origin = "text" if meaning.which in _FROM_TEXT else "speech"
            near = meaning.which in ("this", "last")
        else:
            origin = meaning.origin
            near = meaning.unit in ("day", "week") and (meaning.count or 0) < 0
        return self.speech if near and origin == "speech" and self.speech is not None else self._origin(origin)

    def _origin(self, origin: Origin) -> Period | None:
        """What is counted from: the time of writing, or the time spoken of."""
        told = self.spoken_of if self.narrative or origin != "speech" else None
        return told or (self.before if origin == "text" else None) or self.speech

    def _not_ahead(self, told: Period, ask: Ask) -> Period:
        """What is told of, or where that is to come and the verbs tell of what was, the last point told of before it:
        "They will meet on Friday," he said | that evening."""
        speech = self.speech
        if speech is None or told.compared(speech) <= 0 or ask() >= 0:
            return told
        return next((point for point in reversed(self.points) if point.compared(speech) <= 0), speech)

    def _day_told_of(self) -> Period | None:
        """The day told of in the paragraph, or in those before it, if that was lately."""
        if self.spoken_of is not None or self.before is None or self.speech is None:
            return self._origin("known")
        day, now = self.before.first, self.speech.first
        lately = day is not None and now is not None and 0 <= (now - day).days < _LATELY
        return self.before if lately else self.speech

    def _anchor(self, meaning: Named | Relative | Reported, point: Period | None) -> str | None:
        """What an expression that means a point is counted from, as EDTF; None for one that is complete by itself."""
        if isinstance(meaning, Relative) and meaning.base is not None:
            return self._anchor(meaning.base, None)
        if isinstance(meaning, Named):
            years = (meaning.year, meaning.decade, meaning.century)
            if any(year is not None for year in years) and not meaning.two_digits:
                return None
        anchor = self._origin("known") if isinstance(meaning, Reported) else self._base(meaning)
        if isinstance(meaning, Relative) and point != self._counted(anchor, meaning):
            anchor = self.speech if point == self._counted(self.speech, meaning) else anchor
        return anchor.edtf() if anchor is not None else None

    def _point(self, meaning: Meaning, ask: Ask) -> Period | None:
        if isinstance(meaning, Relative):
            return self._relative(meaning, ask)
        if isinstance(meaning, Reported):
            return self._reported(meaning, ask)
        assert isinstance(meaning, Named)
        if meaning.week_of or (meaning.weekend and (meaning.holiday or meaning.month)):
            day = self._point(evolve(meaning, week_of=False, weekend=False), ask)
            return day.within("week" if meaning.week_of else "weekend") if day and day.unit == "day" else None
        if meaning.century is not None:
            return Period("century", meaning.century)
        if meaning.decade is not None:
            return Period("decade", self._year(meaning.decade, meaning.two_digits) // 10 * 10)
        if meaning.within is not None:
            return self._held(meaning, self._point(meaning.within, ask))
        if meaning.year is not None:
            return in_year(meaning, self._year(meaning.year, meaning.two_digits))
        anchor = self._base(meaning)
        if anchor is None:
            return None
        if meaning.weekend:
            return self._weekend(anchor, ask)
        if meaning.weekday is not None and meaning.month is None:
            return self._weekday(meaning, anchor, ask)
        if meaning.day is not None and meaning.month is None:
            return self._day_of_month(meaning.day, anchor, ask)
        return chosen(meaning, anchor, ask, narrative=self.narrative)

    def _year(self, digits: int, two_digits: bool) -> int:
        """The year of two digits that is nearest to the time of writing, and hardly after it; or of four digits."""
        if not two_digits:
            return digits
        known = (self.spoken_of if self.narrative else None) or self.speech or _PIVOT
        year = known.year - known.year % 100 + digits
        return year - 100 if year > known.year + _AHEAD[self.narrative] else year

    def _relative(self, meaning: Relative, ask: Ask) -> Period | None:
        if meaning.count is None or meaning.unit in ("second", "minute", "hour"):
            return None
        if meaning.base is not None:
            base = self._point(meaning.base, ask)
            return base.within(meaning.unit).shifted(meaning.unit, meaning.count) if base is not None else None
        if (compared := self.report.compared_in(meaning)) is not None:
            return compared
        origin = self._base(meaning)
        point = self._counted(origin, meaning)
        if meaning.origin == "text" and not self.narrative and origin is not None and point is not None:
            origin = self._not_ahead(origin, ask)
            point = self._counted(origin, meaning)
        if self.narrative or meaning.origin == "speech" or self.speech is None:
            return point
        if point is None or origin is self.speech:
            # "A day earlier" is counted from a day: where none was spoken of, or a month, from the time of writing. But
            # that is never what "a day later" is counted from.
            return self._counted(self.speech, meaning) if meaning.sign <= 0 else None
        over = (meaning.origin, meaning.count) == ("known", 0) and point.compared(self.speech) < 0
        return self._counted(self.speech, meaning) if over and ask() > 0 else point

    @staticmethod
    def _counted(origin: Period | None, meaning: Relative) -> Period | None:
        """The point so many units from another, which must be as precise as those."""
        if origin is None or meaning.count is None or SIZE[origin.unit] > SIZE[meaning.unit]:
            return None
        return origin.within(meaning.unit).shifted(meaning.unit, meaning.count)

    def _reported(self, meaning: Reported, ask: Ask) -> Period | None:
        """The quarter that was reported on; where none was, the last one that is over."""
        speech = self._origin("speech")
        if meaning.unit == "month":
            of = self._origin("text")
            period = of.within("month") if of is not None and SIZE[of.unit] <= SIZE["month"] else None
        elif self.report.period is not None or meaning.year is not None or speech is None:
            period = None if self.report.several and meaning.year is not None else self.report.period
        elif SIZE[speech.unit] <= SIZE["quarter"]:
            period = speech.within("quarter").shifted("quarter", -1)
        else:
            period = None
        if meaning.year is None:
            return period
        if period is not None and isinstance(meaning.year, Relative):
            return period.shifted("year", meaning.year.count or 0)
        year = self._point(meaning.year, ask)
        return evolve(period, year=year.year) if period is not None and year is not None else year

    def _held(self, meaning: Named, holder: Period | None) -> Period | None:
        """A point in the longer period that holds it."""
        if holder is None:
            return None
        if holder.unit == "week" and meaning.weekday is not None:
            return evolve(holder, unit="day").shifted("day", meaning.weekday)
        if holder.unit == "month" and meaning.holiday is not None:
            return in_year(evolve(meaning, holiday=evolve(meaning.holiday, month=holder.month)), holder.year)
        if holder.unit == "month" and meaning.day is not None:
            return in_year(evolve(meaning, month=holder.month), holder.year)
        return in_year(meaning, holder.year)

    def _weekday(self, meaning: Named, anchor: Period, ask: Ask) -> Period | None:
        if meaning.weekday is None or anchor.unit != "day" or anchor.first is None:
            return None
        here = anchor.first.weekday()
        ahead = (meaning.weekday - here) % 7
        match meaning.which:
            case "this":
                return self._this(anchor.shifted("day", meaning.weekday - here), anchor, ask)
            case "last" | "previous":
                return anchor.shifted("day", ahead - 7)
            case "next" | "following":
                return anchor.shifted("day", ahead or 7)
        # News tells of what was, unless its verbs say otherwise; a history goes on.
        forward = ahead == 0 or self.narrative or ask() > 0
        return anchor.shifted("day", ahead if forward else ahead - 7)

    @staticmethod
    def _this(day: Period | None, anchor: Period, ask: Ask) -> Period | None:
        """ "This Friday": the one of the anchor's week; of the week beside it, where the verbs look the other way."""
        side = day.compared(anchor) if day is not None else 0
        return day.shifted("day", -7 * side) if day is not None and side and side * ask() < 0 else day

    def _weekend(self, anchor: Period, ask: Ask) -> Period | None:
        """The weekend of the anchor's week; the one before, where it is still ahead and the verbs tell of what was."""
        if SIZE[anchor.unit] > SIZE["weekend"]:
            return None
        here = anchor.within("weekend")
        return here.shifted("weekend", -1) if here.compared(anchor) > 0 and ask() <= 0 else here

    def _day_of_month(self, day: int, anchor: Period, ask: Ask) -> Period | None:
        """ "the 15th": of the anchor's month, or of the one before or after, where the verbs say so."""
        if SIZE[anchor.unit] > SIZE["month"]:
            return None
        month = anchor.within("month")
        here = in_year(Named(month=month.month, day=day), month.year)
        if here is None or anchor.unit != "day" or self.narrative:
            return here
        way = ask()
        other = month.shifted("month", 1 if way > 0 else -1)
        if other is None or way * here.compared(anchor) >= 0:
            return here
        return in_year(Named(month=other.month, day=day), other.year)

    def _clock(self, meaning: Clock, ask: Ask) -> Placed:
        if meaning.day is not None:
            day, anchor = self._point(meaning.day, ask), None
        else:
            # The day spoken of; where that was a longer period, the day of writing.
            told = self._day_told_of() if meaning.told else self._origin("known")
            candidates = (told, None if self.narrative else self.speech)
            day = next((point for point in candidates if point is not None and point.unit == "day"), None)
            anchor = day.edtf() if day is not None else None
            if day is not None and meaning.part == "MO" and self.by_night:
                day = day.shifted("day", 1)  # "on Monday night ... at dawn"
        time = meaning.time
        said = meaning.part if time is None else f"{time:%H:%M:%S}" if time.second else f"{time:%H:%M}"
        if day is None:
            return Placed("time", f"XXXX-XX-XXT{said}")
        if meaning.day is not None:
            self._turn_to(day, by_night=meaning.part == "NI")
        timex = f"{day.timex()}T{said}"
        if time is None:
            return Placed("time", timex, day.edtf(), "part of day", day, anchor)
        edtf = f"{day.edtf()}T{time:%H:%M:%S}"
        return Placed("time", timex, edtf, "second" if time.second else "minute", day, anchor)
