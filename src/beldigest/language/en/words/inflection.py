"""How English verbs are inflected.

Irregular verbs are listed, and so are those of several syllables that double their last consonant; all others follow
the rules of spelling (Quirk et al., A Comprehensive Grammar of the English Language, 1985, sections 3.5-3.20).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Literal

from beldigest.language.lexicon import keys, lexicon

FormName = Literal["base", "present", "past", "participle", "gerund"]

#: A single syllable with one vowel letter and one consonant behind it, which is doubled: "plan", "quit".
_SHORT = re.compile(r"(?:[^aeiou]|qu)*[aeiou][^aeiouwxy]")
_SIBILANT = ("s", "sh", "ch", "x", "z", "o")


def inflected(lemma: str) -> Iterator[tuple[FormName, str]]:
    """The forms of a verb in small letters; some have two participles ("born", "borne")."""
    doubles = _SHORT.fullmatch(lemma) is not None or lemma in _doubling()
    consonant_y = lemma.endswith("y") and lemma[-2:-1] not in ("a", "e", "i", "o", "u")
    stem = lemma[:-1] if lemma.endswith("e") else lemma + lemma[-1] * doubles
    regular = lemma[:-1] + "ied" if consonant_y else stem + "ed"
    past, participles = irregular().get(lemma, (regular, regular))
    yield "base", lemma
    yield "present", lemma[:-1] + "ies" if consonant_y else lemma + ("es" if lemma.endswith(_SIBILANT) else "s")
    yield "past", past
    for participle in participles.split():
        yield "participle", participle
    yield "gerund", (lemma if lemma.endswith("ee") else stem) + "ing"


@cache
def irregular() -> dict[str, tuple[str, str]]:
    """The past of each irregular verb, and its past participles, parted by a space."""
    return {base: (past, participles) for base, past, participles in lexicon("en", "verbs_irregular")}


@cache
def _doubling() -> frozenset[str]:
    return keys("en", "verbs_doubling")
