"""Words that tell how a date belongs to its clause, by role."""

from __future__ import annotations

from functools import cache

from beldigest.language.lexicon import lexicon


@cache
def words(role: str) -> frozenset[str]:
    """The words of a role; the roles are explained in their lexicon."""
    return frozenset(word for word, its_role in lexicon("en", "events_words") if its_role == role)
