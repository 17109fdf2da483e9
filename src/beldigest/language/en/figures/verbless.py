"""What an English figure is said of without a verb: "(Ulvia's) 41%", "among (women), 12%", "with (planes) 83% full"."""

from __future__ import annotations

from beldigest.language.en.figures.clauses import GAP_OPENERS, MARKS, clause_start
from beldigest.language.en.figures.modifiers import over_modifiers
from beldigest.language.en.figures.nouns import FURTHEST_NOUN, noun_start, trimmed
from beldigest.language.en.figures.phrases import is_nominal
from beldigest.language.en.figures.words import PERIODS, is_gerund, is_possessive, word_class
from beldigest.language.figures import Phrase
from beldigest.language.tokens import Tokens

# Prepositions that name a whole before a clause that tells a part of it.
_FRAMING = frozenset({"among", "of"})
# Prepositions that say where one of several stands.
_STANDING = frozenset({"at", "with"})


def verbless_subject(tokens: Tokens, at: int, floor: int, beyond: int) -> Phrase | None:
    """The noun phrase before a figure that has it without a verb, not below ``floor``.

    A whole that a clause names first may be as far back as ``beyond``.
    """
    return (
        _owner_before(tokens, at, floor)
        or _whole_before(tokens, at, min(floor, beyond))
        or _rival_before(tokens, at, floor)
        or _absolute_before(tokens, at, floor)
    )


def _owner_before(tokens: Tokens, at: int, floor: int) -> Phrase | None:
    """Whose a figure is, with the ending: "48%, to (Ulvia's) 41%"; not "last year's 41%"."""
    owner = tokens.words[at - 1][:-2]
    if not is_possessive(tokens.words[at - 1]) or not is_nominal(owner) or owner in PERIODS:
        return None
    start = noun_start(tokens, at, max(floor, at - FURTHEST_NOUN))
    return (start, at) if start < at else None


def _whole_before(tokens: Tokens, at: int, floor: int) -> Phrase | None:
    """The whole that a clause names before it tells a part of it: "among (women), 12% agreed"."""
    if tokens.words[at - 1] != ",":
        return None
    start = clause_start(tokens, at - 1, floor)
    framed = tokens.words[start] in _FRAMING and (start == 0 or tokens.words[start - 1] in MARKS)
    return trimmed(tokens, start + 1, at - 1) if framed else None


def _rival_before(tokens: Tokens, at: int, floor: int) -> Phrase | None:
    """The name in a list that stands at a figure or has it: "followed by (Ana) at 13% and (Ben) with 9%"."""
    if tokens.words[at - 1] not in _STANDING:
        return None
    start = noun_start(tokens, at - 1, max(floor, at - FURTHEST_NOUN))
    listed = tokens.words[start - 1] == "by" or tokens.words[start - 1] in GAP_OPENERS
    return (start, at - 1) if listed and start < at - 1 and tokens.capital(at - 2) else None


def _absolute_before(tokens: Tokens, at: int, floor: int) -> Phrase | None:
    """What a clause without a verb tells of, behind "with": "with (planes) 83% full", "with (growth) at 3%".

    (Quirk et al., *A Comprehensive Grammar of the English Language*, 1985, 14.9 and 15.60)
    """
    end = at - (tokens.words[at - 1] == "at")
    least = max(floor, end - FURTHEST_NOUN)
    if "with" not in tokens.words[max(0, least - 2) : end - 1]:
        return None
    if over_modifiers(tokens, end - 1) < end - 1 or is_gerund(tokens.words[end - 1]):  # "with a mere (9)"
        return None
    start = noun_start(tokens, end, least)
    opening = start - 1 - (word_class(tokens.words[start - 1]) == "determiner")
    return (start, end) if start < end and tokens.words[opening] == "with" else None
