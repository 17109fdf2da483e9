"""Names across spellings, scripts and languages: do two of them name one actor?"""

from __future__ import annotations

from attrs import frozen

from beldigest.model import ActorKind

__all__ = ["NAME_THRESHOLD", "NameMatch", "compare_names"]

#: The score from which on two names are called the same.
NAME_THRESHOLD = 0.5


@frozen
class NameMatch:
    """The decision on two names: a score from 0 to 1, whether they are one actor's, and why."""

    score: float
    same: bool
    reason: str


def compare_names(a: str, b: str, kind: ActorKind | None = None) -> NameMatch:
    """Whether two names, out of context, name one actor of the kind (any kind where None)."""
    same = a.casefold() == b.casefold()
    return NameMatch(float(same), same, "same letters" if same else "other letters")
