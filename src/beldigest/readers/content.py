"""The text of a page as it is gathered: its lines, and what is known of each."""

from __future__ import annotations

import re
from typing import NamedTuple

from attrs import evolve

from beldigest.document import Block
from beldigest.model import Link, Span
from beldigest.readers import fields, grid, lines, regions
from beldigest.readers.lines import Line, Look
from beldigest.readers.regions import Part

_WITHOUT_WIDTH = "\u200b\u200c\u034f\ufeff"
_SPACE = re.compile(rf"[\s{_WITHOUT_WIDTH}]+")
_SEEN = re.compile(rf"[^\s{_WITHOUT_WIDTH}]")
#: The size of a font, in pixels, up to which nobody reads it.
UNREADABLE = 1.0

_PLAIN = Look()


class Context(NamedTuple):
    """What an element passes on to what stands in it.

    ``href`` is where a link around it leads, an address or, after ``#``, a place in the same page. ``row`` numbers the
    row of a table with several cells that it stands in, 0 for none.
    """

    look: Look = _PLAIN
    depth: int = 0
    marker: str = ""
    strong: bool = False
    href: str = ""
    preformatted: bool = False
    parts: tuple[Part, ...] = ()
    pictured: bool = False
    block: bool = False
    row: int = 0


class Content:
    """Gathers the text of a page, its lines, and what is known of each."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._length = 0
        self._lines: list[Line] = []
        self._within: list[tuple[Part, ...]] = []
        self._runs: list[tuple[str, bool, str]] = []
        self._context = Context()
        self._blank = 0
        self._open = self._closed = False
        self._begun = ""
        self._count: dict[int, int] = {}
        self._anchors: dict[str, int] = {}
        self._jumps: dict[int, str] = {}
        self._rows = 0
        self._depth = self._shallowest = 0

    def write(self, text: str, context: Context) -> None:
        """Adds words; a line takes the context of the first of them."""
        if not text or 0 < context.look.size <= UNREADABLE:
            return
        if context.preformatted and "\n" in text:
            for index, line in enumerate(text.split("\n")):
                if index:
                    self.line_break(context)
                self.write(line, context)
            return
        if not self._runs:
            if _SEEN.search(text) is None:
                return
            self._context = context
            if self._closed:  # what stands after a block is parted from it
                self._blank = max(self._blank, 1)
                self._closed = False
        self._runs.append((text, context.strong, context.href))

    def anchor(self, name: str) -> None:
        """The next line stands at a place of that name."""
        self._anchors.setdefault(name, len(self._lines) + bool(self._runs))

    def row(self, cells: int) -> int:
        """The number of a row of a table that begins, 0 for one without several cells."""
        self._rows += cells > 1
        return self._rows if cells > 1 else 0

    def begin(self, tag: str) -> None:
        """A block element begins: its first line is parted from what stands before it."""
        if tag not in ("li", "dd", "td", "th"):
            self._blank = max(self._blank, 1)
        if tag in ("li", "dt", "dd", "td", "th"):
            self._begun = tag
        self._depth += 1
        self._closed = False

    def close(self, context: Context) -> None:
        """A block element ends."""
        self.end(context)
        self._closed = True
        self._depth -= 1
        self._shallowest = min(self._shallowest, self._depth)

    def end(self, context: Context) -> None:
        """A block element begins or ends."""
        if self._runs:
            self._flush()
        self._open = False

    def line_break(self, context: Context) -> None:
        """A line ends, and the block goes on."""
        if self._runs:
            self._flush()
            self._open = True
        else:
            self._blank += self._open
            self._open = True

    def rule(self, context: Context) -> None:
        """A rule stands between blocks."""
        self.end(context)
        look = evolve(context.look, kind="rule", level=0, style="hr")
        span, nest = Span(self._length, self._length), self._shallowest
        self._lines.append(Line(span, look, blank_before=self._blank, open=False, nest=nest))
        self._within.append(context.parts)
        self._shallowest = self._depth

    def _flush(self) -> None:
        """Makes a line of the words gathered."""
        runs, self._runs = self._runs, []
        context = self._context
        words: list[str] = []
        strong: list[tuple[int, int]] = []
        links: list[tuple[int, int, str]] = []
        at, space = 0, False
        jumping, goal = 0, ""
        for run, bold, href in runs:
            text = _collapsed(run)
            if (space or at == 0) and text.startswith(" "):
                text = text[1:]
            if not text:
                continue
            words.append(text)
            end = at + len(text)
            if bold:
                if strong and strong[-1][1] >= at - 1:
                    strong[-1] = (strong[-1][0], end)
                else:
                    strong.append((at, end))
            if href.startswith("#"):
                jumping, goal = jumping + len(text), href[1:]
            elif href:
                if links and links[-1][1] == at and links[-1][2] == href:
                    links[-1] = (links[-1][0], end, href)
                else:
                    links.append((at, end, href))
            at, space = end, text.endswith(" ")
        line = "".join(words).rstrip()
        if not line:
            return
        start = self._length
        marker, look = self._marker(context), context.look
        if lines.is_drawn(line):
            look = evolve(look, kind="rule", level=0, style=line[0])
        if look.kind == "list item" and not marker and not self._open:  # a further paragraph of an item
            look = evolve(look, kind="paragraph")
        span = Span(start, start + len(line))
        found = [Link(href, place) for a, b, href in links if (place := _trimmed(line, a, b, start))]
        if not found:
            written = lines.addresses(line, Span(0, len(line)))
            found = [Link(link.url, Span(link.span.start + start, link.span.end + start)) for link in written]
        self._lines.append(
            Line(
                span,
                look,
                marker=marker,
                blank_before=self._blank,
                open=self._open,
                strong=tuple(place for a, b in strong if (place := _trimmed(line, a, b, start))),
                links=tuple(found),
                nest=self._shallowest,
            )
        )
        if 2 * jumping > len(line):
            self._jumps[len(self._lines) - 1] = goal
        self._within.append(context.parts)
        self._shallowest = self._depth
        self._pieces.append(line)
        self._pieces.append("\n")
        self._length += len(line) + 1
        self._blank, self._begun = 0, ""

    def _marker(self, context: Context) -> str:
        """The bullet or number of a list item's first line."""
        if self._begun != "li" or context.look.kind != "list item":
            return ""
        for depth in [depth for depth in self._count if depth > context.depth]:
            del self._count[depth]
        if context.marker != "ol":
            return "•"
        self._count[context.depth] = self._count.get(context.depth, 0) + 1
        return f"{self._count[context.depth]}."

    def finish(self) -> tuple[str, tuple[Block, ...]]:
        """The text of the page, and its blocks."""
        self.end(self._context)
        text = "".join(self._pieces)
        found = regions.parted(self._lines, self._within)
        for index in grid.figures(text, found, self._within):
            found[index] = evolve(found[index], look=evolve(found[index].look, kind="table row", level=0))
        for index, goal in self._jumps.items():
            if self._anchors.get(goal, 0) > index:
                found[index] = evolve(found[index], onward=True)
        found = fields.joined(text, found)
        for header in fields.headers(text, found, blanks=1):
            found[header.start : header.stop] = [
                fields.valued(text, line) for line in found[header.start : header.stop]
            ]
        return text, lines.blocks(text, found)


def _collapsed(run: str) -> str:
    """A run of words with each stretch of white space, or of characters without width, as one space."""
    if run.isascii() and run.isprintable() and "  " not in run:  # as mostly
        return run
    if run.isspace():
        return " "
    if not run.isascii() and any(mark in run for mark in _WITHOUT_WIDTH):
        return _SPACE.sub(" ", run)
    return f"{' ' if run[0].isspace() else ''}{' '.join(run.split())}{' ' if run[-1].isspace() else ''}"


def _trimmed(line: str, start: int, end: int, offset: int) -> Span | None:
    """The span of a stretch of a line without the space around it, shifted; None where nothing is left."""
    end = min(end, len(line))
    while start < end and line[start].isspace():
        start += 1
    while end > start and line[end - 1].isspace():
        end -= 1
    return Span(start + offset, end + offset) if start < end else None
