"""Mentions, roles and registers of short texts, written as prose."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from beldigest.mentions import actors, dates
from beldigest.mentions.actors.roles import roles
from beldigest.mentions.reading import Reading
from beldigest.mentions.types import Mentions
from beldigest.model import Span
from beldigest.resolve.register import register

FIXTURES = Path(__file__).parents[1] / "fixtures" / "actors"
CASE = re.compile(r"^# (?P<title>.+)\n(?P<text>(?:(?!=> ).+\n)+)=> (?P<expected>.+)\n(?P<phrases>(?:.+\n?)*)", re.M)


def cases(name: str) -> list[tuple[str, str, str]]:
    """The cases of a file; every title in it must have made one."""
    text = (FIXTURES / f"{name}.txt").read_text("utf-8")
    found = [
        pytest.param(*match.group("text", "expected", "phrases"), id=match["title"]) for match in CASE.finditer(text)
    ]
    assert len(found) == text.count("\n# ")
    return found  # type: ignore[return-value]


def mentions_of(text: str) -> tuple[Reading, Mentions]:
    reading = Reading.of(text)
    mentions = Mentions().plus(dates.find(reading, Mentions()))
    return reading, mentions.plus(actors.find(reading, mentions))


@pytest.mark.parametrize(("text", "expected", "phrases"), cases("mentions"))
def test_mentions(text: str, expected: str, phrases: str) -> None:
    _, mentions = mentions_of(text)
    found = " | ".join(f"{mention.span.of(text)}: {mention.kind}" for mention in mentions.actors)
    assert (found or "nothing") == expected


@pytest.mark.parametrize(("text", "expected", "phrases"), cases("roles"))
def test_roles(text: str, expected: str, phrases: str) -> None:
    plain, names = "", []
    for piece in re.split(r"(\[[^]]+\])", text):
        if piece.startswith("["):
            names.append(Span(len(plain), len(plain) + len(piece) - 2))
        plain += piece.strip("[]") if piece.startswith("[") else piece
    found = " | ".join(f"{name.of(plain)}: {role.of(plain)}" for name, role in roles(Reading.of(plain), names))
    assert (found or "nothing") == expected


@pytest.mark.parametrize(("text", "expected", "phrases"), cases("register"))
def test_register(text: str, expected: str, phrases: str) -> None:
    reading, mentions = mentions_of(text)
    book = register(reading, mentions)
    found = [f"{actor.name} ({'; '.join(actor.aliases)})" if actor.aliases else actor.name for actor in book.actors]
    assert " | ".join(found) == expected
    names = {actor.id: actor.name for actor in book.actors}
    at = 0
    for line in phrases.splitlines():
        phrase, _, wanted = line.partition(" > ")
        at = text.index(phrase, at)
        resolved = book.resolve(Span(at, at + len(phrase)))
        guess = "? " if resolved is not None and resolved.known == "inferred" else ""
        assert (f"{guess}{names[resolved.actor]}" if resolved else "nobody") == wanted, phrase
        at += len(phrase)
