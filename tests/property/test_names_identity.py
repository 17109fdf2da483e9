"""Laws of the identity of names: reflexive, symmetric, blind to case and composition, stable under transliteration."""

from __future__ import annotations

import unicodedata
from itertools import combinations
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beldigest import NAME_THRESHOLD, compare_names
from beldigest.model import ActorKind
from beldigest.names import name_keys

KINDS = st.sampled_from([None, *get_args(ActorKind)])

# Cyrillic letters and their Latin ones, by system, in the order: Belarus 2023, BGN/PCGN 1979, łacinka, ISO 9.
BELARUSIAN = {
    "а": "a a a a",
    "б": "b b b b",
    "в": "v v v v",
    "г": "h h h g",
    "д": "d d d d",
    "е": "ie ye ie e",
    "ё": "io yo io ë",
    "ж": "zh zh ž ž",
    "з": "z z z z",
    "і": "i i i ì",
    "й": "i y j j",
    "к": "k k k k",
    "л": "l l ł l",
    "м": "m m m m",
    "н": "n n n n",
    "о": "o o o o",
    "п": "p p p p",
    "р": "r r r r",
    "с": "s s s s",
    "т": "t t t t",
    "у": "u u u u",
    "ў": "u w ŭ ŭ",
    "ф": "f f f f",
    "х": "kh kh ch h",
    "ц": "ts ts c c",
    "ч": "ch ch č č",
    "ш": "sh sh š š",
    "ы": "y y y y",
    "э": "e e e è",
    "ю": "iu yu iu û",
    "я": "ia ya ia â",
}

# The same of Russian, in the order: BGN/PCGN 1947, passports (ICAO 9303), ISO 9, Polish, German.
RUSSIAN = {
    "а": "a a a a a",
    "б": "b b b b b",
    "в": "v v v w w",
    "г": "g g g g g",
    "д": "d d d d d",
    "е": "e e e ie e",
    "ж": "zh zh ž ż sch",
    "з": "z z z z s",
    "и": "i i i i i",
    "к": "k k k k k",
    "л": "l l l ł l",
    "м": "m m m m m",
    "н": "n n n n n",
    "о": "o o o o o",
    "п": "p p p p p",
    "р": "r r r r r",
    "с": "s s s s s",
    "т": "t t t t t",
    "у": "u u u u u",
    "ф": "f f f f f",
    "х": "kh kh h ch ch",
    "ц": "ts ts c c z",
    "ч": "ch ch č cz tsch",
    "ш": "sh sh š sz sch",
    "щ": "shch shch ŝ szcz schtsch",
    "ы": "y y y y y",
    "э": "e e è e e",
    "ю": "yu iu û iu ju",
    "я": "ya ia â ia ja",
}

SURNAME_ENDINGS = {
    "be": ["енка", "овіч", "авец", "ук", "чык", "скі"],
    "ru": ["енко", "ович", "овец", "ук", "ин", "ский"],
}
CONSONANTS = {"be": "бвгджзклмнпрстфхцчш", "ru": "бвгджзклмнпрстфхцчшщ"}
TABLES = {"be": BELARUSIAN, "ru": RUSSIAN}


def romanised(name: str, table: dict[str, str]) -> list[str]:
    """A Cyrillic name in each system of a table; й of an adjective as the systems that list no й have it: left out."""
    systems = len(next(iter(table.values())).split())
    letters = {letter: forms.split() for letter, forms in table.items()} | {"й": table.get("й", "- " * systems).split()}
    return [
        " ".join("".join(letters[letter][system] for letter in word).replace("-", "").title() for word in name.split())
        for system in range(systems)
    ]


@st.composite
def cyrillic_surnames(draw: st.DrawFn, language: str) -> str:
    """Two open syllables before a surname's ending: no clusters, which may look like another letter's digraph."""
    consonants, vowels = st.sampled_from(CONSONANTS[language]), st.sampled_from("аоуэ" if language == "be" else "аоуе")
    syllables = [draw(consonants) + draw(vowels) for _ in range(2)]
    ending = draw(st.sampled_from(SURNAME_ENDINGS[language]))
    # The adjectives in -ski have other forms after sibilants: -tski, -zhski is rare and -shski is none.
    last = consonants.filter(lambda letter: not (ending.startswith("с") and letter in "жзсцчшщ"))
    return "".join(syllables) + draw(last) + ending


NAMES = st.text(st.characters(codec="utf-8", categories=["Lu", "Ll", "Zs", "Pd", "Mn", "Po"]), max_size=30)
WORDS = st.text("abcčdeęfghiíjklłmnoóprsštuvwyzžабвгдежзийклмнопрстуўфхцчшыэюяії", min_size=2, max_size=12)
PERSONS = st.lists(WORDS, min_size=1, max_size=3).map(lambda words: " ".join(words).title())


@given(NAMES, KINDS)
def test_a_name_is_itself(name: str, kind: ActorKind | None) -> None:
    match = compare_names(name, name, kind)
    assert match.same
    assert match.score == 1


@given(st.text(max_size=40), st.text(max_size=40), KINDS)
def test_any_two_strings_have_a_score_and_an_order_free_answer(a: str, b: str, kind: ActorKind | None) -> None:
    match = compare_names(a, b, kind)
    assert 0 <= match.score <= 1
    assert match.same == (match.score >= NAME_THRESHOLD)
    assert match.reason
    assert compare_names(b, a, kind) == match


@given(PERSONS, PERSONS, KINDS)
def test_composition_changes_nothing(a: str, b: str, kind: ActorKind | None) -> None:
    decomposed = compare_names(unicodedata.normalize("NFD", a), b, kind)
    assert decomposed == compare_names(unicodedata.normalize("NFC", a), b, kind)


@given(PERSONS, KINDS)
def test_case_and_marks_change_nothing(name: str, kind: ActorKind | None) -> None:
    bare = "".join(c for c in unicodedata.normalize("NFD", name) if not unicodedata.combining(c))
    assert compare_names(name, name.upper(), kind).same
    assert compare_names(name, name.lower(), kind).same
    assert compare_names(name, bare, kind).same


@given(PERSONS, PERSONS, KINDS)
def test_two_names_in_capitals_are_as_two_in_small_letters(a: str, b: str, kind: ActorKind | None) -> None:
    assert compare_names(a.upper(), b.upper(), kind).same == compare_names(a.lower(), b.lower(), kind).same


@pytest.mark.parametrize(
    ("language", "given_name"), [("be", "Рыгор"), ("be", "Зміцер"), ("ru", "Никита"), ("ru", "Яков")]
)
@given(st.data())
def test_a_name_is_each_of_its_transliterations(language: str, given_name: str, data: st.DataObject) -> None:
    name = f"{given_name} {data.draw(cyrillic_surnames(language)).title()}"
    forms = [name, *romanised(name.lower(), TABLES[language])]
    for a, b in combinations(forms, 2):
        assert compare_names(a, b, "person").same, (a, b, compare_names(a, b, "person"))
        assert name_keys(a, "person") & name_keys(b, "person"), (a, b)


@given(st.data())
def test_another_consonant_is_another_surname(data: st.DataObject) -> None:
    name = data.draw(cyrillic_surnames("be"))
    at = data.draw(st.sampled_from([0, 2, 4]))
    # Labials and liquids are in no romanisation, and in none of the languages, written for one another.
    other = name[:at] + ("л" if name[at] in "бвпфмн" else "м") + name[at + 1 :]
    assert not compare_names(name.title(), other.title(), "person").same


@given(PERSONS, st.sampled_from(["Иван", "Ганна", "Sergei", "Volha"]), st.sampled_from(["Mikhail", "Тарас", "Nina"]))
def test_a_surname_does_not_make_two_persons_one(surname: str, one: str, other: str) -> None:
    word = surname.split()[0]
    assert not compare_names(f"{one} {word}", f"{other} {word}", "person").same


@given(PERSONS, PERSONS, st.sampled_from(get_args(ActorKind)))
def test_names_that_are_the_same_share_a_key(a: str, b: str, kind: ActorKind) -> None:
    match = compare_names(a, b, kind)
    if match.same and match.score > 0.55:
        assert name_keys(a, kind) & name_keys(b, kind)
