"""The words that attribute: verbs with their forms, nouns, and the phrases before a source."""

from __future__ import annotations

import re
from functools import cache
from typing import cast

from attrs import frozen

from beldigest.language.en.words.inflection import FormName, inflected
from beldigest.language.lexicon import lexicon
from beldigest.model import Stance


@frozen
class Verb:
    """A verb that attributes; the fields are explained in its lexicon."""

    lemma: str
    particle: str
    thought: bool
    noun: bool
    frames: frozenset[str]
    prepositions: frozenset[str]
    stance: Stance


@frozen
class Form:
    """A form of a verb."""

    verb: Verb
    name: FormName


_DOUBLED = re.compile(r"[^aeiou][aeiou]l$")


def _british(word: str, lemma: str) -> str:
    """A form as British English spells it: "labelled" beside "labeled"."""
    ending = word.removeprefix(lemma)
    return f"{lemma}l{ending}" if _DOUBLED.search(lemma) and ending in ("ed", "ing") else word


@cache
def cue_forms() -> dict[str, tuple[Form, ...]]:
    """The forms of the verbs of attribution by word; those with a particle come first."""
    found: dict[str, list[Form]] = {}
    for entry, act, noun, frames, prepositions, stance in lexicon("en", "citations_verbs"):
        lemma, _, particle = entry.partition(" ")
        verb = Verb(
            lemma,
            particle,
            act == "thought",
            noun == "noun",
            frozenset(frames.split()) - {"-"},
            frozenset(prepositions.split()) - {"-"},
            "asserted" if stance == "-" else cast("Stance", stance),
        )
        for name, word in inflected(lemma):
            for spelling in dict.fromkeys((word, _british(word, lemma))):
                found.setdefault(spelling, []).append(Form(verb, name))
    return {word: tuple(sorted(forms, key=lambda form: not form.verb.particle)) for word, forms in found.items()}


@cache
def other_forms() -> frozenset[str]:
    """The finite forms and participles of the common verbs that attribute nothing."""
    return frozenset(
        word
        for lemma, noun in lexicon("en", "words_common_verbs")
        for name, word in inflected(lemma)
        if name in ("past", "participle") or (name != "gerund" and noun != "noun")
    )


@cache
def base_forms() -> frozenset[str]:
    """The verbs that the lexicons know, as they stand behind "to"."""
    lemmas = {entry.partition(" ")[0] for entry, *_ in lexicon("en", "citations_verbs")}
    return frozenset(lemmas | {lemma for lemma, *_ in lexicon("en", "words_common_verbs")} | {"be", "do", "have"})


@cache
def cue_nouns() -> dict[str, frozenset[str]]:
    """Nouns for what is said, with the frames of their content, which their lexicon explains."""
    return {noun: frozenset(frames.split()) for noun, frames in lexicon("en", "citations_nouns")}


@cache
def source_phrases() -> dict[str, tuple[tuple[tuple[str, ...], bool], ...]]:
    """Phrases before a source, by their last word: their words, and whether they give data and not words."""
    found: dict[str, list[tuple[tuple[str, ...], bool]]] = {}
    for phrase, kind in lexicon("en", "citations_phrases"):
        words = tuple(phrase.split())
        found.setdefault(words[-1], []).append((words, kind == "data"))
    return {last: tuple(phrases) for last, phrases in found.items()}
