"""Whether a text tells a history, which is counted from its own dates, or news, which is counted from its day."""

from __future__ import annotations

from collections.abc import Iterable

from beldigest.language.temporal import Clock, Meaning, Named, Relative
from beldigest.mentions.dates.period import Period

#: Full dates that make a history at the least, and how many there must be to each sign of news.
_LEAST = 5
#: The same where it begins with a full date that is as many years back.
_LEAST_OF_OLD, _LONG_AGO = 3, 20
#: How much it weighs that a date without its year comes before any that has one.
_WITHOUT_YEAR_FIRST = 3


def is_narrative(meanings: Iterable[Meaning], speech: Period | None) -> bool:
    """Whether a text tells a history.

    A history dates in full and from itself; news counts from its own day, so it has weekdays, "yesterday" and "last
    week", and leaves out the year of what is near. Where the time of writing is not known, a text counts as a history
    if it begins with a full date, for then it says itself what the others are counted from. If such a date is of long
    ago, fewer others make it a history, and "today" no news ("today a tower is all that stands").
    """
    full = news = 0
    begins_in_full = of_old = False
    for meaning in meanings:
        point = meaning.day if isinstance(meaning, Clock) and meaning.day else meaning
        if isinstance(point, Named) and point.year is not None and not point.two_digits:
            opens = not full and (point.month or point.season) is not None
            begins_in_full = begins_in_full or (opens and point.month is not None)
            of_old = of_old or (opens and not news and speech is not None and point.year < speech.year - _LONG_AGO)
            full += speech is None or point.year < speech.year
        elif isinstance(point, Named) and point.which is None and point.within is None:
            if point.weekday is not None and point.month is None:
                news += speech is not None or not full
            elif point.month is not None and not full:
                news += _WITHOUT_YEAR_FIRST
        elif isinstance(point, Relative) and point.origin == "speech" and point.unit in ("day", "week", "month"):
            news += not (of_old and point.count == 0)
    if speech is None:
        return begins_in_full and full > news
    return full >= (_LEAST_OF_OLD if of_old else _LEAST) and full > _LEAST * news


def opening(meanings: Iterable[Meaning]) -> Period | None:
    """The first year that a history names, which what it tells before that is counted from."""
    for meaning in meanings:
        if isinstance(meaning, Named) and meaning.year is not None and not meaning.two_digits:
            return Period("year", meaning.year)
    return None
