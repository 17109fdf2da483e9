"""The register of a briefing's actors, and who any noun group of its text is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

from attrs import frozen

from beldigest.ids import content_id
from beldigest.language import Gazetteer
from beldigest.mentions.reading import Reading
from beldigest.mentions.types import ActorMention, Mentions
from beldigest.model import Actor, Known, Span


@frozen
class Resolved:
    """Whom a noun group names, and how that is known: ``stated`` by a name, or ``inferred``."""

    actor: str
    known: Known


class Register(Protocol):
    """What later stages ask about actors."""

    @property
    def actors(self) -> Sequence[Actor]:
        """One actor an entity, in the order of first mention."""
        ...

    @property
    def mentions(self) -> Mapping[Span, str]:
        """The actor's id for the span of each actor mention."""
        ...

    def resolve(self, phrase: Span) -> Resolved | None:
        """Whom a noun group of the text names: a name, a title ("the border guard chief"), a pronoun ("she")."""
        ...


@frozen
class _ByName:
    actors: Sequence[Actor]
    mentions: Mapping[Span, str]

    def resolve(self, phrase: Span) -> Resolved | None:
        for span, actor in self.mentions.items():
            if span in phrase:
                return Resolved(actor, "stated")
        return None


def register(reading: Reading, mentions: Mentions, gazetteers: Sequence[Gazetteer] = ()) -> Register:
    """The register of the whole briefing."""
    names: dict[tuple[str, str], list[ActorMention]] = {}
    for mention in mentions.actors:
        name = " ".join(mention.span.of(reading.text).split())
        names.setdefault((mention.kind, name), []).append(mention)
    full: dict[tuple[str, str], tuple[str, str]] = {}
    for kind, name in names:
        longer = {other for other in names if other[0] == kind == "person" and other[1].endswith(" " + name)}
        full[kind, name] = longer.pop() if len(longer) == 1 else (kind, name)
    for key, other in full.items():
        full[key] = full[other]
    actors: dict[tuple[str, str], Actor] = {}
    spans: dict[Span, str] = {}
    for key, its in names.items():
        whole = full[key]
        kind, name = whole
        actor_id = content_id("a", kind, name)
        members = [other for other, top in full.items() if top == whole]
        roles = dict.fromkeys(
            " ".join(mention.role.of(reading.text).split())
            for member in members
            for mention in names[member]
            if mention.role
        )
        aliases = tuple(other for _, other in members if other != name)
        actors.setdefault(whole, Actor(actor_id, name, its[0].kind, aliases, tuple(roles)))
        spans.update((mention.span, actor_id) for mention in its)
    return _ByName(tuple(actors.values()), dict(sorted(spans.items())))
