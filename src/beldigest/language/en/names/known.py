"""Gazetteers: the built-in ones, and an index of any over the words of a text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from importlib import import_module

from beldigest.language.en.names.letters import TOKEN, acronym, fold
from beldigest.language.en.names.lexicons import closed
from beldigest.language.gazetteer import Gazetteer, GazetteerEntry
from beldigest.language.lexicon import lexicon
from beldigest.model import ActorKind

_KINDS: dict[str, ActorKind] = {
    "place": "place",
    "organization": "organization",
    "government body": "government body",
    "media outlet": "media outlet",
}


class Known:
    """Names by their words. Where two lists hold one name, the first list has it; ``others`` come after all of them.

    A form in capitals ("WHO", "US") is found only in capitals, any other with whatever case and diacritics.
    """

    def __init__(self, gazetteers: Iterable[Gazetteer], others: Known | None = None) -> None:
        self._others = others
        self._forms: dict[tuple[str, ...], dict[str, GazetteerEntry]] = {}
        lengths: dict[str, set[int]] = {}
        for gazetteer in gazetteers:
            for entry in gazetteer.entries:
                for form in (entry.name, *entry.aliases):
                    words = _words(form)
                    if len(words) > 1 and words[0] in closed("article"):
                        del words[0]  # "the Old League", but "The Hague"
                    if words:
                        folded = tuple(map(fold, words))
                        capitals = form if len(words) == 1 and acronym(form) else ""
                        self._forms.setdefault(folded, {}).setdefault(capitals, entry)
                        lengths.setdefault(folded[0], set()).add(len(folded))
        self._lengths = {first: sorted(found, reverse=True) for first, found in lengths.items()}

    def longest(
        self, words: Sequence[str], folded: Sequence[str], start: int, end: int
    ) -> tuple[int, GazetteerEntry] | None:
        """The longest name that begins with the word at ``start`` and ends before ``end``: its end, and the entry."""
        found = self._others.longest(words, folded, start, end) if self._others is not None else None
        for length in self._lengths.get(folded[start], ()):
            stop = start + length
            if found is not None and stop < found[0]:
                break
            forms = self._forms.get(tuple(folded[start:stop])) if stop <= end else None
            entry = (forms.get(words[start]) or forms.get("")) if forms else None
            if entry is not None:
                return stop, entry
        return found

    def exactly(self, name: str) -> GazetteerEntry | None:
        """The entry that a whole name stands for."""
        words = _words(name)
        found = self.longest(words, [fold(word) for word in words], 0, len(words)) if words else None
        return found[1] if found and found[0] == len(words) else None


def _words(name: str) -> list[str]:
    words = name.split()
    # letters alone are words as they stand, which spares most names the long pattern
    return words if all(map(str.isalpha, words)) else [match[0] for match in TOKEN.finditer(name)]


@cache
def builtin() -> tuple[Gazetteer, ...]:
    """The gazetteers of the language: bodies, countries, places, cities."""
    return (
        _listed("gazetteer_bodies"),
        _countries(),
        _listed("gazetteer_places"),
        _listed("gazetteer_cities"),
    )


@cache
def _builtin_index() -> Known:
    return Known(builtin())


class _Lists:
    """Gazetteers as a key: the same lists, not merely equal ones, which takes no reading of them."""

    def __init__(self, gazetteers: Sequence[Gazetteer]) -> None:
        self.gazetteers = tuple(gazetteers)

    def __hash__(self) -> int:
        return hash(tuple(map(id, self.gazetteers)))

    def __eq__(self, other: object) -> bool:
        return (
            isinstance(other, _Lists)
            and len(self.gazetteers) == len(other.gazetteers)
            and all(one is another for one, another in zip(self.gazetteers, other.gazetteers, strict=True))
        )


@lru_cache(maxsize=8)
def _index(lists: _Lists) -> Known:
    return Known(lists.gazetteers, _builtin_index())


def known(gazetteers: Sequence[Gazetteer] = ()) -> Known:
    """The index of the given gazetteers before the built-in ones."""
    return _index(_Lists(gazetteers)) if gazetteers else _builtin_index()


def _listed(name: str) -> Gazetteer:
    entries = []
    for row in lexicon("en", name):
        aliases = tuple(row[2].split("|")) if len(row) > 2 else ()
        entries.append(GazetteerEntry(row[0], _KINDS[row[1]], aliases))
    return Gazetteer(name.removeprefix("gazetteer_"), tuple(entries))


def _countries() -> Gazetteer:
    """CLDR's names of the countries of ISO 3166-1, with other names in use; the code is the identifier."""
    territories = import_module("babel").Locale("en").territories
    entries = []
    for code, *rest in lexicon("en", "gazetteer_countries"):
        others = rest[0].split("|") if rest and rest[0] else []
        name = territories[code].split(" (")[0]
        entries.append(GazetteerEntry(name, "country", tuple(others), {"iso3166-1": code}))
    listed = {code for code, *_ in lexicon("en", "gazetteer_countries")}
    for code, name in sorted(territories.items()):
        if len(code) == 2 and code not in listed and code not in ("ZZ", "EU", "EZ", "UN", "QO", "XA", "XB"):
            entries.append(GazetteerEntry(name.split(" (")[0], "country", (), {"iso3166-1": code}))
    return Gazetteer("countries", tuple(entries), "Unicode CLDR")
