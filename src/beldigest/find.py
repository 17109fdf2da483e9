"""One recogniser at a time, on a bare text in which every line is a paragraph; and the sentence around a record.

Spans are of the text as given. What is found is what the words say by themselves; ``beldigest.parse`` also resolves
who "he" is and whose figure it is. Each raises ``OptionError`` for what is no text, no date, or no place in the text.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from attrs import evolve

from beldigest import arguments
from beldigest.mentions import recognise
from beldigest.mentions.reading import Anchor, Passage, Reading
from beldigest.mentions.types import ActorMention, CitationMention, DateMention, FigureMention, Mentions
from beldigest.model import Briefing, Span


def find_dates(
    text: str, *, published: dt.date | str | None = None, anchor: Anchor | None = None, language: str = "en"
) -> tuple[DateMention, ...]:
    """The temporal expressions of a text, resolved against the day of publication or, in a narrative, its own dates.

    ``published`` is a date or EDTF; without it "on Friday" keeps its words and has no date. ``anchor`` says what
    relative dates are counted from: ``published``, or in a ``narrative`` the last full date before them; by default
    the text decides.
    """
    when = arguments.publication(published)
    day = when.first if when and when.precision == "day" else None
    reading = Reading.of(arguments.text(text), language=language, published=day, anchor=arguments.anchor(anchor))
    return recognise(evolve(reading, published_edtf=when.edtf if when else None), names=("dates",)).dates


def find_actors(text: str, *, language: str = "en") -> tuple[ActorMention, ...]:
    """The places where a person, organisation or place is named in a text, with the role that is said beside it."""
    return recognise(_reading(text, language), names=("dates", "actors")).actors


def find_figures(text: str, *, language: str = "en") -> tuple[FigureMention, ...]:
    """The quantities of a text; dates, ordinals and parts of names are none."""
    return recognise(_reading(text, language), names=("dates", "figures")).figures


def find_citations(text: str, *, language: str = "en") -> tuple[CitationMention, ...]:
    """The attributions of a text: quotations, reported statements and data with a source."""
    return recognise(_reading(text, language), names=("citations",)).citations


def find_roles(text: str, names: Iterable[Span], *, language: str = "en") -> tuple[tuple[Span, Span], ...]:
    """For the given names of persons in a text, the role that is said of them: pairs of name and role.

    A name of which no role is said is left out.
    """
    from beldigest.mentions.actors.roles import roles

    return tuple(roles(_reading(text, language), arguments.places(names, text)))


def resolve_actors(text: str, mentions: Iterable[ActorMention], *, language: str = "en") -> tuple[str, ...]:
    """For each of the given mentions in a text the id of the actor that it names: equal ids are one actor."""
    from beldigest.resolve.register import register

    reading, given = _reading(text, language), arguments.actors(mentions, text)
    names = register(reading, Mentions().plus(given))
    return tuple(names.mentions[mention.span] for mention in given)


def sentence(briefing: Briefing, span: Span) -> Span:
    """The sentence of a briefing in which a span stands, or the sentences, where it goes over several.

    It is the evidence to show behind a figure, a date or a quotation, ``briefing.quote(sentence(briefing,
    figure.span))``. A headline or a line of the lead is taken whole; a span that stands in no story and no lead item is
    its own answer.
    """
    whole = [item.span for item in briefing.lead]
    whole += [story.headline_span for story in briefing.stories if story.headline_span]
    for stretch in whole:
        if span in stretch:
            return stretch
    found = [
        each
        for story in briefing.stories
        for paragraph in story.paragraphs
        if paragraph.span.overlaps(span)
        for each in _sentences(briefing, paragraph.span)
        if each.overlaps(span)
    ]
    return Span(min(span.start, found[0].start), max(span.end, found[-1].end)) if found else span


def _sentences(briefing: Briefing, paragraph: Span) -> list[Span]:
    text = briefing.quote(paragraph)
    whole = Span(0, len(text))
    inner = Reading.over(text, [Passage((whole,))], language=briefing.language).sentences(whole)
    return [Span(paragraph.start + each.start, paragraph.start + each.end) for each in inner]


def _reading(text: str, language: str) -> Reading:
    return Reading.of(arguments.text(text), language=language)
