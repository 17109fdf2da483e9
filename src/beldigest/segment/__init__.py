"""Segmentation: a document -> title, lead, sections, stories and boilerplate."""

from __future__ import annotations

from beldigest.document import Document
from beldigest.segment.parts import Outline


def outline(document: Document) -> Outline:
    """The outline of a document: every block that holds a letter or digit lies in exactly one part."""
    raise NotImplementedError
