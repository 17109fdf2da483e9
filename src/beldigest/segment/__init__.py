"""Segmentation: a document -> title, lead, sections, stories and boilerplate."""

from __future__ import annotations

import re

from beldigest.document import Document
from beldigest.model import Span
from beldigest.segment.parts import BoilerplatePart, LeadPart, Outline, StoryPart

_WORDS = re.compile(r"[^\W_]")


def outline(document: Document) -> Outline:
    """The outline of a document: every block that holds a letter or digit lies in exactly one part."""
    text = document.text
    blocks = [block for block in document.blocks if _WORDS.search(text, block.span.start, block.span.end)]
    titles = [
        block.kind == "heading"
        or (len(block.span) <= 110 and not block.marker and text[block.span.end - 1] not in '.!?…:;,"”»)')
        for block in blocks
    ]
    lead: list[LeadPart] = []
    stories: list[tuple[Span | None, list[Span], list[object]]] = []
    boilerplate: list[BoilerplatePart] = []
    for block, title in zip(blocks, titles, strict=True):
        if block.kind == "rule":
            boilerplate.append(BoilerplatePart(block.span, "a rule"))
        elif title:
            stories.append((block.span, [], list(block.links)))
        elif stories:
            stories[-1][1].append(block.span)
        elif len(block.span) < 300:
            lead.append(LeadPart(block.span, "before the first title"))
        else:
            stories.append((None, [block.span], list(block.links)))
    return Outline(
        document,
        lead=tuple(lead),
        stories=tuple(StoryPart(tuple(paragraphs), headline) for headline, paragraphs, _ in stories),
        boilerplate=tuple(boilerplate),
    )
