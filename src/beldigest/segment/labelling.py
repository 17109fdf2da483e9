"""Labelling: the best consistent reading of a whole document.

A role for each unit is chosen so that the sum of all cues and of how well each role follows the one before is the
greatest (Viterbi, 1967). What looks alike plays alike: after a first reading the roles that units of one look were
given speak for the others of that look, and the document is read again, until nothing changes.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Sequence
from operator import add, itemgetter

from attrs import frozen

from beldigest.segment.cue import Cue
from beldigest.segment.roles import REST, ROLES, START, TRANSITIONS, Role
from beldigest.segment.scoring import scores
from beldigest.segment.survey import Survey

_ROUNDS = 3
#: How much the roles of the units that look alike weigh.
_ALIKE = 0.6
#: How much a headline speaks for a section of the same look, and the other way round: what stands under it decides.
_AKIN = 0.5
#: Units that it takes to make a group.
_GROUP = 3
#: The share of the units up to which a dress says something; one that most of them wear does not.
_RARE = 0.3
_NEVER = -1e9

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
    """The role of a unit, and the cues that speak for it, the strongest first."""

    role: Role
    because: str


def labels(survey: Survey) -> list[Label]:
    """The role of each unit."""
    units = survey.units
    if not units:
        return []
    emissions, seen = scores(survey)
    rests = [unit.part == "rest" for unit in units]
    path = _best(emissions, rests)
    groups = _groups(survey)
    for _ in range(_ROUNDS):
        adapted = [[*total] for total in emissions]
        for places, weight in groups:
            lift = _lift([path[index] for index in places], weight)
            for index in places:
                adapted[index] = [*map(add, adapted[index], lift)]
        for index, drop in _odd_headlines(survey, path):
            adapted[index][_HEADLINE] -= drop
        again = _best(adapted, rests)
        if again == path:
            break
        path = again
    return [Label(ROLES[role], _because(cues, role)) for role, cues in zip(path, seen, strict=True)]


def _best(emissions: Sequence[Sequence[float]], rests: Sequence[bool]) -> list[int]:
    """The path of roles with the greatest score."""
    score = [start + emission for start, emission in zip(_START, emissions[0], strict=True)]
    back: list[list[int]] = []
    for emission, rest in zip(emissions[1:], rests[1:], strict=True):
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
        score = reached
        back.append(origins)
    role = max(range(len(score)), key=score.__getitem__)
    path = [role]
    for origins in reversed(back):
        role = origins[role]
        path.append(role)
    return path[::-1]


def _groups(survey: Survey) -> list[tuple[list[int], float]]:
    """Units that look alike, and how much that weighs: by dress and shape, and by a dress that few units have."""
    looks: dict[tuple[object, ...], list[int]] = defaultdict(list)
    dresses: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for unit in survey.units:
        looks[(*unit.dress, *unit.shape, survey.follows[unit.index])].append(unit.index)
        dresses[unit.dress].append(unit.index)
    return [(places, _ALIKE) for places in looks.values() if len(places) >= _GROUP] + [
        (places, _ALIKE) for places in dresses.values() if _GROUP <= len(places) <= _RARE * len(survey.units)
    ]


def _odd_headlines(survey: Survey, path: Sequence[int]) -> list[tuple[int, float]]:
    """How much speaks against each unit as a headline, because most headlines here are dressed otherwise."""
    counts = Counter(unit.dress for unit, role in zip(survey.units, path, strict=True) if role == _HEADLINE)
    most = max(counts.values(), default=0)
    if most < _GROUP:
        return []
    return [(unit.index, _ALIKE * math.log((most + 0.5) / (counts[unit.dress] + 0.5))) for unit in survey.units]


def _lift(roles: Sequence[int], weight: float) -> list[float]:
    """What the roles given to units of one look speak for each role: the logarithm of their smoothed shares."""
    counts: dict[int, float] = dict(Counter(roles))
    headlines, sections = counts.get(_HEADLINE, 0), counts.get(_SECTION, 0)
    counts[_HEADLINE] = headlines + _AKIN * sections
    counts[_SECTION] = sections + _AKIN * headlines
    total = len(roles) + len(ROLES)
    return [weight * math.log((counts.get(role, 0) + 1) * len(ROLES) / total) for role in range(len(ROLES))]


def _because(cues: Sequence[tuple[Cue, float]], role: int) -> str:
    """The cues that speak for a role most."""
    name = ROLES[role]
    weighed = [
        (weight, cue.phrase) for cue, strength in cues if (weight := cue.weights.get(name, 0.0) * strength) > 0.2
    ]
    weighed.sort(key=itemgetter(0), reverse=True)
    return "; ".join(phrase for _, phrase in weighed[:3]) or "as the lines around it"
