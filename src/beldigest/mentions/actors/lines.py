"""The sentences of a reading as lines of words."""

from __future__ import annotations

from collections.abc import Iterator
from types import ModuleType

from beldigest.language.naming import Line
from beldigest.mentions.reading import Reading


def lines(reading: Reading, grammar: ModuleType) -> Iterator[Line]:
    """The sentences of all stretches of a reading, in the order of its passages."""
    for passage in reading.passages:
        for stretch in passage.stretches:
            sentences = reading.sentences(stretch)
            for number, sentence in enumerate(sentences):
                yield grammar.line(reading.text, sentence, number == 0, len(sentences) == 1)
