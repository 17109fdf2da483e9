"""Citations, written as prose: a title, a text, and who is cited in it with which words."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from beldigest import CitationMention, Span, find_citations

FIXTURES = Path(__file__).parent.parent / "fixtures" / "citations"


def cases() -> Iterator[object]:
    for path in sorted(FIXTURES.glob("*.txt")):
        _, *blocks = path.read_text("utf-8").strip().split("\n\n")
        for block in blocks:
            title, *lines = block.split("\n")
            text = "\n".join(line for line in lines if not line.startswith("=> "))
            expected = [line for line in lines if line.startswith("=> ")]
            yield pytest.param(text, expected, id=f"{path.stem}: {title.lstrip('# ')}")


def told(text: str, mention: CitationMention) -> str:
    def words(spans: tuple[Span, ...]) -> str:
        return " ... ".join(span.of(text) for span in spans) or "-"

    parts = [mention.kind, words(mention.source), words(mention.cue), words(mention.content)]
    if mention.stance != "asserted":
        parts.append(mention.stance)
    if mention.outlet is not None:
        parts.append(f"on {mention.outlet.of(text)}")
    if mention.addressee is not None:
        parts.append(f"to {mention.addressee.of(text)}")
    return "=> " + " | ".join(parts)


@pytest.mark.parametrize(("text", "expected"), list(cases()))
def test_citations(text: str, expected: list[str]) -> None:
    found = [told(text, mention) for mention in find_citations(text)]
    assert (found or ["=> nothing"]) == expected
