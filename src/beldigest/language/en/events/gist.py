"""What an English clause comes down to, for comparing it with another one: its verbs, names, numbers and words."""

from __future__ import annotations

from attrs import frozen

from beldigest.language.en.events.sentence import Sentence
from beldigest.language.en.words.classes import (
    ADVERB,
    AUXILIARY,
    CAPITAL,
    CLOSED,
    DETERMINER,
    NUMBER,
    OBJECT,
    POSSESSIVE,
)
from beldigest.model import Span

_EMPTY = CLOSED | OBJECT | DETERMINER | ADVERB | AUXILIARY | POSSESSIVE


@frozen
class Gist:
    """The words of a clause in small letters, each once and in order: ``verbs`` are its main verbs, ``names`` the words
    with a capital inside it, ``numbers`` those in digits, and ``words`` all that are no function words."""

    verbs: tuple[str, ...]
    names: frozenset[str]
    numbers: frozenset[str]
    words: tuple[str, ...]


def gist(clause: str) -> Gist:
    """The gist of a clause that stands alone."""
    sentence = Sentence(clause, Span(0, len(clause)), ())
    low, tags = sentence.words.low, sentence.words.tags
    told = [at for at, tag in enumerate(tags) if not tag & _EMPTY]
    verbs = [low[group.verb] for group in sentence.groups if group.form in ("finite", "participle")]
    return Gist(
        tuple(dict.fromkeys(verbs)),
        frozenset(low[at] for at in told if at and tags[at] & CAPITAL),
        frozenset(low[at] for at in told if tags[at] & NUMBER and low[at][0].isdigit()),
        tuple(dict.fromkeys(low[at] for at in told)),
    )
