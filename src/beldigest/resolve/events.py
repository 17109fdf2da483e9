"""Dated happenings, out of the sentences that report them."""

from __future__ import annotations

import sys
from bisect import bisect_right
from collections.abc import Iterator

from beldigest.mentions.reading import Passage, Reading
from beldigest.mentions.types import Mentions
from beldigest.model import Event, Span, When
from beldigest.resolve.register import Register
from beldigest.resolve.telling import Teller
from beldigest.resolve.told import Told, once

__all__ = ["events", "once"]

#: Dates of the fullest sentence that tells anything; one with more is a table or a list.
_MOST = 12
#: Characters of the longest sentence that is put together of those inside a quotation.
_LONGEST = 1000
_OPENING, _CLOSING, _STRAIGHT = "“", "”", '"'


def events(reading: Reading, passage: Passage, mentions: Mentions, register: Register) -> tuple[Event, ...]:
    """The events of a passage (``mentions`` are those of the passage); ids are left empty.

    One that is told twice stands once, as it is told first, with the evidence of both.
    """
    teller = Teller(reading, passage, mentions, register)
    told = Told(reading.language)
    for before, sentence, whens in _by_sentence(reading, passage, mentions):
        if len(whens) > _MOST:
            continue
        dates = [when.span for when in whens if when.span is not None]
        for when in whens:
            for event in teller.events(before, sentence, when, dates):
                told.add(event)
    return tuple(told.events)


def _by_sentence(
    reading: Reading, passage: Passage, mentions: Mentions
) -> Iterator[tuple[Span | None, Span, list[When]]]:
    """The sentences that date something, each with the one before it in its paragraph, and with its dates."""
    lines = sorted((line.start, line.end) for line in passage.stretches)
    known: dict[Span, list[tuple[Span | None, Span]]] = {}
    found: dict[tuple[Span | None, Span], list[When]] = {}
    for mention in mentions.dates:
        index = bisect_right(lines, (mention.span.start, sys.maxsize)) - 1
        if mention.when is None or mention.when.edtf is None or index < 0 or mention.span.start >= lines[index][1]:
            continue
        line = Span(*lines[index])
        if line not in known:
            known[line] = _unbroken(reading, line)
        at = bisect_right(known[line], mention.span.start, key=lambda pair: pair[1].end)
        if at < len(known[line]):
            found.setdefault(known[line][at], []).append(mention.when)
    for (before, sentence), whens in found.items():
        yield before, sentence, whens


def _unbroken(reading: Reading, line: Span) -> list[tuple[Span | None, Span]]:
    """The sentences of a line, each with the one before it; one that ends inside a quotation goes on to its end."""
    found: list[Span] = []
    opened = False
    for sentence in reading.sentences(line):
        if opened and sentence.end - found[-1].start <= _LONGEST:
            found[-1] = Span(found[-1].start, sentence.end)
        else:
            found.append(sentence)
            opened = False
        opened = _stays_open(sentence.of(reading.text), opened)
    return list(zip([None, *found], found, strict=False))


def _stays_open(words: str, opened: bool) -> bool:
    """Whether a quotation is open at the end of a sentence; a closing mark ends one that a straight mark has opened."""
    if _OPENING not in words and _CLOSING not in words and _STRAIGHT not in words:
        return opened
    for mark in words:
        if mark == _OPENING:
            opened = True
        elif mark == _CLOSING:
            opened = False
        elif mark == _STRAIGHT:
            opened = not opened
    return opened
