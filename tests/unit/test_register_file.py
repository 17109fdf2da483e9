"""A user's register file: what it fixes, and what is wrong with a broken one."""

from __future__ import annotations

from pathlib import Path

import pytest

from beldigest.errors import InputError
from beldigest.language.gazetteer import GazetteerEntry
from beldigest.language.register_file import register_file
from beldigest.mentions import actors
from beldigest.mentions.reading import Reading
from beldigest.mentions.types import Mentions
from beldigest.model import Identifier
from beldigest.resolve.register import register

ENTRIES = (
    GazetteerEntry("Harbour Watch", "media outlet", ("HW", "The Watch"), {"wikidata": "Q1"}),
    GazetteerEntry("Ilka Branko", "person"),
)


def test_csv_and_json_say_the_same(tmp_path: Path) -> None:
    table, objects = tmp_path / "a.csv", tmp_path / "a.json"
    table.write_text(
        "name,kind,aliases,wikidata\nHarbour Watch,media outlet,HW | The Watch,Q1\n\nIlka Branko,person,,\n", "utf-8"
    )
    objects.write_text(
        '[{"name": "Harbour Watch", "kind": "media outlet", "aliases": ["HW", "The Watch"],'
        ' "identifiers": {"wikidata": "Q1"}}, {"name": "Ilka Branko", "kind": "person"}]',
        "utf-8-sig",
    )
    assert register_file(table).entries == register_file(objects).entries == ENTRIES
    assert "a.csv" in register_file(table).provenance


def test_names_kinds_and_identifiers_are_those_of_the_file(tmp_path: Path) -> None:
    path = tmp_path / "mine.csv"
    path.write_text("name,kind,aliases,wikidata\nHarbour Watch,media outlet,HW,Q1\n", "utf-8")
    gazetteers = (register_file(path),)
    reading = Reading.of("They wrote to HW. Then HW answered.")
    mentions = Mentions().plus(actors.find(reading, Mentions(), gazetteers))
    (actor,) = register(reading, mentions, gazetteers).actors
    assert (actor.name, actor.kind, actor.aliases) == ("Harbour Watch", "media outlet", ("HW",))
    assert actor.identifiers == (Identifier("wikidata", "Q1"),)


def test_a_person_of_the_file_is_one_under_all_names(tmp_path: Path) -> None:
    path = tmp_path / "mine.json"
    path.write_text('[{"name": "Ilka Branko", "kind": "person", "aliases": ["The Owl of Velmora"]}]', "utf-8")
    gazetteers = (register_file(path),)
    reading = Reading.of("They call her The Owl of Velmora. On Monday Branko, or Ilka Branko, left Minsk.")
    mentions = Mentions().plus(actors.find(reading, Mentions(), gazetteers))
    person, place = register(reading, mentions, gazetteers).actors
    assert (person.name, person.aliases) == ("Ilka Branko", ("The Owl of Velmora", "Branko"))
    assert place.name == "Minsk"


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("a.csv", "name\nAnn\n", "line 1: the register has no column 'kind'"),
        ("a.csv", "name,kind\nAnn,human\n", "line 2, column kind: there is no kind 'human'"),
        ("a.csv", "name,kind\n,person\n", "line 2, column name: the name of an actor is missing"),
        ("a.csv", "name,kind\nAnn,person,x\n", "line 2: the line has more fields than columns"),
        ("a.csv", 'name,kind\n"Ann,person\n', "the register is not CSV"),
        ("a.csv", "", "line 1: the register has no column 'name'"),
        ("a.json", "{", "line 1, column 2: the register is not JSON"),
        ("a.json", "{}", "$: dict where a list of actors belongs"),
        ("a.json", "[1]", "$[0]: int where an object belongs"),
        ("a.json", '[{"name": 1}]', "$[0].name: int where a string belongs"),
        ("a.json", '[{"name": "Ann", "kind": "x"}]', "$[0].kind: there is no kind 'x'"),
        ("a.json", '[{"name": "Ann", "kind": "person", "aliases": [1]}]', "$[0].aliases[0]: int where a string"),
        ("a.json", '[{"name": "Ann", "kind": "person", "alias": "x"}]', "$[0]: an actor has no field 'alias'"),
        ("a.json", "[" * 100_000, "nested too deeply"),
        ("a.txt", "", "a register has no format '.txt'"),
    ],
)
def test_what_is_wrong_is_said_with_its_place(tmp_path: Path, name: str, text: str, message: str) -> None:
    path = tmp_path / name
    path.write_text(text, "utf-8")
    with pytest.raises(InputError) as caught:
        register_file(path)
    assert message in str(caught.value)
    assert str(path) in caught.value.where
    assert caught.value.hint


def test_a_file_that_is_missing_or_not_text(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be read"):
        register_file(tmp_path / "none.csv")
    (tmp_path / "a.csv").write_bytes(b"name,kind\n\xff,person\n")
    with pytest.raises(InputError, match="not UTF-8"):
        register_file(tmp_path / "a.csv")
