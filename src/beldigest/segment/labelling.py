"""Labelling: the best consistent reading of a whole document.

A role for each unit is chosen so that the sum of all cues and of how well each role follows the one before is the
greatest (Viterbi, 1967). What looks alike plays alike: after a first reading the roles that units of one look were
given speak for the others of that look, and the document is read again.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Sequence
from functools import cache, cached_property
from operator import add, itemgetter

from attrs import frozen

from beldigest.segment.roles import REST, ROLES, START, TRANSITIONS, Role
from beldigest.segment.scoring import Seen, scores
from beldigest.segment.survey import Survey

#: How much the roles of the units that look alike weigh.
_ALIKE = 0.6
#: How much a headline speaks for a section of the same look, and the other way round: what stands under it decides.
_AKIN = 0.5
#: Units that it takes to make a group.
_GROUP = 3
#: The share of the units up to which a dress says something; one that most of them wear does not.
_RARE = 0.3
#: Units to each score, on average, from which on the same steps come back.
_REPEATED = 4
_NEVER = -1e9
#: The weight from which on a cue is named.
_TOLD = 0.2

_INDEX = {role: index for index, role in enumerate(ROLES)}
_HEADLINE, _SECTION = _INDEX["headline"], _INDEX["section"]


def _predecessors(allowed: dict[Role, dict[Role, float]]) -> list[list[tuple[int, float]]]:
    before: list[list[tuple[int, float]]] = [[] for _ in ROLES]
    for role, followers in allowed.items():
        for follower, weight in followers.items():
            before[_INDEX[follower]].append((_INDEX[role], weight))
    return before


_BEFORE = _predecessors({role: dict(followers) for role, followers in TRANSITIONS.items()})
_BEFORE_REST = _predecessors({role: dict(followers) for role, followers in REST.items()})
_START = [START.get(role, _NEVER) for role in ROLES]


@frozen
class Label:
    """The role of a unit, and the cues seen in it with their strengths."""

    role: Role
    cues: Seen

    @cached_property
    def because(self) -> str:
        """The cues that speak for the role, the strongest first."""
        weighed = [
            (weight, cue.phrase)
            for cue, strength in self.cues
            if (weight := cue.weights.get(self.role, 0.0) * strength) > _TOLD
        ]
        weighed.sort(key=itemgetter(0), reverse=True)
        return "; ".join(phrase for _, phrase in weighed[:3]) or "as the lines around it"


@frozen
class _Look:
    """How units look that look alike, and their indices."""

    dress: int
    units: list[int]


def labels(survey: Survey) -> list[Label]:
    """The role of each unit."""
    units = survey.units
    if not units:
        return []
    emissions, seen = scores(survey)
    rests = [unit.part == "rest" for unit in units]
    looks = _looks(survey)
    for look, lift in zip(looks, _lifts(looks, _best(emissions, rests)), strict=True):
        for index in look.units:
            emissions[index] = tuple(map(add, emissions[index], lift))
    label = cache(Label)  # what looks alike and plays alike is told why once
    return [label(ROLES[role], cues) for role, cues in zip(_best(emissions, rests), seen, strict=True)]


def _best(emissions: Sequence[tuple[float, ...]], rests: Sequence[bool]) -> list[int]:
    """The path of roles with the greatest score.

    Where nearly all units score like others, as in a list of links, the same steps come back and are taken once.
    """
    step = cache(_relative_step) if _REPEATED * len(set(emissions)) < len(emissions) else _step
    score = tuple(map(add, _START, emissions[0]))
    back: list[list[int]] = []
    for emission, rest in zip(emissions[1:], rests[1:], strict=True):
        score, origins = step(score, emission, rest)
        back.append(origins)
    role = max(range(len(score)), key=score.__getitem__)
    path = [role]
    for origins in reversed(back):
        role = origins[role]
        path.append(role)
    return path[::-1]


def _relative_step(
    score: tuple[float, ...], emission: tuple[float, ...], rest: bool
) -> tuple[tuple[float, ...], list[int]]:
    """A step whose scores say how far each is behind the best: those come back, as sums that grow do not."""
    reached, origins = _step(score, emission, rest)
    most = max(reached)
    return tuple([value - most for value in reached]), origins


def _step(score: tuple[float, ...], emission: tuple[float, ...], rest: bool) -> tuple[tuple[float, ...], list[int]]:
    """The score of the best path to each role of a unit, and the role of the unit before it on that path."""
    reached: list[float] = []
    origins: list[int] = []
    for role, before in enumerate(_BEFORE_REST if rest else _BEFORE):
        best, origin = _NEVER, 0
        for index, weight in before:
            value = score[index] + weight
            if value > best:
                best, origin = value, index
        reached.append(best + emission[role])
        origins.append(origin)
    return tuple(reached), origins


def _looks(survey: Survey) -> list[_Look]:
    """The looks of the units: dress, shape, and what follows."""
    found: dict[tuple[int, object, str], list[int]] = defaultdict(list)
    for unit in survey.units:
        found[unit.dress, unit.shape, survey.follows[unit.index]].append(unit.index)
    return [_Look(dress, units) for (dress, _, _), units in found.items()]


def _lifts(looks: Sequence[_Look], path: Sequence[int]) -> list[list[float]]:
    """What the roles given to all units speak for each role of the units of each look.

    Those of one look speak for each other, and so do those of one dress, if few units wear it. Against a headline
    speaks that most headlines here are dressed otherwise.
    """
    worn: dict[int, list[int]] = defaultdict(list)
    for look in looks:
        worn[look.dress] += [path[index] for index in look.units]
    dressed = {dress: _lift(roles) for dress, roles in worn.items() if len(roles) <= _RARE * len(path)}
    headlines = {dress: roles.count(_HEADLINE) for dress, roles in worn.items()}
    most = max(headlines.values())
    found = []
    for look in looks:
        lift = _lift([path[index] for index in look.units])
        if look.dress in dressed:
            lift = [*map(add, lift, dressed[look.dress])]
        if most >= _GROUP:
            lift[_HEADLINE] -= _ALIKE * math.log((most + 0.5) / (headlines[look.dress] + 0.5))
        found.append(lift)
    return found


def _lift(roles: Sequence[int]) -> list[float]:
    """What the roles of a group speak for each role: the logarithm of their smoothed shares; too few say nothing."""
    if len(roles) < _GROUP:
        return [0.0] * len(ROLES)
    counts: dict[int, float] = dict(Counter(roles))
    headlines, sections = counts.get(_HEADLINE, 0), counts.get(_SECTION, 0)
    counts[_HEADLINE] = headlines + _AKIN * sections
    counts[_SECTION] = sections + _AKIN * headlines
    total = len(roles) + len(ROLES)
    return [_ALIKE * math.log((counts.get(role, 0) + 1) * len(ROLES) / total) for role in range(len(ROLES))]
