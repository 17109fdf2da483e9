"""Recogniser of figures: numbers with their unit, how sure they are, and what they count.

A paragraph is read in four steps, each in a module of its own: :mod:`~beldigest.mentions.figures.numbers`,
:mod:`~beldigest.mentions.figures.ranges`, :mod:`~beldigest.mentions.figures.context` and
:mod:`~beldigest.mentions.figures.counted`. What is special to a language is in its ``figures`` part, which answers to
:class:`beldigest.language.figures.FigureGrammar`.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import cast

from beldigest.language import Gazetteer, load
from beldigest.language.figures import FigureGrammar, Phrase
from beldigest.language.tokens import Tokens
from beldigest.mentions.figures.context import place
from beldigest.mentions.figures.counted import count
from beldigest.mentions.figures.marks import marks
from beldigest.mentions.figures.numbers import numbers
from beldigest.mentions.figures.quantity import Quantity, plain
from beldigest.mentions.figures.ranges import joined
from beldigest.mentions.reading import Passage, Reading
from beldigest.mentions.types import DateMention, FigureMention, Mentions
from beldigest.model import Span

_DIGITS_OF_YEAR = 4
# The rest of a number whose beginning was taken for part of a name: "N95" of "N95,000".
_CUT = re.compile(r"(?<=\d)[.,]\d")
# A dash behind a year, and a number that it leads on to: "about 2000-2500 calories".
_LEADS_ON = re.compile(r"\s?[-–—]\s?\d")


def find(reading: Reading, found: Mentions, gazetteers: Sequence[Gazetteer] = ()) -> Iterator[FigureMention]:
    """The figures of the reading, in text order; dates, times and names that were ``found`` hold none."""
    grammar = cast(FigureGrammar, load(reading.language, "figures"))
    dates = [mention for mention in found.dates if mention.type in {"date", "time"}]
    years = sorted((mention.span for mention in dates if _is_year(reading.text, mention)), key=_start)
    taken = [mention.span for mention in dates if not _is_year(reading.text, mention)]
    taken += [mention.span for mention in found.actors if _CUT.match(reading.text, mention.span.end) is None]
    taken.sort(key=_start)
    found_by_stretch = {
        stretch: figures
        for passage in reading.passages
        for stretch, figures in _in_passage(reading, passage, grammar, taken, years)
    }
    for stretch in sorted(found_by_stretch, key=_start):
        yield from found_by_stretch[stretch]


def _in_passage(
    reading: Reading, passage: Passage, grammar: FigureGrammar, taken: Sequence[Span], years: Sequence[Span]
) -> Iterator[tuple[Span, list[FigureMention]]]:
    """The figures of each stretch.

    "Rubles" alone are those of the country that the language is written for, those that the passage has named in full,
    or those of the one country that it names.
    """
    named: dict[str, str | None] = dict(grammar.currencies_in(reading.territory)) if reading.territory else {}
    for stretch in passage.stretches:
        tokens = Tokens(reading.text, stretch.start, stretch.end)
        quantities = _quantities(tokens, stretch, grammar, taken, years)
        for quantity in quantities:
            if quantity.currency and quantity.shared:
                if quantity.currency not in named:
                    named[quantity.currency] = grammar.currency_of(quantity.currency, reading.text, *_extent(passage))
                quantity.unit = named[quantity.currency] or quantity.unit
            if quantity.currency and quantity.unit is not None and (not quantity.shared or " " in quantity.currency):
                named[quantity.currency.split()[-1]] = quantity.unit  # "875 CFA francs" names what "40 francs" are
        yield stretch, [_mention(tokens, quantity) for quantity in quantities]


def _extent(passage: Passage) -> tuple[int, int]:
    """Where a passage begins and ends."""
    return min(stretch.start for stretch in passage.stretches), max(stretch.end for stretch in passage.stretches)


def _is_year(text: str, mention: DateMention) -> bool:
    """Whether a date is four digits, with no more than a word before them that could be a bound, "about 2000".

    What follows them tells whether they are a year ("2000 calories").
    """
    return len(mention.timex) == 4 and mention.timex.isdecimal() and mention.span.of(text).endswith(mention.timex)


def _start(span: Span) -> int:
    return span.start


def _quantities(
    tokens: Tokens, stretch: Span, grammar: FigureGrammar, taken: Sequence[Span], years: Sequence[Span]
) -> list[Quantity]:
    blocked = sorted([*_within(taken, stretch), *marks(tokens.text, stretch.start, stretch.end)], key=_start)
    modified = [span for span in _within(years, stretch) if len(span) > _DIGITS_OF_YEAR] if years else []

    def covered(start: int, end: int) -> bool:
        first, last = tokens.starts[start], tokens.ends[end - 1]
        if modified and _overlaps(modified, first, last):
            return grammar.is_year(tokens, start) and _LEADS_ON.match(tokens.text, last) is None
        return _overlaps(blocked, first, last)

    quantities = joined(tokens, grammar, numbers(tokens, grammar, covered))
    place(tokens, grammar, quantities)
    count(tokens, grammar, quantities)
    return quantities


def _within(spans: Sequence[Span], stretch: Span) -> Sequence[Span]:
    """Those of the spans, which are in order, that begin in a stretch."""
    first = bisect_left(spans, stretch.start, key=_start)
    return spans[first : bisect_left(spans, stretch.end, lo=first, key=_start)]


def _overlaps(spans: Sequence[Span], start: int, end: int) -> bool:
    """Whether one of the spans, which are in order, overlaps the characters from ``start`` to ``end``."""
    before = bisect_left(spans, end, key=_start)
    return any(span.end > start for span in spans[max(0, before - 3) : before])


def _mention(tokens: Tokens, quantity: Quantity) -> FigureMention:
    def span(phrase: Phrase) -> Span:
        return Span(tokens.starts[phrase[0]], tokens.ends[phrase[1] - 1])

    ranged = quantity.high is not None
    return FigureMention(
        span=span((quantity.start, quantity.end)),
        number=span(quantity.number),
        value=None if ranged else plain(quantity.value),
        low=plain(quantity.value) if ranged else None,
        high=plain(quantity.high) if quantity.high is not None else None,
        unit=quantity.unit,
        per=quantity.per,
        bound=quantity.bound,
        counted=span(quantity.counted) if quantity.counted is not None else None,
        change=None if quantity.change == "moved from" else quantity.change,
    )
