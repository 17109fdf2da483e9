"""Words that tell how a date belongs to its clause, by role; and the nouns that name a happening."""

from __future__ import annotations

from functools import cache

from beldigest.language.lexicon import keys, lexicon


@cache
def words(role: str) -> frozenset[str]:
    """The words of a role; the roles are explained in their lexicon."""
    return frozenset(word for word, its_role in lexicon("en", "events_words") if its_role == role)


@cache
def _happenings() -> frozenset[str]:
    return keys("en", "events_nouns")


def is_happening(word: str) -> bool:
    """Whether a noun names a happening."""
    low = word.lower()
    return low in _happenings() or (low.endswith("s") and low[:-1] in _happenings())
