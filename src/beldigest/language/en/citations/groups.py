"""Noun groups, read from left to right."""

from __future__ import annotations

from beldigest.language.en.words.classes import (
    ADVERB,
    AUXILIARY,
    CAPITAL,
    CLOSED,
    CLOSING,
    COLON,
    COMMA,
    CONJUNCTION,
    DASH,
    DETERMINER,
    GERUND,
    NUMBER,
    OBJECT,
    OPENING,
    OUTLET,
    PARTICIPLE,
    POSSESSIVE,
    PREPOSITION,
    PRONOUN,
    QUOTATION,
    RELATIVE,
    SEMICOLON,
    STOP,
    SUBORDINATOR,
    TIME,
    TIME_MODIFIER,
    VERB,
)
from beldigest.language.en.words.tagging import Words

#: Prepositions of time: what they begin tells when something is said, and describes nobody.
_WHEN = frozenset(("after", "before", "during", "following"))


def is_nominal(tag: int) -> bool:
    """Whether a word of that class can end a noun group."""
    return not tag & (CLOSED | VERB | GERUND | ADVERB) or bool(tag & CAPITAL and not tag & (PREPOSITION | CONJUNCTION))


def is_appositive(tag: int) -> bool:
    """Whether a word of that class can begin an apposition or a relative clause behind a comma."""
    return not tag & (PREPOSITION | GERUND | ADVERB | CONJUNCTION | VERB | AUXILIARY) and (
        not tag & SUBORDINATOR or bool(tag & RELATIVE)
    )


def group_end(words: Words, first: int, hi: int) -> int:
    """The end of the noun group that begins at ``first``, without prepositional phrases; ``first`` where none does."""
    tags = words.tags
    if first >= hi:
        return first
    if tags[first] & (PRONOUN | OBJECT) and not tags[first] & DETERMINER:
        return first + 1
    at = first
    nouns = False
    while at < hi:
        tag = tags[at]
        if nouns and ((tag & (DETERMINER | ADVERB) and not tag & CAPITAL) or _adds_time(words, at, hi)):
            break  # "told Radio One" goes on, "told parliament last week" does not
        adjective = tag & GERUND and at == first and at + 1 < hi and is_nominal(tags[at + 1])  # "ruling party leader"
        if tag & VERB and not tag & (CAPITAL | PARTICIPLE) and (nouns or at == first) and not adjective:
            break
        if tag & DETERMINER:
            at += 1
            continue
        if tag & (CLOSED | QUOTATION) or (tag & TIME and not (_owns(words, at, hi) or _names(words, at, hi))):
            break
        nouns = True
        at += 1
    return at


def long_group_end(words: Words, first: int, hi: int) -> int:
    """The end of the noun group at ``first`` with what describes it: prepositional phrases, appositions, clauses."""
    tags = words.tags
    at = group_end(words, first, hi)
    while first < at < hi:
        tag = tags[at]
        following = tags[at + 1] if at + 1 < hi else STOP
        end = at
        if tag & PREPOSITION and not is_time(words, at + 1, hi) and words.low[at] not in _WHEN:
            end = group_end(words, at + 1, hi)
            end = at if end == at + 1 else end
        elif tag & CONJUNCTION:
            end = group_end(words, at + 1, hi)
            if end == at + 1 or (end < hi and tags[end] & (AUXILIARY | VERB)):
                break
        elif tag & OPENING:
            end = bracket_end(words, end, hi)
        elif tag & COMMA and (
            following & RELATIVE
            or _describes(following)
            or is_adjectival(words, at + 1, hi)
            or _is_reduced(words, at + 1, hi)
        ):
            end = _remark_end(words, at + 1, hi)
        elif tag & (PARTICIPLE | RELATIVE) or (tag & VERB and following & PREPOSITION):
            end = _remark_end(words, at, hi)
        if end == at:
            break
        at = end
    return at


def bracket_end(words: Words, opening: int, hi: int) -> int:
    """The end of what the bracket at ``opening`` begins."""
    at = opening
    while at < hi and not words.tags[at] & CLOSING:
        at += 1
    return min(at + 1, hi)


def bracket_start(words: Words, lo: int, closing: int) -> int:
    """Where what the bracket at ``closing`` ends begins."""
    at = closing
    while at > lo and not words.tags[at] & OPENING:
        at -= 1
    return at


def is_time(words: Words, at: int, hi: int) -> bool:
    """Whether a date begins at a word: "Tuesday", "last week"."""
    tags = words.tags
    return at < hi and bool(
        tags[at] & TIME or (tags[at] & (TIME_MODIFIER | NUMBER) and at + 1 < hi and tags[at + 1] & TIME)
    )


def _adds_time(words: Words, at: int, hi: int) -> bool:
    """Whether a modifier of a time stands there with its time, which owns nothing: "last week", not "last week's"."""
    return bool(words.tags[at] & TIME_MODIFIER) and is_time(words, at, hi) and not _owns(words, at + 1, hi)


def _owns(words: Words, at: int, hi: int) -> bool:
    return at + 1 < hi and bool(words.tags[at + 1] & POSSESSIVE)


def _names(words: Words, at: int, hi: int) -> bool:
    """Whether a word of time belongs to what a medium is called: "the Sydney Morning Herald"."""
    return at + 1 < hi and bool(words.tags[at] & words.tags[at + 1] & CAPITAL and words.tags[at + 1] & OUTLET)


def _describes(tag: int) -> bool:
    return is_appositive(tag) and not tag & (QUOTATION | PRONOUN | STOP | DASH)


def is_adjectival(words: Words, at: int, hi: int) -> bool:
    """Whether a participle stands before its noun as an adjective does: ", retired admiral Horak"."""
    tags = words.tags
    return bool(at + 1 < hi and tags[at] & PARTICIPLE and not tags[at + 1] & DETERMINER and is_nominal(tags[at + 1]))


def _is_reduced(words: Words, at: int, hi: int) -> bool:
    """Whether a participle stands for a relative clause: ", known as the Board", ", based in Riga"."""
    return at + 1 < hi and bool(words.tags[at] & PARTICIPLE and words.tags[at + 1] & PREPOSITION)


def _remark_end(words: Words, first: int, hi: int) -> int:
    """Up to the next comma, dash or quotation, or the end; the comma before the state of a town is passed over."""
    tags = words.tags
    for at in range(first, hi):
        if tags[at] & (COMMA | QUOTATION | COLON | SEMICOLON | STOP | DASH):
            if tags[at] & COMMA and at + 2 < hi and tags[at + 1] & CAPITAL and tags[at - 1] & CAPITAL:
                continue
            return at
    return hi
