"""The nouns of attribution."""

from __future__ import annotations

from functools import cache

from beldigest.language.lexicon import lexicon


@cache
def cue_nouns() -> dict[str, frozenset[str]]:
    """Nouns for what is said, with the frames of their content, which their lexicon explains."""
    return {noun: frozenset(frames.split()) for noun, frames in lexicon("en", "citations_nouns")}
