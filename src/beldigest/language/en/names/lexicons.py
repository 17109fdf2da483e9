"""The lexicons of names, made ready for look-up when first asked for."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from attrs import frozen

from beldigest.language.en.words.inflection import irregular
from beldigest.language.lexicon import keys, lexicon


@frozen
class Head:
    """What a name with that word in it is the name of; ``place`` says where in the name the word stands, ``noun`` that
    the word in small letters is a noun for such a thing too (a newspaper is an outlet, a post is none), and ``family``
    that it is a frequent family name as well: "Benny Hill"."""

    kind: str
    place: str
    noun: bool = True
    family: bool = False

    @property
    def last(self) -> bool:
        """Whether it may end a name: "Justice Ministry"."""
        return self.place != "before"

    @property
    def body(self) -> bool:
        """Whether it names a body: a state's, an outlet or any other organisation."""
        return self.kind not in ("place", "other")

    @property
    def governs(self) -> bool:
        """Whether it takes a complement: "Ministry of Justice"."""
        return self.place in ("before", "both")


@cache
def closed(name: str) -> frozenset[str]:
    """The words of a closed class: ``function``, ``month``, ``determiner`` and so on, as in the data file."""
    return frozenset(word for word, classes in lexicon("en", "actors_closed") if name in classes.split("|"))


@cache
def common() -> frozenset[str]:
    """Words of the language in lower case."""
    return keys("en", "actors_words")


@cache
def given_names() -> Mapping[str, str]:
    """Folded given names with the gender that they speak for: ``m``, ``f`` or ``u``."""
    return {name.casefold(): gender for name, gender in lexicon("en", "actors_given_names")}


@cache
def surnames() -> frozenset[str]:
    """Folded family names."""
    return frozenset(name.casefold() for (name, *_) in lexicon("en", "actors_surnames"))


@cache
def heads() -> Mapping[str, Head]:
    """Folded head words of names, and pairs of words that are one: "border post"."""
    return {
        word: Head(kind, place, "name" not in marks, "family" in marks)
        for word, kind, place, *rest in lexicon("en", "actors_heads")
        for marks in (rest[0].split("|") if rest else (),)
    }


@cache
def family_first() -> frozenset[str]:
    """Folded family names that stand before the given name."""
    return frozenset(name.casefold() for (name, *_) in lexicon("en", "actors_family_first"))


@cache
def currencies() -> frozenset[str]:
    """Codes of currencies (ISO 4217), as CLDR has them."""
    from babel import Locale

    return frozenset(Locale("en").currencies)


@cache
def roles() -> Mapping[str, str]:
    """Nouns for what a person is, in lower case, with their gender."""
    return _pairs("actors_roles")


@cache
def irregular_pasts() -> frozenset[str]:
    """Past forms of the irregular verbs."""
    return frozenset(past for past, _ in irregular().values())


@cache
def honorifics() -> Mapping[str, str]:
    """Words of respect as written before a name, with their gender."""
    return _pairs("actors_honorifics")


@cache
def cues() -> Mapping[str, str]:
    """Words beside a name that speak for its kind, with the class of cue."""
    return _pairs("actors_cues")


@cache
def abbreviations() -> frozenset[str]:
    """Abbreviations, as written, that name no actor."""
    return keys("en", "actors_abbreviations")


@cache
def adjectives() -> frozenset[str]:
    """Folded adjectives and demonyms, singular and plural."""
    singular = [word for (word, *_) in lexicon("en", "actors_adjectives")]
    for row in lexicon("en", "gazetteer_countries"):
        singular += row[2].split("|") if len(row) > 2 else []
    return frozenset(word.casefold() + ending for word in singular for ending in ("", "s"))


@cache
def origins() -> Mapping[str, str]:
    """Folded names, adjectives and demonyms of countries with the country's ISO 3166-1 code."""
    from babel import Locale

    territories = Locale("en").territories
    found: dict[str, str] = {}
    for code, *fields in lexicon("en", "gazetteer_countries"):
        found[territories[code].split(" (")[0].casefold()] = code
        for field in fields:
            found.update((word.casefold(), code) for word in field.split("|") if word)
    return found


@cache
def languages() -> frozenset[str]:
    """Folded names of languages, as CLDR has them."""
    from babel import Locale

    return frozenset(name.casefold() for name in Locale("en").languages.values())


def _pairs(name: str) -> dict[str, str]:
    return {first: second for first, second, *_ in lexicon("en", name)}
