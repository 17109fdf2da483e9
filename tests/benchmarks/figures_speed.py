"""How fast figures are read, and how light the recogniser is to import; beside it quantulum3 where it is installed.

usage: python tests/benchmarks/figures_speed.py [FILE]

FILE is a text to read; without one, a synthetic page is repeated. Seconds are those of the processor. ``figures`` is
the recogniser alone, ``find_figures`` the public function, which finds dates first.
"""

from __future__ import annotations

import importlib.util
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import beldigest
from beldigest.mentions import figures
from beldigest.mentions.reading import Reading
from beldigest.mentions.types import Mentions

PAGE = """The council approved a loan of nearly $40 million in March, 14% more than a year before, said the mayor.
At least 287 firms and two dozen schools will share it; each of the 35 districts gets between 2 and 5 per cent.
The road, 120 km long, should take a year and a half to build, while about 1,200 workers will be hired in 2025.
Nobody has yet explained why the previous contract was cancelled, or who will repair the bridge in the meantime.
The opposition called the vote a mistake and asked for a public hearing before the end of the summer season.
"""
SIZE = 500_000
PEER_SIZE = 20_000


def seconds(run: Callable[[], object]) -> float:
    """The shortest of three runs."""
    taken = []
    for _ in range(3):
        start = time.process_time()
        run()
        taken.append(time.process_time() - start)
    return min(taken)


def show(name: str, size: int, taken: float) -> None:
    print(f"{name:24} {size / 1024 / taken:10.0f} KB/s")


def imported(module: str) -> float:
    """The milliseconds that an import takes in a process of its own."""
    code = f"import time; t = time.process_time(); import {module}; print(time.process_time() - t)"
    return min(
        float(subprocess.run([sys.executable, "-c", code], capture_output=True, check=True).stdout) for _ in "123"
    )


def main(names: list[str]) -> int:
    page = Path(names[0]).read_text("utf-8") if names else PAGE
    text = page * (SIZE // len(page) + 1)
    reading = Reading.of(text)
    list(figures.find(Reading.of(page), Mentions()))  # reads the lexicons
    show("figures", len(text), seconds(lambda: list(figures.find(reading, Mentions()))))
    show("find_figures", len(text), seconds(lambda: beldigest.find_figures(text)))
    print(f"{'import':24} {1000 * imported('beldigest.mentions.figures'):10.0f} ms")
    if importlib.util.find_spec("quantulum3") is None:
        return 0
    from quantulum3 import parser

    part = text[:PEER_SIZE]
    parser.parse(page)
    show("quantulum3", len(part), seconds(lambda: [parser.parse(line) for line in part.splitlines()]))
    print(f"{'import quantulum3':24} {1000 * imported('quantulum3.parser'):10.0f} ms")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
