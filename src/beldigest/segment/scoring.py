"""Scoring: how much all that is seen of a unit speaks for each role."""

from __future__ import annotations

from collections.abc import Mapping

from beldigest.segment.cues import CUES, Cue
from beldigest.segment.roles import ROLES, Role
from beldigest.segment.survey import Survey
from beldigest.segment.units import Unit

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
_WEIGHED = tuple(
    (cue, cue.strength, tuple((ROLES.index(role), weight) for role, weight in cue.weights.items())) for cue in CUES
)


def scores(unit: Unit, survey: Survey) -> tuple[list[float], list[tuple[Cue, float]]]:
    """The score of each role, in the order of ``ROLES``, and the cues seen with their strengths."""
    total = [*_PRIORS]
    seen: list[tuple[Cue, float]] = []
    for cue, measure, weights in _WEIGHED:
        if strength := measure(unit, survey):
            seen.append((cue, strength))
            for index, weight in weights:
                total[index] += weight * strength
    return total, seen
