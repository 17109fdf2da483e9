"""One recogniser at a time, on a bare text in which every line is a paragraph.

Spans are of the text as given. What is found is what the words say by themselves; ``beldigest.parse`` also resolves
who "he" is and whose figure it is.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from beldigest.mentions import recognise
from beldigest.mentions.reading import Anchor, Reading
from beldigest.mentions.types import ActorMention, CitationMention, DateMention, FigureMention, Mentions
from beldigest.model import Span


def find_dates(
    text: str, *, published: dt.date | None = None, anchor: Anchor | None = None, language: str = "en"
) -> tuple[DateMention, ...]:
    """The temporal expressions of a text, resolved against the day of publication or, in a narrative, its own dates."""
    reading = Reading.of(text, language=language, published=published, anchor=anchor)
    return recognise(reading, names=("dates",)).dates


def find_actors(text: str, *, language: str = "en") -> tuple[ActorMention, ...]:
    """The places where a person, organisation or place is named in a text, with the role that is said beside it."""
    return recognise(Reading.of(text, language=language), names=("dates", "actors")).actors


def find_figures(text: str, *, language: str = "en") -> tuple[FigureMention, ...]:
    """The quantities of a text; dates, ordinals and parts of names are none."""
    return recognise(Reading.of(text, language=language), names=("dates", "figures")).figures


def find_citations(text: str, *, language: str = "en") -> tuple[CitationMention, ...]:
    """The attributions of a text: quotations, reported statements and data with a source."""
    return recognise(Reading.of(text, language=language), names=("citations",)).citations


def find_roles(text: str, names: Sequence[Span], *, language: str = "en") -> tuple[tuple[Span, Span], ...]:
    """For the given names of persons in a text, the role that is said of them: pairs of name and role."""
    from beldigest.mentions.actors.roles import roles

    return tuple(roles(Reading.of(text, language=language), names))


def resolve_actors(text: str, mentions: Sequence[ActorMention], *, language: str = "en") -> tuple[str, ...]:
    """For each of the given mentions in a text the id of the actor that it names: equal ids are one actor."""
    from beldigest.resolve.register import register

    names = register(Reading.of(text, language=language), Mentions().plus(mentions))
    return tuple(names.mentions[mention.span] for mention in mentions)
