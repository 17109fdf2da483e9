"""The answer to the question whether two names are one actor's."""

from __future__ import annotations

from attrs import frozen

#: The score from which on two names are called the same.
NAME_THRESHOLD = 0.5


@frozen
class NameMatch:
    """The decision on two names: a score from 0 to 1, whether they are one actor's, and why, in words."""

    score: float
    same: bool
    reason: str

    @classmethod
    def of(cls, score: float, reason: str) -> NameMatch:
        """The match of a score: the same from :data:`NAME_THRESHOLD` on."""
        score = round(min(1.0, max(0.0, score)), 4)
        return cls(score, score >= NAME_THRESHOLD, reason)
