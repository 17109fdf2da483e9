"""Attribution by a mark alone: a dash before a signature, a colon behind an introduction."""

from __future__ import annotations

from beldigest.language.attribution import Attribution
from beldigest.language.en.citations.groups import group_end, long_group_end
from beldigest.language.en.citations.sentence import Range, Sentence
from beldigest.language.en.citations.subjects import main_subject
from beldigest.language.en.words.classes import (
    AUXILIARY,
    CAPITAL,
    CLOSING,
    COMMA,
    DASH,
    ENDED,
    OPENING,
    PARTICIPLE,
    PENDING,
    PREPOSITION,
    QUOTATION,
    STOP,
    VERB,
)

_LONGEST_LABEL = 8  # words


def by_dash(sentence: Sentence, dash: int) -> Attribution | None:
    """A name with a dash behind a quotation: ``"..." - Ada Horak, teacher``."""
    words = sentence.words
    end = group_end(words, dash + 1, sentence.hi)
    if end == dash + 1 or not sentence.tag(dash + 1) & CAPITAL or not sentence.tag(end) & (STOP | COMMA | QUOTATION):
        return None
    source = (dash + 1, _signature_end(sentence, dash + 1))
    return sentence.attribution((dash, dash + 1), (), source, closes=True)


def _signature_end(sentence: Sentence, first: int) -> int:
    """The end of a signature: of its line, where all that follows on the name describes it, or of the noun group."""
    last = first
    while not sentence.tag(last) & (QUOTATION | STOP | DASH):
        if sentence.tags[last] & AUXILIARY or (sentence.tags[last] & VERB and not sentence.tags[last] & PARTICIPLE):
            return long_group_end(sentence.words, first, sentence.hi)
        last += 1
    return last


def _is_label(sentence: Sentence, first: int, colon: int) -> bool:
    """Whether a mere noun group stands before a colon, with a bracket behind it or not: ``Horak (Pskov):``."""
    end = group_end(sentence.words, first, colon)
    if first < end < colon and sentence.tags[end] & OPENING and sentence.tags[colon - 1] & CLOSING:
        end = colon
    return end == colon and colon - first <= _LONGEST_LABEL


def by_colon(sentence: Sentence, colon: int) -> Attribution | None:
    """What leads over to a quotation with a colon: ``Horak: "..."``, ``She put up a sign:``."""
    following = sentence.tag(colon + 1)
    last = colon == sentence.hi - 1
    if not last and not following & QUOTATION:
        return None
    first = next((at + 1 for at in range(colon - 1, sentence.lo, -1) if sentence.tags[at] & DASH), sentence.lo)
    first += bool(sentence.tag(first) & PREPOSITION)
    if first >= colon:
        return None
    source: Range | None = (first, colon)
    if not _is_label(sentence, first, colon):
        if not last and not following & (ENDED | PENDING):
            return None
        source = sentence.source or main_subject(sentence.words, sentence.lo, colon)
    if source is None:
        return None
    content = [] if last else sentence.stretch(colon + 1, sentence.content_end(colon + 1))
    return sentence.attribution((colon, colon + 1), content, source, opens=last)
