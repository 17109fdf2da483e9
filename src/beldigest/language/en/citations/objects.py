"""What stands behind a verb: a clause, or an object that with something said of it is words: "called it late"."""

from __future__ import annotations

from functools import cache

from beldigest.language.en.citations.clauses import has_verb
from beldigest.language.en.citations.groups import group_end
from beldigest.language.en.citations.sentence import Range, Sentence
from beldigest.language.en.citations.verbgroups import VerbGroup
from beldigest.language.en.words.classes import (
    ADVERB,
    AUXILIARY,
    CAPITAL,
    CLOSED,
    COMMA,
    CONJUNCTION,
    DETERMINER,
    GERUND,
    NEGATION,
    NUMBER,
    OBJECT,
    PLURAL,
    POSSESSIVE,
    PREPOSITION,
    PRONOUN,
    PUNCTUATION,
    QUESTION,
    QUOTATION,
    RELATIVE,
    SUBORDINATOR,
    THAT,
    TIME,
    TO,
    VERB,
)
from beldigest.language.lexicon import keys

_INDEFINITE = ("a", "an", "another", "some", "any", "no")
_BOUNDING = ("more", "less", "least", "most", "than", "some")
_NAMED = ("cited", "identified", "named", "quoted")
_PLAIN = CLOSED | CAPITAL | DETERMINER | NUMBER | TIME | QUOTATION | POSSESSIVE


def characterised(sentence: Sentence, group: VerbGroup, first: int) -> bool:
    """Whether the verb says something of the object at ``first``: charges it, calls it something, gives its amount."""
    return any(said(sentence, group, first) for said in (_charged, predicated, _estimated))


def _charged(sentence: Sentence, group: VerbGroup, first: int) -> bool:
    """Whether what the object at ``first`` is charged with follows in its clause, or words within marks do.

    A number or a time behind the preposition only measures an act: "attacked nine towns over 40 days".
    """
    if "charge" not in group.frames:
        return False
    for at in range(first, sentence.hi):
        tag = sentence.tags[at]
        if tag & PUNCTUATION & ~COMMA or (tag & COMMA and sentence.tag(at + 1) & CONJUNCTION):
            return False
        if tag & QUOTATION or (tag & PREPOSITION and sentence.low[at] in group.form.verb.prepositions):
            return at > first and not sentence.tag(at + 1) & (NUMBER | TIME)
    return False


def predicated(sentence: Sentence, group: VerbGroup, first: int) -> bool:
    """Whether something is said of the object at ``first``: "called the plan a disgrace", "declared him guilty"."""
    if "predicate" not in group.frames or first >= sentence.hi:
        return False
    tags, low = sentence.tags, sentence.low
    last = next((at for at in range(first, sentence.hi) if tags[at] & (PUNCTUATION | QUOTATION)), sentence.hi)
    if sentence.tag(last) & QUOTATION:
        return True
    end = group_end(sentence.words, first, sentence.hi)
    while first < end < sentence.hi and tags[end] & PREPOSITION:
        further = group_end(sentence.words, end + 1, sentence.hi)
        if further == end + 1:
            break
        if sentence.tag(further) & DETERMINER:
            return True
        end = further
    if end == first or sentence.tag(end) & DETERMINER:
        return end > first
    if tags[first] & OBJECT and not tags[first] & DETERMINER:
        return not sentence.tag(end) & (CLOSED | TIME)
    if sentence.tag(end) & ADVERB and not sentence.tag(end + 1) & (CLOSED | VERB | TIME):
        return True
    if low[first] in _INDEFINITE or not tags[first] & (DETERMINER | CAPITAL):
        return False
    plain = 0
    while end - plain > first and not tags[end - plain - 1] & _PLAIN:
        plain += 1
    if tags[first] & DETERMINER:
        return plain > 1
    return plain == 1 and not tags[end - 1] & PLURAL and not low[end - 1].endswith("s")


def _estimated(sentence: Sentence, group: VerbGroup, first: int) -> bool:
    """Whether an amount is given of the object at ``first``: "put the toll at 14", "put growth at about 3%".

    What is put at a number of places is no one thing: "put bombs at 14 stations".
    """
    if "amount" not in group.frames:
        return False
    for at in range(first + 1, sentence.hi):
        if sentence.tags[at] & (PUNCTUATION | QUOTATION):
            return False
        if (amount := amount_behind(sentence, group, at)) is not None:
            definite = sentence.tags[first] & DETERMINER or sentence.low[amount].endswith("%")
            return bool(definite) and not has_verb(sentence.words, first, at)
    return False


def amount_behind(sentence: Sentence, group: VerbGroup, at: int) -> int | None:
    """The digits of the amount that the preposition at a word begins, with its bounds: "at more than 14"."""
    if "amount" not in group.frames or sentence.low[at] not in group.form.verb.prepositions:
        return None
    at += 1
    while sentence.tag(at) & (ADVERB | PREPOSITION) or (at < sentence.hi and sentence.low[at] in _BOUNDING):
        at += 1
    return at if sentence.tag(at) & NUMBER else None


def is_formula(sentence: Sentence, content: Range) -> bool:
    """Whether a content only tells of the interview: "asked for comment", "asked not to be named"."""
    low = [word for word in sentence.low[slice(*content)] if word != "not"]
    return low == ["comment"] or (low[:2] == ["to", "be"] and len(low) > 2 and low[2] in _NAMED)


@cache
def _petitions() -> frozenset[str]:
    return keys("en", "citations_petitions")


def decides_on(sentence: Sentence, first: int) -> bool:
    """Whether the object at ``first`` is what one puts before an authority: "rejected the appeal"."""
    end = group_end(sentence.words, first, sentence.hi)
    return end > first and sentence.low[end - 1] in _petitions()


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
        if tags[at] & (SUBORDINATOR | RELATIVE) or (tags[at] & GERUND and tags[at - 1] & COMMA):
            return has_verb(sentence.words, first, at)
    return has_verb(sentence.words, first, last)


def is_participle(sentence: Sentence, group: VerbGroup, before: int, first: int) -> bool:
    """Whether a past form only describes its subject, whose verb is at ``first``: "the cars recalled | were sold".

    Where the subject, at ``before``, follows a noun, it is that which is described: "a bill | critics said | was late".
    """
    tag = sentence.tags[first]
    finite = tag & AUXILIARY and not tag & (GERUND | CAPITAL | NEGATION)
    opens = before == sentence.lo or sentence.tags[before - 1] & CLOSED
    return bool(finite and opens) and group.form.name == "past" and "object" in group.frames


def tells(sentence: Sentence, content: Range) -> bool:
    """Whether a content is a clause or holds a quotation; what one is reported to have praised is not his words."""
    first, last = content
    if sentence.tags[first] & TO:
        return False
    if sentence.tags[first] & (THAT | QUESTION) or any(sentence.tags[at] & QUOTATION for at in range(first, last)):
        return True
    return has_verb(sentence.words, first, last)
