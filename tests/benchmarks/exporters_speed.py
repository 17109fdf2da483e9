"""How fast each exporter writes, and whether its memory grows with the number of stories.

usage: python tests/benchmarks/exporters_speed.py [FORMAT ...] [--option NAME=VALUE ...] [--stories N N]
                                                  [--letter FILE ...] [--copies N]

Every run is a process of its own, so that the peak of its resident memory is its own too; seconds are those of the
processor, so that what else runs does not count. The first briefings are synthetic and made one at a time: ten stories
each, every story with four paragraphs and seven figures, citations and events, to see whether memory grows. The others
are copies of a letter that the library has read, by default the example, each with an id of its own: real stories have
more to say, and a story of a longer letter takes longer.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from decimal import Decimal
from hashlib import sha256
from pathlib import Path

import attrs

import beldigest
from beldigest import (
    Actor,
    Briefing,
    Citation,
    Event,
    Figure,
    LeadItem,
    Link,
    Mention,
    Paragraph,
    Source,
    Span,
    Story,
    When,
)

FORMATS = ("json", "jsonld", "csv", "markdown", "ical")
STORIES_A_BRIEFING = 10
EXAMPLE = Path(__file__).parents[2] / "examples" / "letter.txt"

_PARAGRAPHS = (
    "The harbour council of Velmora said on 3 April 2023 that at least 40 berths stood empty, more than before.",
    "“We will not close, whatever the winter brings,” harbour master Ilya Branko told Radio Velmora on 4 April 2023.",
    "The Ministry of Ports put the cost of repairs at nearly €2.5 million, and Branko called the sum a beginning.",
    "Between 12 and 15 ferries a day leave for Ostrava Bay, according to the council, see https://example.org/berths.",
)
_NAMES = (
    "The harbour council of Velmora",
    "Velmora",
    "Ilya Branko",
    "Radio Velmora",
    "The Ministry of Ports",
    "Ostrava Bay",
)
_KINDS = ("government body", "place", "person", "media outlet", "government body", "place")


def _story(number: int, start: int, actors: tuple[Actor, ...]) -> tuple[str, Story]:
    headline = f"Harbour town counts its empty berths, part {number}"
    text = "\n".join((headline, *_PARAGRAPHS)) + "\n\n"

    def at(words: str) -> Span:
        found = start + text.index(words)
        return Span(found, found + len(words))

    def id(prefix: str, each: int) -> str:
        return f"{prefix}{number:08x}{each:08x}"

    days = (dt.date(2023, 4, 3), dt.date(2023, 4, 4))
    dates = tuple(
        When(f"{day.day} April 2023", day.isoformat(), day, day, "day", span=at(f"{day.day} April 2023"))
        for day in days
    )
    mentions = tuple(Mention(actor.id, at(name)) for actor, name in zip(actors, _NAMES, strict=True)) * 2
    figures = (
        Figure(id("f", 1), at("at least 40 berths"), Decimal(40), bound="at least", counted="berths", as_of=dates[0]),
        Figure(id("f", 2), at("nearly €2.5 million"), Decimal(2500000), unit="EUR", bound="nearly"),
        Figure(id("f", 3), at("Between 12 and 15 ferries"), low=Decimal(12), high=Decimal(15), per="day"),
    )
    said = at("“We will not close, whatever the winter brings,”")
    master = at("harbour master Ilya Branko")
    citations = (
        Citation(
            id("c", 1), "direct quote", at(_PARAGRAPHS[1]), (said,), actors[2].id, "harbour master Ilya Branko", master,
            "stated", "told", (at("told"),), outlet="Radio Velmora", outlet_span=at("Radio Velmora"), when=dates[1],
        ),
        Citation(
            id("c", 2), "indirect statement", at(_PARAGRAPHS[0]), (at("at least 40 berths stood empty"),), actors[0].id,
            "The harbour council", at("The harbour council"), "stated", "said", (at("said"),), when=dates[0],
        ),
    )  # fmt: skip
    events = tuple(
        Event(id("e", each), when, text.split("\n")[each], at(text.split("\n")[each]), (actors[each].id,))
        for each, when in enumerate(dates, 1)
    )
    return text, Story(
        id=id("s", 0),
        headline=headline,
        span=Span(start, start + len(text.rstrip())),
        headline_span=at(headline),
        section="Economy",
        paragraphs=tuple(Paragraph(words, at(words)) for words in _PARAGRAPHS),
        links=(Link("https://example.org/berths", at("https://example.org/berths")),),
        mentions=mentions,
        dates=dates,
        figures=figures,
        citations=citations,
        events=events,
    )


def _template() -> Briefing:
    actors = tuple(
        Actor(f"a{number}", name, kind, (name.split()[-1],))  # type: ignore[arg-type]
        for number, (name, kind) in enumerate(zip(_NAMES, _KINDS, strict=True))
    )
    text, stories = "", []
    for number in range(STORIES_A_BRIEFING):
        words, story = _story(number, len(text), actors)
        text += words
        stories.append(story)
    published = When("7 April 2023", "2023-04-07", dt.date(2023, 4, 7), dt.date(2023, 4, 7), "day")
    return Briefing(
        id="b",
        text=text,
        source=Source("synthetic.txt", "text/plain", sha256(text.encode()).hexdigest()),
        title="Border letter",
        published=published,
        published_known="given",
        lead=tuple(LeadItem(story.headline, story.headline_span or story.span, story.id) for story in stories),
        stories=tuple(stories),
        actors=actors,
    )


def synthetic(stories: int) -> Iterator[Briefing]:
    """Briefings that have so many stories together, each briefing with an id of its own."""
    template = _template()
    for number in range(stories // STORIES_A_BRIEFING):
        yield attrs.evolve(template, id=f"b{number:016x}")


def copies(letter: Briefing, number: int) -> Iterator[Briefing]:
    """A letter so many times, each with an id of its own."""
    return (attrs.evolve(letter, id=f"b{each:016x}") for each in range(number))


def _write(format: str, stories: int, letter: Path | None, options: dict[str, str], target: Path) -> None:
    if letter:
        read = next(beldigest.parse_file(letter))
        first, every = copies(read, 1), copies(read, stories)
        stories *= len(read.stories)
    else:
        first, every = synthetic(STORIES_A_BRIEFING), synthetic(stories)
    # Imports, and what is compiled on first use, are no part of a rate.
    beldigest.export(first, format, target / "first", **options)
    start = time.process_time()
    beldigest.export(every, format, target / "output", **options)
    seconds = time.process_time() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    size = sum(path.stat().st_size for path in target.rglob("*") if path.is_file())
    print(json.dumps({"stories": stories, "seconds": seconds, "peak": peak, "bytes": size}))


def main() -> None:
    """Runs what the command line asks for, and prints a line a run."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("formats", nargs="*", default=FORMATS, metavar="FORMAT")
    parser.add_argument("--stories", nargs="*", type=int, default=[1_000, 100_000])
    parser.add_argument("--letter", nargs="*", type=Path, default=[EXAMPLE], metavar="FILE")
    parser.add_argument("--copies", type=int, default=1_000)
    parser.add_argument("--option", action="append", default=[], metavar="NAME=VALUE")
    parser.add_argument("--one", type=Path, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.one:
        options = dict(each.split("=", 1) for each in given.option)
        _write(given.formats[0], given.stories[0], next(iter(given.letter), None), options, given.one)
        return
    print(f"{'format':10}{'briefings':24}{'stories':>10}{'stories/s':>12}{'peak MB':>10}{'KB/story':>10}")
    runs = [("synthetic", number, ()) for number in given.stories]
    runs += [(letter.name, given.copies, (str(letter),)) for letter in given.letter]
    for format in given.formats:
        for name, number, letter in runs:
            with tempfile.TemporaryDirectory() as folder:
                command = [sys.executable, __file__, format, "--stories", str(number), "--one", folder]
                command += ["--letter", *letter, *(f"--option={each}" for each in given.option)]
                run = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
            rate = run["stories"] / run["seconds"]
            size = run["bytes"] / run["stories"] / 1024
            line = f"{run['stories']:>10,}{rate:>12,.0f}{run['peak']:>10.1f}{size:>10.1f}"
            print(f"{format:10}{name:24.24}{line}", flush=True)


if __name__ == "__main__":
    main()
