"""Points that cannot be placed in the calendar, as TIMEX3 values with an X for each digit that is not known."""

from __future__ import annotations

from beldigest.language.temporal import Named, Relative, Reported
from beldigest.mentions.dates.yearly import in_year

#: Values of which no digit is known.
_OPEN = {"century": "XX", "decade": "XXX", "year": "XXXX", "month": "XXXX-XX", "week": "XXXX-WXX", "day": "XXXX-XX-XX"}


def open_timex(meaning: Named | Relative | Reported) -> str:
    """The TIMEX3 value of what cannot be placed: an X for each digit that is not known."""
    if isinstance(meaning, Reported):
        return {"month": "XXXX-XX", "quarter": "XXXX-QX"}.get(meaning.unit, "")
    if isinstance(meaning, Relative):
        # Later than what was told is not yet later than now.
        later = meaning.count is None and meaning.origin == "text" and meaning.sign > 0
        if (meaning.count is None and not later) or meaning.unit in ("second", "minute", "hour"):
            ahead = meaning.sign or meaning.count or 0
            return "FUTURE_REF" if ahead > 0 else "PAST_REF" if ahead < 0 else "PRESENT_REF"
        return _OPEN.get(meaning.unit, "")
    if meaning.year is not None:
        return ""  # there is no such day
    if meaning.holiday is not None:
        return f"XXXX-{meaning.holiday.month:02d}-{meaning.holiday.day:02d}" if meaning.holiday.day else ""
    if meaning.weekday is not None and meaning.month is None:
        return f"XXXX-WXX-{meaning.weekday + 1}"
    if meaning.day is not None and meaning.month is None:
        return f"XXXX-XX-{meaning.day:02d}"
    example = in_year(meaning, 2000)  # a leap year
    return f"XXXX{example.timex()[4:]}" if example is not None and example.unit != "year" else ""
