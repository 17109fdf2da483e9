"""What a reader yields: one text, and the blocks that stand in it.

A :class:`Document` knows layout, not meaning: which stretches are headings, paragraphs, list items or rules, which
words are emphasised and where they link to. All spans index ``Document.text``. A line break inside a block is a
wrapped line.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Literal

from attrs import field, frozen

from beldigest.model import Link, Notice, Source, Span

BlockKind = Literal["heading", "paragraph", "list item", "quotation", "preformatted", "table cell", "table row", "rule"]
Region = Literal["body", "header", "navigation", "aside", "inset", "column", "footer"]


@frozen
class Block:
    """A stretch of a document that its format sets apart.

    ``level`` is the rank of a heading (1 to 6), the nesting of a list item (1 the outermost), or 0. ``marker`` is what
    stood before the words and is not part of them: the bullet or number of a list item, the name of a header field
    (``Subject:``), the line under a heading. ``strong`` are the emphasised stretches. ``blank_before`` counts the empty
    lines before it in the source. ``region`` is the part of the page that the format itself says it stands in; an
    ``inset`` stands amid the text and is not part of it, as a caption or the number of a page; a ``column`` is a narrow
    one without running text beside that of the page.

    ``indent`` counts columns. ``size`` is a font size in CSS pixels, 0 where it is not stated. ``style`` is an opaque
    key: blocks of one document that the format dresses alike have the same. ``group`` numbers the items that the format
    itself keeps apart (entries of a feed, articles of a page, messages of a digest) from 1; 0 is none of them.
    ``onward`` says that the words are a link to a place further on in the document, as those of a contents list.
    ``nest`` is how deep the innermost element of the format is which holds both the block and the one before it.
    """

    kind: BlockKind
    span: Span
    level: int = 0
    marker: str = ""
    strong: tuple[Span, ...] = ()
    links: tuple[Link, ...] = ()
    blank_before: int = 0
    region: Region = "body"
    indent: int = 0
    size: float = 0.0
    style: str = ""
    group: int = 0
    onward: bool = False
    nest: int = 0


@frozen
class Metadata:
    """What the format itself states of the document (headers, front matter, feed fields), not its running text."""

    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    published: dt.date | None = None
    url: str | None = None
    language: str | None = None


@frozen
class Document:
    """A text with its blocks in order, none over another, and what the format states of it.

    ``days`` are the days that the format gives single items, by their group.
    """

    text: str = field(repr=False)
    blocks: tuple[Block, ...]
    source: Source
    metadata: Metadata = Metadata()
    warnings: tuple[Notice, ...] = ()
    days: Mapping[int, dt.date] = field(factory=dict, hash=False)


def misplaced(document: Document) -> str:
    """What is wrong with where the blocks of a document stand, in words; the empty string for nothing.

    They stand in the text, in order, and none over another; what is emphasised or linked stands in its block.
    """
    at = 0
    for number, block in enumerate(document.blocks):
        span = block.span
        if not at <= span.start <= span.end <= len(document.text):
            return f"blocks[{number}] is {span}, and is to lie between {at} and {len(document.text)}"
        for inner in (*block.strong, *(link.span for link in block.links)):
            if inner.start > inner.end or inner not in span:
                return f"blocks[{number}] is {span}, and {inner} is to lie in it"
        at = span.end
    return ""
