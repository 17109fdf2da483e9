"""What English says between two figures: a range, a list, a contrast, a change from one to the other."""

from __future__ import annotations

from collections.abc import Set
from typing import Literal

from beldigest.language.en.figures.modifiers import REACHED, is_change, level_before, names_change, over_modifiers
from beldigest.language.en.figures.words import (
    ARTICLES,
    DEFINITE,
    NOMINAL,
    OUTCOMES,
    PERIODS,
    SINCE,
    is_possessive,
    word_class,
)
from beldigest.language.figures import Connector
from beldigest.language.tokens import Tokens

_CONNECTORS: dict[tuple[str, ...], Connector] = {
    ("to",): "to",
    ("through",): "to",
    ("up", "to"): "to",
    ("and", "up", "to"): "to",
    ("and",): "and",
    ("or",): "or",
    ("in",): "of",
    ("in", "every"): "of",
    ("of", "every"): "of",
    ("out", "of"): "of",
    ("out", "of", "every"): "of",
}
_LONGEST_COUNTED = 4
_LONGEST_RIVAL = 5
_IN_HEADS = frozenset({"", "adjective", "homograph", "determiner"})
_RANGING = frozenset({"range", "ranges", "ranged", "ranging", "vary", "varies", "varied", "varying", "anywhere"})
_PLAYING = frozenset({"won", "win", "lost", "lose", "drew", "beaten", "winning", "losing", "ended", "finished"})
_IN_TIMES = frozenset({"preposition", "determiner", "calendar", "adverb", "adjective"})
_CLAUSE_ENDS = frozenset({".", ";", ",", "!", "?", ")", ""})
_LIST = frozenset({",", "and", "or", "even", "x", "-", "–"})
# How many tokens a figure with its unit and the noun of its change can have.
_LONGEST_MOVED = 4


def connector(tokens: Tokens, start: int, end: int) -> Connector:
    """What the words between two numbers say: "to", "up to", "and", "or", "in" or "out of"."""
    return _CONNECTORS.get(tuple(tokens.words[start:end]), "") if end - start < 4 else ""


def opening(tokens: Tokens, at: int) -> tuple[int, Literal["between", "from", ""]]:
    """Which range the words before a number open, and the first of them: "between", "between the ages of", "from"."""
    if tokens.reads(at - 4, "between", "the", "ages", "of"):
        return at - 4, "between"
    word = tokens.words[at - 1]
    return at - 1, "between" if word == "between" else "from" if word == "from" else ""


def is_ranging(tokens: Tokens, at: int) -> bool:
    """Whether the verb before "from" at a token says that a range follows, which may begin with its upper end."""
    return tokens.words[at - 1] in _RANGING


def is_list(tokens: Tokens, start: int, end: int) -> bool:
    """Whether the tokens between two numbers only string them together: ",", "and", ", or"."""
    return 0 < end - start <= 3 and _LIST.issuperset(tokens.words[start:end]) and tokens.words[start:end] != ["-"]


def is_part_of(tokens: Tokens, start: int, end: int) -> bool:
    """Whether the tokens between two numbers say that the first is a part of the second: "of the", "of its"."""
    return end - start == 2 and tokens.words[start] == "of" and tokens.words[start + 1] in DEFINITE


def is_score(tokens: Tokens, start: int, end: int) -> bool:
    """Whether two numbers with a dash are the score of a game or a vote, "lost (1-2) to", "a (0-3) defeat"."""
    if tokens.words[end] in OUTCOMES or tokens.words[end] == "vote":
        return True
    return tokens.words[start - 1] in _PLAYING and word_class(tokens.words[end]) in {"preposition", "conjunction"}


def is_restatement(tokens: Tokens, start: int, end: int) -> bool:
    """Whether the tokens between two figures say that the second tells the first otherwise: "or", "(44) posts, or"."""
    if tokens.words[end - 1] != "or":
        return False
    last = end - 1 - (tokens.words[end - 2] == ",")
    counted = tokens.words[start:last]
    return len(counted) <= _LONGEST_COUNTED and all(word.isalpha() and word_class(word) in NOMINAL for word in counted)


def is_contrast(tokens: Tokens, at: int) -> bool:
    """Whether the words before a figure say that another one is compared with it: "against", "compared with (the)"."""
    at = over_modifiers(tokens, level_before(tokens, at) - 1) + 1
    if tokens.words[at - 1] == "of":  # "a loss of 9bn, against a profit of (3bn)"
        at = _start_of(tokens, at - 1, _IN_HEADS)
    if is_possessive(tokens.words[at - 1]):
        at = _start_of(tokens, at - 1, NOMINAL)
        if tokens.words[at - 1] in {"to", "and"}:  # "41 seats, to Ana's (20) and Ben's (12)"
            return True
    known = tokens.words[at - 1] == "the"
    word, before = tokens.words[at - 1 - known], tokens.words[at - 2 - known]
    if known and word in REACHED:  # "below the 41 of May"
        return True
    if word == "from":  # "130 births, up from 90"
        return before in {"up", "down"}
    return word in {"against", "versus", "vs"} or (word in {"with", "to"} and before == "compared")


def _start_of(tokens: Tokens, end: int, classes: Set[str]) -> int:
    """Where the noun phrase of words of those classes begins that ends before a token; not far before."""
    start = end
    while end - start < _LONGEST_RIVAL and tokens.words[start - 1].isalpha():
        if word_class(tokens.words[start - 1]) not in classes:
            break
        start -= 1
    return start


def is_parallel(tokens: Tokens, first: int, second: int, end: int) -> bool:
    """Whether the second of two figures stands behind the same word as the first, and its clause ends behind it."""
    word = tokens.words[second - 1]
    return word.isalpha() and word == tokens.words[first - 1] and tokens.words[end] in _CLAUSE_ENDS


def is_moved(tokens: Tokens, start: int, end: int) -> bool:
    """Whether the tokens between two figures say that the second is how far the first moved: ", up", ", a rise of".

    So does an article where the noun stands behind the second, ", a (20% rise)".
    """
    start += tokens.words[start] in {",", "("}
    if end - start == 1 and tokens.words[start] in ARTICLES:
        return any(names_change(word) for word in tokens.words[end + 1 : end + _LONGEST_MOVED])
    if end - start == 3 and tokens.words[end - 1] == "of":
        return tokens.words[start] in ARTICLES and is_change(tokens.words[start + 1])
    return tokens.words[start:end] in (["up"], ["down"])


def is_timing(tokens: Tokens, start: int, end: int) -> bool:
    """Whether the tokens only say when, "year on year in October"."""
    return all(
        word in PERIODS or word in SINCE or word_class(word) in _IN_TIMES or tokens.values[at] is not None
        for at, word in enumerate(tokens.words[start:end], start)
    )


def is_distributed(tokens: Tokens, at: int) -> bool:
    """Whether the words after two figures deal them out one by one: "respectively"."""
    return tokens.words[at + (tokens.words[at] == ",")] == "respectively"
