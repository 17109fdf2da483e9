"""Days with their year as other languages than that of a text write them, in its masthead say.

They are found by their form, in which every language of Europe agrees more or less, and read by the names of the
months; Chinese and Japanese need no names.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from functools import cache

from beldigest.language.lexicon import entries

#: "3. Februar 2023", "vendredi 3 mai 2023", "3 de mayo de 2023".
WRITTEN = re.compile(
    r"(?:[^\W\d_]{2,12},?\s)?(?:[^\W\d_]{2,3}\s)?(?<!\d)(?P<day>\d{1,2})[.º]?\s(?:de\s)?(?P<month>[^\W\d_]{3,12})\.?\s(?:del?\s)?"
    r"(?P<year>(?:19|20)\d\d)(?!\d)"
)
#: What every such day has, to look for first.
_YEAR = re.compile(r"[12]\d\d\d")
#: "2024年5月3日".
_NUMBERED = re.compile(r"(?<!\d)(?P<year>\d{4})\s?年\s?(?P<month>\d{1,2})\s?月\s?(?P<day>\d{1,2})\s?日")


def written(line: str) -> Iterator[tuple[tuple[int, int], dt.date]]:
    """The days that stand in a line in such a form, each after its place."""
    if _YEAR.search(line) is None:
        return
    for match in (*_NUMBERED.finditer(line), *WRITTEN.finditer(line)):
        month = match["month"]
        number = int(month) if month.isdecimal() else _months().get(month.casefold(), 0)
        try:
            day = dt.date(int(match["year"]), number, int(match["day"]))
        except ValueError:  # no month, or no day of the calendar
            continue
        yield (min(match.start("day"), match.start("year")), match.end()), day


@cache
def _months() -> dict[str, int]:
    return {name: int(number) for name, number in entries("beldigest.language", "months")}
