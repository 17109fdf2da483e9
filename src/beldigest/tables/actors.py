"""Tables of actors and the places where they are named."""

from __future__ import annotations

from collections.abc import Iterator

from beldigest.model import Briefing
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
    Column,
    Declared,
    Row,
    Table,
)

_PER_ACTOR = ("briefing_id", "actor_id", "number")


def _actors(briefing: Briefing) -> Iterator[Row]:
    for actor in briefing.actors:
        yield briefing.id, actor.id, actor.name, actor.kind


def _aliases(briefing: Briefing) -> Iterator[Row]:
    for actor in briefing.actors:
        for number, alias in enumerate(actor.aliases, 1):
            yield briefing.id, actor.id, number, alias


def _roles(briefing: Briefing) -> Iterator[Row]:
    for actor in briefing.actors:
        for number, role in enumerate(actor.roles, 1):
            yield briefing.id, actor.id, number, role


def _identifiers(briefing: Briefing) -> Iterator[Row]:
    for actor in briefing.actors:
        for number, identifier in enumerate(actor.identifiers, 1):
            yield briefing.id, actor.id, number, identifier.scheme, identifier.value


def _mentions(briefing: Briefing) -> Iterator[Row]:
    # A third of all rows, so without a call for each.
    id, text = briefing.id, briefing.text
    for story in briefing.stories:
        for number, mention in enumerate(story.mentions, 1):
            start, end = mention.span.start, mention.span.end
            yield id, story.id, number, mention.actor, mention.role, start, end, text[start:end]


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
        _aliases,
    ),
    (
        Table(
            "actor_roles",
            "one row a role that an actor is said to have",
            (BRIEFING, ACTOR, NUMBER, Column("role", "string", "the role, as written", True)),
            _PER_ACTOR,
            (TO_ACTOR,),
        ),
        _roles,
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
        _identifiers,
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
