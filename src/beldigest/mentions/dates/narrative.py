"""Whether a text tells a history, which is counted from its own dates, or news, which is counted from its day."""

from __future__ import annotations

from collections.abc import Iterable

from beldigest.language.temporal import Clock, Meaning, Named, Relative
from beldigest.mentions.dates.period import Period

#: Full dates that make a history at the least, and how many there must be to each sign of news.
_LEAST = 5
#: How much it weighs that a date without its year comes before any that has one.
_WITHOUT_YEAR_FIRST = 3


def is_narrative(meanings: Iterable[Meaning], speech: Period | None) -> bool:
    """Whether a text tells a history.

    A history dates in full and from itself; news counts from its own day, so it has weekdays, "yesterday" and "last
    week", and leaves out the year of what is near. Where the time of writing is not known, a text counts as a history
    if it begins with a full date, for then it says itself what the others are counted from.
    """
    full = news = 0
    begins_in_full = False
    for meaning in meanings:
        point = meaning.day if isinstance(meaning, Clock) and meaning.day else meaning
        if isinstance(point, Named) and point.year is not None and not point.two_digits:
            begins_in_full = begins_in_full or (not full and point.month is not None)
            full += speech is None or point.year < speech.year
        elif isinstance(point, Named) and point.which is None and point.within is None:
            if point.weekday is not None and point.month is None:
                news += speech is not None or not full
            elif point.month is not None and not full:
                news += _WITHOUT_YEAR_FIRST
        elif isinstance(point, Relative) and point.origin == "speech" and point.unit in ("day", "week", "month"):
            news += 1
    if speech is None:
        return begins_in_full and full > news
    return full >= _LEAST and full > _LEAST * news


def opening(meanings: Iterable[Meaning]) -> Period | None:
    """The first year that a history names, which what it tells before that is counted from."""
    for meaning in meanings:
        if isinstance(meaning, Named) and meaning.year is not None and not meaning.two_digits:
            return Period("year", meaning.year)
    return None
