"""Tables of briefings, stories and what they are made of."""

from __future__ import annotations

from collections.abc import Iterator

from beldigest.model import Briefing
from beldigest.tables.schema import (
    BRIEFING,
    EVIDENCE,
    NUMBER,
    PER_STORY,
    STORY,
    TO_BRIEFING,
    TO_STORY,
    Column,
    Declared,
    Row,
    Table,
    identifier,
    span_cells,
    when_cells,
    when_columns,
)


def _briefings(briefing: Briefing) -> Iterator[Row]:
    source = briefing.source
    yield (
        briefing.id,
        briefing.title,
        briefing.publisher,
        briefing.author,
        briefing.language,
        *when_cells(briefing.published),
        briefing.published_known,
        briefing.url,
        source.name,
        source.media_type,
        source.sha256,
    )


def _stories(briefing: Briefing) -> Iterator[Row]:
    for number, story in enumerate(briefing.stories, 1):
        yield (
            briefing.id,
            story.id,
            number,
            story.headline,
            story.section,
            story.deck,
            story.byline,
            story.dateline,
            story.source_line,
            *when_cells(story.published),
            len(story.paragraphs),
            story.span.start,
            story.span.end,
        )


def _lead(briefing: Briefing) -> Iterator[Row]:
    kept = {story.id for story in briefing.stories}
    for number, item in enumerate(briefing.lead, 1):
        # A line may announce a story that was folded into one of another briefing, which is no row of this one.
        story = item.story if item.story in kept else None
        yield briefing.id, number, item.text, story, *span_cells(briefing, item.span)


def _paragraphs(briefing: Briefing) -> Iterator[Row]:
    for story in briefing.stories:
        for number, paragraph in enumerate(story.paragraphs, 1):
            span = paragraph.span
            yield briefing.id, story.id, number, paragraph.text, span.start, span.end


def _links(briefing: Briefing) -> Iterator[Row]:
    for story in briefing.stories:
        for number, link in enumerate(story.links, 1):
            yield briefing.id, story.id, number, link.url, *span_cells(briefing, link.span)


#: These tables, parents before what points to them.
STORIES: tuple[Declared, ...] = (
    (
        Table(
            "briefings",
            "one row a briefing",
            (
                BRIEFING,
                Column("title", "string", "title"),
                Column("publisher", "string", "who publishes it"),
                Column("author", "string", "who wrote it"),
                Column("language", "string", "BCP 47 language tag", True),
                *when_columns("published", "the date of publication"),
                Column("published_known", "string", "stated, given or inferred"),
                Column("url", "string", "address"),
                Column("source_name", "string", "name of the source", True),
                Column("source_media_type", "string", "media type of the source", True),
                Column("source_sha256", "string", "SHA-256 of the source's bytes, hexadecimal", True),
            ),
            ("briefing_id",),
        ),
        _briefings,
    ),
    (
        Table(
            "stories",
            "one row a story that stays",
            (
                BRIEFING,
                STORY,
                NUMBER,
                Column("headline", "string", "headline, empty where the item has none", True),
                Column("section", "string", "title of the section"),
                Column("deck", "string", "the line under the headline"),
                Column("byline", "string", "who wrote it"),
                Column("dateline", "string", "place and date that the story opens with"),
                Column("source_line", "string", "the line that says where it was taken from"),
                *when_columns("published", "the item's own date of publication"),
                Column("paragraphs", "integer", "number of paragraphs", True),
                Column("start", "integer", "offset of the first character, in code points", True),
                Column("end", "integer", "offset after the last character, in code points", True),
            ),
            ("briefing_id", "story_id"),
            (TO_BRIEFING,),
        ),
        _stories,
    ),
    (
        Table(
            "lead",
            "one row an item of the summary",
            (
                BRIEFING,
                NUMBER,
                Column("text", "string", "the item, wrapped lines joined", True),
                identifier("story_id", "the story that it announces", False),
                *EVIDENCE,
            ),
            ("briefing_id", "number"),
            (TO_BRIEFING, TO_STORY),
        ),
        _lead,
    ),
    (
        Table(
            "paragraphs",
            "one row a paragraph of a story",
            (
                BRIEFING,
                STORY,
                NUMBER,
                Column("text", "string", "the paragraph, wrapped lines joined", True),
                *EVIDENCE[:2],
            ),
            PER_STORY,
            (TO_STORY,),
        ),
        _paragraphs,
    ),
    (
        Table(
            "links",
            "one row a link of a story",
            (BRIEFING, STORY, NUMBER, Column("url", "string", "address", True), *EVIDENCE),
            PER_STORY,
            (TO_STORY,),
        ),
        _links,
    ),
)
