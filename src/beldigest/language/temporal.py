"""What a temporal expression says, before it is placed in the calendar.

A language reads words into these records ("last March" names a month and says which), and knows no calendar; the
recogniser of dates places them, and knows no words. The distinctions are those of TimeML (Pustejovsky et al. 2003):
points named by calendar fields, points counted from another one, durations, and sets.
"""

from __future__ import annotations

import datetime as dt
from typing import Literal

from attrs import frozen

from beldigest.model import Span

Unit = Literal[
    "second",
    "minute",
    "hour",
    "day",
    "weekend",
    "week",
    "month",
    "quarter",
    "season",
    "half",
    "year",
    "decade",
    "century",
]
#: ``speech`` counts from the time of writing ("two years ago"), ``text`` from the time last spoken of ("two years
#: later"), ``known`` from one that is at hand ("the end of the year"): the latter, but only from near, and not in a
#: clause that looks ahead from the time of writing.
Origin = Literal["speech", "text", "known"]
#: Which of the recurring ones is meant: "last", "next" and "this Friday" from the time of writing, "the previous", "the
#: following" and "that Friday" from the time last spoken of.
Which = Literal["last", "next", "this", "that", "previous", "following"]
#: The part of a period that is meant: "early March". It narrows the sense, not the value.
Part = Literal["early", "mid", "late"]
#: Whether a clause tells of what was (below 0) or what is to come (above 0); 0 where its words do not say, 2 and -2
#: where they leave no doubt.
Direction = Literal[-2, -1, 0, 1, 2]

#: How a date limits a period that is open at its other end; ``since then`` begins one that was over at a time which is
#: not told, and ``before`` and ``after`` leave out the date itself.
Limit = Literal["since", "since then", "until", "before", "after"]

#: TIMEX3's values for the past, the present and the future as such.
Tense = Literal["PAST_REF", "PRESENT_REF", "FUTURE_REF"]


@frozen
class Holiday:
    """A day with a fixed rule: a day of a month; the n-th weekday of a month; or days counted from Easter.

    ``weekday`` is 0 for Monday; ``nth`` counts from 1, or is -1 for the last one; ``plus`` days are added to it ("the
    Tuesday after the first Monday"). A ``month`` of 0 is one that is said elsewhere. ``orthodox`` asks for the Easter
    of the Eastern churches.
    """

    month: int = 0
    day: int = 0
    weekday: int = 0
    nth: int = 0
    easter: int | None = None
    orthodox: bool = False
    plus: int = 0


@frozen
class Named:
    """A point named by calendar fields; what the words leave out is None.

    ``year`` is astronomical (0 is 1 BC); ``decade`` and ``century`` are their first years, 1990 and 1900 for "the
    1990s" and "the 20th century". With ``weekend``, a day or holiday stands for the weekend that it lies in.
    ``two_digits`` marks a year or decade of which only the last two digits are written. ``season`` is 1 for spring to 4
    for winter. ``fiscal`` marks a year, quarter or half of an accounting year, which need not be that of the calendar.
    ``within`` is the period that holds the point ("March of last year"), and ``week_of`` asks for the week that the day
    lies in. ``ambiguous`` marks numbers of which day and month could be exchanged.
    """

    year: int | None = None
    decade: int | None = None
    century: int | None = None
    half: int | None = None
    quarter: int | None = None
    season: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    weekend: bool = False
    holiday: Holiday | None = None
    which: Which | None = None
    within: Meaning | None = None
    week_of: bool = False
    two_digits: bool = False
    fiscal: bool = False
    ambiguous: bool = False


@frozen
class Relative:
    """A point ``count`` units from its origin, as precise as the unit.

    ``sign`` is set where the words count ("two years ago", not "last year"); with it a ``count`` of None is "some".
    ``base`` is the point that it is counted from where the words name it ("the day after Christmas").
    """

    unit: Unit
    count: int | None
    origin: Origin = "speech"
    sign: Literal[-1, 0, 1] = 0
    base: Named | None = None


@frozen
class Reported:
    """The quarter or half year that a business report is about ("the quarter", "the latest period").

    With ``year``, it is the same one of another year ("the 1988 period", "the same quarter of last year"); ``unit`` is
    "month" where the month spoken of is meant ("the same month last year").
    """

    year: Meaning | None = None
    unit: Unit = "quarter"


@frozen
class Vague:
    """The past, the present or the future as such."""

    value: Tense


@frozen
class Lasting:
    """A duration, as a TIMEX3 value, an ISO 8601 period; ``X`` stands for a number that is not said (``PXD``)."""

    period: str


@frozen
class Recurring:
    """A set of times, as a TIMEX3 value: ``P1D`` for "every day", ``XXXX-WXX-5`` for "every Friday"."""

    value: str


@frozen
class Clock:
    """A time of day, or a part of one (``MO``, ``AF``, ``EV``, ``NI``, ``DT``), on a day or on one that is not said.

    ``told`` marks one of the day that the text told of before ("in the evening").
    """

    time: dt.time | None = None
    part: str | None = None
    day: Meaning | None = None
    told: bool = False


Meaning = Named | Relative | Reported | Vague | Lasting | Recurring | Clock


@frozen
class Portion:
    """A part of a period that is told by units of it: "the first five months of", "the last week of".

    ``start`` is where its words begin, which end where those of the period do. Of runs of ``count`` units it is the
    one of that ``number``, from 1 at the beginning of the period, or -1 for the last; a count of None is "some".
    """

    start: int
    unit: Unit
    number: int
    count: int | None = 1


@frozen
class Expression:
    """The words of a temporal expression and what they say.

    ``portion`` is the part that is meant of a longer period, before whose own words it is told. ``to_next`` marks the
    first end of a range, whose other end is the next expression.
    """

    span: Span
    meaning: Meaning
    part: Part | None = None
    portion: Portion | None = None
    approximate: bool = False
    to_next: bool = False
