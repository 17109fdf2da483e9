"""Case forms: the stem that the forms of a declined name share.

News in Polish, Czech, Russian, Ukrainian, Belarusian, Lithuanian and Latvian declines names, foreign ones too: "Adama
Mickiewicza", "в Лондоне", "Adomas Mickevičius". Which case a form stands in cannot be seen out of context; so each
possible ending (``case_endings.tsv``) is taken off, and two forms agree where stems do.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache

from beldigest.names.distance import allowance, distance
from beldigest.names.letters import base, of_one_alphabet
from beldigest.names.sounds import VOWELS, skeleton, sounds
from beldigest.names.tables import table

#: The shortest stem, in letters.
_SHORTEST = 3

#: What the last consonant of a stem was before an ending in a front vowel changed it (second palatalisation: Polish
#: "Rydze" from "Ryga", Czech "Praze" from "Praha", Ukrainian "Ризі" from "Рига").
_BEFORE_PALATALISATION = {"c": "k", "C": "k", "č": "k", "Z": "g", "z": "h", "ž": "h", "s": "x", "š": "x"}
_FRONT = frozenset("eiyěęéíеєиіїэ")

#: A stem says less than a word, so stems have to agree better: this share of the allowance of whole words.
_STRICTER = 0.6

#: What it costs to restore the last consonant of a stem, and, in proportion, that a word is not all stem.
_RESTORED, _ENDINGS = 0.05, 0.2


@cache
def _endings() -> tuple[dict[str, bool], int]:
    rows = {ending: scope == "all" for ending, scope, _ in table("case_endings")}
    return rows, max(map(len, rows))


@lru_cache(maxsize=65536)
def stems(word: str, whole: bool = False) -> Mapping[str, float]:
    """The sounds of what is left of a word in small letters without each of its possible endings, with their cost.

    ``whole`` says that every word of the name has an ending that counts only then. A stem whose last consonant had to
    be restored costs more.
    """
    endings, longest = _endings()
    found: dict[str, float] = {}
    for length in range(1, min(longest, len(word) - _SHORTEST) + 1):
        ending = word[-length:]
        if ending not in endings or (endings[ending] and not whole):
            continue
        stem = sounds(word[:-length])
        if not VOWELS.intersection(stem):
            continue
        found.setdefault(stem, 0.0)
        if ending[0] in _FRONT and stem[-1] in _BEFORE_PALATALISATION:
            found.setdefault(stem[:-1] + _BEFORE_PALATALISATION[stem[-1]], _RESTORED)
    return found


def keys(word: str, whole: bool = False) -> frozenset[str]:
    """The keys of a word in small letters and of its stems: two case forms of one name have one in common."""
    return frozenset(key for heard in (sounds(word), *stems(word, whole)) for key in skeleton(heard))


def has_ending(word: str) -> bool:
    """Whether a word ends as a declined name may."""
    return bool(stems(word, whole=True))


@lru_cache(maxsize=65536)
def stem_distance(a: str, b: str, whole: bool = False) -> float | None:
    """How far the stems of two words in small letters are apart, or None where no two of them are near.

    One of the two may be taken whole, as a masculine noun in the nominative is. The less of the words the stems are,
    the farther they are apart: "Нигерии" is a form of "Нигерия" rather than of "Нигер".
    """
    if base(a)[:1] != base(b)[:1] and not _same_onset(sounds(a), sounds(b)):
        return None
    heard_a, heard_b, transcribed = sounds(a), sounds(b), not of_one_alphabet(a, b)
    best: float | None = None
    for stem_a, cost_a in ((heard_a, 0.0), *stems(a, whole).items()):
        for stem_b, cost_b in ((heard_b, 0.0), *stems(b, whole).items()):
            if stem_a is heard_a and stem_b is heard_b:
                continue
            apart = distance(stem_a, stem_b, transcribed) + cost_a + cost_b
            if apart > _STRICTER * allowance(stem_a, stem_b):
                continue
            apart += _ENDINGS * (1 - (len(stem_a) + len(stem_b)) / (len(heard_a) + len(heard_b)))
            if best is None or apart < best:
                best = apart
    return best


def _same_onset(a: str, b: str) -> bool:
    return bool(a and b) and distance(a[0], b[0]) < 0.5
