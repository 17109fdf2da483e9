"""The data files of figures: sorted, without duplicates, of known classes, and in agreement with their sources."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from importlib.resources import files
from typing import get_args

import pytest
from babel import Locale
from babel.numbers import get_currency_name, get_territory_currencies

import beldigest
from beldigest.language import lexicon
from beldigest.model import Bound

LANDS = Locale("en").territories
IN_USE = sorted({code for land in LANDS for code in get_territory_currencies(str(land), dt.date(2025, 1, 1))})
CLASSES = {
    "numbers": (1, {"unit", "ten", "scale", "scales", "abbreviation", "money abbreviation", "ordinal", "part"}),
    "units": (2, {"word", "symbol"}),
    "currencies": (2, {"symbol", "letters", "prefix", "name", "bare", "letters name"}),
    "bounds": (2, set(get_args(Bound))),
    "changes": (1, {"rose", "fell", "moved"}),
    "labels": (1, {"word", "abbreviation"}),
    "verbs": (
        1,
        {"reckoning", "bringing", "giving", "costing", "lasting", "asking", "awarding"}
        | {"reporting", "making", "expecting", "expecting reporting"}
        | {"awarding giving", "bringing lasting", "depriving giving", "reckoning reporting", "making reckoning"},
    ),
    "closed": (
        1,
        {"determiner", "preposition", "pronoun", "auxiliary", "conjunction", "adverb", "adjective", "dimension"}
        | {"calendar", "verb", "homograph"},
    ),
}
#: The fields that tell an entry from the others, where the first does not.
KEYS = {"bounds": (0, 1), "currencies": (0, 2)}


@pytest.mark.parametrize("name", sorted({*CLASSES, "plurals", "symbols"}))
def test_files_say_where_they_come_from_and_are_in_order(name: str) -> None:
    text = files("beldigest.language.en").joinpath("data", f"figures_{name}.tsv").read_text("utf-8")
    assert text.startswith("# ") and "# Source: " in text
    entries = lexicon("en", f"figures_{name}")
    keys = [tuple(entry[field] for field in KEYS.get(name, (0,))) for entry in entries]
    assert keys == sorted(set(keys))
    assert len({len(entry) for entry in entries}) == 1


@pytest.mark.parametrize("name", sorted(CLASSES))
def test_classes_are_those_that_rules_know(name: str) -> None:
    field, known = CLASSES[name]
    assert {entry[field] for entry in lexicon("en", f"figures_{name}")} <= known


def test_codes_of_currencies_are_those_of_iso_4217() -> None:
    codes = {code for _, code, _ in lexicon("en", "figures_currencies")} - {"-"}
    assert codes <= {*Locale("en").currencies, "BTC", "CFA franc", "shilling", "rupee"}


@pytest.mark.parametrize("code", IN_USE)
def test_names_of_currencies_in_the_library_of_locales_are_read(code: str) -> None:
    name = get_currency_name(code, count=250, locale="en")
    (figure,) = beldigest.find_figures(f"It cost 250 {name}.")
    assert (figure.value, figure.unit) == (Decimal(250), code)


@pytest.mark.parametrize(
    ("language", "units"),
    [
        ("en", ["USD", "USD", "INR", "USD"]),
        ("en-NZ", ["NZD", "NZD", "INR", "USD"]),
        ("en_ca", ["CAD", "CAD", "INR", "USD"]),
        ("en-Latn-PK", ["USD", "USD", "PKR", "USD"]),
        ("en-PA", ["USD", "USD", "INR", "USD"]),  # two currencies
        ("en-150", ["USD", "USD", "INR", "USD"]),  # no country
    ],
)
def test_a_shared_currency_is_that_of_the_country_of_the_language(language: str, units: list[str]) -> None:
    text = "It cost $5, 6 dollars, 7 rupees or US$8."
    assert [figure.unit for figure in beldigest.find_figures(text, language=language)] == units
    (story,) = beldigest.parse(text, language=language).stories
    assert [figure.unit for figure in story.figures] == units


@pytest.mark.parametrize(("spelling", "unit", "kind"), lexicon("en", "figures_units"))
def test_every_spelling_of_a_unit_is_read(spelling: str, unit: str, kind: str) -> None:
    tight = kind == "symbol" and not spelling[0].isalpha()
    text = f"a hall of 3.5{'' if tight else ' '}{spelling} was seen"
    assert unit in {figure.unit for figure in beldigest.find_figures(text)} or spelling in APART


#: Spellings that need more around them than a number: they are words, marks or letters for other things as well.
APART = frozenset({"'", '"', "''", "′", "″", "’", "”", "in", "x", "s", "C", "F", "K", "pt", "A"})
