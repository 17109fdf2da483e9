"""Currencies before a number: "$", "US$", "$US", "C $", "EUR", "Rs.", "RM"."""

from __future__ import annotations

from functools import cache

from beldigest.language.en.figures.cardinals import kind
from beldigest.language.en.figures.currencies import currency_codes, is_currency_code
from beldigest.language.en.figures.units import currency_named
from beldigest.language.figures import Unit
from beldigest.language.lexicon import lexicon
from beldigest.language.tokens import Tokens

_SIGNS = frozenset({"-", "−"})
# Codes that are words in capitals too, or begin names, count only where they touch an amount.
_WORDS = frozenset({"ALL", "BAM", "BOB", "COP", "CUP", "MAD", "MOP", "PEN", "PS", "SOS", "TOP", "TRY"})
_LONGEST_IN_NAME = 3


@cache
def _before(kind: str) -> dict[str, str]:
    """The codes of what stands before a number for a currency, by spelling; prefixes in lower case."""
    return {
        spelling.lower() if kind == "prefix" else spelling: code
        for spelling, code, kinds in lexicon("en", "figures_currencies")
        if kind in kinds.split()
    }


def money_before(tokens: Tokens, at: int) -> tuple[int, Unit] | None:
    """The currency before a number, and the index of its first token."""
    found = _letters_before(tokens, at)
    if found is None:
        return None
    start, name = found
    if name in _before("symbol"):
        return start, Unit(at, _before("symbol")[name], money=True, shared=True, noun=name)
    return start, currency_named(name, at) or Unit(at, name, money=True)


def _letters_before(tokens: Tokens, at: int) -> tuple[int, str] | None:
    """The index of the first token of what stands for a currency before a number, and its code, noun or sign."""
    last = at - 1
    if tokens.words[last] in _SIGNS and tokens.touches(at) and tokens.touches(last):  # "$-50"
        last -= 1
    if tokens.words[last] == "." and tokens.touches(last):  # "Rs. 20"
        last -= 1
    form = tokens.forms[last]
    if not form:
        return None
    symbols = _before("symbol")
    if form in symbols:
        return _with_letters(tokens, last)
    if tokens.forms[last - 1] in symbols and tokens.touches(last) and form.isupper():  # "$US113"
        return last - 1, _before("prefix").get(form.lower(), symbols[tokens.forms[last - 1]])
    letters = _before("letters")
    if form == "=" and tokens.touches(last) and tokens.touches(at) and _is_amount(tokens, at):  # "Y=590 billion"
        code = letters.get(tokens.forms[last - 1] + form)
        return None if code is None else (last - 1, code)
    if form not in letters and not is_currency_code(form):
        return None
    named = len(form) == 1 or form in _WORDS
    return None if named and not (tokens.touches(at) and _is_amount(tokens, at)) else (last, letters.get(form, form))


def _is_amount(tokens: Tokens, at: int) -> bool:
    """Whether digits are an amount and no part of a name such as "COP28": they are long, parted, or of millions."""
    if len(tokens.forms[at]) > _LONGEST_IN_NAME or not tokens.forms[at].isdecimal():
        return True
    return kind(tokens.words[at + 1]) in {"scale", "abbreviation", "money abbreviation"}


def _with_letters(tokens: Tokens, at: int) -> tuple[int, str]:
    """The code of a symbol with the letters before it, "US$", "C $", "Mex$", "cad$"; else the symbol alone."""
    letters, touching = tokens.forms[at - 1], tokens.touches(at)
    apart = letters in {"C", "c"} or (len(letters) > 1 and letters != "us")  # "it cost us $3"
    if tokens.forms[at] == "$" and (touching or apart):
        code = _before("prefix").get(letters.lower())
        if code is not None:
            return at - 1, code
        if touching and letters.upper() in currency_codes():
            return at - 1, letters.upper()
    if not touching and is_currency_code(letters):
        return at - 1, letters
    return at, tokens.forms[at]
