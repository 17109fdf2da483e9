"""English temporal expressions: which words are one, and what they say."""

from __future__ import annotations

from collections.abc import Iterator

from beldigest.language.en.dates.compose import expressions as _of_run
from beldigest.language.en.dates.numerals import merged
from beldigest.language.en.dates.tense import direction
from beldigest.language.en.dates.tokens import runs
from beldigest.language.temporal import Expression
from beldigest.model import Span

__all__ = ["direction", "expressions"]


def expressions(text: str, line: Span) -> Iterator[Expression]:
    """The temporal expressions of one paragraph of ``text``, in order."""
    for run in runs(text, line.start, line.end):
        yield from _of_run(text, line, merged(run))
