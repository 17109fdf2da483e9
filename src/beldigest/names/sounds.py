"""Spellings read as sounds.

Romanisations of one Cyrillic name differ because each writes the same sounds in its own letters, and because
Belarusian, Russian and Ukrainian say the name differently. :func:`sounds` takes away the first difference: whatever the
alphabet and the romanisation, it gives one letter a sound (``graphemes.tsv``). What a spelling leaves open keeps a
letter of its own ("ch" is x in Polish and č in English). The second difference is left to
:mod:`beldigest.names.distance`.
"""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache
from itertools import islice, product

from beldigest.names.tables import table

#: Sounds that can be the nucleus of a syllable.
VOWELS = frozenset("aeiou")

_OPENING = VOWELS | {"E"}

#: For keys, the classes of consonants that alternate between languages and spellings: a sound with all that it may be.
_CLASSES = {
    "g": ("h",),
    "x": ("h",),
    "š": ("s",),
    "ž": ("s",),
    "Š": ("s",),
    "z": ("s", "t"),
    "c": ("t",),
    "ć": ("t",),
    "Z": ("d",),
    "w": ("v", ""),
    "N": ("n", ""),
    "j": ("",),
    "R": ("r", "s"),
    "Ż": ("", "s", "t"),
    "T": ("t",),
    "C": ("k", "t", "č"),
    "S": ("s", "t", "č"),
    "X": ("č", "h", "k"),
    "J": ("", "D"),
    "Q": ("t", ""),
    "q": ("k",),
}

#: The key of a word without a consonant.
_VOWELS_ONLY = "-"

#: The most keys that one word can have; no word of a language has as many sounds that its spelling leaves open.
_MOST_KEYS = 64


@cache
def _graphemes() -> tuple[dict[str, str], dict[str, int]]:
    """The sounds of each run of letters (``^`` marks the head of a word), and the longest run by its first letter."""
    rows = {letters: heard for letters, heard, _ in table("graphemes")}
    longest: dict[str, int] = {}
    for letters in rows:
        run = letters.removeprefix("^")
        longest[run[0]] = max(longest.get(run[0], 0), len(run))
    return rows, longest


@lru_cache(maxsize=65536)
def sounds(word: str) -> str:
    """The sounds of a word in small composed letters, one character each; a letter of no table stands for itself."""
    return _settle("".join(_read(word)))


def _read(word: str) -> list[str]:
    graphemes, longest = _graphemes()
    heard: list[str] = []
    at = 0
    while at < len(word):
        for length in range(longest.get(word[at], 0), 0, -1):
            run = word[at : at + length]
            found = graphemes.get(run) if at else graphemes.get("^" + run, graphemes.get(run))
            if found is not None:
                heard.append(found)
                at += len(run)
                break
        else:
            bare = unicodedata.normalize("NFD", word[at])
            heard.append(graphemes.get(bare[0], word[at] if bare[0].isalnum() else ""))
            at += 1
    return heard


def _settle(heard: str) -> str:
    """Decides by their neighbours the letters that are now a vowel, now a glide; and one letter for a doubled one."""
    settled: list[str] = []
    last = len(heard) - 1
    for at, sound in enumerate(heard):
        before = settled[-1] if settled else ""
        after = heard[at + 1] if at < last else ""
        before_vowel, after_vowel = after in _OPENING, before in VOWELS
        if sound == "E":
            # Cyrillic е is je at the head of a syllable; after a consonant it softens, which no romanisation keeps.
            sound = "je" if after_vowel or not before else "e"
        elif sound == "C":
            sound = "S" if after in ("e", "i", "y") else "C"
        elif sound == "y":
            sound = "j" if before_vowel or after_vowel else "i"
        elif sound == "i" and before_vowel and after not in "iy":
            # Łacinka and Polish write a soft consonant with i: "Niasviž".
            sound = "j" if before else "i"
        elif sound == "i" and after_vowel and before != "i":
            sound = "j"
        elif sound == "u" and after_vowel:
            sound = "w"
        elif sound == "J" and after_vowel and not before_vowel:
            sound = "j"
        elif sound == "w" and not (after_vowel and not before_vowel):
            sound = "v"
        if sound[0] != before:
            settled.extend(sound)
        elif len(sound) > 1:
            settled.append(sound[1])
    return "".join(settled)


@lru_cache(maxsize=65536)
def syllables(heard: str) -> int:
    """The number of vowels of a word's sounds."""
    return sum(sound in VOWELS for sound in heard)


def skeleton(heard: str) -> tuple[str, ...]:
    """The keys of a word's sounds: its consonants, by classes that no romanisation and none of the languages parts.

    A sound that a spelling leaves open gives more than one key, but is read in one way all over the word, as a spelling
    is of one language. Two spellings of one name have a key in common. All words without a consonant have one key.
    """
    consonants = [sound for sound in heard if sound not in VOWELS]
    kinds = tuple(dict.fromkeys(consonants))
    readings = islice(product(*(_CLASSES.get(sound, (sound,)) for sound in kinds)), _MOST_KEYS)
    found = []
    for reading in readings:
        classes = dict(zip(kinds, reading, strict=True))
        found.append(_collapse("".join(classes[sound] for sound in consonants)) or _VOWELS_ONLY)
    return tuple(dict.fromkeys(found))


def _collapse(key: str) -> str:
    return "".join(sound for at, sound in enumerate(key) if at == 0 or key[at - 1] != sound)
