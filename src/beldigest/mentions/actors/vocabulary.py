"""The words of a language, and the known names, bundled for the recogniser's inner loops."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cache
from typing import Any

import attrs

from beldigest.language import Gazetteer, load
from beldigest.mentions.actors.lines import Line

_LONGEST_ROLE = 3


@attrs.define(slots=True, eq=False)
class Vocabulary:
    """Look-ups over one language's lexicons; every word given to it is folded unless said otherwise."""

    names: Any
    known: Any
    common: AbstractSet[str]
    function: AbstractSet[str]
    fringe: AbstractSet[str]
    calendar: AbstractSet[str]
    abbreviations: AbstractSet[str]
    given: Mapping[str, str]
    surnames: AbstractSet[str]
    heads: Mapping[str, Any]
    roles: Mapping[str, str]
    honorifics: Mapping[str, str]
    cues: Mapping[str, str]
    english_links: AbstractSet[str]
    foreign_links: AbstractSet[str]
    directions: AbstractSet[str]
    determiners: AbstractSet[str]
    prepositions: AbstractSet[str]
    premodifiers: AbstractSet[str]
    relatives: AbstractSet[str]
    auxiliaries: AbstractSet[str]
    copulas: AbstractSet[str]
    ordinals: AbstractSet[str]
    generations: AbstractSet[str]
    adjectival_roles: AbstractSet[str]
    languages: AbstractSet[str]

    def is_adjective(self, word: str) -> bool:
        """Whether the word is an adjective or noun of a people, creed or region."""
        return bool(self.names.is_adjective(word))

    def surname_like(self, word: str) -> bool:
        """Whether a word as written has the form of a family name."""
        return bool(self.names.surname_like(word))

    def place_like(self, word: str) -> bool:
        """Whether a word has the form of a place's name."""
        return bool(self.names.place_like(word))

    def town_like(self, word: str) -> bool:
        """Whether a word has an ending of English towns, which family names have too."""
        return bool(self.names.town_like(word))

    def camel(self, word: str) -> bool:
        """Whether a word as written has capitals inside that no prefix of a family name explains: "BelaPAN"."""
        return bool(self.names.camel(word))

    def acronym(self, word: str) -> bool:
        """Whether a word as written is in capitals."""
        return self.names.ACRONYM.fullmatch(word) is not None

    def is_role(self, words: Sequence[str], at: int) -> bool:
        """Whether a noun for what a person is ends with the word at an index."""
        if not 0 <= at < len(words):
            return False
        return self.role_gender(words[at]) is not None or (at > 0 and f"{words[at - 1]} {words[at]}" in self.roles)

    def role_gender(self, word: str) -> str | None:
        """The gender of a noun for a person, or None where it is none."""
        found: str | None = self.names.role_gender(word)
        return found

    def known_place(self, word: str) -> bool:
        """Whether a folded word by itself is the name of a known place."""
        found = self.known.longest([word], [word], 0, 1) if word else None
        return found is not None and found[1].kind in ("country", "place")

    def spells(self, letters: str, words: Sequence[str]) -> bool:
        """Whether folded letters are the initials of the words, those of small words counted or not."""
        every = "".join(word[0] for word in words if word[0].isalnum())
        return letters in (self.names.initials(words), every)

    def singular(self, word: str) -> str:
        """The singular of a noun."""
        found: str = self.names.singular(word)
        return found

    def links(self, line: Line, at: int) -> bool:
        """Whether a word in lower case, or an ending, may stand inside a name."""
        word = line.words[at]
        if word in self.english_links or word in self.foreign_links:
            return True
        if word in ("'s", "’s"):
            return True
        return word in "'’" and at > 0 and line.starts[at] == line.ends[at - 1] and line.words[at - 1][-1:] in "sxz"


def vocabulary(language: str, gazetteers: Sequence[Gazetteer] = ()) -> Vocabulary:
    """The vocabulary of a language with the given gazetteers before its own."""
    return _of(language) if not gazetteers else _with(language, gazetteers)


@cache
def _of(language: str) -> Vocabulary:
    return _with(language, ())


def _with(language: str, gazetteers: Sequence[Gazetteer]) -> Vocabulary:
    names = load(language, "names")
    return Vocabulary(
        names,
        names.known(gazetteers),
        names.common(),
        names.closed("function"),
        names.closed("fringe"),
        names.closed("month") | names.closed("weekday"),
        names.abbreviations(),
        names.given_names(),
        names.surnames(),
        names.heads(),
        names.roles(),
        names.honorifics(),
        names.cues(),
        names.closed("link"),
        names.closed("foreign link"),
        names.closed("direction"),
        names.closed("determiner"),
        names.closed("preposition"),
        names.closed("premodifier"),
        names.closed("relative"),
        names.closed("auxiliary"),
        names.closed("copula"),
        names.closed("ordinal"),
        names.closed("generation"),
        names.closed("adjectival role"),
        names.languages(),
    )
