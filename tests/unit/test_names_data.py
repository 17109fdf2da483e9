"""The data files of names: provenance, columns, order, and letters that agree with the code."""

from __future__ import annotations

import unicodedata
from importlib.resources import files

import pytest

from beldigest.names.distance import distance
from beldigest.names.sounds import sounds
from beldigest.names.tables import table

DATA = files("beldigest.names").joinpath("data")
NAMES = sorted(entry.name.removesuffix(".tsv") for entry in DATA.iterdir() if entry.name.endswith(".tsv"))


@pytest.mark.parametrize("name", NAMES)
def test_tells_provenance_and_columns(name: str) -> None:
    lines = DATA.joinpath(f"{name}.tsv").read_text("utf-8").splitlines()
    comments = [line for line in lines if line.startswith("#")]
    assert lines[: len(comments)] == comments
    assert any("Provenance:" in line for line in comments)
    columns = comments[-1].removeprefix("# ").split("\t")
    assert {len(row) for row in table(name)} == {len(columns)}


@pytest.mark.parametrize("name", NAMES)
def test_is_sorted_without_duplicates_and_composed(name: str) -> None:
    rows = list(table(name))
    keys = [row[0] for row in rows]
    assert rows == sorted(rows)
    assert len(set(keys)) == len(keys)
    assert all(unicodedata.is_normalized("NFC", field) for row in rows for field in row)


@pytest.mark.parametrize("name", ["exonyms", "territories", "zone_cities", "bodies"])
def test_forms_are_not_repeated(name: str) -> None:
    for row in table(name):
        forms = row[-1].split("|")
        assert len(set(forms)) == len(forms), row[0]
        assert row[0] not in forms


def test_given_names_are_not_repeated_in_a_row() -> None:
    for head, gender, forms in table("given_names"):
        assert gender in ("m", "f")
        assert head not in forms.split()
        assert len(set(forms.split())) == len(forms.split()), head


def test_confusions_are_of_sounds_that_spellings_give() -> None:
    given = set("".join(heard for _, heard, _ in table("graphemes"))) | set("wS") - {"y", "E"}
    for pair, cost, _ in table("confusions"):
        assert len(set(pair)) == 2
        assert set(pair) <= given, pair
        assert 0 < float(cost) < 1


@pytest.mark.parametrize("word", ["жук", "žuk", "zhuk", "żuk"])
def test_one_sound_in_many_spellings(word: str) -> None:
    assert sounds(word) == "žuk"


@pytest.mark.parametrize(
    ("word", "heard"),
    [
        ("елка", "jelka"),  # Cyrillic е at the head of a syllable
        ("мела", "mela"),  # and after a consonant
        ("яўген", "jawgen"),  # ў closes a syllable
        ("haŭryla", "hawrila"),
        ("hauryla", "hawrila"),
        ("karniej", "karnjej"),  # łacinka's soft consonant
        ("karnei", "karnej"),
        ("щука", "ščuka"),
        ("annа", "ana"),  # a doubled consonant, and a Cyrillic а among Latin letters
        ("", ""),
    ],
)
def test_context_decides_between_vowel_and_glide(word: str, heard: str) -> None:
    assert sounds(word) == heard


def test_distance_orders_reasons_by_how_regular_they_are() -> None:
    akanie, ikavism, foreign = distance("kot", "kat"), distance("kotok", "kotik"), distance("kotok", "komok")
    assert 0 < distance("horad", "gorad") < akanie
    assert distance("kotok", "katok") < ikavism < foreign == 1
