"""Attribution by a participle: ", saying that ...", "asked whether ..."."""

from __future__ import annotations

from beldigest.language.attribution import Attribution
from beldigest.language.en.citations.contents import with_content
from beldigest.language.en.citations.groups import is_nominal
from beldigest.language.en.citations.passives import as_saying, by_agent
from beldigest.language.en.citations.sentence import Range, Sentence
from beldigest.language.en.citations.subjects import main_subject, subject
from beldigest.language.en.citations.verbgroups import CLAUSE, VerbGroup
from beldigest.language.en.words.classes import (
    ADVERB,
    AUXILIARY,
    CAPITAL,
    COMMA,
    CONJUNCTION,
    DETERMINER,
    GERUND,
    OUTLET,
    PREPOSITION,
    QUOTATION,
    SUBORDINATOR,
    TO,
    VERB,
)

_FRONTED = CONJUNCTION | ADVERB | PREPOSITION | SUBORDINATOR
_GENITIVE = ("'s", "’s", "s'", "s’")
_BEFORE_GERUND = ("by", "in", "after", "before", "upon", "while", "when")


def participle(sentence: Sentence, group: VerbGroup, left: int) -> Attribution | None:
    """What a gerund or a passive attributes: ", saying that ...", "was asked whether ..."."""
    if group.kind == "passive":
        if (found := by_agent(sentence, group)) is not None or not group.frames & {"addressee", "question"}:
            return found
        if group.form.verb.thought:
            return None  # "it was not known who": this is nobody's thought
    elif sentence.tag(group.first - 1) & PREPOSITION and sentence.low[group.first - 1] == "as":
        return as_saying(sentence, group)
    if group.kind == "gerund" and group.form.verb.thought and is_nominal(left):
        return None  # "the truce understanding that ended the war"
    if sentence.low[group.first - 1].endswith(_GENITIVE) and group.first > sentence.lo:
        return None  # "the country's ruling party"
    if left & (PREPOSITION | DETERMINER) and sentence.low[group.first - 1] not in _BEFORE_GERUND:
        return None
    if left & COMMA and not group.frames & CLAUSE and _is_listed(sentence, group.first):
        return None
    fronted = group.kind == "gerund" or group.first == group.verb
    if fronted and all(sentence.tags[at] & _FRONTED for at in range(sentence.lo, group.first)):
        return _fronted(sentence, group)
    source = None if group.kind == "passive" else _participle_source(sentence, group, left)
    return with_content(sentence, group, source, group.first, own=False)


def _is_listed(sentence: Sentence, first: int) -> bool:
    """Whether a gerund is one of several behind a preposition: "charged with lying, calling for strikes and ..."."""
    for at in range(first - 1, sentence.lo, -1):
        tag = sentence.tags[at]
        if tag & GERUND and sentence.tags[at - 1] & PREPOSITION and sentence.low[at - 1] not in _BEFORE_GERUND:
            return True
        if tag & (AUXILIARY | VERB | QUOTATION):
            return False
    return False


def _fronted(sentence: Sentence, group: VerbGroup) -> Attribution | None:
    """A participle before its clause, to whose subject it belongs: "Citing the law, the court ..."."""
    comma = next((at for at in range(group.end, sentence.hi) if sentence.tags[at] & COMMA), None)
    if comma is None:
        return None
    source = None if group.kind == "passive" else main_subject(sentence.words, comma + 1, sentence.hi)
    found = with_content(Sentence(sentence.words, sentence.lo, comma), group, source, group.first, own=False)
    if found is not None:
        sentence.lo = sentence.done = comma + 1  # its content is no content of what follows
    return found


def _participle_source(sentence: Sentence, group: VerbGroup, left: int) -> Range | None:
    """Whose words a participle gives: of the noun that it describes, or of the clause that it hangs on."""
    if is_nominal(left) and (described := subject(sentence.words, sentence.lo, group.first)) is not None:
        first, last = described
        verb = next((at for at in range(last - 1, first, -1) if sentence.tags[at] & VERB), None)
        if group.form.verb.lemma == "read":  # of things: "carried banners reading ..."
            return (first if verb is None else verb + 1, last)
        name = sentence.tags[last - 1]
        if verb is not None and name & CAPITAL and not name & (OUTLET | VERB):
            names = (at + 1 for at in range(last - 1, verb, -1) if not sentence.tags[at] & CAPITAL)
            return (next(names, verb + 1), last)  # "the film shows Ilka Branko saying ..."
        if verb is not None:
            return (first, verb)  # "the clerk filed a motion asking for ..."
        if not sentence.tag(first - 1) & VERB and not sentence.tags[first] & TO:
            return described
    source = sentence.source or main_subject(sentence.words, sentence.lo, group.first)
    if source is None and left & COMMA:
        source = subject(sentence.words, sentence.lo, group.first - 1)  # ``Horak, citing "habit," said``
    return source
