"""Attribution with its subject behind the verb: ``"...," said Horak``."""

from __future__ import annotations

from beldigest.language.attribution import Attribution
from beldigest.language.en.citations.clauses import has_verb, past_adverbials
from beldigest.language.en.citations.contents import limit, made, resumed
from beldigest.language.en.citations.extents import clause_end, preceding_start
from beldigest.language.en.citations.groups import group_end, is_nominal, long_group_end
from beldigest.language.en.citations.sentence import Sentence
from beldigest.language.en.citations.verbgroups import ADDRESSED, REPORTING, VerbGroup
from beldigest.language.en.words.classes import (
    AUXILIARY,
    CAPITAL,
    COLON,
    COMMA,
    DASH,
    DETERMINER,
    ENDED,
    GERUND,
    NUMBER,
    PARTICIPLE,
    PENDING,
    PREPOSITION,
    PRONOUN,
    PUNCTUATION,
    QUOTATION,
    RELATIVE,
    STOP,
    THAT,
    TIME,
    TO,
    VERB,
)


def is_inverted(sentence: Sentence, group: VerbGroup, left: int) -> bool:
    """Whether the subject follows: ``"...," said Horak``."""
    if group.first != group.verb or not group.frames & REPORTING:
        return False
    opens = group.first == sentence.lo and "addressee" not in group.frames
    if group.form.name not in ("past", "present") and not (opens and group.form.name == "participle"):
        return False
    right = sentence.tag(group.end)
    quoted = left & QUOTATION or (left & COMMA and sentence.tag(group.first - 2) & QUOTATION)
    adjective = quoted and right & GERUND and is_nominal(sentence.tag(group.end + 1))  # "said acting President Tamm"
    group_opens = right & (CAPITAL | DETERMINER | PRONOUN | NUMBER | PARTICIPLE) or is_nominal(right) or adjective
    if right & PUNCTUATION or not group_opens:
        return False
    addressed = group_end(sentence.words, group.end, sentence.hi)
    if group.frames & ADDRESSED and sentence.tag(addressed) & THAT:
        return False  # ", who would not be named, told Radio One that"
    end = long_group_end(sentence.words, group.end, sentence.hi)
    if end == group.end:
        return False
    after = sentence.tag(end)
    if opens:
        return bool(after & (COMMA | COLON) and sentence.tag(end + 1) & QUOTATION)  # ``Said Horak: "..."``
    if quoted:
        pronoun = PUNCTUATION | PREPOSITION | TIME  # what a pronoun there is followed by: ``"...," said he.``
        return not after & (AUXILIARY | VERB) and (not right & PRONOUN or bool(after & pronoun))
    plural = sentence.low[end - 1].endswith("s")
    if right & PRONOUN or not (right & (CAPITAL | DETERMINER | NUMBER) or plural):
        return False  # ", claimed it had": a pronoun stands behind the verb only of what is quoted
    if not left & COMMA or not after & (STOP | COMMA | TIME | PREPOSITION | DASH):
        return False
    if group.frames & ADDRESSED and not (after & (STOP | COMMA) and sentence.tag(group.end) & CAPITAL):
        return False  # whom the verb is followed by may be addressed
    start = sentence.since(group.first - 1)
    if any(sentence.tags[at] & (ENDED | PENDING) for at in range(start, group.first)):
        return False
    resumes = after & COMMA and sentence.tag(end + 1) & QUOTATION
    group_before = not any(sentence.tags[at] & COMMA for at in range(start, group.first - 1))
    return bool(resumes) or (group_before and _goes_on(sentence, end)) or _is_clause(sentence, start, group.first - 1)


def _is_clause(sentence: Sentence, start: int, comma: int) -> bool:
    """Whether a clause stands before a comma, and no noun group with a relative clause: "Tamm, who left in May, |
    claimed a pension" has its subject there."""
    for at in range(start, comma):
        if sentence.tags[at] & COMMA and sentence.tags[at + 1] & RELATIVE and not has_verb(sentence.words, start, at):
            return clause_end(sentence.words, at + 1, comma) < comma
    return has_verb(sentence.words, start, comma)


def _goes_on(sentence: Sentence, comma: int) -> bool:
    """Whether the predicate of the clause before an attribution follows on it: "The crop, said Horak, would fail"."""
    following = sentence.tag(comma + 1) if sentence.tag(comma) & COMMA else 0
    return bool(following & AUXILIARY or (following & VERB and not following & (PARTICIPLE | GERUND | CAPITAL)))


def inverted(sentence: Sentence, group: VerbGroup) -> Attribution | None:
    """The attribution whose subject follows on its verb."""
    words = sentence.words
    end = long_group_end(words, group.end, sentence.hi)
    to = next((at for at in range(group.end + 1, end) if sentence.tags[at] & (TO | COMMA | RELATIVE)), end)
    if sentence.tag(to) & TO and sentence.tag(to - 1) & CAPITAL:
        end = to  # ``"...," said Horak to the crowd``
    sentence.source = (group.end, end)
    before = group.first - bool(sentence.tag(group.first - 1) & COMMA)
    content = sentence.stretch(preceding_start(words, sentence.since(before), before), before)
    after = past_adverbials(words, end, sentence.hi)
    content += resumed(sentence, group, after)
    if content and not sentence.tag(before - 1) & QUOTATION and _goes_on(sentence, after):
        content += sentence.stretch(after + 1, sentence.content_end(after + 1))
    sentence.resumable = sentence.breaks_off(before)
    beside = [(end, limit(sentence, group, end, content))]
    return made(sentence, group, sentence.source, content, beside=beside)
