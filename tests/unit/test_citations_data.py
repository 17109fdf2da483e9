"""The lexicons of attribution keep their form."""

from __future__ import annotations

import pytest

from beldigest.language import lexicon
from beldigest.language.en.citations.verbs import cue_forms
from beldigest.language.en.citations.words import CLASSES

NAMES = tuple(f"citations_{part}" for part in ("common_verbs", "nouns", "outlets", "phrases", "verbs", "words"))
FRAMES = {
    "clause",
    "that",
    "quote",
    "question",
    "infinitive",
    "object",
    "addressee",
    "request",
    "charge",
    "predicate",
    "-",
}


@pytest.mark.parametrize("name", NAMES)
def test_entries_are_sorted_and_unique(name: str) -> None:
    keys = [entry[0] for entry in lexicon("en", name)]
    assert keys == sorted(set(keys))


def test_word_classes_are_known() -> None:
    assert {part for _, classes in lexicon("en", "citations_words") for part in classes.split()} == set(CLASSES)


def test_verbs_have_known_fields() -> None:
    for _, act, noun, frames, _, stance in lexicon("en", "citations_verbs"):
        assert act in ("speech", "thought")
        assert noun in ("noun", "-")
        assert set(frames.split()) <= FRAMES
        assert stance in ("denied", "doubted", "-")


@pytest.mark.parametrize(
    ("word", "lemma", "form"),
    [
        ("said", "say", "past"),
        ("denies", "deny", "present"),
        ("arguing", "argue", "gerund"),
        ("quipped", "quip", "participle"),
        ("wrote", "write", "past"),
        ("agreeing", "agree", "gerund"),
    ],
)
def test_forms(word: str, lemma: str, form: str) -> None:
    assert (lemma, form) in {(found.verb.lemma, found.name) for found in cue_forms()[word]}
