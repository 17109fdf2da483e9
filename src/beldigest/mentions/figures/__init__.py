"""Recogniser of figures: numbers with their unit, how sure they are, and what they count.

The steps are in :mod:`~beldigest.mentions.figures.reader`; what is special to a language is in its ``figures`` part.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from beldigest.language import Gazetteer, load
from beldigest.language.tokens import Tokens
from beldigest.mentions.figures.marks import marks
from beldigest.mentions.figures.quantity import Quantity, plain
from beldigest.mentions.figures.reader import quantities
from beldigest.mentions.reading import Reading
from beldigest.mentions.types import FigureMention, Mentions
from beldigest.model import Span


def find(reading: Reading, found: Mentions, gazetteers: Sequence[Gazetteer] = ()) -> Iterator[FigureMention]:
    """The figures of the reading, in text order."""
    grammar = load(reading.language, "figures")
    taken = [mention.span for mention in found.dates if mention.type in {"date", "time"}]
    taken += [mention.span for mention in found.actors]
    taken.sort()
    stretches = sorted({stretch for passage in reading.passages for stretch in passage.stretches})
    for stretch in stretches:
        tokens = Tokens(reading.text, stretch.start, stretch.end)
        blocked = _Blocked([*_within(taken, stretch), *marks(reading.text, stretch.start, stretch.end)])
        for quantity in quantities(
            tokens, grammar, lambda a, b, t=tokens, k=blocked: k.covers(t.starts[a], t.ends[b - 1])
        ):
            yield _mention(tokens, quantity)


def _within(spans: Sequence[Span], stretch: Span) -> Sequence[Span]:
    return spans[bisect_left(spans, Span(stretch.start, 0)) : bisect_left(spans, Span(stretch.end, 0))]


class _Blocked:
    """Spans in which there is no figure."""

    def __init__(self, spans: Sequence[Span]) -> None:
        self._spans = sorted(spans)

    def covers(self, start: int, end: int) -> bool:
        """Whether a blocked span overlaps the characters from ``start`` to ``end``."""
        at = bisect_left(self._spans, Span(end, 0))
        return any(span.end > start for span in self._spans[max(0, at - 3) : at])


def _mention(tokens: Tokens, quantity: Quantity) -> FigureMention:
    def span(first: int, end: int) -> Span:
        return Span(tokens.starts[first], tokens.ends[end - 1])

    ranged = quantity.high is not None
    return FigureMention(
        span=span(quantity.start, quantity.end),
        number=span(*quantity.number),
        value=None if ranged else plain(quantity.value),
        low=plain(quantity.value) if ranged else None,
        high=plain(quantity.high) if quantity.high is not None else None,
        unit=quantity.unit,
        per=quantity.per,
        bound=quantity.bound,
        counted=span(*quantity.counted) if quantity.counted else None,
        change=quantity.change,
    )
