"""Recogniser of dates: temporal expressions with their values, as TIMEX3 and as EDTF.

The language says what the words mean (:mod:`beldigest.language.temporal`), :mod:`.placing` where that lies in the
calendar, :mod:`.edtf` from which day to which.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from operator import attrgetter
from types import ModuleType

from beldigest.language import Gazetteer, load
from beldigest.language.temporal import Direction, Expression
from beldigest.mentions.dates import edtf
from beldigest.mentions.dates.narrative import is_narrative, opening
from beldigest.mentions.dates.period import Period
from beldigest.mentions.dates.placing import Placed, Placer
from beldigest.mentions.dates.stretches import Stretch, of_pair, of_portion, qualified, same_of_year
from beldigest.mentions.dates.yearly import comes_yearly
from beldigest.mentions.reading import Passage, Reading
from beldigest.mentions.types import DateMention, Mentions
from beldigest.model import Span, When

#: Years before an expression among which its frame is looked for.
_FRAMES = 4


def find(reading: Reading, found: Mentions, gazetteers: Sequence[Gazetteer] = ()) -> Iterator[DateMention]:
    """The temporal expressions of the reading, in text order.

    The two ends of a range are two mentions; the first one's ``when`` is the whole interval, and the second has none.
    """
    mentions = [mention for passage in reading.passages for mention in _in_passage(reading, passage)]
    yield from sorted(mentions, key=attrgetter("span.start", "span.end"))


def _in_passage(reading: Reading, passage: Passage) -> Iterator[DateMention]:
    grammar = load(reading.language, "dates")
    read = ((line, list(grammar.expressions(reading.text, line))) for line in passage.stretches)
    lines = [(line, found) for line, found in read if found]
    meanings = [found.meaning for _, line in lines for found in line]
    speech = _speech(reading, passage)
    narrative = is_narrative(meanings, speech) if reading.anchor is None else reading.anchor == "narrative"
    placer = Placer(speech, narrative, opening(meanings) if narrative else None)
    for line, expressions in lines:
        placer.turn_to_paragraph()
        placed = _placed(reading, line, expressions, grammar, placer)
        yield from _mentions(reading, expressions, placed, grammar)


def _placed(
    reading: Reading, line: Span, expressions: list[Expression], grammar: ModuleType, placer: Placer
) -> list[Placed]:
    """The expressions of a line in the calendar; what stands in one list or range ("on 3 and 4 May") is counted from
    its first."""
    found: list[Placed] = []
    years: list[tuple[Span, Period]] = []
    for at, expression in enumerate(expressions):
        meaning = expression.meaning
        ask = partial(_direction, grammar, reading, line, expression)
        first, before = (expressions[at - 1], found[-1].period) if found else (expression, None)
        if found and first.to_next and (shift := grammar.moved(reading.text, first.span)):
            placed = placer.place(meaning, ask)
            found[-1] = placer.place_old(first.meaning, placed.period, shift) or found[-1]
        elif before is not None and (first.to_next or grammar.listed(reading.text, first.span, expression.span)):
            placed = placer.place_after(before, first.meaning, meaning, ask, ranged=first.to_next)
        elif (end := _end_of(reading, expressions, at, grammar)) is not None:
            ask = partial(_direction, grammar, reading, line, end)
            placed = placer.place_until(meaning, end.meaning, ask)
        elif years and comes_yearly(meaning) and (year := _frame_of(reading, line, years, expression.span, grammar)):
            placed = placer.place_in(year, meaning, ask)
        else:
            told = placer.spoken_of
            placed = placer.place(meaning, ask)
            if told is not None and placed.precision == "year" and _is_bracketed(reading.text, expression.span):
                placer.spoken_of = told  # "the Land Act (1881)": the year of a thing, and not of the story
        found.append(placed)
        if placed.precision == "year" and placed.period is not None and not placed.approximate:
            years.append((expression.span, placed.period))
    return found


def _frame_of(
    reading: Reading, line: Span, years: list[tuple[Span, Period]], at: Span, grammar: ModuleType
) -> Period | None:
    """The one of the years before an expression that opens its sentence, and frames its clause: "In 2011 he was
    arrested | in March"."""
    sentence = reading.sentence(line, at.start)
    return next((year for span, year in years[-_FRAMES:] if grammar.is_framed(reading.text, sentence, span, at)), None)


def _is_bracketed(text: str, span: Span) -> bool:
    """Whether nothing else stands in the brackets around a span."""
    return text.startswith("(", span.start - 1) and text.startswith(")", span.end)


def _end_of(reading: Reading, expressions: list[Expression], at: int, grammar: ModuleType) -> Expression | None:
    """The expression that says where the one at an index ends: "the quarter | ended September 30"."""
    following = expressions[at + 1] if at + 1 < len(expressions) else None
    ends = following is not None and grammar.ends_with(reading.text, expressions[at].span, following.span)
    return following if ends else None


def _speech(reading: Reading, passage: Passage) -> Period | None:
    """The time of writing, as precisely as it is known."""
    published = passage.published or reading.published
    if published is not None:
        return Period.of("day", published)
    if not reading.published_edtf:
        return None
    known = edtf.parsed(reading.published_edtf)
    if known.first is None or known.precision not in ("day", "month", "year"):
        return None
    return Period.of(known.precision, known.first)


def _direction(grammar: ModuleType, reading: Reading, line: Span, found: Expression) -> Direction:
    sentence = reading.sentence(line, found.span.start)
    direction: Direction = grammar.direction(reading.text, sentence, found.span)
    return direction


def _mentions(
    reading: Reading, expressions: list[Expression], placed: list[Placed], grammar: ModuleType
) -> Iterator[DateMention]:
    """The mentions of a line; a stretch is told by the first of its expressions, and the second has no ``when``."""
    text = reading.text
    told: Stretch | None = None
    ended = False
    for at, (found, value) in enumerate(zip(expressions, placed, strict=True)):
        if ended:
            yield DateMention(found.span, value.type, value.timex)
            ended = False
            continue
        following = expressions[at + 1 : at + 2]
        stretch = of_pair(text, grammar, found, value, following[0], placed[at + 1]) if following else None
        ended = stretch is not None
        if stretch is None and value.type == "date":
            stretch = of_portion(text, found, value)
            if stretch is None and told is not None:
                stretch = same_of_year(text, grammar, told, found, value)
        told = stretch or told
        is_point = stretch is None and value.type in ("date", "time")
        when = _when(text, found, value) if is_point else stretch.when if stretch is not None else None
        yield DateMention(found.span, value.type, value.timex, when)


def _when(text: str, found: Expression, value: Placed) -> When:
    span = found.span if found.portion is None else Span(found.portion.start, found.span.end)
    if value.edtf is None:
        return When(span.line(text), span=span)
    known = qualified(value.edtf, found, value)
    return edtf.when(span.line(text), known, precision=value.precision, anchor=value.anchor, span=span)
