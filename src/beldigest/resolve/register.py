"""The register of a briefing's actors, and who any noun group of its text is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

from attrs import frozen

from beldigest.language import Gazetteer
from beldigest.mentions.reading import Reading
from beldigest.mentions.types import Mentions
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


def register(reading: Reading, mentions: Mentions, gazetteers: Sequence[Gazetteer] = ()) -> Register:
    """The register of the whole briefing."""
    raise NotImplementedError
