"""English number words, and the cardinals that they make: "thirty-three", "two hundred and one thousand".

The grammar is that of Hurford, *The Linguistic Theory of Numerals* (1975), as far as news writes it: a sum of terms,
each a number below a thousand times a power of ten, in falling order.
"""

from __future__ import annotations

from decimal import Decimal
from functools import cache

from beldigest.language.digits import EXACT
from beldigest.language.lexicon import lexicon
from beldigest.language.tokens import Tokens

#: Products of magnitudes ("million million") end here.
CEILING = Decimal("1e30")

_DASHES = frozenset({"-", "–"})
_HUNDRED = Decimal(100)
_DOZEN = Decimal(12)
_NONE: tuple[str, Decimal] = ("", Decimal(1))


@cache
def number_words() -> dict[str, tuple[str, Decimal]]:
    """Each number word with its class and value."""
    return {word: (kind, Decimal(value)) for word, kind, value in lexicon("en", "figures_numbers")}


def number_word(word: str) -> tuple[str, Decimal]:
    """The class and value of a number word; an empty class for other words."""
    return number_words().get(word, _NONE)


def kind(word: str) -> str:
    """The class of a number word; empty for other words."""
    return number_word(word)[0]


def cardinal(tokens: Tokens, at: int) -> tuple[int, Decimal] | None:
    """The cardinal in words that begins at a token: the index after it, and its value."""
    total, end, ceiling = Decimal(0), at, CEILING
    while True:
        start = end if end == at else _next_term(tokens, end)
        found = _below_thousand(tokens, start) if start is not None else None
        if found is None:
            break
        after, value = found
        scale_at = _over_dash(tokens, after)
        name, scale = number_word(tokens.words[scale_at])
        scaled = name in {"scale", "scales"} and scale != _DOZEN
        term = EXACT.multiply(value, scale) if scaled else value
        if end != at and term >= ceiling:
            break
        total, end, ceiling = EXACT.add(total, term), scale_at + 1 if scaled else after, scale
        if not scaled:
            break
        nxt = _over_dash(tokens, end)
        name, more = number_word(tokens.words[nxt])
        if name == "scale" and more > scale:  # "two hundred thousand million"
            total, end, ceiling = EXACT.multiply(total, more), nxt + 1, more
    return (end, total) if end > at else None


def below_hundred(tokens: Tokens, at: int) -> tuple[int, Decimal] | None:
    """A number below a hundred in words, "seven" or "forty-five": the index after it, and its value."""
    name, value = number_word(tokens.words[at])
    if name not in {"unit", "ten"}:
        return None
    end = at + 1
    if name == "ten":
        ones_at = end + (tokens.words[end] in _DASHES)
        after, ones = number_word(tokens.words[ones_at])
        if after == "unit" and 0 < ones < 10:
            return ones_at + 1, EXACT.add(value, ones)
    return end, value


def _below_thousand(tokens: Tokens, at: int) -> tuple[int, Decimal] | None:
    """As :func:`below_hundred`, with hundreds: "three hundred and one", "twenty-five hundred"."""
    found = below_hundred(tokens, at)
    if found is None:
        return None
    end, value = found
    hundred = _over_dash(tokens, end)
    if tokens.words[hundred] != "hundred":
        return found
    end, value = hundred + 1, EXACT.multiply(value, _HUNDRED)
    rest_at = end + (tokens.words[end] == "and" or tokens.words[end] in _DASHES)
    rest = below_hundred(tokens, rest_at)
    return (end, value) if rest is None else (rest[0], EXACT.add(value, rest[1]))


def _over_dash(tokens: Tokens, at: int) -> int:
    """The index of a number word that a hyphen ties to the one before; the same index where none does."""
    tied = tokens.words[at] in _DASHES and kind(tokens.words[at + 1]) in {"unit", "ten", "scale", "scales"}
    return at + tied


def _next_term(tokens: Tokens, at: int) -> int | None:
    """Where the next term of a sum begins: after "and", a hyphen, or a comma before a term with its own magnitude."""
    word, nxt = tokens.words[at], tokens.words[at + 1]
    if word == ",":
        return at + 1 if kind(nxt) == "unit" and kind(tokens.words[at + 2]) == "scale" else None
    if word == "and":
        return at + 1 if kind(nxt) in {"unit", "ten"} else None
    return _over_dash(tokens, at)
