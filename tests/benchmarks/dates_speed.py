"""Speed of the recogniser of dates, alone and beside dateparser and recognizers-text where those are installed.

usage: python tests/benchmarks/dates_speed.py [FILE...]

FILEs are texts to read; without one, a page that is denser in dates than news is repeated. Then hostile inputs are
doubled, and the growth of the time is shown: about 2 where the cost is linear.
"""

from __future__ import annotations

import datetime as dt
import importlib.util
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path

from beldigest import find_dates

PUBLISHED = dt.date(2024, 3, 20)
PROSE = """The court in Velmora sentenced two journalists on March 14, weeks after their trial began, to six years.
Prices of bread rose by 12% in February, the statistics office said on Monday, compared with 9% a year earlier.
Parliament will vote on the budget on April 3; the talks, which started in late 2023, may last until the end of May.
The mine, opened in 1954 and closed in the 1990s, is to reopen next summer, its new owner said at a meeting on Tuesday.
Officials would not say how many people had been detained since the protests, or whether any of them had been charged.
Its editor, who was arrested in January, wrote from prison that he had been refused letters, books and visits.
The two ministers praised the neighbours for their help and asked the union to be patient with the smaller ports.
Nobody was hurt when a lorry with timber overturned on the bridge, but the road stayed closed for several hours.
"""
HOSTILE = (
    *("the last of the ", "1990 - ", "in March 5 to ", "on May 5, ", "two hundred and "),
    *(
        "a year and a half ",
        "9 to 11 a.m. ",
        "the quarter ended ",
        "a week on Tuesday ",
        "postponed walked ",
        "the first and ",
    ),
    *("12:", "1/2/", "Friday ", "a.b.", "'90s "),
)
Run = Callable[[str], object]


def peers() -> Iterable[tuple[str, Run, int]]:
    """Peers that are installed, each with the characters that it is given (it is slow)."""
    if importlib.util.find_spec("dateparser"):
        from dateparser.search import search_dates

        settings = {"RELATIVE_BASE": dt.datetime.combine(PUBLISHED, dt.time())}
        yield "dateparser", lambda text: search_dates(text, languages=["en"], settings=settings), 20_000
    if importlib.util.find_spec("recognizers_date_time"):
        from recognizers_date_time import recognize_datetime

        yield "recognizers-text", lambda text: recognize_datetime(text, "en-us", reference=PUBLISHED), 5_000


def seconds(run: Run, text: str, repeats: int = 3) -> float:
    """The least processor time of some runs."""
    times = []
    for _ in range(repeats):
        start = time.process_time()
        run(text)
        times.append(time.process_time() - start)
    return min(times)


def ours(text: str) -> object:
    return find_dates(text, published=PUBLISHED)


def main(paths: list[str]) -> None:
    text = "\n".join(Path(path).read_text("utf-8") for path in paths) or PROSE * 1000
    ours(text[:2000])  # loads what is loaded once
    size = len(text.encode())
    speed = size / seconds(ours, text)
    dense = len(find_dates(text, published=PUBLISHED)) / (size / 1e3)
    print(f"beldigest: {speed / 1e6:.2f} MB/s of a text with {dense:.1f} expressions a KB")
    for name, run, limit in peers():
        part = text[:limit]
        theirs = len(part.encode()) / seconds(run, part, 1)
        print(f"{name}: {theirs / 1e3:.1f} KB/s, {speed / theirs:.0f} times slower")
    for unit in HOSTILE:
        single, double = (seconds(ours, unit * (size // len(unit)), 1) for size in (50_000, 100_000))
        print(f"{unit!r} doubled: {double / single:.1f} times the time")


if __name__ == "__main__":
    main(sys.argv[1:])
