"""How far apart two words sound: an edit distance with the costs of ``confusions.tsv``.

The cheap steps are regular correspondences between Belarusian, Russian, Ukrainian and Polish and between ways to write
them; a consonant that is replaced by an unrelated one costs 1. :func:`allowance` is the most that spellings of one name
differ by.
"""

from __future__ import annotations

from functools import cache, lru_cache

from beldigest.names.sounds import VOWELS, syllables
from beldigest.names.tables import table

#: What it costs to leave out a sound that is weak everywhere.
_WEAK = {"j": 0.08, "J": 0.1, "Q": 0.05, "Ż": 0.05, "w": 0.22, "N": 0.08, "h": 0.35}

#: Pairs that write one vowel in English, German or French, so that one of them is none.
_DIGRAPHS = frozenset({"ae", "oe", "ue", "ea", "ie", "ei", "eu", "oa", "ao", "ow"})

#: What it costs at least to change the vowel of a word of one syllable: it is stressed, and so it is not reduced.
_STRESSED = 0.5

#: What it costs at most to change a vowel, or to leave it out, where a word of three syllables or more is transcribed:
#: most of its vowels are unstressed, and a transcription writes them as they sound ("Kettering", Кеттринг).
_REDUCED = 0.25


@cache
def _confusions() -> dict[str, float]:
    costs = {}
    for pair, cost, _ in table("confusions"):
        costs[pair] = costs[pair[::-1]] = float(cost)
    return costs


@lru_cache(maxsize=65536)
def _omissions(heard: str, most: float) -> tuple[float, ...]:
    """For each sound what it costs to leave it out; ``most`` is the most that a vowel costs."""
    costs = []
    for at, sound in enumerate(heard):
        if sound in VOWELS:
            costs.append(min(most, _vowel_omission(heard, at)))
        elif not at and sound == "v" and heard[1:2] in ("o", "u"):
            costs.append(0.15)  # Belarusian has в before a stressed first о or у: Ворша, Вольга.
        else:
            costs.append(_WEAK.get(sound, 1.0))
    return tuple(costs)


def _vowel_omission(heard: str, at: int) -> float:
    last = len(heard) - 1
    if heard[max(at - 1, 0) : at + 1] in _DIGRAPHS or heard[at : at + 2] in _DIGRAPHS:
        return 0.15
    if at == last:
        return 0.15 if heard[at] == "e" else 0.6  # Silent in English and French; other endings tell case and gender.
    if at == last - 1 and heard[at] in "eo":
        return 0.2  # The fleeting vowel of the last syllable: Hašek, gen. Haška.
    return 0.4


@lru_cache(maxsize=65536)
def distance(a: str, b: str, transcribed: bool = False) -> float:
    """The least cost of turning the sounds ``a`` into the sounds ``b``; 0 for the same sounds.

    ``transcribed`` says that the two are of different alphabets, so that one may imitate the sound of the other.
    """
    if a == b:
        return 0.0
    confusions = _confusions()
    least, most = _vowel_costs(a, b, transcribed)
    omit_a, omit_b = _omissions(a, most), _omissions(b, most)
    row = [0.0]
    for cost in omit_b:
        row.append(row[-1] + cost)
    for sound, omit in zip(a, omit_a, strict=True):
        diagonal = row[0]
        row[0] = left = diagonal + omit
        vowel = sound in VOWELS
        for at, other in enumerate(b):
            step = diagonal
            if sound != other:
                cost = confusions.get(sound + other, 1.0)
                step += min(max(cost, least), most) if vowel and other in VOWELS else cost
            diagonal = row[at + 1]
            left = min(step, diagonal + omit, left + omit_b[at])
            row[at + 1] = left
    return row[-1]


def _vowel_costs(a: str, b: str, transcribed: bool) -> tuple[float, float]:
    """The least and the most that a vowel costs in a comparison of two words."""
    count = max(syllables(a), syllables(b))
    if transcribed:
        return (0.0, _REDUCED) if count > 2 else (0.0, 1.0)
    return (_STRESSED, 1.0) if count == 1 else (0.0, 1.0)


def allowance(a: str, b: str) -> float:
    """The largest distance of two spellings of one word: more for longer words, less than a foreign consonant."""
    return min(0.9, 0.15 + 0.04 * (len(a) + len(b)))
