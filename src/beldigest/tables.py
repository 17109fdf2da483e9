"""The tidy projection: a briefing as rows of tables with keys, which every tabular exporter shares.

Each :class:`Table` names its columns with type and description, its primary key and what its foreign keys point to.
A briefing's id is part of every key, so tables of many briefings can be joined one under the other. ``quote`` columns
hold the evidence, character for character as it stands in the briefing.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from typing import Literal

from attrs import frozen

from beldigest.model import Actor, Briefing, Citation, Duplicate, Event, Figure, Mention, Span, Story, When

Cell = str | int | bool | Decimal | dt.date | None
ColumnType = Literal["string", "integer", "number", "boolean", "date"]


@frozen
class Column:
    """A column: its name, its type, what it holds, and whether it is never empty."""

    name: str
    type: ColumnType
    description: str
    required: bool = False


@frozen
class ForeignKey:
    """Columns of a table that name a row of another one."""

    columns: tuple[str, ...]
    table: str
    referenced: tuple[str, ...]


@frozen
class Table:
    """A table: its columns in order, and its keys."""

    name: str
    description: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    foreign_keys: tuple[ForeignKey, ...] = ()


Row = tuple[Cell, ...]


def rows(table: Table | str, briefing: Briefing) -> Iterator[Row]:
    """The rows of one table for one briefing, cells in the order of the columns.

    Raises ``KeyError`` for the name of no table.
    """
    return _ROWS[table if isinstance(table, str) else table.name](briefing)


def _span(briefing: Briefing, span: Span) -> tuple[Cell, ...]:
    return span.start, span.end, briefing.quote(span)


def _when(when: When | None) -> tuple[Cell, ...]:
    return (when.text, when.edtf, when.first, when.last, when.precision) if when else (None,) * 5


def _id(name: str, what: str, required: bool = True) -> Column:
    return Column(name, "string", what, required)


_BRIEFING = _id("briefing_id", "the briefing")
_STORY = _id("story_id", "the story")
_EVIDENCE = (
    Column("start", "integer", "offset of the first character in the briefing's text, in code points", True),
    Column("end", "integer", "offset after the last character, in code points", True),
    Column("quote", "string", "the characters themselves", True),
)


def _when_columns(prefix: str, what: str) -> tuple[Column, ...]:
    return (
        Column(f"{prefix}_text", "string", f"the words for {what}"),
        Column(f"{prefix}_edtf", "string", f"{what} as an EDTF value (ISO 8601-2)"),
        Column(f"{prefix}_first", "date", f"the first day that {what} can mean"),
        Column(f"{prefix}_last", "date", f"the last day that {what} can mean"),
        Column(f"{prefix}_precision", "string", f"how precise {what} is"),
    )


_TO_BRIEFING = ForeignKey(("briefing_id",), "briefings", ("briefing_id",))
_TO_STORY = ForeignKey(("briefing_id", "story_id"), "stories", ("briefing_id", "story_id"))
_TO_ACTOR = ForeignKey(("briefing_id", "actor_id"), "actors", ("briefing_id", "actor_id"))
_TO_SPEAKER = ForeignKey(("briefing_id", "speaker_id"), "actors", ("briefing_id", "actor_id"))


def _briefings(briefing: Briefing) -> Iterator[Row]:
    source = briefing.source
    yield (
        briefing.id,
        briefing.title,
        briefing.publisher,
        briefing.author,
        briefing.language,
        *_when(briefing.published),
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
            len(story.paragraphs),
            story.span.start,
            story.span.end,
        )


def _lead(briefing: Briefing) -> Iterator[Row]:
    kept = {story.id for story in briefing.stories}
    for number, item in enumerate(briefing.lead, 1):
        # A line may announce a story that was folded into one of another briefing, which is no row of this one.
        story = item.story if item.story in kept else None
        yield briefing.id, number, item.text, story, *_span(briefing, item.span)


def _paragraphs(briefing: Briefing) -> Iterator[Row]:
    for story in briefing.stories:
        for number, paragraph in enumerate(story.paragraphs, 1):
            span = paragraph.span
            yield briefing.id, story.id, number, paragraph.text, span.start, span.end


def _links(briefing: Briefing) -> Iterator[Row]:
    for story in briefing.stories:
        for number, link in enumerate(story.links, 1):
            yield briefing.id, story.id, number, link.url, *_span(briefing, link.span)


def _actors(briefing: Briefing) -> Iterator[Row]:
    for actor in briefing.actors:
        yield briefing.id, actor.id, actor.name, actor.kind


def _actor_parts(part: Callable[[Actor], Iterable[tuple[Cell, ...]]]) -> Callable[[Briefing], Iterator[Row]]:
    def found(briefing: Briefing) -> Iterator[Row]:
        for actor in briefing.actors:
            for number, cells in enumerate(part(actor), 1):
                yield briefing.id, actor.id, number, *cells

    return found


def _mention(briefing: Briefing, story: Story, number: int, mention: Mention) -> Row:
    return briefing.id, story.id, number, mention.actor, mention.role, *_span(briefing, mention.span)


def _mentions(briefing: Briefing) -> Iterator[Row]:
    for story in briefing.stories:
        for number, mention in enumerate(story.mentions, 1):
            yield _mention(briefing, story, number, mention)


def _dates(briefing: Briefing) -> Iterator[Row]:
    for story in briefing.stories:
        for number, when in enumerate(story.dates, 1):
            span = when.span
            place = _span(briefing, span) if span else (None, None, None)
            flags = (when.approximate, when.uncertain, when.anchor)
            yield briefing.id, story.id, number, *_when(when), *flags, *place


def _figure(briefing: Briefing, story: Story, figure: Figure) -> Row:
    return (
        briefing.id,
        figure.id,
        story.id,
        figure.value,
        figure.low,
        figure.high,
        figure.unit,
        figure.per,
        figure.bound,
        figure.counted,
        figure.change,
        *_when(figure.as_of),
        figure.speaker,
        *_span(briefing, figure.span),
    )


def _figures(briefing: Briefing) -> Iterator[Row]:
    for story in briefing.stories:
        for figure in story.figures:
            yield _figure(briefing, story, figure)


def _citation(briefing: Briefing, story: Story, citation: Citation) -> Row:
    return (
        briefing.id,
        citation.id,
        story.id,
        citation.kind,
        citation.speaker,
        citation.speaker_text,
        citation.speaker_basis,
        citation.cue,
        citation.stance,
        citation.outlet,
        citation.addressee,
        *_when(citation.when),
        *_span(briefing, citation.span),
    )


def _citations(briefing: Briefing) -> Iterator[Row]:
    for story in briefing.stories:
        for citation in story.citations:
            yield _citation(briefing, story, citation)


def _citation_spans(briefing: Briefing) -> Iterator[Row]:
    for story in briefing.stories:
        for citation in story.citations:
            for number, span in enumerate(citation.content, 1):
                yield briefing.id, citation.id, number, *_span(briefing, span)


def _event(briefing: Briefing, story: Story, event: Event) -> Row:
    return (
        briefing.id,
        event.id,
        story.id,
        event.what,
        event.status,
        *_when(event.when),
        event.when.approximate,
        event.when.uncertain,
        *_span(briefing, event.span),
    )


def _events(briefing: Briefing) -> Iterator[Row]:
    for story in briefing.stories:
        for event in story.events:
            yield _event(briefing, story, event)


def _event_actors(briefing: Briefing) -> Iterator[Row]:
    for story in briefing.stories:
        for event in story.events:
            for actor in event.actors:
                yield briefing.id, event.id, actor


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


_NUMBER = Column("number", "integer", "position, from 1", True)
_ACTOR = _id("actor_id", "the actor")
_PER_STORY = ("briefing_id", "story_id", "number")
_PER_ACTOR = ("briefing_id", "actor_id", "number")

#: The tables with the functions that give their rows.
_DECLARED: tuple[tuple[Table, Callable[[Briefing], Iterator[Row]]], ...] = (
    (
        Table(
            "briefings",
            "one row a briefing",
            (
                _BRIEFING,
                Column("title", "string", "title"),
                Column("publisher", "string", "who publishes it"),
                Column("author", "string", "who wrote it"),
                Column("language", "string", "BCP 47 language tag", True),
                *_when_columns("published", "the date of publication"),
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
                _BRIEFING,
                _STORY,
                _NUMBER,
                Column("headline", "string", "headline, empty where the item has none", True),
                Column("section", "string", "title of the section"),
                Column("deck", "string", "the line under the headline"),
                Column("byline", "string", "who wrote it"),
                Column("dateline", "string", "place and date that the story opens with"),
                Column("paragraphs", "integer", "number of paragraphs", True),
                Column("start", "integer", "offset of the first character, in code points", True),
                Column("end", "integer", "offset after the last character, in code points", True),
            ),
            ("briefing_id", "story_id"),
            (_TO_BRIEFING,),
        ),
        _stories,
    ),
    (
        Table(
            "lead",
            "one row an item of the summary",
            (
                _BRIEFING,
                _NUMBER,
                Column("text", "string", "the item, wrapped lines joined", True),
                _id("story_id", "the story that it announces", False),
                *_EVIDENCE,
            ),
            ("briefing_id", "number"),
            (_TO_BRIEFING, _TO_STORY),
        ),
        _lead,
    ),
    (
        Table(
            "paragraphs",
            "one row a paragraph of a story",
            (
                _BRIEFING,
                _STORY,
                _NUMBER,
                Column("text", "string", "the paragraph, wrapped lines joined", True),
                *_EVIDENCE[:2],
            ),
            _PER_STORY,
            (_TO_STORY,),
        ),
        _paragraphs,
    ),
    (
        Table(
            "links",
            "one row a link of a story",
            (_BRIEFING, _STORY, _NUMBER, Column("url", "string", "address", True), *_EVIDENCE),
            _PER_STORY,
            (_TO_STORY,),
        ),
        _links,
    ),
    (
        Table(
            "actors",
            "one row a person, body or place of a briefing",
            (
                _BRIEFING,
                _ACTOR,
                Column("name", "string", "the fullest form seen", True),
                Column(
                    "kind",
                    "string",
                    "person, organization, government body, media outlet, country, place or group",
                    True,
                ),
            ),
            ("briefing_id", "actor_id"),
            (_TO_BRIEFING,),
        ),
        _actors,
    ),
    (
        Table(
            "actor_aliases",
            "one row another form of an actor's name",
            (_BRIEFING, _ACTOR, _NUMBER, Column("alias", "string", "the form", True)),
            _PER_ACTOR,
            (_TO_ACTOR,),
        ),
        _actor_parts(lambda actor: ((alias,) for alias in actor.aliases)),
    ),
    (
        Table(
            "actor_roles",
            "one row a role that an actor is said to have",
            (_BRIEFING, _ACTOR, _NUMBER, Column("role", "string", "the role, as written", True)),
            _PER_ACTOR,
            (_TO_ACTOR,),
        ),
        _actor_parts(lambda actor: ((role,) for role in actor.roles)),
    ),
    (
        Table(
            "actor_identifiers",
            "one row an identifier of an actor in a register elsewhere",
            (
                _BRIEFING,
                _ACTOR,
                _NUMBER,
                Column("scheme", "string", "the register, for example wikidata", True),
                Column("value", "string", "the identifier", True),
            ),
            _PER_ACTOR,
            (_TO_ACTOR,),
        ),
        _actor_parts(lambda actor: ((each.scheme, each.value) for each in actor.identifiers)),
    ),
    (
        Table(
            "mentions",
            "one row a place where an actor is named",
            (_BRIEFING, _STORY, _NUMBER, _ACTOR, Column("role", "string", "the role said beside the name"), *_EVIDENCE),
            _PER_STORY,
            (_TO_STORY, _TO_ACTOR),
        ),
        _mentions,
    ),
    (
        Table(
            "dates",
            "one row a dated expression",
            (
                _BRIEFING,
                _STORY,
                _NUMBER,
                *_when_columns("date", "the date"),
                Column("approximate", "boolean", "whether the words say about", True),
                Column("uncertain", "boolean", "whether the words say perhaps", True),
                Column("anchor", "string", "the EDTF value that it was resolved against"),
                Column("start", "integer", "offset of the first character, in code points"),
                Column("end", "integer", "offset after the last character, in code points"),
                Column("quote", "string", "the characters themselves"),
            ),
            _PER_STORY,
            (_TO_STORY,),
        ),
        _dates,
    ),
    (
        Table(
            "figures",
            "one row a figure",
            (
                _BRIEFING,
                _id("figure_id", "the figure"),
                _STORY,
                Column("value", "number", "the number, where it is not a range"),
                Column("low", "number", "the lower end of a range"),
                Column("high", "number", "the upper end of a range"),
                Column("unit", "string", "ISO 4217 code, %, or a measure; empty for a count"),
                Column("per", "string", "the unit that a rate is given for"),
                Column("bound", "string", "exact, about, nearly, at least, more than, at most or less than", True),
                Column("counted", "string", "the noun phrase that is counted"),
                Column("change", "string", "rose or fell by, to or from; more or less"),
                *_when_columns("as_of", "the time that the figure is of"),
                _id("speaker_id", "the actor who gave it", False),
                *_EVIDENCE,
            ),
            ("briefing_id", "figure_id"),
            (_TO_STORY, _TO_SPEAKER),
        ),
        _figures,
    ),
    (
        Table(
            "citations",
            "one row a citation",
            (
                _BRIEFING,
                _id("citation_id", "the citation"),
                _STORY,
                Column("kind", "string", "direct or partial quote, indirect statement, attributed data", True),
                _id("speaker_id", "the actor who speaks", False),
                Column("speaker_text", "string", "the speaker as written"),
                Column("speaker_basis", "string", "stated or inferred"),
                Column("cue", "string", "the words that attribute it"),
                Column("stance", "string", "asserted, denied or doubted", True),
                Column("outlet", "string", "where it was said"),
                Column("addressee", "string", "to whom it was said"),
                *_when_columns("said", "the time of saying"),
                *_EVIDENCE,
            ),
            ("briefing_id", "citation_id"),
            (_TO_STORY, _TO_SPEAKER),
        ),
        _citations,
    ),
    (
        Table(
            "citation_spans",
            "one row a stretch of what was said",
            (_BRIEFING, _id("citation_id", "the citation"), _NUMBER, *_EVIDENCE),
            ("briefing_id", "citation_id", "number"),
            (ForeignKey(("briefing_id", "citation_id"), "citations", ("briefing_id", "citation_id")),),
        ),
        _citation_spans,
    ),
    (
        Table(
            "events",
            "one row a dated happening",
            (
                _BRIEFING,
                _id("event_id", "the event"),
                _STORY,
                Column("what", "string", "what happened", True),
                Column("status", "string", "reported, planned or conditional", True),
                *_when_columns("date", "the date"),
                Column("approximate", "boolean", "whether the words say about", True),
                Column("uncertain", "boolean", "whether the words say perhaps", True),
                *_EVIDENCE,
            ),
            ("briefing_id", "event_id"),
            (_TO_STORY,),
        ),
        _events,
    ),
    (
        Table(
            "event_actors",
            "one row an actor who takes part in an event",
            (_BRIEFING, _id("event_id", "the event"), _ACTOR),
            ("briefing_id", "event_id", "actor_id"),
            (ForeignKey(("briefing_id", "event_id"), "events", ("briefing_id", "event_id")), _TO_ACTOR),
        ),
        _event_actors,
    ),
    (
        Table(
            "duplicates",
            "one row a story that was folded into another one",
            (
                _BRIEFING,
                _id("story_id", "the story that stays"),
                _NUMBER,
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
            _PER_STORY,
            (_TO_STORY,),
        ),
        _duplicates,
    ),
)

#: All tables, parents before what points to them.
TABLES: tuple[Table, ...] = tuple(table for table, _ in _DECLARED)
_ROWS = {table.name: found for table, found in _DECLARED}
