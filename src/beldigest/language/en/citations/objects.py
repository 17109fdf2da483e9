"""What stands behind a verb: a clause, or an object that with something said of it is words: "called it late"."""

from __future__ import annotations

from beldigest.language.en.citations.clauses import has_verb
from beldigest.language.en.citations.groups import group_end
from beldigest.language.en.citations.sentence import Sentence
from beldigest.language.en.citations.verbgroups import VerbGroup
from beldigest.language.en.words.classes import (
    ADVERB,
    CAPITAL,
    CLOSED,
    COMMA,
    DETERMINER,
    GERUND,
    NUMBER,
    OBJECT,
    POSSESSIVE,
    PREPOSITION,
    PRONOUN,
    PUNCTUATION,
    QUOTATION,
    SUBORDINATOR,
    TIME,
    TO,
)

_PLAIN = CLOSED | CAPITAL | DETERMINER | NUMBER | TIME | QUOTATION | POSSESSIVE


def charged(sentence: Sentence, group: VerbGroup, first: int) -> bool:
    """Whether what the object at ``first`` is charged with follows in its clause, or words within marks do.

    A number behind the preposition only measures an act: "attacked nine towns over 40 days".
    """
    if "charge" not in group.frames:
        return False
    for at in range(first, sentence.hi):
        tag = sentence.tags[at]
        if tag & PUNCTUATION & ~COMMA:
            return False
        if tag & QUOTATION or sentence.low[at] in group.form.verb.prepositions:
            return not sentence.tag(at + 1) & NUMBER
    return False


def predicated(sentence: Sentence, group: VerbGroup, first: int) -> bool:
    """Whether something is said of the object at ``first``: "called the plan a disgrace", "declared him guilty"."""
    if "predicate" not in group.frames or first >= sentence.hi:
        return False
    tags = sentence.tags
    last = next((at for at in range(first, sentence.hi) if tags[at] & (PUNCTUATION | QUOTATION)), sentence.hi)
    if sentence.tag(last) & QUOTATION:
        return True
    end = group_end(sentence.words, first, sentence.hi)
    while first < end < sentence.hi and tags[end] & PREPOSITION:
        further = group_end(sentence.words, end + 1, sentence.hi)
        if further == end + 1:
            break
        end = further
    if end == first or sentence.tag(end) & DETERMINER:
        return end > first
    if tags[first] & OBJECT:
        return not sentence.tag(end) & (CLOSED | TIME)
    if not tags[first] & (DETERMINER | CAPITAL):
        return False
    plain = 0
    while end - plain > first and not tags[end - plain - 1] & _PLAIN:
        plain += 1
    if tags[first] & DETERMINER:
        return plain > 1
    return plain == 1


def has_infinitive(sentence: Sentence, first: int) -> bool:
    """Whether the noun group at ``first`` is followed by an infinitive: "warned them to stay", "expects it to fail"."""
    end = group_end(sentence.words, first, sentence.hi)
    while sentence.tag(end) & ADVERB:
        end += 1
    verb = not sentence.tag(end + 1) & (DETERMINER | CAPITAL | NUMBER | PRONOUN | PUNCTUATION)
    return end > first and bool(sentence.tag(end) & TO) and verb


def is_clause(sentence: Sentence, group: VerbGroup, first: int, last: int) -> bool:
    """Whether a finite verb stands there before any clause that is subordinate to it, or what does for a clause."""
    tags = sentence.tags
    if tags[first] & GERUND and not group.form.verb.thought:
        return True  # "admitted using it"
    named = bool(tags[first] & (DETERMINER | CAPITAL | OBJECT))
    takes_infinitive = "request" in group.frames or (group.form.verb.thought and named)
    if takes_infinitive and has_infinitive(sentence, first):
        return True
    for at in range(first + 1, last):
        if tags[at] & SUBORDINATOR:
            return has_verb(sentence.words, first, at)
    return has_verb(sentence.words, first, last)
