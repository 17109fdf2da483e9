"""The words of a person's name, and which of them is the surname.

The surname comes last, unless a comma, capitals, a patronymic, a known given name or a frequent family name of East
Asia say that it comes first.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from attrs import frozen

from beldigest.names import inflection
from beldigest.names.given import father, given_names, listed, surely_given_names
from beldigest.names.letters import compose, without_possessive, words
from beldigest.names.sounds import sounds, syllables
from beldigest.names.tables import table

#: What in ASCII letters tells Polish: digraphs, and a surname's -ow-, -ew- and its case endings.
_POLISH = re.compile(r"sz|cz|rz|[oe]w(?:a|i|y|em|ie|ego|emu|ej)?$")


@frozen
class PersonName:
    """The words of a person's name in small letters, without titles and particles.

    ``surname`` is the index of the surname and ``sure`` whether its place is told by more than custom; ``generation``
    is "jr", "iii" or the like; ``inflecting`` says that the spelling is of a language that declines names.
    """

    words: tuple[str, ...]
    surname: int
    sure: bool
    generation: str = ""
    inflecting: bool = False

    @property
    def declined(self) -> bool:
        """Whether every word ends as a case form may."""
        return all(map(inflection.has_ending, self.words))


@cache
def _roles() -> dict[str, str]:
    return {compose(word): role for word, role in table("person_words")}


@lru_cache(maxsize=16384)
def parse(name: str) -> PersonName:
    """The parts of a person's name."""
    before_comma, comma, after_comma = without_possessive(name).partition(",")
    roles = _roles()
    generation = ""
    groups: list[list[str]] = []
    for part in (before_comma, after_comma):
        everything = words(part)
        generation = next((word for word in everything if roles.get(word) == "generation"), generation)
        bare = [word for word in everything if roles.get(word) != "generation"]
        # A title stands before a name: "Martin Luther King" is none.
        groups.append([word for word in bare[:-1] if roles.get(word) not in ("title", "particle")] + bare[-1:])
    kept = groups[0] + groups[1] or ([generation] if generation else [])
    surname = len(groups[0]) - 1 if comma and groups[0] and groups[1] else None
    if surname is None:
        surname = _capitals(name, kept)
    sure = surname is not None
    if surname is None:
        surname, sure = _by_form(kept)
    return PersonName(tuple(kept), surname, sure, generation, _inflecting(name))


def _capitals(name: str, kept: list[str]) -> int | None:
    """The place of the only word that is written in capitals ("TOLSTOY Lev Nikolayevich")."""
    if name.isupper():
        return None
    capitals = [word for part in name.split() if len(part) > 2 and part.isupper() for word in words(part)]
    if not capitals or len(capitals) >= len(kept) or capitals[-1] not in kept:
        return None
    return kept.index(capitals[-1])


def _by_form(kept: list[str]) -> tuple[int, bool]:
    """The place of the surname by what is known of the words, and whether that is more than custom."""
    last = len(kept) - 1
    if last == 2 and father(kept[2]) and not father(kept[1]) and given_names(kept[1]) and not given_names(kept[0]):
        return 0, True  # "Быкаў Васіль Уладзіміравіч"
    if last > 0 and _roles().get(kept[0]) == "family name first" and (not listed(kept[0]) or _syllables(kept[1:])):
        return 0, True  # "Kim Jong Un", "Xi Jinping"
    if last == 1 and not kept[1].isascii() and surely_given_names(kept[1]) and not given_names(kept[0]):
        return 0, True  # "Толстой Лев", as lists in Cyrillic have it; English has "Elton John"
    return max(last, 0), last > 0 and bool(given_names(kept[0])) and not given_names(kept[-1])


def _syllables(rest: list[str]) -> bool:
    """Whether the words are two syllables, as a Korean given name is when parted."""
    return len(rest) == 2 and all(syllables(sounds(word)) == 1 for word in rest)


def _inflecting(name: str) -> bool:
    """Whether a name is spelled as in a language that declines names: beyond ASCII, or as Polish is."""
    return not name.isascii() or _POLISH.search(name.casefold()) is not None
