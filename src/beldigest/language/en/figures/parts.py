"""English fractions: "two thirds", "3/4", "½", "and a half"."""

from __future__ import annotations

import unicodedata
from fractions import Fraction

from beldigest.language.en.figures.cardinals import kind, number_word
from beldigest.language.en.figures.words import ARTICLES, is_plural, word_class
from beldigest.language.tokens import Tokens

_SLASHES = frozenset({"/", "\u2044"})
_DENOMINATORS = frozenset({2, 3, 4, 5, 6, 8, 10, 16, 32, 64, 100})
_PERIODS = frozenset(
    {"first", "second", "this", "that", "last", "latter", "other", "next", "each", "either", "top", "bottom", "the"}
)
_AFTER_SHARES = frozenset({"auxiliary", "preposition", "conjunction", "determiner"})


def vulgar(word: str) -> Fraction | None:
    """The value of a character such as "½"."""
    if len(word) != 1 or word.isascii() or unicodedata.category(word) != "No":
        return None
    over, slash, under = unicodedata.normalize("NFKD", word).partition("\u2044")
    return Fraction(int(over), int(under)) if slash and over and under else None


def slashed(tokens: Tokens, at: int) -> Fraction | None:
    """A proper fraction in three tokens with a denominator in use; other slashed numbers are dates or labels."""
    if tokens.words[at + 1] not in _SLASHES or tokens.words[at + 3] == "/":
        return None
    over, under = tokens.words[at], tokens.words[at + 2]
    if not (over.isdecimal() and under.isdecimal() and len(over) <= 2 and len(under) <= 3):
        return None
    return Fraction(int(over), int(under)) if int(under) in _DENOMINATORS and 0 < int(over) < int(under) else None


def denominator(word: str) -> int | None:
    """What the name of a part divides by: 3 for "third" and "thirds"; "first" and "second" name none."""
    known, value = number_word(word if kind(word) else word.removesuffix("s"))
    return int(value) if known == "part" or (known == "ordinal" and value > 2) else None


def and_part(tokens: Tokens, at: int) -> tuple[int, Fraction] | None:
    """The part in "and a half", "-and-a-half", "and two thirds", "and one fourth", with the index after it."""
    tied = tokens.words[at] == "-" and tokens.touches(at)
    if tokens.words[at + tied] != "and":
        return None
    nxt = at + tied + 1
    nxt += tied and tokens.words[nxt] == "-"
    over = 1
    if tokens.words[nxt] in ARTICLES:
        nxt += 1
    elif kind(tokens.words[nxt]) == "unit":
        over, nxt = int(number_word(tokens.words[nxt])[1]), nxt + 1
    elif kind(tokens.words[nxt]) != "part":
        return None
    nxt += tokens.words[nxt] == "-" and tokens.touches(nxt)
    after = tokens.words[nxt + 1]
    ranked = kind(tokens.words[nxt]) == "ordinal" and after[:1].isalpha() and not is_plural(after)
    if not tied and (after == "-" or ranked):
        return None  # "$3m and a half-year loss", "two men and a third man"; but "two and a third"
    under = denominator(tokens.words[nxt])
    return (nxt + 1, Fraction(over, under)) if under is not None and 0 < over < under else None


def unit_before_and_part(tokens: Tokens, at: int) -> int | None:
    """The index of the last token before "and" in "a year and a half", where the token is "half"."""
    if kind(tokens.words[at]) != "part":
        return None
    back = at - 1 - (tokens.words[at - 1] == "-")
    if tokens.words[back] in ARTICLES:
        back -= 1 + (tokens.words[back - 1] == "-")
    if tokens.words[back] != "and":
        return None
    return back - 1 - (tokens.words[back - 1] == "-")


def names_share(tokens: Tokens, at: int, article: bool) -> bool:
    """Whether "half", "quarter" or an ordinal is a share, and not a period, a rank or part of a compound."""
    word, after = tokens.words[at], tokens.words[at + 1]
    known = word_class(after)
    if word == "half":
        if after == "past" or tokens.words[at - 1 - article] in _PERIODS:
            return False
        if article and not known and after[:1].isalpha():  # "a half marathon"
            return False
        if after in {"-", "’", "'"} and tokens.touches(at + 1):
            return kind(tokens.words[at + 2]) == "scale" or tokens.words[at + 2] in ARTICLES
        return True
    if word == "quarter" and kind(after) == "scale":
        return True
    if not article or (after == "-" and tokens.touches(at + 1)):
        return False
    return after == "of" or not after[:1].isalnum() or known in _AFTER_SHARES
