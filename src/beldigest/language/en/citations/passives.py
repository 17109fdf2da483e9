"""Attribution by a passive: "was rejected by the court as ...", "was quoted by the agency as saying that ..."."""

from __future__ import annotations

from attrs import evolve

from beldigest.language.attribution import Attribution
from beldigest.language.en.citations.clauses import past_adverbials
from beldigest.language.en.citations.contents import made, with_content
from beldigest.language.en.citations.groups import group_end
from beldigest.language.en.citations.objects import amount_behind
from beldigest.language.en.citations.sentence import Range, Sentence
from beldigest.language.en.citations.subjects import subject
from beldigest.language.en.citations.verbgroups import VerbGroup, verb_group
from beldigest.language.en.words.classes import CUE, GERUND, PUNCTUATION, QUOTATION, THAT, TO

_QUOTING = ("quote", "cite")  # verbs by which a medium gives the words of somebody else
_REACH = 12  # words between such a verb and "as saying", or between a complement and its agent


def by_agent(sentence: Sentence, group: VerbGroup) -> Attribution | None:
    """The attribution of a passive that names who speaks: "described by the unions as ...", "as ... by the unions"."""
    if group.end < sentence.hi and sentence.low[group.end] == "by":
        source = _agent(sentence, group.end)
        start = past_adverbials(sentence.words, source[1], sentence.hi)
        content = sentence.stretch(start, sentence.content_end(start, group, noun=True)) if start < sentence.hi else []
    else:
        start = group.end
        by = next((at for at in range(start, min(start + _REACH, sentence.hi)) if sentence.low[at] == "by"), None)
        if by is None or any(sentence.tags[at] & PUNCTUATION for at in range(start, by)):
            return None
        source = _agent(sentence, by)
        content = sentence.stretch(start, by)
    if source[0] == source[1] or not content or not _completes(sentence, group, content[0][0]):
        return None
    described = subject(sentence.words, sentence.lo, group.first)
    if described is not None and not sentence.tag(content[0][0]) & THAT:
        content = [described, *content]
    return made(sentence, group, source, content)


def _agent(sentence: Sentence, by: int) -> Range:
    end = group_end(sentence.words, by + 1, sentence.hi)
    while by + 1 < end < sentence.hi and sentence.low[end] == "of":
        end = group_end(sentence.words, end + 1, sentence.hi)
    return by + 1, end


def _completes(sentence: Sentence, group: VerbGroup, at: int) -> bool:
    """Whether a word begins what the agent says of the subject, or asks of it."""
    tag = sentence.tag(at)
    if tag & TO:
        return "request" in group.frames
    if tag & THAT:
        return bool(group.frames & {"clause", "addressee"})
    return bool(tag & QUOTATION) or sentence.low[at] == "as" or amount_behind(sentence, group, at) is not None


def is_quoting(sentence: Sentence, group: VerbGroup) -> bool:
    """Whether "as saying" follows on a verb, so that the words are those of whom it names: "quoted him as saying"."""
    if group.form.verb.lemma not in _QUOTING:
        return False
    for at in range(group.end, min(group.end + _REACH, sentence.hi - 1)):
        if sentence.tags[at] & (PUNCTUATION | QUOTATION):
            return False
        if sentence.low[at] == "as" and sentence.tags[at + 1] & CUE and sentence.tags[at + 1] & GERUND:
            return True
    return False


def as_saying(sentence: Sentence, group: VerbGroup) -> Attribution | None:
    """What a medium quotes: "the agency quoted him as saying that ...", "he was quoted by it as saying that ..."."""
    by = group.first - 1
    for at in range(by - 1, max(by - _REACH, sentence.lo) - 1, -1):
        quoting = verb_group(sentence.words, sentence.lo, sentence.hi, at) if sentence.tags[at] & CUE else None
        if quoting is None or not is_quoting(sentence, quoting):
            continue
        quoted = subject(sentence.words, sentence.lo, quoting.first)
        medium: Range | None
        if quoting.kind == "passive":
            source, medium = quoted, _agent(sentence, quoting.end)
        else:
            source, medium = (quoting.end, group_end(sentence.words, quoting.end, by)), quoted
        if source is None or source[0] == source[1]:
            return None
        whole = quoting.first if quoting.end == by else by
        verb = VerbGroup(whole, group.verb, group.end, group.form, "finite")
        own = quoting.kind == "passive"
        found = with_content(sentence, verb, source, source[0] if own else whole, own=own)
        if found is not None and medium is not None and medium[0] < medium[1] and sentence.names_outlet(*medium):
            found = evolve(found, outlet=sentence.words.span(*medium))
        return found
    return None
