"""Names across spellings, scripts and languages: do two of them name one actor?

:func:`compare_names` decides on two names; :func:`name_keys` gives the keys by which a register looks names up without
comparing each with each. How identity is decided depends on what is named: see :mod:`beldigest.names.persons`,
:mod:`beldigest.names.places` and :mod:`beldigest.names.organizations`.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Literal

from beldigest.model import ActorKind
from beldigest.names.letters import compose
from beldigest.names.match import NAME_THRESHOLD, NameMatch

__all__ = ["NAME_THRESHOLD", "NameMatch", "compare_names", "name_keys"]

_Family = Literal["person", "place", "organization"]

_FAMILIES: dict[ActorKind, _Family] = {
    "person": "person",
    "country": "place",
    "place": "place",
    "organization": "organization",
    "government body": "organization",
    "media outlet": "organization",
    "group": "organization",
}


#: The most characters that a name has; longer strings are compared by their letters alone.
_LONGEST = 300


@lru_cache(maxsize=65536)
def compare_names(a: str, b: str, kind: ActorKind | None = None) -> NameMatch:
    """Whether two names, out of context, name one actor of the kind (any kind where None).

    The answer does not depend on the order of the two names. It is the same from a score of :data:`NAME_THRESHOLD` on.
    """
    if (compose(b), b) < (compose(a), a):
        return compare_names(b, a, kind)
    if compose(a) == compose(b):
        return NameMatch.of(1.0, "same letters")
    if len(b) > _LONGEST or len(a) > _LONGEST:
        return NameMatch.of(0.0, "too long for a name, and other letters")
    if kind is not None:
        return _compare(a, b, _FAMILIES[kind])
    families: tuple[_Family, ...] = ("person", "place", "organization")
    return max((_compare(a, b, family) for family in families), key=lambda match: match.score)


def _compare(a: str, b: str, family: _Family) -> NameMatch:
    # Each of the three is imported, and reads its tables, when first asked for.
    if family == "person":
        from beldigest.names import persons

        return persons.compare(a, b)
    if family == "place":
        from beldigest.names import places

        return places.compare(a, b)
    from beldigest.names import organizations

    return organizations.compare(a, b)


def name_keys(name: str, kind: ActorKind | None = None) -> frozenset[str]:
    """The keys of a name: two names that :func:`compare_names` calls one actor's have one in common.

    That does not hold of names that agree only by a misprint. Keys are of one kind; those of another are other keys.
    """
    if len(name) > _LONGEST:
        return frozenset({compose(name)})
    from beldigest.names import organizations, persons, places

    modules = {"person": persons, "place": places, "organization": organizations}
    families = [_FAMILIES[kind]] if kind is not None else list(modules)
    return frozenset(f"{family}:{key}" for family in families for key in modules[family].keys(name))
