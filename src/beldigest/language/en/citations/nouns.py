"""The nouns and the prepositional phrases of attribution."""

from __future__ import annotations

from functools import cache

from beldigest.language.lexicon import lexicon


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
