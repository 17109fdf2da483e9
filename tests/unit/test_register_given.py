"""Which given mentions of a text are one actor's."""

from __future__ import annotations

import re

import pytest

import beldigest
from beldigest.model import Span


def clusters(marked: str) -> list[set[str]]:
    """The names in square brackets, all of them bodies', by actor, in the order of first mention."""
    text, mentions = "", []
    for piece in re.split(r"(\[[^]]+\])", marked):
        plain = piece.strip("[]") if piece.startswith("[") else piece
        if plain != piece:
            mentions.append(beldigest.ActorMention(Span(len(text), len(text) + len(plain)), "organization"))
        text += plain
    found: dict[str, set[str]] = {}
    for mention, actor in zip(mentions, beldigest.resolve_actors(text, mentions), strict=True):
        found.setdefault(actor, set()).add(mention.span.of(text))
    return list(found.values())


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        pytest.param(
            "The [University] of Southern Vidzeme opened. [USV] has a pool.",
            [{"University", "USV"}],
            id="a noun whose complement was not given",
        ),
        pytest.param(
            "The [University] of Southern Vidzeme opened. The [University] of Latgale did not. [USV] has a pool.",
            [{"University", "USV"}, {"University"}],
            id="one noun with two complements is two bodies",
        ),
        pytest.param(
            "[Estonia] scored. The [Estonians] rested. [Latvia] lost.",
            [{"Estonia", "Estonians"}, {"Latvia"}],
            id="a team by its country and by its people",
        ),
        pytest.param(
            "[Latvia] lost, wrote [The Latvian] on Monday.",
            [{"Latvia"}, {"The Latvian"}],
            id="an adjective is no people",
        ),
        pytest.param(
            "The [Marsh Otters] won. A [Marsh Otter] was hurt.",
            [{"Marsh Otters", "Marsh Otter"}],
            id="a member of a team",
        ),
        pytest.param(
            "The [Harbour Banks] merged. A [Harbour Bank] was sold.",
            [{"Harbour Banks"}, {"Harbour Bank"}],
            id="several bodies are not one",
        ),
        pytest.param(
            "[VARNIKA] FINED\n\n[Varnika Logistics] was fined. [Varnika] will appeal.",
            [{"VARNIKA", "Varnika Logistics", "Varnika"}],
            id="capitals of a headline make no acronym",
        ),
        pytest.param(
            "[KRB] was fined. [KRB Logistics] was not.",
            [{"KRB"}, {"KRB Logistics"}],
            id="an acronym begins other names",
        ),
        pytest.param(
            "[Dinamo Brest] won. [Dinamo] is happy. [Brest] is in the second league.",
            [{"Dinamo Brest", "Dinamo"}, {"Brest"}],
            id="the place at the end of a name is not the body",
        ),
    ],
)
def test_given(marked: str, expected: list[set[str]]) -> None:
    assert clusters(marked) == expected


def test_an_acronym_is_of_the_kind_of_what_it_stands_for() -> None:
    text = "The Halm Revenue Authority (HRA) paid the HRA guards of Sandhaven."
    (actor,) = (each for each in beldigest.parse(text).actors if "HRA" in each.aliases)
    assert (actor.name, actor.kind) == ("Halm Revenue Authority", "government body")
