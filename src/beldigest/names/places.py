"""Names of places: known exonyms first, then spelling and case.

What sort of place it is has to agree: "Moscow" is not "Moscow Oblast". Misprints are not forgiven: "Iran" and "Iraq".
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache

from attrs import frozen

from beldigest.names.inflection import keys as keys_of_word
from beldigest.names.known import known_places
from beldigest.names.letters import base, compose, words
from beldigest.names.match import NameMatch
from beldigest.names.spelling import same_word
from beldigest.names.tables import table

#: The least agreement of words that are a place's name; a person's has given names beside it to confirm it.
_LEAST = 0.68


@frozen
class PlaceName:
    """The words of a place's name in small letters, its sort ("region", "river") and the known places it may be.

    ``within`` are the known places that it is said to lie in ("Paris, France").
    """

    words: tuple[str, ...]
    sorts: frozenset[str]
    known: frozenset[str]
    within: frozenset[str]


@cache
def _sorts() -> dict[str, str]:
    return {compose(word): sort for word, sort in table("place_words")}


@lru_cache(maxsize=16384)
def parse(name: str) -> PlaceName:
    """The parts of a place's name."""
    everything = words(name)
    before_comma, _, after_comma = name.partition(",")
    within = known_places(words(after_comma)) if words(after_comma) and not known_places(everything) else frozenset()
    if within:
        everything = words(before_comma)
    sorts = _sorts()
    if len(everything) > 1 and sorts.get(everything[0]) == "settlement":
        everything = everything[1:]
    kept = tuple(word for word in everything if word not in sorts) or everything
    told = frozenset(sorts[word] for word in everything if word in sorts and word not in kept) - {"-"}
    known = known_places(everything)
    if not known and not told and kept != everything:
        known = known_places(kept)
    return PlaceName(kept, told, known, within)


def keys(name: str) -> frozenset[str]:
    """Keys of a place's name: the known places that it may be, or else its consonants."""
    parsed = parse(name)
    if parsed.known:
        return parsed.known
    return keys_of_word("".join(parsed.words))


def compare(a: str, b: str) -> NameMatch:
    """Whether two names of places are one place's."""
    left, right = parse(a), parse(b)
    if not left.words or not right.words:
        return NameMatch.of(0.0, "no words to compare")
    if left.within and right.within and left.within.isdisjoint(right.within):
        return NameMatch.of(0.2, f"in {min(left.within)} and in {min(right.within)}")
    if left.known and right.known:
        both = sorted(left.known & right.known)
        if both:
            return NameMatch.of(0.95, f"both are names of {both[0]}")
        return NameMatch.of(0.1, f"{min(left.known)} is not {min(right.known)}")
    if left.sorts != right.sorts:
        return NameMatch.of(0.2, "places of another sort")
    if len(left.words) != len(right.words):
        if base("".join(left.words)) == base("".join(right.words)):
            return NameMatch.of(0.95, "same letters, parted into other words")
        return NameMatch.of(0.2, "other words")
    score, how = min(_agreements(left, right))
    if score < _LEAST:
        return NameMatch.of(min(score * 0.7, 0.45), "other words")
    return NameMatch.of(score, f"same {how}")


def _agreements(left: PlaceName, right: PlaceName) -> Iterator[tuple[float, str]]:
    for a, b in zip(left.words, right.words, strict=True):
        match = same_word(a, b)
        yield match.score, match.how or "nothing"
