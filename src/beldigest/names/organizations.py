"""Names of organisations: acronyms, word order, legal forms, and head words in other languages.

A name is taken as a bag of meanings: "Ministry of Defence of Belarus" and "Міністэрства абароны Беларусі" are one bag.
Every word counts but articles, prepositions and legal forms: "European Council" is not "Council of the European Union".
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator
from functools import cache, lru_cache

from attrs import frozen

from beldigest.names.inflection import keys as keys_of_word
from beldigest.names.known import known_bodies, known_places
from beldigest.names.letters import base, of_one_alphabet, words
from beldigest.names.match import NAME_THRESHOLD, NameMatch
from beldigest.names.meanings import NOTHING, meaning, phrases
from beldigest.names.sounds import sounds
from beldigest.names.spelling import MISPRINT_FROM, same_word
from beldigest.names.tables import table

#: The shortest acronym that its own letters can tell, and the longest word that is taken for one.
_SHORTEST_ACRONYM, _LONGEST_ACRONYM = 3, 4

#: How well a word has to agree with another's spelling: organisations have no second name to confirm it.
_NEAR = 0.75

#: The most words that are one country or legal form ("общество с ограниченной ответственностью").
_LONGEST_RUN = 8

#: A name and what stands in brackets after it.
_BRACKETED = re.compile(r"\s*+([^()]++)\(([^()]++)\)\s*+")


@cache
def _legal_forms() -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(base(word) for word in words(form)) for (form,) in table("legal_forms"))


@frozen
class OrganizationName:
    """A name's words in small letters without legal form, what they mean (``bag``, sorted), and the bodies it may be.

    ``telling`` are the words that mean nothing in themselves, and so tell the name from others. ``acronym`` is the only
    word where it may be one: it is not written as a name, with a capital and small letters.
    """

    words: tuple[str, ...]
    bag: tuple[str, ...]
    telling: tuple[str, ...]
    known: frozenset[str]
    acronym: str


@lru_cache(maxsize=16384)
def parse(name: str) -> OrganizationName:
    """The parts of an organisation's name; an acronym of its own in brackets is none of them."""
    bracketed = _BRACKETED.fullmatch(name)
    if bracketed is not None:
        for full, short in (bracketed.groups(), reversed(bracketed.groups())):
            whole, acronym = parse(full), "".join(words(short))
            if base(acronym) in _acronyms(whole) or not whole.known.isdisjoint(known_bodies((acronym,))):
                return whole
    everything = words(name.replace("&", " and "))
    kept = _without_legal_forms(everything)
    bag: list[str] = []
    telling: list[str] = []
    for run in _runs(kept, phrases()):
        meant = phrases().get(run) or meaning(run[0])
        if meant is None:
            telling.append(run[0])
        if meant != NOTHING:
            bag.append(meant or run[0])
    acronym = kept[0] if len(kept) == 1 and _SHORTEST_ACRONYM <= len(kept[0]) <= 8 and not name.istitle() else ""
    return OrganizationName(kept, tuple(sorted(bag or kept)), tuple(telling), known_bodies(_told(everything)), acronym)


def _told(everything: tuple[str, ...]) -> tuple[str, ...]:
    """The words without a leading article."""
    return everything[1:] if len(everything) > 1 and meaning(everything[0]) == NOTHING else everything


def _without_legal_forms(everything: tuple[str, ...]) -> tuple[str, ...]:
    forms = _legal_forms()
    return tuple(word for run in _runs(everything, forms) if run not in forms for word in run) or everything


def _runs(everything: tuple[str, ...], known: Collection[tuple[str, ...]]) -> Iterator[tuple[str, ...]]:
    """The words: the longest runs that are known (by their letters without marks), and the others one by one."""
    bare = tuple(map(base, everything))
    at = 0
    while at < len(bare):
        length = next((n for n in range(min(_LONGEST_RUN, len(bare) - at), 1, -1) if bare[at : at + n] in known), 1)
        run = bare[at : at + length]
        yield run if run in known else everything[at : at + 1]
        at += length


def keys(name: str) -> frozenset[str]:
    """Keys of an organisation's name: the known body that it is; else its acronym, and the words that tell it apart.

    These are the words that mean nothing in themselves, or all of them together where each means something.
    """
    parsed = parse(name)
    if parsed.known:
        return parsed.known
    found = {key for word in parsed.telling for key in keys_of_word(word)} or {" ".join(parsed.bag)}
    acronyms = {parsed.acronym} if len(parsed.words) == 1 else _acronyms(parsed)
    return frozenset({*found, "".join(map(base, parsed.words)), *acronyms} - {""})


def _acronyms(name: OrganizationName) -> frozenset[str]:
    """What the name may be shortened to: the initials of all its words, and of those that mean something.

    A word of two letters that means something is an acronym itself, of which both letters may count: "EU".
    """
    letters = [(base(word), meaning(word) != NOTHING) for word in name.words]
    found = set()
    for whole in (1, 2):
        initials = [(word if meant and len(word) == whole else word[0], meant) for word, meant in letters]
        found.add("".join(initial for initial, _ in initials))
        found.add("".join(initial for initial, meant in initials if meant))
    return frozenset(found)


def compare(a: str, b: str) -> NameMatch:
    """Whether two names of organisations are one organisation's."""
    left, right = parse(a), parse(b)
    if not left.words or not right.words:
        return NameMatch.of(0.0, "no words to compare")
    if left.known.isdisjoint(right.known) and left.known and right.known:
        return NameMatch.of(0.1, f"{min(left.known)} is not {min(right.known)}")
    if left.bag == right.bag:
        same = left.words == right.words
        return NameMatch.of(1.0 if same else 0.95, "same words" if same else "same words, or words of one meaning")
    if left.known and right.known:
        return NameMatch.of(0.95, f"both are names of {min(left.known & right.known)}")
    joined = base("".join(left.words)), base("".join(right.words))
    if joined[0] == joined[1]:
        return NameMatch.of(0.95, "same letters, parted into other words")
    for short, long in ((left, right), (right, left)):
        if short.acronym and len(long.words) > 1 and base(short.acronym) in _acronyms(long):
            return NameMatch.of(0.8, f"{short.acronym.upper()} is an acronym of the other")
    return _bags(left, right)


def _bags(left: OrganizationName, right: OrganizationName) -> NameMatch:
    """Compares word by word, in whatever order: meanings have to be the same, and other words have to agree."""
    alone, rest = Counter(left.bag), Counter(right.bag)
    alone, rest = alone - rest, rest - alone
    single = len(left.bag) == len(right.bag) == 1
    scores: list[float] = []
    for word in sorted(alone.elements()):
        others = sorted(other for other in rest if other in right.telling) if word in left.telling else []
        score, other = max(((_same(word, other, alone=single), other) for other in others), default=(0.0, ""))
        if score < NAME_THRESHOLD:
            return NameMatch.of(0.2, f'nothing in the other name is "{word}"')
        rest -= Counter([other])
        scores.append(score)
    if rest:
        return NameMatch.of(0.3, f'nothing in the other name is "{min(rest)}"')
    return NameMatch.of(min(scores), "same words, spelled in other ways")


def _same(a: str, b: str, *, alone: bool) -> float:
    """How well two words of organisations' names agree; short ones may be acronyms, of which every letter counts.

    A misprint is forgiven to longer words only, where the words stand ``alone``, and never to two known places.
    """
    match = same_word(a, b, misprints=MISPRINT_FROM + 2 if alone else MISPRINT_FROM)
    if max(len(a), len(b)) <= _LONGEST_ACRONYM:
        return match.score if not of_one_alphabet(a, b) and sounds(a) == sounds(b) else 0.0
    if match.how == "misprint":
        return 0.0 if known_places((a,)) and known_places((b,)) else match.score
    return match.score if match.score >= _NEAR else 0.0
