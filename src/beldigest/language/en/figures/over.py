"""Words that bound no figure though they bound others: "handed over (four)", "a row over (a $3m grant)"."""

from __future__ import annotations

from functools import cache

from beldigest.language.en.figures.words import BEING, INDEFINITE, is_adverb, is_participle, word_class
from beldigest.language.lexicon import lexicon
from beldigest.language.tokens import Tokens

_PARTICLES = frozenset({"out", "off", "back", "in", "down"})
# Prepositions that tell whose a dispute is, or where: "a row with Chile over", "protests in Lima over".
_BETWEEN = frozenset({"with", "between", "of", "in", "at", "against", "among", "to"})
_LONGEST_PARTY = 4
_IN_PARTIES = frozenset({"", "homograph", "determiner", "adjective", "conjunction"})


@cache
def _over(name: str) -> frozenset[str]:
    """The words behind which "over" is no "more than", by the name of their class ("disputing")."""
    return frozenset(word for word, kind in lexicon("en", "figures_over") if kind == name)


def is_conjunction(tokens: Tokens, at: int) -> bool:
    """Whether the bound at a token joins clauses unless a measure follows: "as long as (one party) agrees"."""
    return tokens.words[at] == "as" and tokens.words[at + 1] in {"long", "far"}


def is_preposition(tokens: Tokens, at: int) -> bool:
    """Whether "over" or "under" at a token, before a time or a few things, is no bound: "spending over (5 years)"."""
    word, before = tokens.words[at], tokens.words[at - 1]
    if word == "under":
        return is_participle(before)
    if word != "over" or is_adverb(before):
        return False
    if before in _over("taking"):  # "took over three rivals"
        return True
    if is_participle(before):  # "is repaid over 5 years", but "lasted over 5 years"
        return tokens.words[at - 2] in BEING
    if before in _PARTICLES:
        verb = tokens.words[at - 2]  # "paid out over 5 years"
        return is_participle(verb) or word_class(verb) == "verb"
    return word_class(before) in {"", "homograph", "conjunction"}


def is_about(tokens: Tokens, at: int, number: int) -> bool:
    """Whether "over" at a token, before a figure that is no time, only joins its noun: "a row over (a $3m grant)".

    It does before an article, behind a verb that has no object without it, and behind a word of dispute or blame.
    """
    if tokens.words[at] != "over":
        return False
    if tokens.words[at + 1] in INDEFINITE and at + 1 < number:  # not "over (a million)"
        return True
    before = at - 1
    before -= tokens.words[before] == "down"  # "step down over"
    word = tokens.words[before]
    if word in _over("handing"):
        return True
    if word in _over("accusing"):
        return tokens.words[before - 1] in BEING
    return word in _over("disputing") or _is_dispute_of(tokens, before)


def _is_dispute_of(tokens: Tokens, at: int) -> bool:
    """Whether a dispute and the parties to it end at a token: "a row between the two banks"."""
    start = at
    while at - start < _LONGEST_PARTY and word_class(tokens.words[start]) in _IN_PARTIES:
        start -= 1
    return start < at and tokens.words[start] in _BETWEEN and tokens.words[start - 1] in _over("disputing")
