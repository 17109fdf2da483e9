"""A cue: something to see in a unit, and the roles that it speaks for and against."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from attrs import frozen

from beldigest.segment.roles import Role
from beldigest.segment.strengths import Sights
from beldigest.segment.survey import Survey


@frozen(eq=False)
class Cue:
    """Something to see in a unit, and what it speaks for."""

    phrase: str
    sights: Callable[[Survey], Sights]
    weights: Mapping[Role, float]
