"""Attribution by a phrase: "according to ...", "the claim that ..."."""

from __future__ import annotations

from functools import cache

from beldigest.language.attribution import Attribution
from beldigest.language.en.citations.clauses import has_verb, past_adverbials, verb_after
from beldigest.language.en.citations.extents import preceding_start
from beldigest.language.en.citations.following import attribution_follows
from beldigest.language.en.citations.groups import long_group_end
from beldigest.language.en.citations.sentence import Range, Sentence
from beldigest.language.en.citations.subjects import main_subject, subject
from beldigest.language.en.words.classes import (
    ADVERB,
    AUXILIARY,
    BEARING,
    COMMA,
    CONJUNCTION,
    CONTRAST,
    DASH,
    DETERMINER,
    NUMBER,
    POSSESSIVE,
    PREPOSITION,
    QUOTATION,
    RELATIVE,
    THAT,
    TO,
    VERB,
)
from beldigest.language.en.words.cues import base_forms, cue_nouns, source_phrases

_OWNERS = ("his", "her", "their", "its", "my", "our")


def by_phrase(sentence: Sentence, last: int) -> Attribution | None:
    """The attribution of a phrase like "according to" whose last word is given."""
    for phrase, data in source_phrases()[sentence.low[last]]:
        first = last + 1 - len(phrase)
        if first >= sentence.lo and tuple(sentence.low[first : last + 1]) == phrase:
            return _by_source(sentence, first, last + 1, data=data)
    return None


def _by_source(sentence: Sentence, first: int, start: int, *, data: bool) -> Attribution | None:
    """What stands around a phrase that begins at ``first`` and the source that begins at ``start``."""
    leading = _leads(sentence, first)
    inserted = sentence.tag(first - 1) & COMMA and not has_verb(sentence.words, sentence.since(first), first)
    whole = not leading and not inserted
    end = long_group_end(sentence.words, start, sentence.hi) if whole else _before_clause(sentence, start)
    if end == start:
        return None
    content = _clauses(sentence, first, end, leading=leading)
    after = (end, past_adverbials(sentence.words, end, sentence.hi))
    return sentence.attribution((first, start), content, (start, end), beside=[after], data=data) if content else None


def _leads(sentence: Sentence, first: int) -> bool:
    """Whether a phrase that begins at ``first`` opens its sentence."""
    lo = sentence.lo
    return first == lo or (first == lo + 1 and bool(sentence.tag(lo) & (CONJUNCTION | ADVERB)))


def _clauses(sentence: Sentence, first: int, end: int, *, leading: bool) -> list[Range]:
    """The content around a phrase: behind it where it leads, or before it, and then it may go on behind a comma."""
    words, hi = sentence.words, sentence.hi
    content: list[Range] = []
    if not leading:
        before = first - bool(sentence.tag(first - 1) & (COMMA | DASH))
        start = preceding_start(words, sentence.since(before), before)
        if sentence.tag(before - 1) & RELATIVE:
            start = before - 1  # "the pumps which, according to the union, leak"
        content += sentence.stretch(start, before)
    goes_on = sentence.tag(end) & COMMA and not attribution_follows(words, end, hi)
    if sentence.tag(end + 1) & CONTRAST and any(sentence.tag(at) & RELATIVE for at in range(first, end)):
        goes_on = False  # "according to the union, which counts nine, compared with two"
    if leading or goes_on:
        after = end + bool(sentence.tag(end) & COMMA)
        content += sentence.stretch(after, sentence.content_end(after))
    return content


def _owner(sentence: Sentence, possessive: int) -> Range | None:
    """The noun group before a possessive ending; of phrases within it only those with "of" belong to the owner."""
    source = subject(sentence.words, sentence.lo, possessive)
    if source is None:
        return None
    first, last = source
    inside = (at for at in range(last - 2, first, -1) if sentence.tags[at] & PREPOSITION and sentence.low[at] != "of")
    return (next(inside, first - 1) + 1, last)


def _in_view(sentence: Sentence, at: int) -> Attribution | None:
    """A clause in somebody's view: "In his view the pumps are old", "The pumps, in Horak's opinion, are old"."""
    owner = at - 1
    if sentence.tag(owner) & POSSESSIVE:
        source = _owner(sentence, owner)
    else:
        source = (owner, at) if sentence.tag(owner) & DETERMINER and sentence.low[owner] in _OWNERS else None
    first = source[0] - 1 if source is not None else -1
    if first < sentence.lo or sentence.is_reported(first):
        return None
    if (sentence.low[first], "the", sentence.low[at], "of") not in _views():
        return None
    content = _clauses(sentence, first, at + 1, leading=_leads(sentence, first))
    return sentence.attribution((at, at + 1), content, source) if content else None


@cache
def _views() -> frozenset[tuple[str, ...]]:
    """The phrases of the kind "in the view of"."""
    return frozenset(phrase for phrases in source_phrases().values() for phrase, _ in phrases)


def _before_clause(sentence: Sentence, start: int) -> int:
    """The end of a source that opens its sentence: its first comma, or the second where an apposition is between."""
    commas = [at for at in range(start, sentence.hi) if sentence.tags[at] & COMMA][:2]
    if not commas:
        return long_group_end(sentence.words, start, sentence.hi)
    opener = sentence.tag(commas[0] + 1)
    if len(commas) == 2 and (
        opener & RELATIVE or (opener & (DETERMINER | NUMBER) and not has_verb(sentence.words, commas[0] + 1, commas[1]))
    ):
        return commas[1]
    return commas[0]


def by_noun(sentence: Sentence, at: int) -> Attribution | None:
    """A noun of speech with its content: "Minsk's claim that ...", "the plan holds a promise to ..."."""
    frames = cue_nouns()[sentence.low[at]]
    if at - 2 >= sentence.lo and (found := _in_view(sentence, at)) is not None:
        return found
    following = sentence.tag(at + 1)
    if following & PREPOSITION and sentence.low[at + 1] == "by":
        return _by_maker(sentence, at)
    if following & TO and sentence.is_reported(at):
        return None
    if not (
        (following & THAT and "that" in frames)
        or (following & QUOTATION and "quote" in frames)
        or (following & TO and "infinitive" in frames and _is_infinitive(sentence, at + 2))
        or ("of" in frames and at + 1 < sentence.hi and sentence.low[at + 1] == "of")
    ):
        return None
    first = at
    while first > sentence.lo and not sentence.tag(first - 1) & (DETERMINER | POSSESSIVE | VERB) and at - first < 3:
        first -= 1
    before = sentence.tag(first - 1)
    source: Range | None
    if before & POSSESSIVE:
        source = _owner(sentence, first - 1)
    elif before & DETERMINER and sentence.low[first - 1] in _OWNERS:
        source = (first - 1, first)
    elif before & DETERMINER and sentence.tag(first - 2) & BEARING:
        source = main_subject(sentence.words, sentence.lo, first - 1)
    else:
        return None
    if source is None:
        return None
    start = at + 2 if following & PREPOSITION and not following & TO else at + 1
    end = _noun_content_end(sentence, at, start)
    content = sentence.stretch(start, end)
    return sentence.attribution((at, start), content, source) if content else None


def _by_maker(sentence: Sentence, at: int) -> Attribution | None:
    """A noun of speech with who speaks before its content: "the claim by the union that ..."."""
    end = long_group_end(sentence.words, at + 2, sentence.hi)
    last = next((word for word in range(at + 2, end) if sentence.tag(word) & (THAT | TO)), end)
    following = sentence.tag(last)
    frames = cue_nouns()[sentence.low[at]]
    infinitive = following & TO and "infinitive" in frames and _is_infinitive(sentence, last + 1)
    if last == at + 2 or not (infinitive or (following & THAT and "that" in frames)):
        return None
    content = sentence.stretch(last, _noun_content_end(sentence, at, last))
    return sentence.attribution((at, at + 1), content, (at + 2, last)) if content else None


def _noun_content_end(sentence: Sentence, at: int, start: int) -> int:
    """Where the content of a noun ends; if the noun is the subject of its sentence, before the verb of that."""
    end = sentence.content_end(start, noun=True)
    if any(sentence.tag(earlier) & (VERB | AUXILIARY) for earlier in range(sentence.lo, at)):
        return end
    return verb_after(sentence.words, start, end, 2 if sentence.tag(start) & THAT else 1)


def _is_infinitive(sentence: Sentence, at: int) -> bool:
    """Whether a word behind "to" is a verb, as far as the lexicons know, or begins a quotation."""
    return bool(sentence.tag(at) & QUOTATION) or (at < sentence.hi and sentence.low[at] in base_forms())
