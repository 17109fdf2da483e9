"""The sentences of a reading as lines of words."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from types import ModuleType

from beldigest.language.naming import Line
from beldigest.mentions.reading import Reading
from beldigest.model import Span


def lines(reading: Reading, grammar: ModuleType, holding: Sequence[Span] | None = None) -> Iterator[Line]:
    """The sentences of all stretches of a reading, in the order of its passages.

    Where sorted names are given, those alone that are ``holding`` a part of one at least.
    """
    for passage in reading.passages:
        for stretch in passage.stretches:
            if holding is not None and not _holds(stretch, holding):
                continue
            sentences = list(_joined(reading, stretch, grammar))
            for number, sentence in enumerate(sentences):
                if holding is None or _holds(sentence, holding):
                    yield grammar.line(reading.text, sentence, number == 0, len(sentences) == 1)


def _holds(stretch: Span, names: Sequence[Span]) -> bool:
    at = bisect_left(names, stretch.end, key=lambda name: name.start)
    return at > 0 and names[at - 1].end > stretch.start


def _joined(reading: Reading, stretch: Span, grammar: ModuleType) -> Iterator[Span]:
    """The sentences of a stretch, those joined that an abbreviation before a name cut in two."""
    last: Span | None = None
    for sentence in reading.sentences(stretch):
        if last is not None and grammar.continues(reading.text, last, sentence):
            last = Span(last.start, sentence.end)
            continue
        if last is not None:
            yield last
        last = sentence
    if last is not None:
        yield last
