"""How far things go: adverbials to step over, and where a content begins and ends."""

from __future__ import annotations

from itertools import islice

from beldigest.language.en.citations.groups import group_end, is_time
from beldigest.language.en.citations.verbgroups import VerbGroup
from beldigest.language.en.citations.verbs import cue_forms
from beldigest.language.en.citations.words import (
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
    NEGATION,
    NUMBER,
    OPENING,
    PARTICIPLE,
    PENDING,
    POSSESSIVE,
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
    TIME,
    TIME_MODIFIER,
    TO,
    VERB,
    Words,
)


def past_adverbials(words: Words, at: int, hi: int) -> int:
    """The first word behind adverbials of time and place ("on Tuesday in Minsk"), or ``at`` where they do not end."""
    tags = words.tags
    start = at
    while at < hi:
        tag = tags[at]
        following = tags[at + 1] if at + 1 < hi else STOP
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
            if tag & TO and not following & (DETERMINER | CAPITAL | NUMBER | PRONOUN):
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


def verb_after(words: Words, first: int, hi: int, number: int) -> int:
    """Where that many finite verbs have begun, counted from ``first``; ``hi`` where there are fewer."""
    not_finite = AUXILIARY | CONJUNCTION | RELATIVE | TO | DETERMINER
    tags = words.tags
    verbs = (at for at in range(first, hi) if tags[at] & (VERB | AUXILIARY) and not tags[at - 1] & not_finite)
    return next(islice(verbs, number - 1, None), hi)


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
            if attribution_follows(words, at, hi) or (
                at + 1 < hi and tags[at + 1] & (SUBORDINATOR | GERUND | RELATIVE) and not tags[at + 1] & THAT
            ):
                return at + 1
        elif tag & CONJUNCTION and at > first:
            coordinate = group is not None and (
                _coordinate(words, at, hi, group) or _parallel(words, first, at, hi, group)
            )
            if coordinate or opens_quotation(words, at + 1, hi):
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

    A past form that may be a participle describes what is before it, which words within marks do not let it do.
    """
    tags = words.tags
    quoted = tags[at - 1] & QUOTATION
    at += 1
    while at < hi and tags[at] & (ADVERB | CONJUNCTION):
        at += 1
    if at >= hi or tags[at] & (CAPITAL | GERUND):
        return False
    if tags[at] & PARTICIPLE and not quoted:
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
            end = _described_end(words, at + 1, hi)
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


def attribution_follows(words: Words, comma: int, hi: int) -> bool:
    """Whether a further attribution begins behind a comma: ", adding that", ", according to".

    Every content that may reach the comma asks it, so the answer is kept.
    """
    found = words.followed.get((comma, hi))
    if found is None:
        found = words.followed[comma, hi] = _attribution_follows(words, comma, hi)
    return found


def _attribution_follows(words: Words, comma: int, hi: int) -> bool:
    tags, low = words.tags, words.low
    at = comma + 1
    while at < hi and tags[at] & (ADVERB | CONJUNCTION):
        at += 1
    if at >= hi:
        return False
    if tags[at] & GERUND and tags[at] & CUE:
        return True
    if opens_quotation(words, at, hi) or closes_with_cue(words, at, hi):
        return True
    if at == comma + 1 and _inverted_cue(words, at, hi):
        return True
    return low[at] == "according" and at + 1 < hi and low[at + 1] == "to"


def _inverted_cue(words: Words, at: int, hi: int) -> bool:
    """Whether a verb of speech with its subject behind it begins at a word: ", said Horak"."""
    tags = words.tags
    if not tags[at] & CUE or at + 1 >= hi or not tags[at + 1] & (CAPITAL | DETERMINER | NUMBER):
        return False
    forms = cue_forms()[words.low[at]]
    return any(form.name in ("past", "present") and form.verb.frames >= {"quote", "clause"} for form in forms)


def _described_end(words: Words, first: int, hi: int) -> int:
    """The end of the noun groups at ``first`` with their prepositional phrases; ``first`` where none begins."""
    end = group_end(words, first, hi)
    while first < end < hi and words.tags[end] & (PREPOSITION | CONJUNCTION):
        following = group_end(words, end + 1, hi)
        if following == end + 1:
            break
        end = following
    return end


def _cue_behind_group(words: Words, first: int, hi: int) -> int | None:
    """The verb that takes a quotation, behind the noun group that begins at a word."""
    tags = words.tags
    end = _described_end(words, first, hi)
    if end == first or end >= hi or not tags[end] & CUE or tags[end] & GERUND:
        return None
    forms = cue_forms()[words.low[end]]
    return end if any(form.name != "base" and "quote" in form.verb.frames for form in forms) else None


def opens_with_cue(words: Words, first: int, hi: int) -> bool:
    """Whether a sentence begins with a subject and a verb that takes a quotation: "Ms. Horak asked"."""
    return _cue_behind_group(words, first, hi) is not None


def opens_quotation(words: Words, first: int, hi: int) -> bool:
    """Whether a subject and a verb begin at a word that introduce a quotation: ``Ms. Horak said on Friday, "..."``."""
    cue = _cue_behind_group(words, first, hi)
    if cue is None:
        return False
    mark = past_adverbials(words, cue + 1, hi)
    return mark + 1 < hi and bool(words.tags[mark] & (COMMA | COLON) and words.tags[mark + 1] & QUOTATION)


def closes_with_cue(words: Words, first: int, hi: int) -> bool:
    """Whether nothing but an attribution stands between a comma and the end: ", the ministry announced on Friday"."""
    cue = _cue_behind_group(words, first, hi)
    if cue is None:
        return False
    end = past_adverbials(words, cue + 1, hi)
    return (
        end >= hi
        or bool(words.tags[end] & STOP)
        or bool(words.tags[end] & COMMA and attribution_follows(words, end, hi))
    )


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


def _coordinate(words: Words, conjunction: int, hi: int, group: VerbGroup) -> bool:
    """Whether a verb in the same form as the cue follows: "said ... and called ..."."""
    tags = words.tags
    at = conjunction + 1
    while at < hi and tags[at] & (ADVERB | AUXILIARY | NEGATION):
        at += 1
    if at >= hi or not tags[at] & CUE or (tags[at - 1] & AUXILIARY and group.first == group.verb):
        return False
    forms = cue_forms()[words.low[at]]
    return any(form.name == group.form.name and not (form.verb.noun and form.name == "base") for form in forms)


def _parallel(words: Words, first: int, conjunction: int, hi: int, group: VerbGroup) -> bool:
    """Whether another speaker and a verb in the same form as the cue follow: "said it was ... and others called"."""
    if not says(words, first, conjunction):
        return False
    cue = _cue_behind_group(words, conjunction + 1, hi)
    return cue is not None and any(form.name == group.form.name for form in cue_forms()[words.low[cue]])


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
