"""English words of several tokens: "write-offs", "OPEC+", "F-16s", "Boeing 737-800s"."""

from __future__ import annotations

from beldigest.language.en.figures.words import is_plural
from beldigest.language.tokens import Tokens

#: Marks that tie words.
TIES = frozenset({"-", "–", "/", "’"})
_LONGEST = 8


def over(tokens: Tokens, at: int) -> int:
    """The index after a word and what hyphens and slashes tie to it."""
    last = at + _LONGEST
    at += 1
    while at < last and tokens.words[at] in TIES and tokens.touches(at) and tokens.touches(at + 1):
        if not tokens.words[at + 1][:1].isalnum():
            break
        at += 2
    at += _is_plural_ending(tokens, at)
    plus = tokens.words[at] == "+" and tokens.touches(at) and tokens.capital(at - 1)
    return at + (plus and not tokens.touches(at + 1))  # "OPEC+"


def over_model(tokens: Tokens, at: int) -> int:
    """The index after digits at a token that end a name in the plural, "Boeing (737-800s)"; of others their own."""
    if tokens.values[at] is None or not tokens.capital(at - 1):
        return at
    end = over(tokens, at)
    return end if _is_plural_ending(tokens, end - 1) else at


def ends_in_plural(tokens: Tokens, end: int) -> bool:
    """Whether the noun that ends before a token has the form of a plural."""
    return is_plural(tokens.words[end - 1]) or _is_plural_ending(tokens, end - 1)


def _is_plural_ending(tokens: Tokens, at: int) -> bool:
    """Whether the token is the -s of the plural of a name that digits end: "F-16(s)"."""
    return tokens.words[at] == "s" and tokens.touches(at) and tokens.values[at - 1] is not None
