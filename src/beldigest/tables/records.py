"""Tables of dates, figures, citations and events."""

from __future__ import annotations

from collections.abc import Iterator

from beldigest.model import Briefing, Citation, Event, Figure, Story
from beldigest.tables.schema import (
    ACTOR,
    BRIEFING,
    EVIDENCE,
    NUMBER,
    PER_STORY,
    STORY,
    TO_ACTOR,
    TO_SPEAKER,
    TO_STORY,
    Column,
    Declared,
    ForeignKey,
    Row,
    Table,
    identifier,
    span_cells,
    when_cells,
    when_columns,
)


def _dates(briefing: Briefing) -> Iterator[Row]:
    for story in briefing.stories:
        for number, when in enumerate(story.dates, 1):
            span = when.span
            place = span_cells(briefing, span) if span else (None, None, None)
            flags = (when.approximate, when.uncertain, when.anchor)
            yield briefing.id, story.id, number, *when_cells(when), *flags, *place


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
        *when_cells(figure.as_of),
        figure.speaker,
        *span_cells(briefing, figure.span),
    )


def _figures(briefing: Briefing) -> Iterator[Row]:
    for story in briefing.stories:
        for figure in story.figures:
            yield _figure(briefing, story, figure)


def _citation(briefing: Briefing, story: Story, citation: Citation, names: dict[str | None, str]) -> Row:
    return (
        briefing.id,
        citation.id,
        story.id,
        citation.kind,
        " … ".join([span.line(briefing.text) for span in citation.content]),
        citation.speaker,
        names.get(citation.speaker),
        citation.speaker_text,
        citation.speaker_basis,
        citation.cue,
        citation.stance,
        citation.outlet,
        citation.addressee,
        *when_cells(citation.when),
        *span_cells(briefing, citation.span),
    )


def _citations(briefing: Briefing) -> Iterator[Row]:
    names: dict[str | None, str] = {actor.id: actor.name for actor in briefing.actors}
    for story in briefing.stories:
        for citation in story.citations:
            yield _citation(briefing, story, citation, names)


def _citation_spans(briefing: Briefing) -> Iterator[Row]:
    for story in briefing.stories:
        for citation in story.citations:
            for number, span in enumerate(citation.content, 1):
                yield briefing.id, citation.id, number, *span_cells(briefing, span)


def _event(briefing: Briefing, story: Story, event: Event) -> Row:
    return (
        briefing.id,
        event.id,
        story.id,
        event.what,
        event.status,
        *when_cells(event.when),
        event.when.approximate,
        event.when.uncertain,
        *span_cells(briefing, event.span),
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


def _annotations(briefing: Briefing) -> Iterator[Row]:
    for story in briefing.stories:
        for note in story.annotations:
            yield briefing.id, note.id, story.id, note.kind, note.value, *span_cells(briefing, note.span)


#: These tables, parents before what points to them.
RECORDS: tuple[Declared, ...] = (
    (
        Table(
            "dates",
            "one row a dated expression",
            (
                BRIEFING,
                STORY,
                NUMBER,
                *when_columns("date", "the date"),
                Column("approximate", "boolean", "whether the words say about", True),
                Column("uncertain", "boolean", "whether the words say perhaps", True),
                Column("anchor", "string", "the EDTF value that it was resolved against"),
                Column("start", "integer", "offset of the first character, in code points"),
                Column("end", "integer", "offset after the last character, in code points"),
                Column("quote", "string", "the characters themselves"),
            ),
            PER_STORY,
            (TO_STORY,),
        ),
        _dates,
    ),
    (
        Table(
            "figures",
            "one row a figure",
            (
                BRIEFING,
                identifier("figure_id", "the figure"),
                STORY,
                Column("value", "number", "the number, where it is not a range"),
                Column("low", "number", "the lower end of a range"),
                Column("high", "number", "the upper end of a range"),
                Column("unit", "string", "ISO 4217 code, %, or a measure; empty for a count"),
                Column("per", "string", "the unit that a rate is given for"),
                Column("bound", "string", "exact, about, nearly, at least, more than, at most or less than", True),
                Column("counted", "string", "the noun phrase that is counted or measured; of a share, the whole"),
                Column("change", "string", "rose or fell by, to or from; more or less"),
                *when_columns("as_of", "the time that the figure is of"),
                identifier("speaker_id", "the actor who gave it", False),
                *EVIDENCE,
            ),
            ("briefing_id", "figure_id"),
            (TO_STORY, TO_SPEAKER),
        ),
        _figures,
    ),
    (
        Table(
            "citations",
            "one row a citation",
            (
                BRIEFING,
                identifier("citation_id", "the citation"),
                STORY,
                Column("kind", "string", "direct or partial quote, indirect statement, attributed data", True),
                Column("content", "string", "what was said, lines joined, … between its parts (citation_spans)", True),
                identifier("speaker_id", "the actor who speaks", False),
                Column("speaker_name", "string", "the fullest form of that actor's name"),
                Column("speaker_text", "string", "the speaker as written"),
                Column("speaker_basis", "string", "stated or inferred"),
                Column("cue", "string", "the words that attribute it"),
                Column("stance", "string", "asserted, denied or doubted", True),
                Column("outlet", "string", "where it was said"),
                Column("addressee", "string", "to whom it was said"),
                *when_columns("said", "the time of saying"),
                *EVIDENCE,
            ),
            ("briefing_id", "citation_id"),
            (TO_STORY, TO_SPEAKER),
        ),
        _citations,
    ),
    (
        Table(
            "citation_spans",
            "one row a stretch of what was said",
            (BRIEFING, identifier("citation_id", "the citation"), NUMBER, *EVIDENCE),
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
                BRIEFING,
                identifier("event_id", "the event"),
                STORY,
                Column("what", "string", "what happened", True),
                Column("status", "string", "reported, planned or conditional", True),
                *when_columns("date", "the date"),
                Column("approximate", "boolean", "whether the words say about", True),
                Column("uncertain", "boolean", "whether the words say perhaps", True),
                *EVIDENCE,
            ),
            ("briefing_id", "event_id"),
            (TO_STORY,),
        ),
        _events,
    ),
    (
        Table(
            "event_actors",
            "one row an actor who takes part in an event",
            (BRIEFING, identifier("event_id", "the event"), ACTOR),
            ("briefing_id", "event_id", "actor_id"),
            (ForeignKey(("briefing_id", "event_id"), "events", ("briefing_id", "event_id")), TO_ACTOR),
        ),
        _event_actors,
    ),
    (
        Table(
            "annotations",
            "one row what a plug-in's recogniser found that is none of the other records",
            (
                BRIEFING,
                identifier("annotation_id", "the annotation"),
                STORY,
                Column("kind", "string", "what it is", True),
                Column("value", "string", "its value", True),
                *EVIDENCE,
            ),
            ("briefing_id", "annotation_id"),
            (TO_STORY,),
        ),
        _annotations,
    ),
)
