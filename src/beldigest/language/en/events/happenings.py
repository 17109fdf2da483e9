"""Noun groups that name a happening and have a date of their own: "following | the vote in March on the budget"."""

from __future__ import annotations

import re
from functools import cache

from beldigest.language.en.events.sentence import Sentence
from beldigest.language.en.events.subjects import noun_group
from beldigest.language.en.words.classes import CAPITAL
from beldigest.language.lexicon import keys
from beldigest.model import Span

#: Before a noun group they set what it names apart in time from what the verb tells, whatever the noun.
_SEQUENCE = frozenset(("after", "following", "since", "upon"))
#: Others that do so where the noun names a happening.
_APART = _SEQUENCE | {"before", "until"}
_GOVERNOR = re.compile(r"([a-z]+)\s+\Z", re.IGNORECASE)
#: How far before a noun group the word stands that governs it, in characters.
_NEAR = 40
_LINKS = frozenset(("of", "on", "in", "at", "against", "by", "with", "near", "between", "for", "to"))


@cache
def _nouns() -> frozenset[str]:
    return keys("en", "events_nouns")


def is_happening(word: str) -> bool:
    """Whether a noun names a happening."""
    low = word.lower()
    return low in _nouns() or (low.endswith("s") and low[:-1] in _nouns())


def happening(sentence: Sentence, piece: Span, at: Span) -> Span | None:
    """The noun group that a date is said of, where the verb of its clause tells of another time."""
    head, named = _head(sentence, piece, sentence.adjunct(at, piece).start)
    if head is None:
        return None
    governor = _GOVERNOR.search(sentence.text, max(piece.start, head.start - _NEAR), head.start)
    if governor is None or governor[1].lower() not in (_APART if named else _SEQUENCE):
        return None
    finite = sentence.finite(at.end, piece.end)
    if finite and not sentence.shown(at.end, sentence.start(finite[0])):
        return None  # "after the court on Monday | refused"
    return Span(head.start, at.end)


def _head(sentence: Sentence, piece: Span, end: int) -> tuple[Span | None, bool]:
    """The noun group before an offset with the phrases that complete it, from the outermost noun of a happening on; and
    whether there is such a noun."""
    words = sentence.words
    found: Span | None = None
    first: Span | None = None
    named = False
    for _ in range(4):
        group = noun_group(sentence, end)
        if group is None or group.start < piece.start:
            break
        noun = sentence.index(group.end) - 1
        first = first or group
        if any(
            is_happening(words.low[k]) and (not words.tags[k] & CAPITAL or not k)
            for k in range(sentence.index(group.start), noun + 1)
        ):
            found, named = Span(group.start, first.end), True
        elif found is None and not named:
            found = group if first == group else found
        link = sentence.index(group.start) - 1
        if link < 0 or words.low[link] not in _LINKS or words.starts[link] < piece.start:
            break
        end = words.starts[link]
    return (found, named) if named else (found if first == found else None, False)
