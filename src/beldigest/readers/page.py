"""The block walker: an HTML tree -> its text, and the blocks in it.

Extractors of main text look for one article and drop headings, bullets or sections of a digest. So every visible word
is kept here, with what the markup says of it: element, heading level, list nesting, emphasis, font size, links, and
the part of the page that it stands in. Which of it is boilerplate is decided later, with the rest of the evidence.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from attrs import evolve

from beldigest.document import Block
from beldigest.model import Link, Span
from beldigest.readers import fields, lines, regions
from beldigest.readers.elements import BLOCKS, FONT_SIZES, REGIONS, SKIPPED, UNITS, UNSEEN
from beldigest.readers.lines import Line, Look
from beldigest.readers.regions import Part

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

_WITHOUT_WIDTH = "\u200b\u200c\u034f\ufeff"
_SPACE = re.compile(rf"[\s{_WITHOUT_WIDTH}]+")
_SEEN = re.compile(rf"[^\s{_WITHOUT_WIDTH}]")
_FONT_SIZE = re.compile(
    r"font(?:-size)?\s{0,5}:[^;]{0,200}?(\d{1,3}(?:\.\d{1,4})?)\s{0,3}(px|pt|em|rem|%)", re.IGNORECASE
)
_BOLD = re.compile(r"font(?:-weight)?\s{0,5}:[^;]{0,200}?\b(?:bold|bolder|[6-9]00)\b", re.IGNORECASE)
_COLOUR = re.compile(r"(?:^|;)\s*(?:background-)?color\s*:\s*([^;]{1,40})", re.IGNORECASE)
_NO_SIZE = re.compile(r"font-size\s*:\s*0\s*(?:;|!|$)", re.IGNORECASE)
#: Hidden with all that stands in it. The size of the font is none of that: elements within may set another.
_HIDDEN = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|max-height\s*:\s*[01](?:px)?\s*(?:;|!|$)", re.IGNORECASE
)
_DISPLAY = re.compile(r"(?:^|;)\s*display\s*:\s*([a-z-]{1,40})", re.IGNORECASE)
#: Values of ``display`` with which an element stands in a line of text (CSS Display 3).
_IN_LINE = frozenset(("inline", "inline-block", "inline-flex", "inline-grid", "inline-table", "contents"))
#: The size of a font, in pixels, up to which nobody reads it.
_UNREADABLE = 1.0


_PLAIN = Look()


class _Context(NamedTuple):
    """What an element passes on to what stands in it."""

    look: Look = _PLAIN
    depth: int = 0
    marker: str = ""
    strong: bool = False
    href: str = ""
    preformatted: bool = False
    parts: tuple[Part, ...] = ()
    pictured: bool = False
    block: bool = False


def walk(root: LexborNode) -> tuple[str, tuple[Block, ...]]:
    """The visible text under a node, and its blocks. Nesting of any depth is followed without recursion."""
    page = _Page()
    stack: list[tuple[LexborNode | None, _Context]] = [(root, _Context())]
    while stack:
        node, context = stack.pop()
        if node is None:  # the end of a block
            page.end(context)
            continue
        tag = node.tag or ""
        if tag == "-text":
            page.write(node.text_content or "", context)
            continue
        if tag.startswith(("-", "!")) or tag in SKIPPED:
            continue
        if tag == "br":
            page.line_break(context)
            continue
        if tag == "hr":
            page.rule(context)
            continue
        if tag == "img" and context.pictured:
            page.write(node.attributes.get("alt") or "", context)
            continue
        inner = _enter(node, tag, context, page)
        if inner is None:
            continue
        if inner.block:
            page.end(context)
            page.begin(tag)
            stack.append((None, inner))
        children = [*node.iter(include_text=True)]
        stack.extend([(child, inner) for child in reversed(children)])
    return page.finish()


def _enter(node: LexborNode, tag: str, outer: _Context, page: _Page) -> _Context | None:
    """The context inside an element, or None where the element is hidden."""
    attributes = node.attributes
    style = attributes.get("style") or ""
    if attributes and ("hidden" in attributes or _HIDDEN.search(style)):
        return None
    classes = attributes.get("class") or ""
    if (classes and not UNSEEN.isdisjoint(classes.split())) or (tag == "dialog" and "open" not in attributes):
        return None
    look, depth, marker, strong, href, preformatted, parts, pictured, _ = outer
    size, dressing, block = look.size, "", tag in BLOCKS
    if style:
        if (match := _FONT_SIZE.search(style)) is not None:
            size = max(_UNREADABLE, float(match.group(1)) * UNITS[match.group(2).lower()])
        elif _NO_SIZE.search(style) is not None:
            size = _UNREADABLE
        if (match := _DISPLAY.search(style)) is not None:
            value = match.group(1).lower()
            block = value not in _IN_LINE if not block else value != "inline"
        strong = strong or _BOLD.search(style) is not None
        dressing = " ".join(colour.strip().lower() for colour in _COLOUR.findall(style))
    if tag in ("b", "strong", "th"):
        strong = True
    elif tag == "font":
        size = _font_size(attributes.get("size"), size)
        dressing = (attributes.get("color") or "").lower()
    elif tag == "a":
        target = (attributes.get("href") or "").strip()
        if target and not target.startswith("#") and not target.lower().startswith("javascript:"):
            href = target
        if "tag" in (attributes.get("rel") or "").split():
            parts = (*parts, regions.TAG)
    if tag in ("sup", "a") and classes.startswith("footnote-"):
        return None
    if dressing or size != look.size:
        look = evolve(look, size=size, style=f"{look.style} {dressing}".strip()[-120:])
    if block:
        look, part = _block_look(tag, attributes, look, depth)
        if part is not None and len(parts) < regions.DEEPEST:
            parts = (*parts, part)
        if tag in ("ul", "ol", "menu", "dir"):
            depth += 1
            marker = "ol" if tag == "ol" else "ul"
        elif tag == "li":
            marker = marker or "ul"
        elif tag == "pre":
            preformatted = True
        elif look.kind == "heading" != outer.look.kind:
            pictured = not (node.text_content or "").strip()  # the words for a picture are its only name
    return _Context(look, depth, marker, strong, href, preformatted, parts, pictured, block)


def _block_look(tag: str, attributes: Mapping[str, str | None], look: Look, depth: int) -> tuple[Look, Part | None]:
    """How the lines of a block element look, and the part of the page that it may be."""
    kind, level, region, group = look.kind, look.level, look.region, look.group
    names, role, dressing = "", "", ""
    if attributes:
        names = f"{attributes.get('class') or ''} {attributes.get('id') or ''}".strip()
        role = (attributes.get("role") or "").lower()
        dressing = (attributes.get("bgcolor") or attributes.get("background") or "")[-40:].lower()
    part: Part | None = None
    if tag[0] == "h" and tag[1:].isdigit():
        kind, level = "heading", int(tag[1])
    elif role == "heading":
        kind, level = "heading", _heading_level(attributes.get("aria-level"))
    elif tag == "li":
        kind, level = "list item", depth or 1
    elif tag == "blockquote":
        kind, level = "quotation", level + 1 if kind == "quotation" else 1
    elif tag == "pre":
        kind = "preformatted"
    elif tag in ("td", "th") and kind == "paragraph":
        kind = "table cell"
    elif tag in ("p", "div") and kind == "table cell":
        kind = "paragraph"
    elif tag == "article":
        group = 1
    if tag == "th" and region == "body":
        region = "header"
    elif region in ("body", "header"):
        stated = REGIONS.get(role) or REGIONS.get(tag)
        if stated and not (tag in ("header", "footer") and group):
            region = stated
        else:
            part = regions.part(tag, names)
    style = look.style.partition("|")[2]
    if dressing:
        style = f"{style} {dressing}".strip()
    return Look(kind, level, region, look.size, f"{tag}.{names.lower()}|{style}"[:160], group), part


def _heading_level(stated: str | None) -> int:
    """The level of what is a heading by its role; 2 where none is stated (WAI-ARIA 1.2)."""
    return int(stated) if stated in ("1", "2", "3", "4", "5", "6") else 2


def _font_size(value: str | None, current: float) -> float:
    """The size that a ``font`` element sets, absolute or relative to the size 3."""
    match = re.fullmatch(r"\s*([+-]?)(\d{1,2})\s*", value or "")
    if match is None:
        return current
    number = int(match.group(2))
    if match.group(1):
        number = 3 + number if match.group(1) == "+" else 3 - number
    return FONT_SIZES[max(1, min(7, number))]


class _Page:
    """Gathers the text of a page, its lines, and what is known of each."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._length = 0
        self._lines: list[Line] = []
        self._within: list[tuple[Part, ...]] = []
        self._runs: list[tuple[str, bool, str]] = []
        self._context = _Context()
        self._blank = 0
        self._open = False
        self._begun = ""
        self._count: dict[int, int] = {}

    def write(self, text: str, context: _Context) -> None:
        """Adds words; a line takes the context of the first of them."""
        if not text or 0 < context.look.size <= _UNREADABLE:
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
        self._runs.append((text, context.strong, context.href))

    def begin(self, tag: str) -> None:
        """A block element begins: its first line is parted from what stands before it."""
        if tag not in ("li", "dd", "td", "th"):
            self._blank = max(self._blank, 1)
        if tag in ("li", "dt", "dd", "td", "th"):
            self._begun = tag

    def end(self, context: _Context) -> None:
        """A block element begins or ends."""
        if self._runs:
            self._flush()
        self._open = False

    def line_break(self, context: _Context) -> None:
        if self._runs:
            self._flush()
            self._open = True
        else:
            self._blank += self._open
            self._open = True

    def rule(self, context: _Context) -> None:
        self.end(context)
        look = evolve(context.look, kind="rule", level=0, style="hr")
        self._lines.append(Line(Span(self._length, self._length), look, blank_before=self._blank, open=False))
        self._within.append(context.parts)

    def _flush(self) -> None:
        """Makes a line of the words gathered."""
        runs, self._runs = self._runs, []
        context = self._context
        words: list[str] = []
        strong: list[tuple[int, int]] = []
        links: list[tuple[int, int, str]] = []
        at, space = 0, False
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
            if href:
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
            look = evolve(look, kind="paragraph", level=0)
        span = Span(start, start + len(line))
        found = [Link(href, place) for a, b, href in links if (place := _trimmed(line, a, b, start))]
        linked = {link.span for link in found}
        found += [link for link in lines.addresses(line, Span(0, len(line))) if not linked] if not found else []
        if not linked:
            found = [Link(link.url, Span(link.span.start + start, link.span.end + start)) for link in found]
        self._lines.append(
            Line(
                span,
                look,
                marker=marker,
                blank_before=self._blank,
                open=self._open,
                strong=tuple(place for a, b in strong if (place := _trimmed(line, a, b, start))),
                links=tuple(found),
            )
        )
        self._within.append(context.parts)
        self._pieces.append(line)
        self._pieces.append("\n")
        self._length += len(line) + 1
        self._blank, self._begun = 0, ""

    def _marker(self, context: _Context) -> str:
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
        self.end(self._context)
        text = "".join(self._pieces)
        found = regions.parted(self._lines, self._within)
        for header in fields.headers(text, found, blanks=1):
            found[header.start : header.stop] = [
                fields.valued(text, line) for line in found[header.start : header.stop]
            ]
        return text, lines.blocks(text, found)


def _collapsed(run: str) -> str:
    """A run of words with each stretch of white space, or of characters without width, as one space."""
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
