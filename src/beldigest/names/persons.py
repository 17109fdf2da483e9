"""Names of persons: the surname must be one, and given names must agree.

Two names agree where each word of the shorter one has its like in the longer one; a given name agrees with its other
languages' forms, its short forms and its initial. A name of one word is a surname.
"""

from __future__ import annotations

from itertools import product

from attrs import frozen

from beldigest.names import inflection
from beldigest.names.given import declined_names, father, given_names, listed, same_father, surely_given_names
from beldigest.names.letters import base
from beldigest.names.match import NAME_THRESHOLD, NameMatch
from beldigest.names.person_names import PersonName, parse
from beldigest.names.sounds import sounds
from beldigest.names.spelling import MISPRINT_FROM, WordMatch, same_word
from beldigest.names.surnames import same_surname

#: The most words that a person's name has.
_MOST_WORDS = 12

#: How well two words have to agree of which one is a surname in one name and not in the other.
_SURE = 0.8


@frozen
class _Pair:
    """Two words that agree, and what that says; maybe only as case forms (``declined``) or but for a misprint."""

    score: float
    because: str
    declined: bool = False
    misprinted: bool = False


def compare(a: str, b: str) -> NameMatch:
    """Whether two names of persons are one person's."""
    left, right = parse(a), parse(b)
    if not left.words or not right.words:
        return NameMatch.of(0.0, "no words to compare")
    if _letters(left) == _letters(right) and left.generation == right.generation:
        return NameMatch.of(1.0, "same letters")
    if (left.generation or right.generation) and _other_generation(left, right):
        return NameMatch.of(0.2, "of another generation")
    if max(len(left.words), len(right.words)) > _MOST_WORDS:
        return NameMatch.of(0.0, "too many words for a person")
    if len(left.words) == 1 or len(right.words) == 1:
        return _single(left, right)
    if "".join(_letters(left)) == "".join(_letters(right)):
        return NameMatch.of(0.95, "same letters, parted into other words")
    return _full(left, right)


def _other_generation(left: PersonName, right: PersonName) -> bool:
    """Whether "Jr." in one name tells it from the other.

    It does between names that are otherwise equally full; a fuller, formal name carries it as a matter of course.
    """
    if left.generation and right.generation:
        return left.generation != right.generation
    marked, plain = (left, right) if left.generation else (right, left)
    return len(marked.words) <= len(plain.words)


def _letters(name: PersonName) -> tuple[str, ...]:
    return tuple(map(base, name.words))


def _single(left: PersonName, right: PersonName) -> NameMatch:
    """A name of one word, against the surname of the other."""
    one, other = (left, right) if len(left.words) == 1 else (right, left)
    word = one.words[0]
    declined = left.inflecting or right.inflecting
    match = same_surname(word, other.words[other.surname], declined=declined)
    if len(other.words) == 1:
        return NameMatch.of(match.score, _surname_reason(match))
    if match:
        return NameMatch.of(max(NAME_THRESHOLD, 0.8 * match.score), f"{_surname_reason(match)}, no given name")
    return NameMatch.of(min(0.45, match.score), "no surname in common")


def _full(left: PersonName, right: PersonName) -> NameMatch:
    """Names of several words: every word of the shorter must have its like in the longer."""
    short, long = sorted((left, right), key=lambda name: (len(name.words), name.words, name.surname))
    whole = left.declined or right.declined
    options = sorted(
        ((_pair(short, i, long, j, whole), i, j) for i, j in product(range(len(short.words)), range(len(long.words)))),
        key=lambda option: (-option[0].score, abs(option[1] - option[2]), option[1], option[2]),
    )
    mate: dict[int, int] = {}
    found: dict[int, _Pair] = {}
    for pair, i, j in options:
        if pair.score >= NAME_THRESHOLD and i not in mate and j not in mate.values():
            mate[i], found[i] = j, pair
    objection = _objection(short, long, mate, found)
    if objection is not None:
        return objection
    score = min(pair.score for pair in found.values())
    if len(short.words) < len(long.words):
        score = max(NAME_THRESHOLD, 0.95 * score)
    order = [short.surname, *(i for i in sorted(mate) if i != short.surname)]
    return NameMatch.of(score, ", ".join(found[i].because for i in order))


def _objection(short: PersonName, long: PersonName, mate: dict[int, int], found: dict[int, _Pair]) -> NameMatch | None:
    """Why two names are not one person's, for which words of the short one have their like in the long one."""
    alone = [i for i in range(len(short.words)) if i not in mate]
    if short.surname in alone:
        return NameMatch.of(0.1, "no surname in common")
    if alone:
        return NameMatch.of(0.3, f"same surname, but nothing in common with {short.words[alone[0]].title()}")
    if mate[short.surname] != long.surname and not _order_free(short, long):
        return NameMatch.of(0.45, "same words, but another one is the surname")
    if _other_initials(short, long):
        return NameMatch.of(0.4, "other middle initials")
    if any(pair.declined for pair in found.values()) and not found[short.surname].declined:
        return NameMatch.of(0.4, "the given name would have to be a case form, and the surname is none")
    misprinted = [pair for pair in found.values() if pair.misprinted]
    if misprinted and any(pair.score < 0.95 for pair in found.values() if pair is not misprinted[0]):
        return NameMatch.of(0.4, "more than one word that differs")
    return None


def _other_initials(short: PersonName, long: PersonName) -> bool:
    """Whether both have middle initials, and not the same from the first on ("George H. W.", "George W.")."""
    of_short, of_long = ([word for word in name.words[1:] if len(word) == 1] for name in (short, long))
    return any(a != b for a, b in zip(of_short, of_long, strict=False))


def _order_free(short: PersonName, long: PersonName) -> bool:
    """Whether two orders of the same words may be one name's: not where both words could be either."""
    if len(short.words) != len(long.words):
        return True
    if len(short.words) > 2 or short.sure != long.sure:
        return True
    if short.sure:
        return False
    return not all(given_names(word) for word in short.words)


def _pair(short: PersonName, i: int, long: PersonName, j: int, whole: bool) -> _Pair:
    a, b = short.words[i], long.words[j]
    if i == short.surname and j == long.surname:
        match = same_surname(a, b, supported=True, whole=whole)
        return _Pair(match.score, _surname_reason(match), match.how in ("stem", "sounds"), match.how == "misprint")
    if (len(a) == 1) != (len(b) == 1):
        if i == short.surname or j == long.surname:
            return _Pair(0.0, "")
        return _initial(a, b)
    middle = len(short.words) > 2 and len(long.words) > 2 and i > 0 and j > 0
    if middle and i != short.surname and j != long.surname and father(a) and father(b):
        same = same_father(a, b)
        return _Pair(0.9 if same else 0.1, f"patronymic {a.title()} = {b.title()}")
    either = i == short.surname or j == long.surname
    return _given(a, b, whole=whole, declined=short.inflecting or long.inflecting, either=either)


def _initial(a: str, b: str) -> _Pair:
    """An initial against a word: of the word itself, or of another language's form of the name."""
    initial, word = (a, b) if len(a) == 1 else (b, a)
    agrees = base(word)[0] == base(initial) or sounds(initial)[:1] in {
        sounds(word)[:1],
        *(sound for name in given_names(word) for sound in name.initials),
    }
    return _Pair(0.8 if agrees else 0.0, f"initial {initial.upper()} of {word.title()}")


def _given(a: str, b: str, *, whole: bool, declined: bool, either: bool) -> _Pair:
    """Two words of which one at least is no surname; ``either`` where the other may be one.

    Two known given names agree where they are one name, whatever the words look like ("Maria" is not "Marina").
    """
    equation = f"given name {a.title()} = {b.title()}" if a != b else f"given name {a.title()}"
    match = same_word(a, b, whole=whole, misprints=0 if either else MISPRINT_FROM)
    if match.how == "letters":
        return _Pair(1.0, equation)
    if either:
        return _Pair(match.score if match.score >= _SURE else min(0.4, match.score), equation)
    names_a, names_b = given_names(a), given_names(b)
    if names_a & names_b:
        return _Pair(max(0.9, match.score), equation)
    cases_a, cases_b = declined_names(a) | names_a, declined_names(b) | names_b
    if cases_a & cases_b and (declined or not (listed(a) and listed(b))):
        # "Aleksandra" may be the genitive of "Aleksander", where the spelling is of a language that declines names.
        return _Pair(max(0.7, match.score), f"{equation} (case form)", bool(names_a and names_b))
    if surely_given_names(a) and surely_given_names(b):
        return _Pair(min(0.3, match.score), equation)
    return _Pair(match.score, equation, misprinted=match.how == "misprint")


def _surname_reason(match: WordMatch) -> str:
    return {
        "letters": "same surname",
        "sounds": "same surname key",
        "stem": "same surname stem",
        "misprint": "surname with one letter changed",
        None: "another surname",
    }[match.how]


def keys(name: str) -> frozenset[str]:
    """The keys of the words of which any may be the surname: all but the given name, where the surname is sure."""
    parsed = parse(name)
    given = next((at for at in range(len(parsed.words)) if at != parsed.surname), None) if parsed.sure else None
    return frozenset(
        key
        for at, word in enumerate(parsed.words)
        if at != given and (len(word) > 1 or at == parsed.surname)
        for key in inflection.keys(word, whole=parsed.declined)
    )
