"""Names across spellings, scripts and languages: do two of them name one actor?

:func:`compare_names` decides on two names; :func:`name_keys` gives the keys by which a register looks names up without
comparing each with each. How identity is decided depends on what is named: see :mod:`beldigest.names.persons`,
:mod:`beldigest.names.places` and :mod:`beldigest.names.organizations`.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Literal, Protocol

from beldigest.errors import OptionError
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


class _Names(Protocol):
    """What the module of each family of names does."""

    def compare(self, a: str, b: str) -> NameMatch: ...

    def keys(self, name: str) -> frozenset[str]: ...


@cache
def _families() -> dict[_Family, _Names]:
    # Imported when first asked for, so that who only reads the public names pays nothing.
    from beldigest.names import organizations, persons, places

    return {"person": persons, "place": places, "organization": organizations}


def _family(kind: ActorKind) -> _Family:
    if kind not in _FAMILIES:
        raise OptionError(f"{kind!r} is no kind of actor", hint=f"give one of {', '.join(_FAMILIES)}, or None")
    return _FAMILIES[kind]


def _name(given: str) -> str:
    if not isinstance(given, str):
        raise OptionError(f"a name is a str, not {type(given).__name__}", hint="leave out what is missing")
    return given


@lru_cache(maxsize=65536)
def compare_names(a: str, b: str, kind: ActorKind | None = None) -> NameMatch:
    """Whether two names, out of context, name one actor of the kind (any kind where None).

    The answer does not depend on the order of the two names. It is the same from a score of :data:`NAME_THRESHOLD` on.
    Raises ``OptionError`` for what is no name, and for a kind that is none.
    """
    letters_a, letters_b = compose(_name(a)), compose(_name(b))
    if (letters_b, b) < (letters_a, a):
        return compare_names(b, a, kind)
    if letters_a == letters_b:
        return NameMatch.of(1.0, "same letters")
    if max(len(a), len(b)) > _LONGEST:
        return NameMatch.of(0.0, "too long for a name, and other letters")
    families = _families()
    if kind is not None:
        return families[_family(kind)].compare(a, b)
    # Of an unknown kind, only a name with a known given name is taken for a person's: "Commission" is no surname.
    asked = [family for name, family in families.items() if name != "person" or _is_personal(a) or _is_personal(b)]
    return max((family.compare(a, b) for family in asked), key=lambda match: match.score)


def _is_personal(name: str) -> bool:
    from beldigest.names.given import surely_given_names
    from beldigest.names.person_names import parse

    return any(surely_given_names(word) for word in parse(name).words)


def name_keys(name: str, kind: ActorKind | None = None) -> frozenset[str]:
    """The keys of a name: two names that :func:`compare_names` calls one actor's have one in common.

    That does not hold of names that agree only by a misprint. Keys are of one kind; those of another are other keys.
    """
    if len(_name(name)) > _LONGEST:
        return frozenset({compose(name)})
    families = _families()
    asked = families if kind is None else {_family(kind): families[_family(kind)]}
    return frozenset(f"{family}:{key}" for family, names in asked.items() for key in names.keys(name))
