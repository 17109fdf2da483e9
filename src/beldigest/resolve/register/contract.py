"""What later stages ask of a register."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

from attrs import frozen

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
        """Whom a noun group of the text names: a name, a title ("the border guard chief"), a pronoun ("she", "who")."""
        ...

    def fits(self, pronoun: Span, actor: str) -> bool:
        """Whether a pronoun of one person can mean an actor, as far as gender tells."""
        ...
