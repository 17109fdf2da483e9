"""Digests in the house styles of many publishers, with the outline that they have.

A fixture is a title, a source and the outline, each ended by a line with a dot. In an outline ``#`` is the title, ``>``
a line of the lead, ``=`` a section and ``*`` a story with the number of its paragraphs; a story without a headline is
shown with its first paragraph.
"""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from beldigest.model import Span
from beldigest.readers import BUILTIN, choose
from beldigest.segment import outline
from beldigest.segment.parts import Outline

_HERE = Path(__file__).parent.parent / "fixtures" / "segmentation"
_FORMATS = {"text": "txt", "markdown": "md", "html": "html", "mail": "eml", "feed": "xml"}


def _fixtures() -> list[tuple[str, str, str, str]]:
    found = []
    for name, format in _FORMATS.items():
        parts = (_HERE / f"{name}.txt").read_text("utf-8").split("\n.\n")
        assert parts.pop().strip() == "" and len(parts) % 3 == 0, name
        found += [(format, title.strip(), *rest) for title, *rest in zip(*[iter(parts)] * 3, strict=True)]
    return found


def _shown(found: Outline) -> str:
    def line(span: Span) -> str:
        return " ".join(span.of(found.document.text).split())

    rows = [(found.title.start, f"# {line(found.title)}")] if found.title else []
    rows += [(part.span.start, f"> {line(part.span)}") for part in found.lead]
    rows += [(part.span.start, f"= {line(part.span)}") for part in found.sections]
    for story in found.stories:
        told = f"[{len(story.paragraphs)}]"
        shown = f"{line(story.headline)} {told}" if story.headline else f"- {told} {line(story.paragraphs[0])}"
        rows.append((story.span.start, f"* {shown}"))
    return "\n".join(row for _, row in sorted(rows, key=lambda row: row[0]))


@pytest.mark.parametrize(
    ("format", "title", "source", "expected"), [pytest.param(*case, id=case[1]) for case in _fixtures()]
)
def test_outline(format: str, title: str, source: str, expected: str) -> None:
    (document,) = choose("source", b"", BUILTIN, format).read(io.BytesIO(source.encode()), "source")
    assert _shown(outline(document)) == expected.strip()
