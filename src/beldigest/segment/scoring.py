"""Scoring: how much all that is seen of a unit speaks for each role."""

from __future__ import annotations

from collections.abc import Mapping

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
_WEIGHED = tuple((cue, tuple((ROLES.index(role), weight) for role, weight in cue.weights.items())) for cue in CUES)


def scores(survey: Survey) -> tuple[list[list[float]], list[list[tuple[Cue, float]]]]:
    """For each unit the score of each role, in the order of ``ROLES``, and the cues seen with their strengths."""
    totals = [[*_PRIORS] for _ in survey.units]
    seen: list[list[tuple[Cue, float]]] = [[] for _ in survey.units]
    for cue, weights in _WEIGHED:
        for place, strength in cue.sights(survey):
            if strength:
                seen[place].append((cue, strength))
                total = totals[place]
                for role, weight in weights:
                    total[role] += weight * strength
    return totals, seen
