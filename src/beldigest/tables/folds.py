"""Tables of what was folded, and of what is part of something larger."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from beldigest.model import Briefing, Duplicate, Story
from beldigest.tables.schema import (
    BRIEFING,
    NUMBER,
    PER_STORY,
    STORY,
    TO_STORY,
    Column,
    Declared,
    Row,
    Table,
    identifier,
)


def _duplicate(briefing: Briefing, story: Story, number: int, duplicate: Duplicate) -> Row:
    return (
        briefing.id,
        story.id,
        number,
        duplicate.kind,
        Decimal(repr(duplicate.similarity)),
        duplicate.reason,
        duplicate.folded_briefing,
        duplicate.story.id,
        duplicate.story.headline,
        "; ".join(f"{each.field}: {each.kept} / {each.folded}" for each in duplicate.differed) or None,
        duplicate.story.span.start,
        duplicate.story.span.end,
    )


def _duplicates(briefing: Briefing) -> Iterator[Row]:
    for story in briefing.stories:
        for number, duplicate in enumerate(story.duplicates, 1):
            yield _duplicate(briefing, story, number, duplicate)


def _relations(briefing: Briefing) -> Iterator[Row]:
    for story in briefing.stories:
        for number, relation in enumerate(story.related, 1):
            yield (
                briefing.id,
                story.id,
                number,
                relation.kind,
                Decimal(repr(relation.similarity)),
                relation.reason,
                relation.briefing,
                relation.story,
            )


#: These tables, parents before what points to them.
FOLDS: tuple[Declared, ...] = (
    (
        Table(
            "duplicates",
            "one row a story that was folded into another one",
            (
                BRIEFING,
                identifier("story_id", "the story that stays"),
                NUMBER,
                Column("kind", "string", "why it was folded", True),
                Column("similarity", "number", "from 0 to 1", True),
                Column("reason", "string", "the reason in words", True),
                Column("folded_briefing_id", "string", "the briefing that the folded story stood in", True),
                Column("folded_story_id", "string", "the id that the folded story had", True),
                Column("folded_headline", "string", "the headline of the folded story", True),
                Column("differences", "string", "where the two disagree: field, kept, folded"),
                Column("folded_start", "integer", "offset of the folded story in its briefing's text", True),
                Column("folded_end", "integer", "offset after its last character", True),
            ),
            PER_STORY,
            (TO_STORY,),
        ),
        _duplicates,
    ),
    (
        Table(
            "relations",
            "one row a story that is part of another one, as of a page made of several",
            (
                BRIEFING,
                STORY,
                NUMBER,
                Column("kind", "string", "how the two are related", True),
                Column("similarity", "number", "from 0 to 1", True),
                Column("reason", "string", "the reason in words", True),
                Column("part_briefing_id", "string", "the briefing that the part stands in", True),
                Column("part_story_id", "string", "the story that is the part", True),
            ),
            PER_STORY,
            (TO_STORY,),
        ),
        _relations,
    ),
)
