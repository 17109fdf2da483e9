"""Which story a line of the lead announces."""

from __future__ import annotations

from collections.abc import Sequence


def link(items: Sequence[str], stories: Sequence[tuple[str, Sequence[str]]]) -> list[int | None]:
    """For each lead item the index of the story that it announces, or None.

    A story is given as headline and paragraphs. Several items may announce one story.
    """
    return [None for _ in items]
