"""The masthead: what a document states of itself in its running text."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from types import ModuleType

from beldigest.document import Document
from beldigest.language import days
from beldigest.model import Span

#: Characters that a line of a masthead or an imprint has at most; a longer one is prose that mentions a date.
_LINE_MOST = 160
#: Lines at the head of a document that may state when it was published.
_LINES = 15


def title(document: Document, lines: Sequence[Span], layout: ModuleType) -> Span | None:
    """The title: of lines that may be it the first and longest that the title in the metadata has, else the first.

    A line that begins with a date is none where the metadata has a title.
    """
    named = _folded(document.metadata.title or "")
    if named:
        lines = [line for line in lines if not any(start == 0 for start, _ in layout.dates(line.of(document.text)))]
    places = [(named.find(_folded(line.of(document.text))), -len(line), line) for line in lines]
    first = lines[0] if lines else None
    return min((place for place in places if place[0] >= 0), default=(0, 0, first))[2]


def published(document: Document, lines: Sequence[Span], layout: ModuleType) -> Span | None:
    """The first date that stands in the lines of the masthead, in whatever language."""
    for line in lines[:_LINES]:
        if len(line) > _LINE_MOST:
            continue
        words = line.of(document.text)
        place = next(chain(layout.dates(words), (place for place, _ in days.written(words))), None)
        if place is not None:
            return Span(line.start + place[0], line.start + place[1])
    return None


def publisher(document: Document, lines: Sequence[Span], layout: ModuleType) -> Span | None:
    """The name of the publisher, where a line of the masthead or the imprint states it."""
    for line in lines:
        if len(line) <= _LINE_MOST and (found := layout.publisher(line.of(document.text))):
            return Span(line.start + found[0], line.start + found[1])
    return None


def sender(document: Document, field: Span) -> Span:
    """The name in the field that says who sent a message: what stands before the address, without quotation marks."""
    name = field.of(document.text).partition("<")[0].rstrip(' "')
    inner = name.lstrip('"')
    start = field.start + len(name) - len(inner)
    return Span(start, start + len(inner)) if inner else field


def _folded(text: str) -> str:
    return " ".join(text.lower().split())
