"""Keys: what a register of many briefings looks names up by."""

from __future__ import annotations

from itertools import combinations

import pytest

from beldigest.model import ActorKind
from beldigest.names import compare_names, name_keys

SAME: list[tuple[ActorKind, list[str]]] = [
    ("person", ["Якуб Колас", "Yakub Kolas", "Jakub Kołas", "KOLAS, Yakub", "Kolas", "Y. Kolas"]),
    ("person", ["Adam Mickiewicz", "Адам Міцкевіч", "Adomas Mickevičius", "Adama Mickiewicza", "Mitskevich"]),
    ("person", ["Dremko Halvor", "Halvor Dremko"]),
    ("place", ["Wilno", "Вільня", "Vilnius", "Vilniuje"]),
    ("place", ["Krychaŭ", "Krichev", "Кричеву"]),
    ("organization", ["WMO", "World Meteorological Organization", "World Meteorological Organisation"]),
    ("government body", ["Latvian Health Ministry", "Министерство здравоохранения Латвии"]),
]


@pytest.mark.parametrize(("kind", "names"), SAME, ids=lambda value: value if isinstance(value, str) else value[0])
def test_names_of_one_actor_share_a_key(kind: ActorKind, names: list[str]) -> None:
    for a, b in combinations(names, 2):
        if compare_names(a, b, kind).same:
            assert name_keys(a, kind) & name_keys(b, kind), (a, b)
    shared = frozenset.union(*(name_keys(name, kind) for name in names))
    assert any(all(key in name_keys(name, kind) for name in names) for key in shared)


def test_keys_of_different_names_differ() -> None:
    assert not name_keys("Yakub Kolas", "person") & name_keys("Vasil Bykau", "person")
    assert not name_keys("Minsk", "place") & name_keys("Pinsk", "place")


def test_keys_are_of_a_kind() -> None:
    keys = {kind: name_keys("Minsk", kind) for kind in ("person", "place", "organization")}
    assert not keys["person"] & keys["place"]
    assert name_keys("Minsk") == frozenset().union(*keys.values())


@pytest.mark.parametrize("name", ["", " ", "...", "'", "\ud800", "a" * 10_000, "о́" * 5000, "Kim " * 3000, "ch" * 150])
def test_odd_strings_have_keys_and_answers(name: str) -> None:
    assert isinstance(name_keys(name), frozenset)
    assert compare_names(name, name).score == 1
    assert not compare_names(name, "Yakub Kolas", "person").same
