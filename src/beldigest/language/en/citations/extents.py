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
    COMMA,
    CONJUNCTION,
    CONTRAST,
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
    SEMICOLON,
    STOP,
    SUBORDINATOR,
    THAT,
    TO,
    VERB,
)
from beldigest.language.en.words.tagging import Words

_BEHIND_QUOTATION = PUNCTUATION | PREPOSITION | CONJUNCTION


def content_end(words: Words, first: int, hi: int, group: VerbGroup | None, *, noun: bool = False) -> int:
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
            if following & CONTRAST:
                return at
            inserted = any(tags[before] & COMMA for before in range(first, at)) and not following & CONJUNCTION
            resumes = (
                at > first
                and not tags[first] & THAT
                and not inserted
                and following & (AUXILIARY | VERB | ADVERB | CONJUNCTION)
            )
            if resumes and _predicate_follows(words, at, hi) and not has_verb(words, first, at):
                return at
        elif noun and tag & QUOTATION and not tag & (ENDED | PENDING):
            following = tags[at + 1] if at + 1 < hi else STOP
            if following & SUBORDINATOR and following & PREPOSITION and words.low[at + 1] != "as":
                return at + 1  # a clause of time: ``accused it of "theft" after the vote failed``
        elif tag & (ENDED | PENDING):
            if attribution_follows(words, at, hi) or (
                at + 1 < hi and tags[at + 1] & (SUBORDINATOR | GERUND | RELATIVE) and not tags[at + 1] & THAT
            ):
                return at + 1
        elif tag & CONJUNCTION and at > first:
            beside = group is not None and (coordinate(words, at, hi, group) or parallel(words, first, at, hi))
            if beside or opens_quotation(words, at + 1, hi):
                return at - 1 if tags[at - 1] & COMMA else at
            if noun and words.low[at] == "but":
                return at
            parted = tags[at - 1] & COMMA or (noun and not any(tags[before] & TO for before in range(first, at)))
            if parted and _predicate_follows(words, at, hi) and not has_verb(words, first, at):
                return at - bool(tags[at - 1] & COMMA)
        elif at > first and (noun and tag & CONTRAST):
            return at
    return hi


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
    if at + 1 < hi and words.low[at + 1] == "by":
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
    """Where a subordinate clause before its main clause ends: at the comma before a subject."""
    for at in range(first, hi):
        if words.tags[at] & COMMA and at + 1 < described_end(words, at + 1, hi) < hi:
            return at
    return hi


def _quoted_end(words: Words, first: int, hi: int) -> int:
    """The end of a content that begins with a quotation: with it, or with those strung to it; 0 where words go on."""
    tags = words.tags
    at = first + 1
    while at < hi:
        tag = tags[at]
        following = tags[at + 1] if at + 1 < hi else STOP
        if not (tag | following) & QUOTATION:
            break
        at += 1
    goes_on = at < hi and not tags[at - 1] & (ENDED | PENDING) and not tags[at] & _BEHIND_QUOTATION
    return 0 if goes_on else at


def _remark_follows(words: Words, comma: int, hi: int) -> bool:
    tags = words.tags
    if tags[comma] & DASH:
        return True
    if comma + 1 >= hi:
        return False
    tag = tags[comma + 1]
    if tag & CONJUNCTION:
        return has_verb(words, comma + 2, min(comma + 5, hi))
    return bool(tag & (SUBORDINATOR | GERUND | PRONOUN | PARTICIPLE))


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
