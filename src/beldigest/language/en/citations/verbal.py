"""Attribution by a verb: "said", "denied that", "was asked whether"."""

from __future__ import annotations

from beldigest.language.attribution import Attribution
from beldigest.language.en.citations.clauses import past_adverbials
from beldigest.language.en.citations.contents import made, with_content
from beldigest.language.en.citations.extents import clause_end, fronted_end
from beldigest.language.en.citations.groups import is_nominal
from beldigest.language.en.citations.inversion import inverted, is_inverted
from beldigest.language.en.citations.participles import participle
from beldigest.language.en.citations.passives import is_quoting
from beldigest.language.en.citations.sentence import Range, Sentence
from beldigest.language.en.citations.subjects import main_subject, subject
from beldigest.language.en.citations.verbgroups import VerbGroup, verb_group
from beldigest.language.en.words.classes import (
    AUXILIARY,
    CAPITAL,
    CLOSING,
    COMMA,
    CONJUNCTION,
    DASH,
    DETERMINER,
    FIRST_PERSON,
    IMPERSONAL,
    NEGATION,
    NUMBER,
    PLURAL,
    PREPOSITION,
    PUNCTUATION,
    QUOTATION,
    RELATIVE,
    SUBORDINATOR,
    THAT,
    TIME,
    VERB,
)

_MODALS = ("can", "could", "may", "might", "must", "should")
_FUTURE = ("will", "would", "'ll", "'d")
_NOBODY = ("no", "nobody", "none", "neither")
_CONDITIONAL = ("if", "unless")


def by_verb(sentence: Sentence, at: int) -> Attribution | None:
    """The attribution that the verb at a word makes."""
    group = verb_group(sentence.words, sentence.lo, sentence.hi, at)
    if group is None or _is_supposed(sentence, group) or is_quoting(sentence, group):
        return None
    left = sentence.tag(group.first - 1)
    if is_inverted(sentence, group, left):
        return inverted(sentence, group)
    if group.kind != "finite":
        return participle(sentence, group, left)
    if left & CONJUNCTION:
        source = sentence.source or main_subject(sentence.words, sentence.lo, group.first - 1)
        if source is None or source[1] > group.first:
            return None
        hi = sentence.hi
        if sentence.low[group.first - 1] == "nor":
            sentence.source = source
            return None  # "neither confirmed nor denied it": nothing is said
        if sentence.tag(source[0]) & RELATIVE:
            sentence.hi = clause_end(sentence.words, group.end, hi)
        found = with_content(sentence, group, source, group.first, own=False)
        sentence.hi = hi
        return found
    source = _subject(sentence, group)
    if source is None or not _speaks(sentence, source, group):
        return None
    if source[0] > sentence.lo and sentence.low[source[0] - 1] in _CONDITIONAL:
        return None  # "if she promises a rise": nobody has
    if sentence.tag(group.end) & AUXILIARY:
        source = _contact(sentence, source)
    sentence.source = source
    before = sentence.tag(source[0] - 1)
    hi = sentence.hi
    relative = before & RELATIVE and sentence.tag(source[0] - 2) & COMMA
    if relative or (sentence.tags[source[0]] & RELATIVE and before & COMMA):
        first, last = sentence.described  # "according to the bank, which cites a study, prices rose"
        sentence.hi = last if first < group.first < last else clause_end(sentence.words, group.end, hi)
    elif source[0] == sentence.lo + 1 and before & SUBORDINATOR and not before & (RELATIVE | THAT):
        if (comment := _comment(sentence, group, source)) is not None:
            return comment
        sentence.hi = fronted_end(sentence.words, group.end, hi)
    found = with_content(sentence, group, source, source[0], own=True)
    sentence.hi = hi
    return found


def _subject(sentence: Sentence, group: VerbGroup) -> Range | None:
    """The subject of a finite verb; what would begin with that of the verb before is in another clause of its own."""
    found = subject(sentence.words, sentence.lo, group.first)
    last = sentence.source
    if found is None or last is None or not found[0] == last[0] < sentence.cued < found[1]:
        return found
    return subject(sentence.words, sentence.cued, group.first)  # "Horak said after Tamm announced"


def _is_supposed(sentence: Sentence, group: VerbGroup) -> bool:
    """Whether the words are not said but could be, or are only what somebody else reports of plans and thoughts."""
    reported = sentence.is_reported(group.first)
    if reported and group.form.verb.thought:
        return True
    if any(sentence.tags[at] & NEGATION for at in range(group.first, group.verb)):
        return False  # "could not confirm": this is an answer
    words = (*_MODALS, *_FUTURE) if reported else _MODALS
    return any(word in words for word in sentence.low[group.first : group.verb])


def _comment(sentence: Sentence, group: VerbGroup, source: Range) -> Attribution | None:
    """A comment clause before what it comments on: "As the agency reports, the bridge was destroyed"."""
    comma = past_adverbials(sentence.words, group.end, sentence.hi)
    if sentence.low[sentence.lo] != "as" or "clause" not in group.frames or not sentence.tag(comma) & COMMA:
        return None
    if sentence.tag(comma + 1) & QUOTATION:
        return None
    content = sentence.stretch(comma + 1, sentence.content_end(comma + 1))
    return made(sentence, group, source, content, beside=[(group.end, comma)]) if content else None


def _contact(sentence: Sentence, source: Range) -> Range:
    """The subject of a relative clause without a pronoun, behind the noun described: "a bill critics say is"."""
    first, end = source
    for at in range(end - 1, first, -1):
        tag = sentence.tags[at]
        if sentence.tags[at - 1] & (PREPOSITION | CONJUNCTION | PUNCTUATION | RELATIVE | AUXILIARY | VERB):
            break
        if tag & DETERMINER:
            return (at, end)
    plural = sentence.tags[end - 1] & PLURAL or sentence.low[end - 1].endswith("s")
    described = any(sentence.tags[at] & DETERMINER for at in range(first, end - 1))
    if plural and described and sentence.low[first] in ("a", "an"):
        return (end - 1, end)
    return source


def _is_document(sentence: Sentence, pronoun: int, end: int) -> bool:
    """Whether "that" or "which" stands for what the noun before it names: "a sign that read ...".

    Behind a comma "which" may stand for a clause ("it is late, which suggests ..."), but not behind a name, nor where
    words within marks follow.
    """
    before = sentence.tag(pronoun - 1)
    if not before & (COMMA | DASH):
        return is_nominal(before) and not before & TIME
    quoted = (sentence.tag(end) | sentence.tag(end + 1)) & QUOTATION
    return bool(quoted or sentence.tag(pronoun - 2) & (CAPITAL | CLOSING))


def _speaks(sentence: Sentence, source: Range, group: VerbGroup) -> bool:
    """Whether a subject can be somebody's: not a number or a mere "which", nor the writer's own thought."""
    if sentence.low[source[0]] in _NOBODY or sentence.low[source[0] - 1 : source[0]] == ["no"]:
        return False
    tags = [sentence.tags[at] for at in range(*source)]
    if all(tag & (NUMBER | TIME) for tag in tags):
        return False
    if len(tags) == 1 and tags[0] & IMPERSONAL:
        return bool(tags[0] & RELATIVE) and not group.form.verb.thought and _is_document(sentence, source[0], group.end)
    return not (len(tags) == 1 and tags[0] & FIRST_PERSON and group.form.verb.thought)
