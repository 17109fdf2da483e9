"""Figures of short texts, written as prose: a title, the text, and what is read in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import beldigest
from beldigest.mentions.types import FigureMention

FIXTURES = Path(__file__).parents[1] / "fixtures" / "figures"
CASE = re.compile(r"^# (?P<title>.+)\n(?P<text>(?:(?!=> ).+\n)+)(?P<expected>(?:=> .+\n?)+)", re.M)


def cases() -> Iterator[object]:
    for path in sorted(FIXTURES.glob("*.txt")):
        text = path.read_text("utf-8")
        found = list(CASE.finditer(text))
        assert len(found) == text.count("\n# ")
        for match in found:
            words = " ".join(match["text"].split())
            yield pytest.param(words, match["expected"].strip(), id=f"{path.stem}: {match['title']}")


def told(text: str, figure: FigureMention) -> str:
    """A figure in one line: its words; bound, value or ends, unit; change; what it counts."""
    value = f"{figure.value}" if figure.value is not None else f"{figure.low}..{figure.high}"
    unit = f" {figure.unit}" if figure.unit else ""
    per = f" per {figure.per}" if figure.per else ""
    bound = "" if figure.bound == "exact" else f"{figure.bound} "
    change = f"; {figure.change}" if figure.change else ""
    counted = f"; of {figure.counted.of(text)}" if figure.counted else ""
    return f"=> {figure.span.of(text)}: {bound}{value}{unit}{per}{change}{counted}"


@pytest.mark.parametrize(("text", "expected"), list(cases()))
def test_figures(text: str, expected: str) -> None:
    found = "\n".join(told(text, figure) for figure in beldigest.find_figures(text))
    assert (found or "=> nothing") == expected
