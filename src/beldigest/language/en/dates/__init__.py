"""English temporal expressions: which words are one, and what they say."""

from __future__ import annotations

import re
from collections.abc import Iterator

from beldigest.language.en.dates.compose import expressions as _of_run
from beldigest.language.en.dates.numerals import merged
from beldigest.language.en.dates.reports import ends_stretch, ends_with, is_compared
from beldigest.language.en.dates.tense import direction, is_put_off
from beldigest.language.en.dates.tokens import runs
from beldigest.language.temporal import Expression
from beldigest.model import Span

__all__ = ["direction", "ends_stretch", "ends_with", "expressions", "is_compared", "is_put_off", "listed"]

_LINK = re.compile(r"(?:,\s*)?(?:\s*(?:and|or))?\s*|/")


def expressions(text: str, line: Span) -> Iterator[Expression]:
    """The temporal expressions of one paragraph of ``text``, in order."""
    for run in runs(text, line.start, line.end):
        yield from _of_run(text, line, merged(run))


def listed(text: str, a: Span, b: Span) -> bool:
    """Whether two expressions stand side by side in a list: "3 and 4 May", "August, September"."""
    return a.end < b.start and _LINK.fullmatch(text, a.end, b.start) is not None
