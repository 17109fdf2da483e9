"""Decisions on names, written as prose: a title, two names, and what is said of them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest

from beldigest import compare_names
from beldigest.model import ActorKind

FIXTURES = Path(__file__).parent.parent / "fixtures" / "names"
KINDS: dict[str, ActorKind] = {"persons": "person", "places": "place", "organizations": "organization"}


def blocks() -> Iterator[object]:
    for name, kind in KINDS.items():
        text = (FIXTURES / f"{name}.txt").read_text("utf-8")
        for block in text.strip().split("\n\n"):
            if block.startswith("#"):
                continue
            title, names, said = block.split("\n")
            a, b = names.split(" / ")
            verdict, reason = said.split(": ", 1)
            yield pytest.param(kind, a, b, verdict, reason, id=f"{name}: {title}")


@pytest.mark.parametrize(("kind", "a", "b", "verdict", "reason"), list(blocks()))
def test_decision(kind: ActorKind, a: str, b: str, verdict: str, reason: str) -> None:
    match = compare_names(a, b, kind)
    assert ("same" if match.same else "different", match.reason) == (verdict, reason)


def test_every_kind_is_compared() -> None:
    assert all(compare_names("Minsk", "Minsk", kind).same for kind in get_args(ActorKind))


def test_without_a_kind_any_will_do() -> None:
    assert compare_names("Wilno", "Vilnius").same
    assert compare_names("WMO", "World Meteorological Organization").same
    assert compare_names("Fjodor Dostojewski", "Фёдор Достоевский").same
    assert compare_names("Dostoevsky", "Fyodor Dostoevsky").same
    assert not compare_names("Krichev", "Fyodor Dostoevsky").same
    assert not compare_names("Commission", "European Commission").same
    assert not compare_names("Iran", "Iraq").same
