"""The data files of names: sorted, without duplicates, and with their provenance."""

from __future__ import annotations

from importlib.resources import files

import pytest

from beldigest.language import lexicon
from beldigest.language.en import names

DATA = files("beldigest.language.en").joinpath("data")
FILES = sorted(
    path.name.removesuffix(".tsv") for path in DATA.iterdir() if path.name.startswith(("actors_", "gazetteer_"))
)


@pytest.mark.parametrize("name", FILES)
def test_sorted_and_without_duplicates(name: str) -> None:
    keys = [row[0] for row in lexicon("en", name)]
    assert len(keys) == len(set(keys))
    assert keys == sorted(keys)


@pytest.mark.parametrize("name", FILES)
def test_says_where_it_comes_from(name: str) -> None:
    lines = DATA.joinpath(f"{name}.tsv").read_text("utf-8").splitlines()
    comment = " ".join(line for line in lines if line.startswith("#"))
    assert lines[0].startswith("# ")
    assert "general knowledge" in comment or "From " in comment


def test_every_gazetteer_entry_is_found_by_each_of_its_forms() -> None:
    known = names.known()
    for gazetteer in names.builtin():
        for entry in gazetteer.entries:
            for form in (entry.name, *entry.aliases):
                assert known.exactly(form) is not None, form


def test_no_two_bodies_claim_one_form() -> None:
    bodies = next(gazetteer for gazetteer in names.builtin() if gazetteer.name == "bodies")
    forms = [form for entry in bodies.entries for form in (entry.name, *entry.aliases)]
    assert sorted(forms) == sorted(set(forms))


def test_a_form_in_capitals_is_found_in_capitals_only() -> None:
    known = names.known()
    assert known.exactly("WHO") is not None
    assert known.exactly("Who") is None
    assert known.exactly("interpol") is not None


@pytest.mark.parametrize("name", ["actors_heads", "actors_given_names", "actors_surnames", "actors_family_first"])
def test_words_are_listed_as_names_are_compared(name: str) -> None:
    for word, *_ in lexicon("en", name):
        assert names.fold(word) == word.casefold(), word


def test_heads_say_what_they_are_and_where_they_stand() -> None:
    kinds = {"government body", "media outlet", "organization", "place", "other"}
    for word, kind, place, *marks in lexicon("en", "actors_heads"):
        assert kind in kinds, word
        assert place in {"after", "before", "both", "suffix"}, word
        assert set("|".join(marks).split("|")) <= {"", "name", "family"}, word
        assert len(word.split()) <= 2, word


def test_a_word_has_one_class_of_cue_that_the_grammar_knows() -> None:
    known = {"says", "does", "trades", "place", "place?", "person", "company", "of a place", "poll"}
    assert {kind for _, kind in lexicon("en", "actors_cues")} == known
