"""What the words of organisations' names mean, whatever the language and the case.

A ministry is a министерство and a ministerstwo, and "Литвы" is of Lithuania. Words that are in no table mean nothing in
themselves: they name.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache, lru_cache

from beldigest.names.inflection import stems
from beldigest.names.known import countries
from beldigest.names.letters import base, compose, words
from beldigest.names.sounds import sounds
from beldigest.names.tables import table

#: What articles and prepositions mean.
NOTHING = "-"

#: The most letters of an ending that a ``*`` stands for, and the fewest of a stem.
_LONGEST_ENDING, _SHORTEST_STEM = 5, 4


def _rows() -> Iterator[tuple[str, str]]:
    for name in ("organization_words", "country_adjectives"):
        for word, meant in table(name):
            yield compose(word), meant


@cache
def _by_letters() -> Mapping[str, str]:
    """The meanings of whole words, by their letters without marks."""
    return {base(word): meant for word, meant in _rows() if " " not in word and not word.endswith("*")}


@cache
def _by_beginning() -> Mapping[str, str]:
    """The meanings of words that are given by their beginning, for whatever ending."""
    return {base(word[:-1]): meant for word, meant in _rows() if word.endswith("*")}


@cache
def _by_stem() -> Mapping[str, str]:
    """The meanings of words and countries by the sounds of their stems, where a stem has one meaning."""
    found: dict[str, set[str]] = {}
    of_countries = ((form[0], country) for form, country in countries().items() if len(form) == 1)
    for word, meant in (*_rows(), *of_countries):
        if meant != NOTHING and " " not in word and not word.endswith("*"):
            for stem in (sounds(word), *stems(word)):
                found.setdefault(stem, set()).add(meant)
    return {stem: min(all_of) for stem, all_of in found.items() if len(all_of) == 1 and len(stem) >= _SHORTEST_STEM}


@lru_cache(maxsize=16384)
def meaning(word: str) -> str | None:
    """What a word in small letters means: an English word, a country, :data:`NOTHING`; or None for one that names."""
    bare = base(word)
    if bare in _by_letters():
        return _by_letters()[bare]
    for end in range(len(bare), max(len(bare) - _LONGEST_ENDING, 2) - 1, -1):
        if bare[:end] in _by_beginning():
            return _by_beginning()[bare[:end]]
    found = {meant for stem in stems(word) if (meant := _by_stem().get(stem)) is not None}
    return found.pop() if len(found) == 1 else None


@cache
def phrases() -> Mapping[tuple[str, ...], str]:
    """What several words mean together, and the names of countries, by the words without marks."""
    several = ((tuple(map(base, words(phrase))), meant) for phrase, meant in _rows() if " " in phrase)
    return {**countries(), **dict(several)}
