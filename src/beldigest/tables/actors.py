"""Tables of actors and the places where they are named."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from beldigest.model import Actor, Briefing, Mention, Story
from beldigest.tables.schema import (
    ACTOR,
    BRIEFING,
    EVIDENCE,
    NUMBER,
    PER_STORY,
    STORY,
    TO_ACTOR,
    TO_BRIEFING,
    TO_STORY,
    Cell,
    Column,
    Declared,
    Row,
    Table,
    span_cells,
)

_PER_ACTOR = ("briefing_id", "actor_id", "number")


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
    return briefing.id, story.id, number, mention.actor, mention.role, *span_cells(briefing, mention.span)


def _mentions(briefing: Briefing) -> Iterator[Row]:
    for story in briefing.stories:
        for number, mention in enumerate(story.mentions, 1):
            yield _mention(briefing, story, number, mention)


#: These tables, parents before what points to them.
ACTORS: tuple[Declared, ...] = (
    (
        Table(
            "actors",
            "one row a person, body or place of a briefing",
            (
                BRIEFING,
                ACTOR,
                Column("name", "string", "the fullest form seen", True),
                Column(
                    "kind",
                    "string",
                    "person, organization, government body, media outlet, country, place or group",
                    True,
                ),
            ),
            ("briefing_id", "actor_id"),
            (TO_BRIEFING,),
        ),
        _actors,
    ),
    (
        Table(
            "actor_aliases",
            "one row another form of an actor's name",
            (BRIEFING, ACTOR, NUMBER, Column("alias", "string", "the form", True)),
            _PER_ACTOR,
            (TO_ACTOR,),
        ),
        _actor_parts(lambda actor: ((alias,) for alias in actor.aliases)),
    ),
    (
        Table(
            "actor_roles",
            "one row a role that an actor is said to have",
            (BRIEFING, ACTOR, NUMBER, Column("role", "string", "the role, as written", True)),
            _PER_ACTOR,
            (TO_ACTOR,),
        ),
        _actor_parts(lambda actor: ((role,) for role in actor.roles)),
    ),
    (
        Table(
            "actor_identifiers",
            "one row an identifier of an actor in a register elsewhere",
            (
                BRIEFING,
                ACTOR,
                NUMBER,
                Column("scheme", "string", "the register, for example wikidata", True),
                Column("value", "string", "the identifier", True),
            ),
            _PER_ACTOR,
            (TO_ACTOR,),
        ),
        _actor_parts(lambda actor: ((each.scheme, each.value) for each in actor.identifiers)),
    ),
    (
        Table(
            "mentions",
            "one row a place where an actor is named",
            (BRIEFING, STORY, NUMBER, ACTOR, Column("role", "string", "the role said beside the name"), *EVIDENCE),
            PER_STORY,
            (TO_STORY, TO_ACTOR),
        ),
        _mentions,
    ),
)
