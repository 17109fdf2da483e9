"""Names of organisations: acronyms, word order, legal forms, and head words in other languages.

A name is taken as a bag of meanings: "Ministry of Defence of Belarus" and "Міністэрства абароны Беларусі" are one bag.
Every word counts but articles, prepositions and legal forms: "European Council" is not "Council of the European Union".
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cache, lru_cache

from attrs import frozen

from beldigest.names.inflection import keys as keys_of_word
from beldigest.names.inflection import stems
from beldigest.names.known import countries, countries_by_stem, known_bodies
from beldigest.names.letters import base, compose, of_one_alphabet, words
from beldigest.names.match import NAME_THRESHOLD, NameMatch
from beldigest.names.sounds import sounds
from beldigest.names.spelling import MISPRINT_FROM, same_word
from beldigest.names.tables import table

#: The shortest acronym that its own letters can tell, and the longest word that is taken for one.
_SHORTEST_ACRONYM, _LONGEST_ACRONYM = 3, 4

#: How well a word has to agree with another's spelling: organisations have no second name to confirm it.
_NEAR = 0.75

#: What articles and prepositions mean.
_NOTHING = "-"

#: How many letters an ending that stands for "any ending" has at most.
_ENDING = 5


class _Vocabulary:
    """Words and stems (marked ``*``) with what they mean."""

    def __init__(self, rows: Iterable[tuple[str, ...]]) -> None:
        self._whole: dict[str, str] = {}
        self._stems: dict[str, str] = {}
        for word, meaning in rows:
            into = self._stems if word.endswith("*") else self._whole
            into[base(compose(word.rstrip("*")))] = meaning

    def meaning(self, word: str) -> str | None:
        """What a word in small letters means, or None."""
        bare = base(word)
        found = self._whole.get(bare)
        if found is not None:
            return found
        for cut in range(len(bare), max(2, len(bare) - _ENDING) - 1, -1):
            found = self._stems.get(bare[:cut])
            if found is not None:
                return found
        return None


@cache
def _meanings() -> _Vocabulary:
    return _Vocabulary(row for row in table("organization_words") if " " not in row[0])


@cache
def _phrases() -> tuple[Mapping[tuple[str, ...], str], int]:
    """What several words mean together, countries among them, by the words without marks; and the most words."""
    phrases = dict(countries())
    for phrase, meaning in table("organization_words"):
        if " " in phrase:
            phrases[tuple(map(base, words(phrase)))] = meaning
    return phrases, max(map(len, phrases))


@cache
def _adjectives() -> _Vocabulary:
    return _Vocabulary(table("country_adjectives"))


@cache
def _legal_forms() -> tuple[frozenset[tuple[str, ...]], int]:
    forms = frozenset(tuple(base(word) for word in words(form)) for (form,) in table("legal_forms"))
    return forms, max(map(len, forms))


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
    """The parts of an organisation's name."""
    everything = words(name.replace("&", " and "))
    kept = _without_legal_forms(everything)
    phrases, longest = _phrases()
    bag: list[str] = []
    telling: list[str] = []
    for run in _runs(kept, phrases, longest):
        meaning = phrases.get(run) or _meaning(run[0])
        if meaning is None:
            telling.append(run[0])
        if meaning != _NOTHING:
            bag.append(meaning or run[0])
    acronym = kept[0] if len(kept) == 1 and _SHORTEST_ACRONYM <= len(kept[0]) <= 8 and not name.istitle() else ""
    return OrganizationName(kept, tuple(sorted(bag or kept)), tuple(telling), known_bodies(_told(everything)), acronym)


def _told(everything: tuple[str, ...]) -> tuple[str, ...]:
    """The words without a leading article."""
    return everything[1:] if len(everything) > 1 and _meaning(everything[0]) == _NOTHING else everything


def _without_legal_forms(everything: tuple[str, ...]) -> tuple[str, ...]:
    forms, longest = _legal_forms()
    return tuple(word for run in _runs(everything, forms, longest) if run not in forms for word in run) or everything


def _runs(everything: tuple[str, ...], known: Collection[tuple[str, ...]], longest: int) -> Iterator[tuple[str, ...]]:
    """The words: the longest runs that are known (by their letters without marks), and the others one by one."""
    bare = tuple(map(base, everything))
    at = 0
    while at < len(bare):
        length = next((n for n in range(min(longest, len(bare) - at), 1, -1) if bare[at : at + n] in known), 1)
        run = bare[at : at + length]
        yield run if run in known else everything[at : at + 1]
        at += length


@lru_cache(maxsize=16384)
def _meaning(word: str) -> str | None:
    """What a word in small letters means in any of the languages, or None for a word that only names."""
    told = _adjectives().meaning(word) or _meanings().meaning(word)
    if told is None:
        # A country in a case form, as in "Министерство образования Литвы".
        found = {country for stem in stems(word) if (country := countries_by_stem().get(stem)) is not None}
        told = found.pop() if len(found) == 1 else None
    return told


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

    A word of two letters that means something is an acronym itself, of which both letters count: "EU".
    """
    meant = [base(word) for word in name.words if _meaning(word) != _NOTHING]
    return frozenset(
        {
            "".join(base(word)[0] for word in name.words),
            "".join(word if len(word) == 2 else word[0] for word in meant),
        }
    )


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
    """Compares word by word, in whatever order; all words of both have to agree."""
    rest = list(right.bag)
    alone: list[str] = []
    scores: list[float] = []
    for word in left.bag:
        if word in rest:
            rest.remove(word)
        else:
            alone.append(word)
    single = len(left.bag) == len(right.bag) == 1
    for word in alone:
        score, other = max(((_same(word, other, alone=single), other) for other in rest), default=(0.0, ""))
        if score < NAME_THRESHOLD:
            return NameMatch.of(0.2, f'nothing in the other name is "{word}"')
        rest.remove(other)
        scores.append(score)
    if rest:
        return NameMatch.of(0.3, f'nothing in the other name is "{rest[0]}"')
    return NameMatch.of(min(scores), "same words, spelled in other ways")


def _same(a: str, b: str, *, alone: bool) -> float:
    """How well two words of organisations' names agree; short ones may be acronyms, of which every letter counts.

    A misprint is forgiven to longer words only, where the words stand ``alone``.
    """
    match = same_word(a, b, misprints=MISPRINT_FROM + 2 if alone else MISPRINT_FROM)
    if max(len(a), len(b)) <= _LONGEST_ACRONYM:
        return match.score if not of_one_alphabet(a, b) and sounds(a) == sounds(b) else 0.0
    return match.score if match.score >= _NEAR or match.how == "misprint" else 0.0
