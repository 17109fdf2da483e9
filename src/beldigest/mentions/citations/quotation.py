"""Quotation marks, paired paragraph by paragraph.

Marks of one rank pair with one another whatever their shape, because copied text mixes them: ``"re-election”``. The
spaces and the punctuation on both sides of a mark tell whether it opens or closes; only where they do not, its shape
and then the state of the line decide. The shapes are those of the Unicode property ``Quotation_Mark``.

Single marks quote what stands outside of double ones, or, as British papers have it, around them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import frozen

from beldigest.model import Span

_STOPS = ".?!,"
_SENTENCE_STOPS = ".?!"
_OPENERS = "“„‟«「『"
_CLOSERS = "”»」』"
#: Every mark that can stand at an end of a quotation.
MARKS = _OPENERS + _CLOSERS + "\"＂'‘’‚‛‹›`"
_DOUBLE = re.compile(rf"''|``|[\"＂{_OPENERS}{_CLOSERS}]")
_SINGLE_OPENER = re.compile(r"(?<![\w.])[‘'](?=[^\W\d_])")
_SINGLE_CLOSER = re.compile(r"(?<=[\w.,?!…%)])[’'](?!\w)")
_OUTER_CLOSER = re.compile(r"(?<=[.,?!…])[’'](?!\w)")
_INTRODUCED = re.compile(r"[,:;(—–]\s")
_PAIRED = re.compile(r"‚[^‚‘]++‘|‹[^‹›]++›|›[^‹›]++‹")  # single marks that are nothing else
_FRENCH = {"«": "open", "»": "close"}  # where spaces part them from what they quote
_BEFORE_OPENER = re.compile(r"[\s(\[{—–/‘'-]")
_AFTER_CLOSER = re.compile(r"[\s)\]}—–/.,;:?!…’'-]")


@frozen
class Quotation:
    """A quoted stretch with its marks; ``open`` where the paragraph ends before the closing mark."""

    span: Span
    open: bool = False


def quotations(text: str, paragraph: Span) -> list[Quotation]:
    """The outermost quoted stretches of a paragraph, in order."""
    found = list(_doubles(text, paragraph))
    if any(text.find(mark, paragraph.start, paragraph.end) >= 0 for mark in "‘'‚‹›"):
        found = _outermost([*_paired(text, paragraph), *found])
        found = _outermost([*_around(text, paragraph, found), *found])
        found = [*found, *_singles(text, paragraph, found)]
        found.sort(key=lambda quotation: quotation.span)
        found += _left_open(text, paragraph, found[-1].span.end if found else paragraph.start)
    return found


def _outermost(quotes: list[Quotation]) -> list[Quotation]:
    """The quotations in order, without those that begin inside another."""
    found: list[Quotation] = []
    for quotation in sorted(quotes, key=lambda quotation: quotation.span):
        if not found or quotation.span.start >= found[-1].span.end:
            found.append(quotation)
    return found


def _paired(text: str, paragraph: Span) -> list[Quotation]:
    """Stretches within single marks whose shape is never an apostrophe's."""
    return [Quotation(Span(*match.span())) for match in _PAIRED.finditer(text, paragraph.start, paragraph.end)]


def _around(text: str, paragraph: Span, inner: list[Quotation]) -> list[Quotation]:
    """Stretches within single marks that hold a quotation: ``'She said, "Stay," and I did.'``"""
    found: list[Quotation] = []
    at = paragraph.start
    for quotation in inner:
        if quotation.span.start < at:
            continue
        opener = _unclosed(text, at, quotation.span.start, paragraph)
        at = quotation.span.end
        if opener is None:
            continue
        close = _OUTER_CLOSER.search(text, at, paragraph.end)
        if close is not None:
            found.append(Quotation(Span(opener, close.end())))
            at = close.end()
        else:
            return [*found, *_left_open(text, paragraph, opener)]
    return found


def _left_open(text: str, paragraph: Span, start: int) -> list[Quotation]:
    """The stretch that a single mark opens for this paragraph and the next, which then begins with one as well."""
    opener = _unclosed(text, start, paragraph.end, paragraph)
    if opener is None or not _goes_on(text, paragraph.end):
        return []
    return [Quotation(Span(opener, opener + len(text[opener : paragraph.end].rstrip())), open=True)]


def _unclosed(text: str, start: int, end: int, paragraph: Span) -> int | None:
    """The single mark between the two places that introduces words and is not closed there."""
    opener = None
    for match in _SINGLE_OPENER.finditer(text, start, end):
        at = match.start()
        if at == paragraph.start or _INTRODUCED.match(text, at - 2):
            opener = at if opener is None else opener
    return opener if opener is not None and not _OUTER_CLOSER.search(text, opener, end) else None


def _goes_on(text: str, end: int) -> bool:
    """Whether the next paragraph begins with a single opening mark, as one that goes on with a quotation does."""
    while end < len(text) and text[end].isspace():
        end += 1
    return _SINGLE_OPENER.match(text, end) is not None


def _doubles(text: str, paragraph: Span) -> Iterator[Quotation]:
    """Stretches within double marks of any shape."""
    marks = [match.span() for match in _DOUBLE.finditer(text, paragraph.start, paragraph.end)]
    turns = [_turn(text, start, end, paragraph) for start, end in marks]
    opened: list[int] = []
    done = paragraph.start
    for index, ((start, end), turn) in enumerate(zip(marks, turns, strict=True)):
        if turn == "close" or (turn == "either" and opened):
            first = opened.pop() if opened else _lost_opening(text, done, start)
            if first is not None and not opened:
                yield Quotation(Span(first, end))
                done = end
        elif not opened or turns[index + 1 : index + 3] == ["close", "close"]:
            opened.append(start)
        else:
            if (recovered := _lost_closing(text, opened[0], start)) is not None:
                yield Quotation(recovered)
                done = recovered.end
            opened = [start]
    inside = text[opened[0] : paragraph.end].rstrip() if opened else ""
    if any(character.isalnum() for character in inside):
        yield Quotation(Span(opened[0], opened[0] + len(inside)), open=True)


def _turn(text: str, start: int, end: int, paragraph: Span) -> str:
    """Whether the mark opens, closes, or may do either."""
    before = text[start - 1] if start > paragraph.start else " "
    after = text[end] if end < paragraph.end else " "
    shape = text[start:end]
    if shape in _FRENCH and before.isspace() and not after.isalnum():
        return _FRENCH[shape]
    opens = not after.isspace() and _BEFORE_OPENER.match(before) is not None
    closes = not before.isspace() and _AFTER_CLOSER.match(after) is not None
    if opens != closes:
        return "open" if opens else "close"
    if shape in _OPENERS:
        return "open"
    if shape in _CLOSERS:
        return "close"
    return "either"


def _lost_closing(text: str, start: int, end: int) -> Span | None:
    """What an opening mark at ``start`` quotes where another opens at ``end``: all up to the last stop between them."""
    for at in range(end - 1, start + 1, -1):
        if text[at] in _STOPS:
            return Span(start, at + 1)
    return None


def _lost_opening(text: str, start: int, end: int) -> int | None:
    """Where the quotation that closes at ``end`` begins: with its sentence, if a comma or stop says that one ends."""
    if end - 1 <= start or text[end - 1] not in _STOPS:
        return None
    at = end - 1
    while at > start and not (text[at - 1].isspace() and text[at - 2] in _SENTENCE_STOPS):
        at -= 1
    while at < end - 1 and text[at].isspace():
        at += 1
    return at if at < end - 1 else None


def _singles(text: str, paragraph: Span, taken: list[Quotation]) -> Iterator[Quotation]:
    """Stretches within single marks, outside of the ``taken`` ones."""
    at = paragraph.start
    for quotation in (*(quotation.span for quotation in taken), Span(paragraph.end, paragraph.end)):
        yield from _singles_between(text, at, quotation.start)
        at = quotation.end


def _singles_between(text: str, start: int, end: int) -> Iterator[Quotation]:
    """Stretches within single marks between the two places; an apostrophe opens none, and closes one only by need."""
    closers = [match.start() for match in _SINGLE_CLOSER.finditer(text, start, end)]
    closers.reverse()
    for match in _SINGLE_OPENER.finditer(text, start, end):
        if match.start() < start:
            continue
        while closers and closers[-1] <= match.start():
            closers.pop()
        if not closers:
            return
        # After an s the mark may be the apostrophe of a plural owner; a later one with punctuation is then meant.
        close = closers[-1]
        if text[close - 1] == "s" and len(closers) > 1 and not _SINGLE_OPENER.search(text, close, closers[-2]):
            close = closers[-2]
        yield Quotation(Span(match.start(), close + 1))
        start = close + 1
