"""Whether another attribution follows: behind a comma, behind a conjunction, or on what opens a sentence."""

from __future__ import annotations

from beldigest.language.en.citations.clauses import past_adverbials, says
from beldigest.language.en.citations.groups import group_end
from beldigest.language.en.citations.verbgroups import VerbGroup
from beldigest.language.en.words.classes import (
    ADVERB,
    AUXILIARY,
    CAPITAL,
    COLON,
    COMMA,
    CONJUNCTION,
    CUE,
    DETERMINER,
    GERUND,
    NEGATION,
    NUMBER,
    PREPOSITION,
    QUOTATION,
    STOP,
)
from beldigest.language.en.words.cues import cue_forms
from beldigest.language.en.words.tagging import Words


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


def described_end(words: Words, first: int, hi: int) -> int:
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
    end = described_end(words, first, hi)
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


def coordinate(words: Words, conjunction: int, hi: int, group: VerbGroup) -> bool:
    """Whether a verb in the same form as the cue follows: "said ... and called ...".

    Against what somebody did not say stands, in the past, what he did: "did not say ..., but noted ...".
    """
    tags = words.tags
    at = conjunction + 1
    while at < hi and tags[at] & (ADVERB | AUXILIARY | NEGATION):
        at += 1
    if at >= hi or not tags[at] & CUE or (tags[at - 1] & AUXILIARY and group.first == group.verb):
        return False
    names = [group.form.name]
    if words.low[conjunction] == "but" and any(tags[word] & NEGATION for word in range(group.first, group.verb)):
        names.append("past")
    forms = cue_forms()[words.low[at]]
    return any(form.name in names and not (form.verb.noun and form.name == "base") for form in forms)


def parallel(words: Words, first: int, conjunction: int, hi: int, group: VerbGroup) -> bool:
    """Whether another speaker and a verb in the same form as the cue follow: "said it was ... and others called"."""
    if not says(words, first, conjunction):
        return False
    cue = _cue_behind_group(words, conjunction + 1, hi)
    return cue is not None and any(form.name == group.form.name for form in cue_forms()[words.low[cue]])
