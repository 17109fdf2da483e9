"""Classes of English words that bound a noun phrase, and the number of nouns."""

from __future__ import annotations

from functools import cache

from beldigest.language.lexicon import lexicon

_NOT_PLURAL = ("ss", "us", "is")
_NEVER_NOUNS = frozenset({"auxiliary", "pronoun", "preposition", "conjunction", "determiner", "adverb", "calendar"})


@cache
def _closed() -> dict[str, str]:
    return dict(lexicon("en", "figures_closed"))  # type: ignore[arg-type]


@cache
def _plurals() -> frozenset[str]:
    return frozenset(entry[0] for entry in lexicon("en", "figures_plurals"))


@cache
def labels() -> frozenset[str]:
    """Words that make a name of the number after them: "article 5"."""
    return frozenset(entry[0] for entry in lexicon("en", "figures_labels"))


def word_class(word: str) -> str:
    """The class of a function word or frequent verb, in lower case; empty for other words."""
    return _closed().get(word, "")


def is_plural(word: str) -> bool:
    """Whether a word in lower case has the form of a plural noun."""
    if word_class(word) in _NEVER_NOUNS:
        return False
    if word in _plurals() or word.endswith("men"):
        return True
    return len(word) > 2 and word.endswith("s") and not word.endswith(_NOT_PLURAL)


def is_participle(word: str) -> bool:
    """Whether a word in lower case has the form of a regular past participle."""
    return len(word) > 4 and word.endswith("ed") and not word.endswith("eed")


def is_gerund(word: str) -> bool:
    """Whether a word in lower case has the form of a present participle."""
    return len(word) > 5 and word.endswith("ing")
