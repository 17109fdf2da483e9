"""The lexicons of attribution keep their form."""

from __future__ import annotations

import pytest

from beldigest.language import lexicon
from beldigest.language.en.words.classes import CLASSES
from beldigest.language.en.words.cues import cue_forms

NAMES = (
    *(f"citations_{part}" for part in ("nouns", "outlets", "phrases", "verbs")),
    "words_classes",
    "words_common_verbs",
)
FRAMES = {
    "clause",
    "that",
    "quote",
    "question",
    "infinitive",
    "object",
    "amount",
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
    assert {part for _, classes in lexicon("en", "words_classes") for part in classes.split()} == set(CLASSES)


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
