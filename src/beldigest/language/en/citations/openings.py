"""Where the content behind a verb of attribution begins."""

from __future__ import annotations

from beldigest.language.en.citations.clauses import (
    past_adverbials,
)
from beldigest.language.en.citations.following import attribution_follows
from beldigest.language.en.citations.objects import (
    characterised,
    decides_on,
    has_infinitive,
    is_clause,
    predicated,
)
from beldigest.language.en.citations.sentence import Range, Sentence
from beldigest.language.en.citations.verbgroups import CLAUSE, REPORTING, VerbGroup
from beldigest.language.en.words.classes import (
    ADVERB,
    AUXILIARY,
    CAPITAL,
    COLON,
    COMMA,
    CONJUNCTION,
    CUE,
    NOUN,
    PARTICIPLE,
    PREPOSITION,
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
from beldigest.language.en.words.cues import cue_nouns

_TOPICAL = ("on", "about", "to", "of", "against", "over")  # the prepositions of what is spoken of
_REMARK = 14  # words


def content_start(sentence: Sentence, group: VerbGroup, right: int, *, quoted: bool) -> tuple[int | None, bool]:
    """Where the content behind a cue begins, and whether that is beyond doubt."""
    frames, hi = group.frames, sentence.hi
    at = past_adverbials(sentence.words, right, hi)
    if sentence.tag(at) & AUXILIARY and "clause" in frames:
        at = _behind_name(sentence, right, at)
    tag = sentence.tag(at)
    following = sentence.tag(at + 1)
    if tag & QUOTATION and frames:
        return at, True
    if tag & (COMMA | COLON) and following & QUOTATION and frames & REPORTING:
        return at + 1, True
    if tag & COLON:
        return (at + 1, True) if at + 1 < hi else (None, False)
    if tag & THAT and frames & CLAUSE:
        if (following & AUXILIARY and "clause" not in frames) or describes_noun(sentence, right, at):
            return None, False  # "the letters it held that were lost"
        return (None, False) if _is_of_noun(sentence, right, at) else (at, True)
    if tag & QUESTION and "question" in frames:
        # "said when asked": of verbs that take a clause as well, only a denial leaves the time open.
        adverbial = sentence.low[at] == "when" and frames >= REPORTING and group.first == group.verb
        return (None, False) if adverbial else (at, True)
    if tag & TO and ("infinitive" in frames or ("request" in frames and group.kind == "passive")):
        return at, True  # with nobody who is asked, "asked to leave" tells an act
    if tag & PUNCTUATION:
        begins = (THAT if frames & CLAUSE else 0) | (QUOTATION if "quote" in frames and not quoted else 0)
        return (_behind_remark(sentence, at, begins), True) if tag & COMMA else (None, False)
    first = sentence.tag(right)
    if first & PREPOSITION and sentence.low[right] == "as" and frames & {"object", "charge"}:
        moved = sentence.tag(right + 1) & QUOTATION  # ``rejected as "invention" a report that ...``
        return (right, True) if moved or relative_before(sentence, sentence.source) is not None else (None, False)
    if "object" in frames and group.form.verb.stance == "denied" and decides_on(sentence, right):
        return None, False
    if "clause" in frames:
        if tag & CONJUNCTION or (group.kind == "passive" and tag & PARTICIPLE) or _gives_reason(sentence, at):
            return None, False
        topical = group.form.verb.thought or sentence.low[at] == "to" or following & QUOTATION
        if tag & (PREPOSITION | TO) and at == right and topical:
            return None, False  # "responded to the claim by saying", ``wrote about "Blue Moon"``
        bare = group.kind == "passive" or "object" not in frames  # "were told stories"
        if bare and not is_clause(sentence, group, at, sentence.content_end(at, group)):
            return (right, False) if predicated(sentence, group, right) else (None, False)  # "found a new home"
        if first & SUBORDINATOR and not first & (RELATIVE | QUESTION | THAT) and sentence.low[right] == "as":
            return None, False
        return (at, False) if at < hi - 1 or "object" in frames else (None, False)
    if first & (PREPOSITION | ADVERB | CONJUNCTION | SUBORDINATOR | TO):
        return None, False
    if "request" in frames and has_infinitive(sentence, right):
        return right, False
    if "object" in frames or characterised(sentence, group, right):
        return right, False
    return None, False


def relative_before(sentence: Sentence, source: Range | None) -> int | None:
    """The relative pronoun before a source: "which critics say is ..."."""
    at = source[0] - 1 if source is not None else -1
    while at > sentence.lo and sentence.tags[at] & ADVERB and not sentence.tags[at] & RELATIVE:
        at -= 1
    if at < sentence.lo:
        return None
    return at if sentence.tags[at] & RELATIVE or sentence.low[at] == "what" else None


def describes_noun(sentence: Sentence, right: int, that: int) -> bool:
    """Whether a clause describes the last noun of an adverbial: "wrote in a report that was leaked"."""
    described = that > right and not sentence.tag(that - 1) & TIME
    following = sentence.tag(that + 1)
    finite = following & AUXILIARY or (following & VERB and not following & (CUE | PARTICIPLE | CAPITAL))
    return bool(described and sentence.tag(that) & THAT and finite)


def _gives_reason(sentence: Sentence, at: int) -> bool:
    """Whether an adverbial clause about the saying begins, with no main clause behind it: "told them because ..."."""
    tag = sentence.tag(at)
    if not tag & SUBORDINATOR or tag & (PREPOSITION | RELATIVE | QUESTION | THAT) or sentence.low[at] == "if":
        return False
    return not any(sentence.tags[later] & COMMA for later in range(at, sentence.hi))


def _behind_name(sentence: Sentence, first: int, last: int) -> int:
    """Where the subject of the verb at ``last`` begins, behind the last name: "told them in Pretoria reform would"."""
    for at in range(last - 1, first, -1):
        if sentence.tags[at - 1] & (CAPITAL | TIME) and not sentence.tags[at] & CAPITAL:
            return at
    return last


def _is_of_noun(sentence: Sentence, right: int, that: int) -> bool:
    """Whether a clause belongs to the noun before it, which is the topic: "did not comment on reports that ..."."""
    if not sentence.tag(that - 1) & NOUN or "that" not in cue_nouns()[sentence.low[that - 1]]:
        return False
    return any(sentence.tags[at] & PREPOSITION and sentence.low[at] in _TOPICAL for at in range(right, that))


def _behind_remark(sentence: Sentence, comma: int, begins: int) -> int | None:
    """The content behind a remark: "said, in a letter to the editor, that ...", ``said, with a smile, "..."``."""
    if attribution_follows(sentence.words, comma, sentence.hi):
        begins &= ~QUOTATION  # what the remark attributes: ", adding, "..."
    for at in range(comma + 1, min(comma + _REMARK, sentence.hi - 1)):
        if sentence.tags[at] & COMMA and sentence.tags[at + 1] & begins:
            return at + 1
    return None
