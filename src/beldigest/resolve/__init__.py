"""Resolution: an outline and the mentions in it -> a briefing of records."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TypeVar

import attrs

from beldigest.ids import content_id
from beldigest.language import Gazetteer
from beldigest.mentions.dates import edtf
from beldigest.mentions.reading import Passage, Reading
from beldigest.mentions.types import Mention as AnyMention
from beldigest.mentions.types import Mentions, place
from beldigest.model import (
    Annotation,
    Boilerplate,
    Briefing,
    Citation,
    Event,
    Figure,
    Known,
    LeadItem,
    Mention,
    Notice,
    Paragraph,
    Section,
    Span,
    Story,
    When,
)
from beldigest.resolve import events, figures, lead, speakers
from beldigest.resolve.register import Register, register
from beldigest.segment.parts import Outline, StoryPart

_R = TypeVar("_R", Figure, Citation, Event)


def resolve(
    outline: Outline,
    reading: Reading,
    mentions: Mentions,
    gazetteers: Sequence[Gazetteer] = (),
    published: When | None = None,
    published_known: Known | None = None,
) -> Briefing:
    """The briefing that an outline and its mentions make."""
    document, metadata = outline.document, outline.document.metadata
    names = register(reading, mentions, gazetteers)
    briefing_id = content_id("b", document.text)
    by_passage = _by_passage(reading, mentions)
    passages = [passage for passage in reading.passages if passage.kind == "story"]
    seen: Counter[str] = Counter()
    stories = tuple(
        _story(outline, part, reading, passage, by_passage[passage], names, briefing_id, seen)
        for part, passage in zip(outline.stories, passages, strict=True)
    )
    links = lead.link(
        [item.span.line(reading.text) for item in outline.lead],
        [(story.headline, [paragraph.text for paragraph in story.paragraphs]) for story in stories],
        [story.section for story in stories],
    )
    return Briefing(
        id=briefing_id,
        text=document.text,
        source=document.source,
        title=outline.title.line(reading.text) if outline.title else metadata.title,
        publisher=outline.publisher.line(reading.text) if outline.publisher else metadata.publisher,
        author=metadata.author,
        language=reading.language,
        published=published,
        published_known=published_known,
        url=metadata.url,
        lead=tuple(
            LeadItem(item.span.line(reading.text), item.span, None if at is None else stories[at].id)
            for item, at in zip(outline.lead, links, strict=True)
        ),
        sections=tuple(
            Section(
                part.span.line(reading.text),
                part.span,
                tuple(story.id for story, its in zip(stories, outline.stories, strict=True) if its.section == index),
            )
            for index, part in enumerate(outline.sections)
        ),
        stories=stories,
        actors=tuple(names.actors),
        boilerplate=tuple(Boilerplate(part.span, part.because) for part in outline.boilerplate),
        warnings=(*document.warnings, *_undated(reading, mentions, published, document.source.name)),
    )


def _undated(reading: Reading, mentions: Mentions, published: When | None, name: str) -> Iterator[Notice]:
    """What is lost where nobody knows the day from which "on Wednesday" is counted."""
    unknown = [
        mention.span
        for mention in mentions.dates
        if mention.timex and mention.when and mention.when.edtf is None and not mention.timex.endswith("_REF")
    ]
    if unknown and published is None:
        count, words = len(unknown), unknown[0].line(reading.text)
        dates = f"{count} dates such as {words!r} have" if count > 1 else f"{words!r} has"
        yield Notice(f"no day of publication is known, so {dates} no value: give the day as published", name)


def _story(
    outline: Outline,
    part: StoryPart,
    reading: Reading,
    passage: Passage,
    mentions: Mentions,
    names: Register,
    briefing_id: str,
    seen: Counter[str],
) -> Story:
    headline = part.headline.line(reading.text) if part.headline else ""
    paragraphs = tuple(Paragraph(span.line(reading.text), span) for span in part.paragraphs)
    content = content_id("s", briefing_id, headline, *(paragraph.text for paragraph in paragraphs))
    seen[content] += 1
    story_id = content if seen[content] == 1 else content_id("s", content, seen[content])
    citations = _named("c", story_id, speakers.citations(reading, passage, mentions, names))
    return Story(
        id=story_id,
        headline=headline,
        span=part.span,
        headline_span=part.headline,
        section=outline.sections[part.section].span.line(reading.text) if part.section is not None else None,
        deck=part.deck.line(reading.text) if part.deck else None,
        byline=part.byline.line(reading.text) if part.byline else None,
        dateline=part.dateline.line(reading.text) if part.dateline else None,
        paragraphs=paragraphs,
        links=part.links,
        mentions=tuple(
            Mention(
                names.mentions[mention.span],
                mention.span,
                mention.role.line(reading.text) if mention.role else None,
                mention.role,
            )
            for mention in mentions.actors
        ),
        dates=tuple(mention.when for mention in mentions.dates if mention.when is not None),
        figures=_named("f", story_id, figures.figures(reading, passage, mentions, citations)),
        citations=citations,
        events=_named("e", story_id, events.events(reading, passage, mentions, names)),
        annotations=tuple(
            Annotation(
                content_id("n", story_id, mention.span.start, mention.span.end, mention.kind, mention.value),
                mention.kind,
                mention.value,
                mention.span,
            )
            for mention in mentions.annotations
        ),
        published=edtf.parsed(passage.published.isoformat()) if passage.published else None,
        source_line=part.source_line.line(reading.text) if part.source_line else None,
    )


def _named(prefix: str, story_id: str, records: Sequence[_R]) -> tuple[_R, ...]:
    """The records with ids from their story and their place in it."""
    seen: Counter[Span] = Counter()
    named = []
    for record in records:
        seen[record.span] += 1
        place_in_story = (record.span.start, record.span.end, seen[record.span])
        named.append(attrs.evolve(record, id=content_id(prefix, story_id, *place_in_story)))
    return tuple(named)


def _by_passage(reading: Reading, mentions: Mentions) -> dict[Passage, Mentions]:
    """The mentions of each passage; one that begins outside of all of them belongs to none."""
    stretches = [
        (stretch.start, stretch.end, index)
        for index, passage in enumerate(reading.passages)
        for stretch in passage.stretches
    ]
    stretches.sort()
    starts = [start for start, _, _ in stretches]
    found: list[list[AnyMention]] = [[] for _ in reading.passages]
    for mention in mentions:
        start = place(mention).start
        at = bisect_right(starts, start) - 1
        if at >= 0 and start < stretches[at][1]:
            found[stretches[at][2]].append(mention)
    return {passage: Mentions().plus(its) for passage, its in zip(reading.passages, found, strict=True)}
