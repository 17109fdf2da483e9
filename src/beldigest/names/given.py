"""Given names: which are one name in several languages, and patronymics made of them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache

from attrs import field, frozen

from beldigest.names.distance import allowance, distance
from beldigest.names.inflection import stems
from beldigest.names.letters import base, compose
from beldigest.names.sounds import skeleton, sounds
from beldigest.names.tables import table


@frozen
class GivenName:
    """A name of ``given_names.tsv``: its head form, and the first sounds of all its forms."""

    name: str
    initials: frozenset[str] = field(eq=False)


#: The shortest word that is looked up by sounds that differ; shorter ones are by the same sounds in other letters.
_SHORTEST = 4


@cache
def _by_letters() -> Mapping[str, frozenset[GivenName]]:
    """The names by the letters of each form, without marks."""
    found: dict[str, set[GivenName]] = {}
    for head, _, forms in table("given_names"):
        everyone = (head, *forms.split())
        name = GivenName(head, frozenset(sounds(compose(form)[:2])[:1] for form in everyone))
        for form in everyone:
            found.setdefault(base(form), set()).add(name)
    return {letters: frozenset(names) for letters, names in found.items()}


@cache
def _by_key() -> Mapping[str, Sequence[tuple[str, frozenset[GivenName]]]]:
    """The sounds of each form with its names, by the keys of the sounds."""
    found: dict[str, list[tuple[str, frozenset[GivenName]]]] = {}
    by_letters = _by_letters()
    for head, _, forms in table("given_names"):
        for form in (head, *forms.split()):
            heard = sounds(compose(form))
            for key in skeleton(heard):
                found.setdefault(key, []).append((heard, by_letters[base(form)]))
    return found


@lru_cache(maxsize=16384)
def given_names(word: str) -> frozenset[GivenName]:
    """The names that a word in small letters is a form of: by its letters, else by the nearest sounds."""
    exact = _by_letters().get(base(word))
    if exact:
        return exact
    return _by_sounds(sounds(word), 0.5 if len(word) >= _SHORTEST else 0.1)


@lru_cache(maxsize=16384)
def surely_given_names(word: str) -> frozenset[GivenName]:
    """The names that a word in small letters is a form of by its letters, or by the same sounds in other letters."""
    exact = _by_letters().get(base(word))
    if exact:
        return exact
    return _by_sounds(sounds(word), 0.2) if len(word) >= _SHORTEST else frozenset()


@lru_cache(maxsize=16384)
def declined_names(word: str) -> frozenset[GivenName]:
    """The names that a word in small letters may be a case form of."""
    found: set[GivenName] = set()
    for stem in stems(word, whole=True):
        found |= _by_sounds(stem, 0.4) or _by_sounds(stem + "a", 0.2)
    return frozenset(found)


def listed(word: str) -> bool:
    """Whether a word in small letters is a form of a given name by its very letters."""
    return base(word) in _by_letters()


def _by_sounds(heard: str, share: float) -> frozenset[GivenName]:
    """The names of the forms that sound most like ``heard``, within a share of what spellings of a word differ by."""
    near: dict[float, set[GivenName]] = {}
    for key in skeleton(heard):
        for other, names in _by_key().get(key, ()):
            apart = distance(heard, other)
            if apart <= share * allowance(heard, other):
                near.setdefault(round(apart, 3), set()).update(names)
    return frozenset(near[min(near)]) if near else frozenset()


#: Patronymics by their sounds: -ovich, -evich, -avich, -yovych; -ovna, -evna, -auna, -ivna.
_PATRONYMIC = re.compile(r"j?[oeai](?:vi[čX]|[vw]na)$")


@lru_cache(maxsize=16384)
def father(word: str) -> str | None:
    """The sounds of the name that a patronymic in small letters is made of, or None where its ending is none.

    Many surnames end so too; only the place of the word in the name tells which it is.
    """
    heard = sounds(word)
    found = _PATRONYMIC.search(heard)
    return heard[: found.start()] or None if found else None


@lru_cache(maxsize=16384)
def same_father(a: str, b: str) -> bool:
    """Whether two patronymics in small letters are made of one name, in two languages maybe."""
    of_a, of_b = father(a), father(b)
    if of_a is None or of_b is None:
        return False
    return distance(of_a, of_b) <= 0.5 * allowance(of_a, of_b) or bool(_by_sounds(of_a, 0.6) & _by_sounds(of_b, 0.6))
