"""Names that are known beforehand in several languages: places and international bodies.

An exonym ("Wilno" for Vilnius) follows no rule, so it is data. A name is looked up by its letters, else by its sounds
and case forms, among the known names that share a key with it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache, cached_property, lru_cache

from beldigest.names.inflection import keys
from beldigest.names.letters import base, words
from beldigest.names.sounds import skeleton, sounds
from beldigest.names.spelling import same_word
from beldigest.names.tables import table

#: Up to how many letters a name is taken by its letters alone.
_ACRONYM = 3

#: How well a name has to agree with a known one to be it, by its sounds and by its stem.
_NEAR = {"letters": 1.0, "sounds": 0.9, "stem": 0.82}


class Known:
    """An index of known names: an entry is named by the first of its forms."""

    def __init__(self, entries: Iterable[tuple[str, ...]]) -> None:
        self._forms: dict[tuple[str, ...], dict[str, None]] = {}
        self._by_letters: dict[str, dict[str, None]] = {}
        heads: dict[str, str] = {}
        for head, *forms in entries:
            entry = heads.setdefault(" ".join(map(base, words(head))), head)
            for form in (head, *forms):
                parts = words(form)
                self._forms.setdefault(parts, {})[entry] = None
                self._by_letters.setdefault(" ".join(map(base, parts)), {})[entry] = None
        # The name itself is no other's: the capital is "México" in some languages, but "Mexico" is the country.
        self._by_letters.update((letters, {entry: None}) for letters, entry in heads.items())

    @cached_property
    def _by_key(self) -> Mapping[str, Sequence[tuple[str, ...]]]:
        by_key: dict[str, list[tuple[str, ...]]] = {}
        for parts in self._forms:
            if len("".join(parts)) > _ACRONYM:
                for key in skeleton(sounds(parts[0])):
                    by_key.setdefault(key, []).append(parts)
        return by_key

    def find(self, parts: tuple[str, ...]) -> frozenset[str]:
        """The entries that a name, given by its words in small letters, is the name of."""
        exact = self._by_letters.get(" ".join(map(base, parts)))
        if exact or len("".join(parts)) <= _ACRONYM:
            return frozenset(exact or ())
        best, found = 0.0, dict[str, None]()
        for key in sorted(keys(parts[0])):
            for form in self._by_key.get(key, ()):
                if len(form) != len(parts):
                    continue
                matches = [same_word(a, b) for a, b in zip(parts, form, strict=True)]
                score = min(match.score for match in matches)
                if any(match.how is None or match.score < _NEAR[match.how] for match in matches):
                    continue
                if score > best:
                    best, found = score, dict(self._forms[form])
                elif score == best:
                    found.update(self._forms[form])
        return frozenset(found)


def _rows(*names: str) -> Iterable[tuple[str, ...]]:
    for name in names:
        for row in table(name):
            yield (row[0], *filter(None, row[-1].split("|")))


@cache
def _places() -> Known:
    return Known(_rows("exonyms", "territories", "zone_cities"))


@cache
def _bodies() -> Known:
    return Known(_rows("bodies"))


@cache
def countries() -> Mapping[tuple[str, ...], str]:
    """The countries by the words of their names, in small letters without marks."""
    entries = {row[0] for row in table("territories")}
    by_words: dict[tuple[str, ...], str] = {}
    for entry, *forms in _rows("territories", "exonyms"):
        for form in (entry, *forms) if entry in entries else ():
            by_words.setdefault(tuple(map(base, words(form))), entry)
    return by_words


@lru_cache(maxsize=16384)
def known_places(parts: tuple[str, ...]) -> frozenset[str]:
    """The English names of the places that the words in small letters name."""
    return _places().find(parts)


@lru_cache(maxsize=16384)
def known_bodies(parts: tuple[str, ...]) -> frozenset[str]:
    """The English names of the bodies that the words in small letters name."""
    return _bodies().find(parts)
