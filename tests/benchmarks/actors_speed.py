"""How fast actors are found, roles read, and registers made: ``python tests/benchmarks/actors_speed.py [FILE...]``.

Without files the text is a made-up briefing, repeated with other names. Figures are kilobytes of UTF-8 a second of
processor time on one core.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from beldigest.mentions import actors, dates
from beldigest.mentions.actors.roles import roles
from beldigest.mentions.reading import Reading
from beldigest.mentions.types import Mentions
from beldigest.resolve.register import register

_R = TypeVar("_R")

STORY = """Border officers hold {name} at the Kostrovka crossing
Latvian border officers held the Belarusian journalist Ales {name} for six hours on Friday, according to the Latvian
Harbour Board. "We did not understand why," {name} said. He was freed after the Ministry of Culture asked Riga for help.
The Union of Coastal Reporters (UCR) and Deputy Mayor Ilka {other} protested; she called it a mistake. UCR said that
{name}, a former editor of the newspaper Drevna, had been on his way from Minsk to Daugavpils.
"""
_SYLLABLES = ("ka", "lo", "mir", "dov", "ser", "tin", "vas", "re")


def made_up(stories: int) -> list[str]:
    """Stories of the same words with other names."""
    made = []
    for number in range(stories):
        first, second, third = (_SYLLABLES[number // 8**power % 8] for power in range(3))
        made.append(
            STORY.format(name=f"{first}{second}{third}enka".capitalize(), other=f"{third}{first}ska".capitalize())
        )
    return made


def timed(what: str, size: float, call: Callable[[], _R]) -> _R:
    """The call's result; its speed is printed."""
    start = time.process_time()
    result = call()
    print(f"{what:10} {size / (time.process_time() - start):8.0f} KB/s")
    return result


def main(paths: list[str]) -> None:
    texts = [Path(path).read_text("utf-8") for path in paths] or made_up(500)
    size = sum(len(text.encode()) for text in texts) / 1024
    readings = [Reading.of(text) for text in texts]
    list(actors.find(Reading.of("Ann Lee left Minsk."), Mentions()))  # reads the lexicons
    for reading in readings:
        for passage in reading.passages:
            for stretch in passage.stretches:
                reading.sentences(stretch)  # shared with the other recognisers
    found = [Mentions().plus(dates.find(reading, Mentions())) for reading in readings]
    print(f"{len(texts)} texts, {size:.0f} KB")
    mentions = timed(
        "actors",
        size,
        lambda: [before.plus(actors.find(reading, before)) for reading, before in zip(readings, found, strict=True)],
    )
    spans = [[mention.span for mention in its.actors if mention.kind == "person"] for its in mentions]
    timed("roles", size, lambda: [list(roles(*pair)) for pair in zip(readings, spans, strict=True)])
    timed("register", size, lambda: [register(*pair) for pair in zip(readings, mentions, strict=True)])
    whole = Reading.of("\n".join(texts))
    everything = timed("one text", size, lambda: Mentions().plus(actors.find(whole, Mentions())))
    timed("its register", size, lambda: register(whole, everything))


if __name__ == "__main__":
    main(sys.argv[1:])
