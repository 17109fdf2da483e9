"""English temporal expressions: which words are one, and what they say."""

from __future__ import annotations

import re
from collections.abc import Iterator

from beldigest.language.en.dates.compose import expressions as _of_run
from beldigest.language.en.dates.numerals import merged
from beldigest.language.en.dates.reports import ends_stretch, ends_with, is_compared
from beldigest.language.en.dates.tense import direction, moved
from beldigest.language.en.dates.tokens import runs
from beldigest.language.temporal import Expression
from beldigest.model import Span

__all__ = ["direction", "ends_stretch", "ends_with", "expressions", "is_compared", "is_framed", "listed", "moved"]

#: What may stand before the year that a sentence opens with, and what begins a clause that is not bound to it.
_OPENING = re.compile(
    r"[\W_]*(?:(?:but|and|back|early|late|later|earlier|in|during|throughout|by)\s+){0,2}", re.IGNORECASE
)
#: Characters before such a year, and in the clause behind it, at the most.
_LEAD, _FRAMED = 24, 300
_OTHER_CLAUSE = re.compile(r"[;:]|,\s+(?:and|but|while|which|who|said)\b")
_LINK = re.compile(r"(?:,\s*)?(?:\s*(?:and|or))?\s*|/")


def expressions(text: str, line: Span) -> Iterator[Expression]:
    """The temporal expressions of one paragraph of ``text``, in order."""
    for run in runs(text, line.start, line.end):
        yield from _of_run(text, line, merged(run))


def is_framed(text: str, sentence: Span, year: Span, at: Span) -> bool:
    """Whether a year opens the sentence as its frame, and an expression stands in the clause that it frames: "In 2011
    he was arrested | in March"."""
    if not (sentence.start <= year.start <= sentence.start + _LEAD and at.start - year.end <= _FRAMED):
        return False
    opens = _OPENING.fullmatch(text, sentence.start, year.start) is not None
    return opens and text[year.end] in ", " and _OTHER_CLAUSE.search(text, year.end, at.start) is None


def listed(text: str, a: Span, b: Span) -> bool:
    """Whether two expressions stand side by side in a list: "3 and 4 May", "August, September"."""
    return a.end < b.start and _LINK.fullmatch(text, a.end, b.start) is not None
