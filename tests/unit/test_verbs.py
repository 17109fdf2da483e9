"""The forms of English verbs."""

from __future__ import annotations

import pytest

from beldigest.language import lexicon
from beldigest.language.en.verbs.forms import BASE, GERUND, PARTICIPLE, PAST, THIRD, forms, pasts
from beldigest.language.en.words.inflection import inflected


@pytest.mark.parametrize(
    ("lemma", "expected"),
    [
        ("vote", "vote votes voted voted voting"),
        ("deny", "deny denies denied denied denying"),
        ("delay", "delay delays delayed delayed delaying"),
        ("agree", "agree agrees agreed agreed agreeing"),
        ("reach", "reach reaches reached reached reaching"),
        ("plan", "plan plans planned planned planning"),
        ("fix", "fix fixes fixed fixed fixing"),
        ("plead", "plead pleads pleaded pleaded pleading"),
        ("visit", "visit visits visited visited visiting"),
        ("submit", "submit submits submitted submitted submitting"),
        ("quit", "quit quits quit quit quitting"),
        ("begin", "begin begins began begun beginning"),
        ("bear", "bear bears bore born borne bearing"),
    ],
)
def test_inflection(lemma: str, expected: str) -> None:
    assert [word for _, word in inflected(lemma)] == expected.split()


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("went", PAST),
        ("gone", PARTICIPLE),
        ("cut", BASE | PAST | PARTICIPLE),
        ("voted", PAST | PARTICIPLE),
        ("votes", THIRD),
        ("reconvened", PAST | PARTICIPLE),
        ("re-elected", PAST | PARTICIPLE),
        ("planning", GERUND),
        ("hatred", 0),
        ("window", 0),
    ],
)
def test_forms(word: str, expected: int) -> None:
    assert forms(word) == expected


@pytest.mark.parametrize("name", ["verbs_irregular", "verbs_doubling", "verbs_ahead", "verbs_valency"])
def test_lexicons_are_sorted_and_have_no_duplicates(name: str) -> None:
    keys = [entry[0] for entry in lexicon("en", name)]
    assert keys == sorted(set(keys))


def test_a_verb_that_needs_an_object_has_a_past_that_could_be_its_participle() -> None:
    assert {word for word in pasts("transitive") if not forms(word) & PARTICIPLE} == set()


def test_no_past_is_of_both_valencies() -> None:
    assert not pasts("transitive") & pasts("intransitive")
