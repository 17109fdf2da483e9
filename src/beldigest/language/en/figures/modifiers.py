"""What English says around a number: how sure it is ("at least", "or so") and which way it moved ("fell by")."""

from __future__ import annotations

import re
from functools import cache
from typing import cast

from beldigest.language.en.figures.words import word_class
from beldigest.language.lexicon import lexicon
from beldigest.language.tokens import Tokens
from beldigest.model import Bound, Change

_FILLERS = frozenset({"a", "an", "another", "just", "only", "even", "still", "further", "additional", "record"})
_DIRECTIONS = frozenset({"by", "to", "from"})
_MORE = frozenset({"more", "higher", "greater", "larger", "bigger", "faster", "longer", "older", "above"})
_LESS = frozenset({"less", "fewer", "lower", "smaller", "slower", "shorter", "cheaper", "younger", "below"})

_COMPARISON = re.compile(r"\b(?:than|from|versus|against|compared (?:with|to))(?: in| on| during| for)?(?: the)? $")

_Phrases = dict[str, list[tuple[tuple[str, ...], Bound]]]


def _split(phrase: str) -> tuple[str, ...]:
    return tuple(Tokens(phrase, 0, len(phrase)).words)


@cache
def _before() -> _Phrases:
    """The bounds that stand before a number, by their last token, the longest first."""
    table: _Phrases = {}
    for phrase, place, bound in lexicon("en", "figures_bounds"):
        if place == "before":
            words = _split(phrase)
            table.setdefault(words[-1], []).append((words, cast(Bound, bound)))
    return {last: sorted(entries, key=lambda entry: -len(entry[0])) for last, entries in table.items()}


@cache
def _after() -> _Phrases:
    """The bounds that stand after a number, by their first token, the longest first."""
    table: _Phrases = {}
    for phrase, place, bound in lexicon("en", "figures_bounds"):
        if place == "after":
            words = _split(phrase)
            table.setdefault(words[0], []).append((words, cast(Bound, bound)))
    return {first: sorted(entries, key=lambda entry: -len(entry[0])) for first, entries in table.items()}


@cache
def _changes() -> dict[str, str]:
    return dict(lexicon("en", "figures_changes"))  # type: ignore[arg-type]


def is_change(word: str) -> bool:
    """Whether a word in lower case says that a quantity rose or fell."""
    return word in _changes()


def bound_before(tokens: Tokens, at: int) -> tuple[int, Bound] | None:
    """The bound before the number that begins at a token, and the index of its first token."""
    for skipped in range(3):
        last = at - 1 - skipped
        for words, bound in _before().get(tokens.word(last), ()):
            start = last + 1 - len(words)
            if start >= 0 and tuple(tokens.words[start : last + 1]) == words:
                return start, bound
        if tokens.word(last) not in _FILLERS:
            hyphen = tokens.word(last) == "-" and tokens.touches(last)
            if not hyphen:
                break
    return None


def bound_after(tokens: Tokens, at: int) -> tuple[int, Bound] | None:
    """The bound after the number or unit that ends before a token, and the index after it."""
    hyphen = tokens.word(at) == "-" and tokens.word(at + 1) in {"plus", "odd"}
    start = at + hyphen
    for words, bound in _after().get(tokens.word(start), ()):
        if tuple(tokens.words[start : start + len(words)]) == words:
            single = len(words) == 1
            if single and words[0] in {"plus", "+", "odd"} and not (hyphen or tokens.touches(start)):
                continue
            if words[0] == "+" and tokens.touches(start + 1) and tokens.value(start + 1) is not None:
                continue
            return start + len(words), bound
    return None


def change_before(tokens: Tokens, at: int) -> Change | None:
    """The change that the words before a figure say of it: "rose by", "down to", "lost"."""
    back = at - 1
    while word_class(tokens.word(back)) == "adverb" or tokens.word(back) in {"a", "an", "another"}:
        back -= 1
    direction = "by"
    if tokens.word(back) in _DIRECTIONS:
        direction, back = tokens.word(back), back - 1
    for _ in range(2):
        way = _changes().get(tokens.word(back))
        if way is not None:
            return cast(Change, f"{way} {direction}")
        if word_class(tokens.word(back)) != "adverb" and not tokens.word(back).endswith("ly"):
            break
        back -= 1
    return None


def direction_before(tokens: Tokens, at: int) -> str:
    """The preposition "by", "to" or "from" right before a figure; empty where there is none."""
    return tokens.word(at - 1) if tokens.word(at - 1) in _DIRECTIONS else ""


def change_after(tokens: Tokens, at: int) -> Change | None:
    """The change that the words after a figure say of it: "less than in 2023", "increase", "higher"."""
    word, nxt = tokens.word(at), tokens.word(at + 1)
    if word in _MORE | _LESS and (nxt == "than" or not nxt.isalpha() or word_class(nxt)):
        return "more" if word in _MORE else "less"
    way = _changes().get(word) if word not in {"up", "down", "higher", "lower"} else None
    return cast(Change, f"{way} by") if way else None


def is_compared(text: str, at: int) -> bool:
    """Whether the words before an offset say that what follows is compared with: "than in (2023)", "up from (May)"."""
    return _COMPARISON.search(text, max(0, at - 40), at) is not None
