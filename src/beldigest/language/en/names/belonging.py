"""Whose a body or a place is: the country in its name or before it, and what is left without it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from attrs import frozen

from beldigest.language.en.names.known import Known
from beldigest.language.en.names.letters import TOKEN, fold
from beldigest.language.en.names.lexicons import closed, heads, origins

_FARTHEST = 40
_MOST_WORDS = 3
_POSSESSIVES = ("'s", "’s")
# What a noun's complement looks like that belongs to a name: "of", and words with a capital.
_COMPLEMENT = re.compile(r"\s{1,2}of(?:\s{1,2}the)?(?:\s{1,2}[^\W\d_a-z][\w'’-]{0,30}){1,4}(?![\w'’-])")


@frozen
class Belonging:
    """A name's folded words without article and legal form; its ``core`` without what says whose it is; the country of
    that (ISO 3166-1), and, where a possessive before the name says it, the words of both."""

    words: tuple[str, ...]
    core: tuple[str, ...]
    origin: str | None = None
    owned: str | None = None


def belonging(sort: str, name: str, before: str, known: Known) -> Belonging:
    """Whose the body or place is that a name with the text ``before`` it stands for."""
    words = [fold(match[0]) for match in TOKEN.finditer(name)]
    if len(words) > 1 and words[0] in closed("article"):
        words = words[1:]
    if sort == "place":
        polity = len(words) > 2 and words[1] == "of" and words[0] in closed("polity")
        return Belonging(tuple(words), tuple(words[2:] if polity else words))  # "State of Texas"
    if sort != "body":
        return Belonging(tuple(words), tuple(words))
    words = _without_legal_form(words)
    origin, core = _origin(words)
    owned = None
    if origin is None:
        origin, owned = _owner(name, before, known)
    return Belonging(tuple(words), tuple(core), origin, owned)


def completed(name: str, after: str) -> str:
    """A body's name with the complement in the text ``after`` it, where the name is a noun alone that takes one: the
    "University" of "the University of Southern Vidzeme"."""
    head = heads().get(fold(name))
    found = _COMPLEMENT.match(after) if head is not None and head.governs else None
    return " ".join((name + found[0]).split()) if found else name


def _without_legal_form(words: list[str]) -> list[str]:
    end = len(words)
    while end > 1 and words[end - 1] in heads() and heads()[words[end - 1]].place == "suffix":
        end -= 1
    return words[:end]


def _origin(words: Sequence[str]) -> tuple[str | None, Sequence[str]]:
    """The country that a name begins or, after "of", ends with, and the rest of the name."""
    if len(words) > 1 and words[0] in origins():
        return origins()[words[0]], words[1:]
    if len(words) > 2 and words[-1] in origins() and words[-2] == "of":
        return origins()[words[-1]], words[:-2]
    return None, words


def _owner(name: str, before: str, known: Known) -> tuple[str | None, str | None]:
    """The country whose possessive stands before a name ("Latvia's State Border Guard"), and both as written."""
    before = before[-_FARTHEST:].rstrip()
    if not before.endswith(_POSSESSIVES):
        return None, None
    owner, ending = before[:-2].rstrip(), before[-2:]
    words = [match[0] for match in TOKEN.finditer(owner)][-_MOST_WORDS:]
    for first in range(len(words)):
        country = " ".join(words[first:])
        entry = known.exactly(country)
        code = origins().get(fold(country)) or (entry.identifiers.get("iso3166-1") if entry is not None else None)
        if code is not None:
            return code, f"{country}{ending} {name}"
    return None, None
