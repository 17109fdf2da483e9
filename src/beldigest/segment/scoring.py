"""Scoring: how much all that is seen of a unit speaks for each role."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from beldigest.segment.cue import Cue
from beldigest.segment.cues import CUES
from beldigest.segment.roles import ROLES, Role
from beldigest.segment.survey import Survey

#: What speaks for a role before anything is seen.
PRIOR: Mapping[Role, float] = {
    "title": -1.5,
    "label": -1.5,
    "lead": -1.0,
    "section": -0.6,
    "item": -0.5,
    "apparatus": -0.5,
}


_PRIORS = tuple(PRIOR.get(role, 0.0) for role in ROLES)
_WEIGHTS = {cue: [(ROLES.index(role), weight) for role, weight in cue.weights.items()] for cue in CUES}

#: The cues seen in a unit with their strengths.
Seen = tuple[tuple[Cue, float], ...]


def scores(survey: Survey) -> tuple[list[tuple[float, ...]], list[Seen]]:
    """For each unit the score of each role, in the order of ``ROLES``, and what is seen of it.

    It is added up once for all units of which the same is seen.
    """
    found: list[list[tuple[Cue, float]]] = [[] for _ in survey.units]
    for cue in CUES:
        for place, strength in cue.sights(survey):
            if strength:
                found[place].append((cue, strength))
    seen = [*map(tuple, found)]
    return [*map(cache(_total), seen)], seen


def _total(seen: Seen) -> tuple[float, ...]:
    """The score that what is seen adds up to, for each role."""
    total = [*_PRIORS]
    for cue, strength in seen:
        for role, weight in _WEIGHTS[cue]:
            total[role] += weight * strength
    return tuple(total)
