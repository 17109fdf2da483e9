"""Whether two words are one, whatever the spelling, the alphabet and the case form."""

from __future__ import annotations

from functools import lru_cache
from typing import Literal

from attrs import frozen
from rapidfuzz.distance import OSA

from beldigest.names.distance import allowance, distance
from beldigest.names.inflection import stem_distance
from beldigest.names.letters import base, of_one_alphabet
from beldigest.names.sounds import sounds

Agreement = Literal["letters", "sounds", "stem", "misprint"]


@frozen
class WordMatch:
    """How two words agree: ``score`` is from 0 to 1, and below 0.5 where they do not (``how`` is None)."""

    score: float
    how: Agreement | None = None

    def __bool__(self) -> bool:
        return self.how is not None


_OTHER = WordMatch(0.0)

#: The shortest word in which one wrong letter is taken for a misprint, if other words confirm it.
MISPRINT_FROM = 4

#: The score of two spellings from which on case forms need not be thought of.
_SURELY_SPELLED = 0.9

#: The score of two case forms from which on their spelling need not be thought of.
_SURELY_DECLINED = 0.83

#: The score of two words whose stems sound the same.
_OF_STEMS = 0.85

#: The most that two endings are apart.
_LONGEST_ENDING = 2.5


@lru_cache(maxsize=65536)
def same_word(a: str, b: str, *, whole: bool = False, misprints: int = 0) -> WordMatch:
    """The agreement of two words in small composed letters.

    Spellings agree where their sounds are near, case forms where their stems are. Words of ``misprints`` letters or
    more that differ by one letter agree too, though less; 0 forgives no misprint. ``whole`` is that of
    :func:`beldigest.names.inflection.stems`.
    """
    if a == b or base(a) == base(b):
        return WordMatch(1.0, "letters")
    heard_a, heard_b = sounds(a), sounds(b)
    if not heard_a or not heard_b or len(a) == 1 or len(b) == 1:
        return _OTHER
    apart, most = distance(heard_a, heard_b, not of_one_alphabet(a, b)), allowance(heard_a, heard_b)
    spelled = WordMatch(1.0 - 0.4 * apart / most, "sounds") if apart <= most else None
    if spelled is not None and spelled.score >= _SURELY_SPELLED:
        return spelled
    stem = stem_distance(a, b, whole) if apart < most + _LONGEST_ENDING else None
    declined = WordMatch(_OF_STEMS - 0.2 * stem, "stem") if stem is not None else None
    if declined is not None and (
        spelled is None or declined.score >= _SURELY_DECLINED or declined.score > spelled.score
    ):
        return declined
    if spelled is not None:
        return spelled
    if misprints and min(len(a), len(b)) >= misprints and OSA.distance(base(a), base(b), score_cutoff=1) <= 1:
        return WordMatch(0.55, "misprint")
    return WordMatch(max(0.0, 0.5 - 0.25 * (apart - most)))
