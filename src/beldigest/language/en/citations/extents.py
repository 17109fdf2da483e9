"""How far things go: where a content begins and ends, and the clauses that stand before or within another."""

from __future__ import annotations

from beldigest.language.en.citations.clauses import has_verb
from beldigest.language.en.citations.following import (
    attribution_follows,
    coordinate,
    described_end,
    opens_quotation,
    parallel,
)
from beldigest.language.en.citations.verbgroups import VerbGroup
from beldigest.language.en.words.classes import (
    ADVERB,
    AUXILIARY,
    CAPITAL,
    COLON,
    COMMA,
    CONJUNCTION,
    CONTRAST,
    CUE,
    DASH,
    DETERMINER,
    ENDED,
    GERUND,
    OBJECT,
    OPENING,
    PARTICIPLE,
    PENDING,
    PREPOSITION,
    PRONOUN,
    PUNCTUATION,
    QUOTATION,
    RELATIVE,
    RESUMED,
    SEMICOLON,
    STOP,
    SUBORDINATOR,
    THAT,
    TO,
    VERB,
)
from beldigest.language.en.words.tagging import Words


def content_end(
    words: Words, first: int, hi: int, group: VerbGroup | None, *, noun: bool = False, resumed: bool = False
) -> int:
    """Where a content that begins at ``first`` ends: with the sentence, or before the next attribution.

    A ``noun`` group as content ends sooner than a clause: before whatever begins a clause or remark of its own. Where a
    quotation can be ``resumed``, its second half is not part of a content between the two.
    """
    tags = words.tags
    if first < hi and tags[first] & QUOTATION and (quoted := _quoted_end(words, first, hi)):
        return quoted
    for at in range(first, hi):
        tag = tags[at]
        if tag & (SEMICOLON | STOP):
            return at
        if tag & (COMMA | DASH):
            if attribution_follows(words, at, hi) or (noun and at > first and _remark_follows(words, at, hi)):
                return at
            following = tags[at + 1] if at + 1 < hi else STOP
            if following & CONTRAST or (resumed and following & RESUMED):
                return at
            inserted = any(tags[before] & COMMA for before in range(first, at)) and not following & CONJUNCTION
            resumes = (
                at > first
                and not tags[first] & THAT
                and not inserted
                and following & (AUXILIARY | VERB | ADVERB | CONJUNCTION)
            )
            if resumes and _predicate_follows(words, at, hi) and not _has_clause(words, first, at):
                return at
        elif noun and tag & QUOTATION and not tag & (ENDED | PENDING):
            following = tags[at + 1] if at + 1 < hi else STOP
            if following & SUBORDINATOR and following & PREPOSITION and words.low[at + 1] != "as":
                return at + 1  # a clause of time: ``accused it of "theft" after the vote failed``
        elif tag & (ENDED | PENDING):
            following = tags[at + 1] if at + 1 < hi else STOP
            remark = tag & PENDING and words.low[at + 1 : at + 2] in (
                ["a"],
                ["an"],
            )  # ``"bad habits," a phrase he uses``
            clause = following & (SUBORDINATOR | GERUND | RELATIVE) and not following & THAT
            if attribution_follows(words, at, hi) or clause or remark:
                return at + 1
        elif tag & CONJUNCTION and at > first:
            beside = group is not None and (coordinate(words, at, hi, group) or parallel(words, first, at, hi, group))
            if beside or opens_quotation(words, at + 1, hi):
                return at - 1 if tags[at - 1] & COMMA else at
            if noun and words.low[at] == "but":
                return at
            parted = tags[at - 1] & COMMA or (noun and not any(tags[before] & TO for before in range(first, at)))
            if parted and _predicate_follows(words, at, hi) and not has_verb(words, first, at):
                return at - bool(tags[at - 1] & COMMA)
        elif at > first and ((noun and tag & CONTRAST) or (tag & PREPOSITION and _by_saying(words, at, hi))):
            return at
    return hi


def _by_saying(words: Words, at: int, hi: int) -> bool:
    """Whether a further attribution tells how the one before was made: "answered the critics by saying that"."""
    if at + 2 >= hi or words.low[at] != "by" or not (words.tags[at + 1] & GERUND and words.tags[at + 1] & CUE):
        return False
    return bool(words.tags[at + 2] & (COMMA | COLON | QUOTATION | THAT))


def _has_clause(words: Words, first: int, last: int) -> bool:
    """Whether a stretch holds a verb, as far as that can be told: a relative clause has one that may not be known."""
    return has_verb(words, first, last) or any(words.tags[at] & RELATIVE for at in range(first + 1, last))


def _predicate_follows(words: Words, at: int, hi: int) -> bool:
    """Whether a finite verb without a subject follows on a comma or conjunction: it goes on with another clause.

    A past form that may be a participle describes what is before it, unless that stands within marks, or an object
    follows.
    """
    tags = words.tags
    quoted = tags[at - 1] & QUOTATION
    at += 1
    while at < hi and tags[at] & (ADVERB | CONJUNCTION):
        at += 1
    if at >= hi or tags[at] & (CAPITAL | GERUND):
        return False
    following = tags[at + 1] if at + 1 < hi else STOP
    if at + 1 < hi and words.low[at + 1] == "by" and not tags[at] & AUXILIARY:
        return False  # "the union, backed by clerks"
    if tags[at] & PARTICIPLE and not quoted and not following & (DETERMINER | PRONOUN | OBJECT):
        return False
    return bool(tags[at] & (AUXILIARY | VERB))


def clause_end(words: Words, first: int, hi: int) -> int:
    """Where a relative clause between commas ends: at the comma behind which the verb of its noun's clause stands."""
    for at in range(first, hi):
        if words.tags[at] & PENDING and _predicate_follows(words, at, hi):
            return at + 1
        resumes = words.tags[at] & COMMA and at + 1 < hi and not words.tags[at + 1] & CONJUNCTION
        if resumes and _predicate_follows(words, at, hi):
            return at
    return hi


def fronted_end(words: Words, first: int, hi: int) -> int:
    """Where a subordinate clause before its main clause ends: at the comma before a subject and a finite verb."""
    for at in range(first, hi):
        if words.tags[at] & COMMA:
            end = described_end(words, at + 1, hi)
            if at + 1 < end < hi and words.tags[end] & (AUXILIARY | VERB) and not words.tags[end] & PARTICIPLE:
                return at
    return hi


def _quoted_end(words: Words, first: int, hi: int) -> int:
    """The end of a content that begins with a quotation: with it, or with those strung to it; 0 where words go on."""
    tags = words.tags
    at = first + 1
    while at < hi:
        tag = tags[at]
        following = tags[at + 1] if at + 1 < hi else STOP
        if tag & QUOTATION:
            at += 1
        elif tag & (COMMA | CONJUNCTION | SUBORDINATOR) and following & (QUOTATION | CONJUNCTION):
            if following & CONJUNCTION and not (at + 2 < hi and tags[at + 2] & QUOTATION):
                break
            at += 1
        else:
            break
    if (
        tags[at - 1] & (ENDED | PENDING)
        or at >= hi
        or tags[at] & (PUNCTUATION | PREPOSITION | SUBORDINATOR | CONJUNCTION)
    ):
        return at
    return 0


def _remark_follows(words: Words, comma: int, hi: int) -> bool:
    tags = words.tags
    if tags[comma] & DASH:
        return True
    if comma + 1 >= hi:
        return False
    tag = tags[comma + 1]
    if tag & CONJUNCTION:
        return words.low[comma + 1] == "but" or has_verb(words, comma + 2, min(comma + 5, hi))
    return bool(tag & (SUBORDINATOR | RELATIVE | GERUND | PRONOUN)) or bool(tag & PARTICIPLE and not tag & CAPITAL)


def preceding_end(words: Words, lo: int, before: int) -> int:
    """The end of what stands before an attribution and may be its content; 0 where nothing does."""
    tags = words.tags
    if before <= lo:
        return 0
    last = before - 1
    if words.low[last] == "as" and last > lo and tags[last - 1] & (COMMA | DASH | QUOTATION):
        last -= 1  # a comment clause: "..., as one diplomat put it"
        before = last + 1
    if tags[last] & QUOTATION:
        return before if last == lo or tags[last] & (ENDED | PENDING) else 0
    if last > lo and tags[last] & (COMMA | DASH):
        return last
    return 0


def preceding_start(words: Words, lo: int, end: int) -> int:
    """Where the content that ends at ``end`` begins: with its clause, or with the sentence that it quotes."""
    tags = words.tags
    first = lo
    while first < end and tags[first] & (COMMA | DASH | CONJUNCTION | OPENING):
        first += 1
    if end <= first + 1 or not tags[end - 1] & QUOTATION:
        return first
    if tags[end - 2] & PUNCTUATION & ~COMMA or (tags[end - 2] & COMMA and not has_verb(words, first, end - 2)):
        return end - 1
    return first
