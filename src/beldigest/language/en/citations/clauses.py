"""What a clause holds: its verbs, as far as the lexicons know, and the adverbials to step over."""

from __future__ import annotations

from itertools import islice

from beldigest.language.en.citations.groups import group_end, is_time
from beldigest.language.en.words.classes import (
    ADVERB,
    AUXILIARY,
    CAPITAL,
    CLOSED,
    COMMA,
    CONJUNCTION,
    DETERMINER,
    GERUND,
    NUMBER,
    PLURAL,
    POSSESSIVE,
    PREPOSITION,
    PRONOUN,
    QUOTATION,
    RELATIVE,
    STOP,
    SUBORDINATOR,
    THAT,
    TIME,
    TIME_MODIFIER,
    TO,
    VERB,
)
from beldigest.language.en.words.cues import base_forms
from beldigest.language.en.words.tagging import Words

#: What begins an adverbial.
ADVERBIAL = PREPOSITION | TIME | TIME_MODIFIER | GERUND
#: Prepositions that bound a number, and what bounds one behind "at" (Huddleston and Pullum 2002, 5.11).
_BOUNDS = frozenset(("about", "above", "around", "below", "between", "over", "under"))
_EXTREMES = ("least", "most")


def past_adverbials(words: Words, at: int, hi: int) -> int:
    """The first word behind adverbials of time and place ("on Tuesday in Minsk"), or ``at`` where they do not end."""
    tags = words.tags
    start = at
    while at < hi:
        tag = tags[at]
        following = tags[at + 1] if at + 1 < hi else STOP
        if _bounds_number(words, at, hi):
            break
        if tag & TIME or (tag & (TIME_MODIFIER | DETERMINER | NUMBER) and following & TIME and not tag & PREPOSITION):
            end = _past_time(words, at, hi)
            if end == at:
                break
            at = end
        elif tag & TIME_MODIFIER and following & PREPOSITION and is_time(words, at + 2, hi):
            at += 1  # "late on Tuesday"
        elif tag & PREPOSITION:
            if following & QUOTATION:
                return start
            if tag & TO and not (
                following & (DETERMINER | CAPITAL | NUMBER | PRONOUN) or _is_plural(words, at + 1, hi)
            ):
                break
            end = _past_time(words, at + 1, hi)
            if end == at + 1:
                end = group_end(words, at + 1, hi)
                while (
                    end > at + 1
                    and end + 1 < hi
                    and tags[end] & CONJUNCTION
                    and tags[end - 1] & tags[end + 1] & CAPITAL
                ):
                    end = group_end(words, end + 1, hi)
                if end < hi and tags[end] & QUOTATION:
                    return start  # the quotation is a name: on the podcast "..."
            if end == at + 1:
                return start
            at = end
        elif tag & ADVERB and not tag & (SUBORDINATOR | CONJUNCTION):
            at += 1
        else:
            break
    return at


def tells_time(words: Words, at: int, hi: int) -> bool:
    """Whether what stands there can say when something is said: not the insertion of "Horak, elected in 2019, said"."""
    tags = words.tags
    if at >= hi or not tags[at] & COMMA:
        return True
    return is_time(words, at + 1, hi) or bool(tags[at + 1] & PREPOSITION and is_time(words, at + 2, hi))


def _is_plural(words: Words, at: int, hi: int) -> bool:
    """Whether a word behind "to" is a noun in the plural, as no infinitive is: "in a letter to lawmakers"."""
    return (
        at < hi and (bool(words.tags[at] & PLURAL) or words.low[at].endswith("s")) and words.low[at] not in base_forms()
    )


def _bounds_number(words: Words, at: int, hi: int) -> bool:
    """Whether a noun group begins with a bound of its number and no adverbial of time does: "about 40 people", "at
    least 40 people", "nearly 40 people"."""
    if at + 2 >= hi:
        return False
    if words.low[at] == "at":
        return words.low[at + 1] in _EXTREMES
    number, counted = words.tags[at + 1], words.tags[at + 2]
    bounds = words.tags[at] & ADVERB or words.low[at] in _BOUNDS
    return bool(bounds and number & NUMBER) and not (number & TIME or counted & (TIME | CLOSED))


def _past_time(words: Words, at: int, hi: int) -> int:
    tags = words.tags
    end = at
    time = False
    while end < hi and tags[end] & (TIME | TIME_MODIFIER | NUMBER | DETERMINER) and not (end > at and tags[end] & THAT):
        time = time or bool(tags[end] & TIME)
        end += 1
    if not time or (end < hi and tags[end] & POSSESSIVE):
        return at
    while not tags[end - 1] & (TIME | NUMBER):
        end -= 1
    return end


def has_verb(words: Words, first: int, last: int) -> bool:
    """Whether a stretch holds a finite verb, as far as the lexicons know."""
    tags = words.tags
    return any(
        tags[at] & AUXILIARY
        or (tags[at] & VERB and not (at > first and tags[at - 1] & (DETERMINER | PREPOSITION | POSSESSIVE)))
        for at in range(first, last)
    )


def says(words: Words, first: int, last: int) -> bool:
    """Whether a stretch holds a finite verb or somebody's words."""
    return has_verb(words, first, last) or any(words.tags[at] & QUOTATION for at in range(first, last))


def stands_alone(words: Words, first: int, end: int, before: int) -> bool:
    """Whether what stands before an attribution, which begins at ``before``, can be words: no mere adverbial ("In his
    speech, he argued."), nor what a relative clause describes. Its verb may be one that no lexicon has."""
    tags = words.tags
    if says(words, first, end):
        return True
    adverbial = tags[first] & (ADVERBIAL | ADVERB) and not tags[first] & DETERMINER
    return not adverbial and not tags[before] & RELATIVE


def verb_after(words: Words, first: int, hi: int, number: int) -> int:
    """Where that many finite verbs have begun, counted from ``first``; ``hi`` where there are fewer."""
    not_finite = AUXILIARY | CONJUNCTION | RELATIVE | TO | DETERMINER
    tags = words.tags
    verbs = (at for at in range(first, hi) if tags[at] & (VERB | AUXILIARY) and not tags[at - 1] & not_finite)
    return next(islice(verbs, number - 1, None), hi)
