"""Puts one document together from pieces: a heading here, a fragment of HTML there."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve

from beldigest.document import Block, BlockKind
from beldigest.model import Link, Span


class Builder:
    """Appends texts, and moves their blocks to where the text then stands."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._length = 0
        self._blocks: list[Block] = []

    def line(
        self,
        text: str,
        kind: BlockKind = "paragraph",
        level: int = 0,
        *,
        marker: str = "",
        url: str = "",
        group: int = 0,
    ) -> None:
        """Adds one line as a block of its own; ``url`` is where the whole line links to."""
        text = " ".join(text.split())
        if text:
            span = Span(0, len(text))
            links = (Link(url, span),) if url else ()
            self.add(text, [Block(kind, span, level, marker, (), links, 1)], group)

    def add(self, text: str, blocks: Sequence[Block], group: int = 0) -> None:
        """Adds a text with its blocks; ``group`` numbers the item that they belong to."""
        at = self._length
        if at or group:
            blocks = [
                evolve(
                    block,
                    span=_moved(block.span, at),
                    strong=tuple(_moved(span, at) for span in block.strong),
                    links=tuple(Link(link.url, _moved(link.span, at)) for link in block.links),
                    group=group or block.group,
                )
                for block in blocks
            ]
        self._blocks += blocks
        self._pieces += (text, "\n")
        self._length += len(text) + 1

    def finish(self) -> tuple[str, tuple[Block, ...]]:
        """The text and its blocks."""
        return "".join(self._pieces), tuple(self._blocks)


def _moved(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)
