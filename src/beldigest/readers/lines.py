"""The layout of plain text: lines -> blocks, with wrapped lines joined.

Plain text has no markup, so what belongs together is read from the lines themselves. Whether a line goes on in the
next one is weighed from several signs: how wide the text is filled, whether the next line's first word would still have
fit, how the one ends and the other begins, bullets, indents and empty lines.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from attrs import frozen

from beldigest.document import Block, BlockKind
from beldigest.model import Link, Span

#: Line ends: those of ``str.splitlines``.
_LINE = re.compile(r"([^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]*)(\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]|\Z)")
_MARKER = re.compile(
    r"(?:[-*+~•‣◦▪▫■□●○◆◇►▶→»·–—]|\d{1,3}[.)、．]|\(\d{1,3}\)|[a-zA-Z][)])(?=\s)|[•‣◦▪■●►▶]|\d{1,3}[、．]"
)
_QUOTE = re.compile(r"(?:>[ \t]?)+")
_RULE = re.compile(r"(?=(\W))\1{3,}|[-=_*~#+.·•—–─━═ ]{3,}")
_URL = re.compile(r"(?:https?|ftp)://[^\s<>\"]+|www\.[^\s<>\"]+|mailto:[^\s<>\"]+", re.IGNORECASE)
_WORD = re.compile(r"\S+")
_LETTER = re.compile(r"[^\W_]")

_WIDEST = 110
"""Columns up to which a text counts as wrapped by hand or program; longer lines are paragraphs."""


@frozen
class Line:
    """A line of plain text: where its words stand, and what stands before them."""

    span: Span
    indent: int = 0
    marker: str = ""
    quote: int = 0
    blank_before: int = 0
    rule: bool = False
    address: bool = False

    def __len__(self) -> int:
        return self.span.end - self.span.start


def blocks(text: str) -> tuple[Block, ...]:
    """The blocks of a plain text, in order."""
    lines = list(_lines(text))
    joins = _joins(text, lines)
    made: list[Block] = []
    first = 0
    for index in range(len(lines)):
        if index + 1 < len(lines) and joins[index]:
            continue
        made.append(_block(text, lines[first : index + 1]))
        first = index + 1
    return tuple(made)


def links(text: str, span: Span) -> tuple[Link, ...]:
    """The addresses that are written out in a stretch of text."""
    found = []
    for match in _URL.finditer(text, span.start, span.end):
        url = match.group().rstrip(".,;:!?)]}'\"”’>")
        found.append(Link(url, Span(match.start(), match.start() + len(url))))
    return tuple(found)


def _lines(text: str) -> Iterator[Line]:
    blank = 0
    for match in _LINE.finditer(text):
        raw = match.group(1)
        if not raw.strip():
            blank += 1
            continue
        start = match.start() + len(raw) - len(raw.lstrip())
        end = match.start() + len(raw.rstrip())
        columns = len(raw[: start - match.start()].expandtabs(8))
        quote = 0
        if quoted := _QUOTE.match(text, start, end):
            quote = quoted.group().count(">")
            if quoted.end() < end:
                start = quoted.end()
        content = text[start:end]
        rule = _is_rule(content)
        marker = ""
        if not rule and (bullet := _MARKER.match(content)):
            rest = content[bullet.end() :].lstrip()
            if _LETTER.search(rest):
                marker = bullet.group()
                start = end - len(rest)
        address = bool((found := _URL.match(text, start, end)) and found.end() >= end - 1) or content.startswith(
            "<http"
        )
        yield Line(Span(start, end), columns, marker, quote, blank, rule, address)
        blank = 0


def _is_rule(content: str) -> bool:
    """Whether a line is drawn, not written: one character over and over, words in it or not."""
    drawn = sum(len(match.group()) for match in _RULE.finditer(content))
    return drawn >= 3 and (drawn >= 0.5 * len(content) or not _LETTER.search(content))


def _joins(text: str, lines: Sequence[Line]) -> list[bool]:
    """For each line but the last whether it goes on in the next one."""
    candidates = [
        not (b.blank_before or b.marker or a.rule or b.rule or a.quote != b.quote) for a, b in pairwise(lines)
    ]
    width, filled = _fill(text, lines, candidates)
    return [
        candidate and _continues(text, lines, index, width, filled) > 0 for index, candidate in enumerate(candidates)
    ]


def _fill(text: str, lines: Sequence[Line], candidates: Sequence[bool]) -> tuple[int, float]:
    """The width that lines are filled to, and how sure that is (0 to 1)."""
    ends = sorted(lines[i].indent + len(lines[i]) for i, candidate in enumerate(candidates) if candidate)
    if not ends:
        return 0, 0.0
    width = ends[min(len(ends) - 1, int(len(ends) * 0.95))]
    if width > _WIDEST:
        return width, 0.0
    full = sum(_reach(text, lines[i], lines[i + 1]) > width for i, candidate in enumerate(candidates) if candidate)
    return width, full / len(ends)


def _reach(text: str, a: Line, b: Line) -> int:
    """The column that line ``a`` would end at with the first word of ``b``."""
    word = _WORD.match(text, b.span.start, b.span.end)
    return a.indent + len(a) + 1 + (len(word.group()) if word else 0)


def _continues(text: str, lines: Sequence[Line], index: int, width: int, filled: float) -> float:
    """The weight of evidence that a line goes on in the next: above 0 for, below 0 against."""
    a, b = lines[index], lines[index + 1]
    weight = -1.0
    if width and len(a) <= _WIDEST:
        weight += 2.5 * filled if _reach(text, a, b) > width else -3.5 * filled
    last, first = text[a.span.end - 1], text[b.span.start]
    if last in ".!?…。！？":
        weight -= 1.0 if filled < 0.5 else 0.0
    elif last in ":;":
        weight -= 0.5
    elif last in ",-–—(/":
        weight += 2.0
    else:
        weight += 1.0 if filled >= 0.5 else 0.0
    if first.islower() or first in ",.;:)":
        weight += 2.0 if last not in ".!?…:" else 0.5
    if a.address or b.address:
        weight -= 3.0
    hanging = a.marker and b.indent > a.indent
    if hanging:
        weight += 1.5
    elif b.indent != a.indent and not (a.indent > b.indent and (index == 0 or lines[index].blank_before)):
        weight -= 1.5
    return weight


def _block(text: str, lines: Sequence[Line]) -> Block:
    first = lines[0]
    span = Span(first.span.start, lines[-1].span.end)
    if first.rule:
        return Block("rule", span, blank_before=first.blank_before)
    kind: BlockKind = "quotation" if first.quote else "list item" if first.marker else "paragraph"
    level = 1 + first.indent // 2 if first.marker else 0
    return Block(kind, span, level, first.marker, (), links(text, span), first.blank_before)
