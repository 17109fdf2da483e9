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
