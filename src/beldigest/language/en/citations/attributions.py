"""From the words of a paragraph to its attributions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from beldigest.language.attribution import Attribution
from beldigest.language.en.citations.clauses import has_verb
from beldigest.language.en.citations.following import opens_with_cue
from beldigest.language.en.citations.groups import group_end
from beldigest.language.en.citations.marks import by_colon, by_dash
from beldigest.language.en.citations.phrases import by_noun, by_phrase
from beldigest.language.en.citations.sentence import Sentence
from beldigest.language.en.citations.verbal import by_verb
from beldigest.language.en.words.classes import (
    ADVERB,
    ASKED,
    CAPITAL,
    COLON,
    COMMA,
    CONJUNCTION,
    CUE,
    DASH,
    DETERMINER,
    DISTANCING,
    NOUN,
    NUMBER,
    PHRASE,
    POSSESSIVE,
    PRONOUN,
    QUOTATION,
    WORD,
)
from beldigest.language.en.words.tagging import Tagger, Words
from beldigest.model import Span

_LAST_WORD = re.compile(r"([\w-]++)\s?\Z")
_LONGEST_WORD = 24  # characters
_LONGEST_CALL = 40  # words before the attribution that a sentence can be joined with


class Grammar:
    """The English grammar of attribution, with the classes of the words that it has seen."""

    def __init__(self) -> None:
        self._tagger = Tagger()

    def attributions(
        self, text: str, paragraph: Span, sentences: Sequence[Span], quotations: Sequence[Span]
    ) -> Iterator[Attribution]:
        """The attributions of a paragraph, in text order; quotations are spans with their marks."""
        words = Words(text, paragraph, sentences, quotations, self._tagger)
        for first, last in _joined(words):
            yield from _of_sentence(Sentence(words, first, last))

    def is_clause(self, text: str, quotation: Span) -> bool:
        """Whether the words of a quotation have a verb behind the first of them, which may be its subject."""
        words = Words(text, quotation, (quotation,), (), self._tagger)
        plain = [at for at, tag in enumerate(words.tags) if tag & WORD]
        return bool(plain) and has_verb(words, plain[0] + 1, len(words.tags))

    def coordinator(self, text: str, source: Span) -> Span | None:
        """The conjunction behind the first noun group of a source, before another with a determiner or a name."""
        words = Words(text, source, (source,), (), self._tagger)
        last = len(words.tags)
        at = group_end(words, 0, last)
        while at and at + 1 < last and words.tags[at] & COMMA and group_end(words, at + 1, last) > at + 1:
            at = group_end(words, at + 1, last)  # "Ann Lee, Jan Lee and the mayor"
        if at == 0 or at + 1 >= last or not words.tags[at] & CONJUNCTION:
            return None
        return words.span(at, at + 1) if words.tags[at + 1] & (CAPITAL | DETERMINER | PRONOUN | NUMBER) else None

    def head(self, text: str, source: Span) -> Span:
        """The first noun group of a source, without a possessor and what describes it."""
        words = Words(text, source, (source,), (), self._tagger)
        last = group_end(words, 0, len(words.tags))
        first = next((at + 1 for at in range(last - 1, -1, -1) if words.tags[at] & POSSESSIVE), 0)
        return words.span(first, last) if first < last else source

    def connects(self, text: str, stretch: Span) -> bool:
        """Whether a stretch holds nothing but conjunctions and adverbs."""
        tags = Words(text, stretch, (stretch,), (), self._tagger).tags
        return bool(tags) and all(tag & (CONJUNCTION | ADVERB | COMMA) for tag in tags)

    def is_distanced(self, text: str, quotation: Span) -> bool:
        """Whether the last word before a quotation is one of distance."""
        before = _LAST_WORD.search(text, max(0, quotation.start - _LONGEST_WORD), quotation.start)
        return before is not None and bool(self._tagger[before[1]] & DISTANCING)


def _joined(words: Words) -> Iterator[tuple[int, int]]:
    """The sentences; an attribution is joined to the question or call before it: ``"Why?" Horak asked``."""
    begun: int | None = None
    for first, last in words.sentences:
        if begun is not None and not (
            words.tags[first - 1] & ASKED
            and not words.tags[first - 2] & (COMMA | COLON)
            and first - begun < _LONGEST_CALL
            and opens_with_cue(words, first, last)
        ):
            yield begun, first
            begun = first
        elif begun is None:
            begun = first
    if begun is not None:
        yield begun, len(words.tags)


def _of_sentence(sentence: Sentence) -> Iterator[Attribution]:
    tags = sentence.tags
    for at in range(sentence.lo, sentence.hi):
        tag = tags[at]
        found = None
        if tag & CUE:
            found = by_verb(sentence, at)
        if found is None and tag & NOUN:
            found = by_noun(sentence, at)
        elif tag & DASH and (at == 0 or tags[at - 1] & QUOTATION):
            found = by_dash(sentence, at)
        elif tag & COLON and at > sentence.lo and at >= sentence.done and not sentence.opened:
            found = by_colon(sentence, at)
        elif tag & PHRASE and at > sentence.lo:
            found = by_phrase(sentence, at)
        if found is not None:
            yield found
