"""English numerals, in digits, in words, and in both: "4.2 million", "two and a half", "tens of thousands"."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from functools import cache

from attrs import evolve

from beldigest.language.digits import EXACT, MOST_DIGITS, decimal
from beldigest.language.en.figures.cardinals import CEILING, below_hundred, cardinal, kind, number_word, number_words
from beldigest.language.en.figures.parts import and_part, denominator, names_share, slashed, vulgar
from beldigest.language.en.figures.words import ARTICLES, PERIODS, word_class
from beldigest.language.figures import Numeral
from beldigest.language.tokens import Tokens

_ONE = Decimal(1)
_DOZEN = Decimal(12)
_MOST_SPOKEN = 8
_MINUS_SIGNS = frozenset({"-", "−", "–"})
_SPACES = frozenset(" \u00a0\u2009\u202f")
_TIMES = frozenset({"×", "x", "*", "·"})
# What "as" compares, "twice as many, as high", and what opens no clause.
_COMPARABLE = frozenset({"", "adjective", "adverb", "dimension"})
_QUANTIFIERS = frozenset({"many", "much", "few"})
_VAGUE = frozenset({"several", "few"})
_SUPERSCRIPTS = str.maketrans("⁻⁰¹²³⁴⁵⁶⁷⁸⁹", "-0123456789")
_QUARTERS = 4
_BEFORE_PERIODS = frozenset({"past", "last", "next", "first", "previous", "final"})
_ORDINAL_ENDINGS = frozenset({"st", "nd", "rd", "th", "sts", "nds", "rds", "ths"})


@cache
def numeral_starts() -> frozenset[str]:
    """The words, in lower case, that a numeral in words begins with, or has behind its article."""
    kinds = {"unit", "ten", "scale", "scales", "part", "ordinal"}
    return frozenset({word for word, (name, _) in number_words().items() if name in kinds} | _multiples().keys())


@cache
def _multiples() -> dict[str, Decimal]:
    """Words that hold a number and the unit "time": "sixfold", "twice"."""
    table = {f"{word}fold": value for word, (name, value) in number_words().items() if name in {"unit", "ten", "scale"}}
    return {**table, "twice": Decimal(2)}


def numeral(tokens: Tokens, at: int, floor: int, money: bool) -> Numeral | int | None:
    """The numeral that a token, or the article before it, begins; the index after it where it is an ordinal."""
    value = tokens.values[at]
    if value is not None:
        return _in_digits(tokens, at, value, money)
    if at > floor and tokens.words[at - 1] in ARTICLES:
        found = _after_article(tokens, at)
        if found is not None:
            return found
    if at > floor and tokens.words[at - 1] in _VAGUE and kind(tokens.words[at]) == "scale":
        return _several(tokens, at)
    return _in_words(tokens, at)


def _in_digits(tokens: Tokens, at: int, value: Decimal, money: bool) -> Numeral | int | None:
    if tokens.words[at + 1] in _ORDINAL_ENDINGS and tokens.touches(at + 1):
        return at + 2
    end, value = _grouped(tokens, at, value)
    power = _power(tokens, end)
    if power is not None:
        return Numeral(at, power[0], value.scaleb(power[1], EXACT), coefficient=value)
    if (fraction := slashed(tokens, at)) is not None and end == at + 1:
        return _scaled(tokens, Numeral(at, at + 3, decimal(fraction), fraction=True))
    mixed = _mixed(tokens, end) if tokens.words[end - 1].isdecimal() else None
    if mixed is not None:
        return _scaled(tokens, Numeral(at, mixed[0], EXACT.add(value, decimal(mixed[1]))))
    return _scaled(tokens, Numeral(at, end, value), money=money)


def _grouped(tokens: Tokens, at: int, value: Decimal) -> tuple[int, Decimal]:
    """A number with the groups of three that spaces part from it, "40 000", or the ", 000" of tokenised text."""
    form = tokens.forms[at]
    if not form.isdecimal() or len(form) > 3 or form == "0":
        return at + 1, value
    end, whole = at + 1, form
    while len(whole) < MOST_DIGITS:
        group, spaced = tokens.forms[end], tokens.gap(end) in _SPACES
        if spaced and len(group) == 3 and group.isdecimal():
            whole, end = whole + group, end + 1
        elif spaced and group[3:4] == "." and group[:3].isdecimal() and tokens.values[end] is not None:
            return end + 1, Decimal(whole + group)
        elif group == "," and tokens.touches(end) and tokens.gap(end + 1) == " " and tokens.forms[end + 1] == "000":
            whole, end = whole + "000", end + 2
        else:
            break
    return end, Decimal(whole)


def _power(tokens: Tokens, at: int) -> tuple[int, int] | None:
    """The index after a power of ten, and its exponent: "×10⁻⁸", "x 10^6", "e10"."""
    if tokens.words[at] == "e" and tokens.touches(at) and tokens.touches(at + 1):
        named = tokens.forms[at] == "E" and tokens.forms[at - 1].isdecimal() and tokens.values[at + 1] is not None
        return None if named else _exponent(tokens, at + 1)  # "the 7E7"
    if tokens.words[at] not in _TIMES or tokens.words[at + 1] != "10":
        return None
    raised = tokens.forms[at + 2]
    if raised[:1] and raised[:1] in "⁻⁰¹²³⁴⁵⁶⁷⁸⁹":
        minus = raised == "⁻"
        plain = "".join(tokens.forms[at + 2 : at + 3 + minus]).translate(_SUPERSCRIPTS)
        return (at + 3 + minus, int(plain)) if plain.removeprefix("-").isdecimal() and len(plain) <= 3 else None
    if raised == "^" or (raised in _MINUS_SIGNS and tokens.touches(at + 2)):
        return _exponent(tokens, at + 2 + (raised == "^"))
    return None


def _exponent(tokens: Tokens, at: int) -> tuple[int, int] | None:
    negative = tokens.words[at] in _MINUS_SIGNS
    digits_at = at + (negative or tokens.words[at] == "+")
    form = tokens.forms[digits_at]
    if not form.isdecimal() or len(form) > 2 or not tokens.touches(digits_at):
        return None
    return digits_at + 1, -int(form) if negative else int(form)


def _mixed(tokens: Tokens, at: int) -> tuple[int, Fraction] | None:
    """The fraction that follows a whole number, "2½", "2 1/2" or "2-1/2", and the index after it."""
    if (fraction := vulgar(tokens.words[at])) is not None:
        return at + 1, fraction
    at += tokens.words[at] == "-"
    fraction = slashed(tokens, at)
    return None if fraction is None else (at + 3, fraction)


def _in_words(tokens: Tokens, at: int) -> Numeral | int | None:
    word = tokens.words[at]
    if (fraction := vulgar(word)) is not None:
        return _scaled(tokens, Numeral(at, at + 1, decimal(fraction), fraction=True))
    name = kind(word)
    if name == "scales":
        return _indefinite(tokens, at)
    if name == "part":
        return _share(tokens, at, at)
    if word in _multiples():
        return _multiple(tokens, at)
    found = cardinal(tokens, at)
    if found is None:
        return None
    end, value = found
    if tokens.words[end] == "point" and (decimals := _spoken_decimals(tokens, end + 1)):
        value = EXACT.add(value, Decimal(f"0.{decimals}"))
        return _scaled(tokens, Numeral(at, end + 1 + len(decimals), value, spelled=True))
    return _ratio_or_ordinal(tokens, at, end, value) or _cardinal(tokens, at, end, value)


def _cardinal(tokens: Tokens, at: int, end: int, value: Decimal) -> Numeral:
    whole = _scaled(tokens, Numeral(at, end, value, spelled=True))
    name, scale = number_word(tokens.words[end - 1])
    if name == "scale" and whole.scale == 1 and EXACT.remainder(value, scale) == 0:
        return evolve(whole, coefficient=EXACT.divide(value, scale), scale=scale)
    return whole


def _ratio_or_ordinal(tokens: Tokens, at: int, end: int, value: Decimal) -> Numeral | int | None:
    """ "Two thirds", or the index after "one hundred twenty-fifth"."""
    tied = tokens.words[end] in {"-", "–"} and tokens.touches(end) == tokens.touches(end + 1)
    part = tokens.words[end + tied]
    under = denominator(part)
    if under == _QUARTERS and tokens.words[at - 1] in _BEFORE_PERIODS:  # "the past two quarters"
        return None
    if under is None:
        return end + tied + 1 if kind(part) == "ordinal" and part != "second" else None
    plural = part.endswith("s")
    if value > 99 or plural == (value == 1):
        return end + tied + 1
    ratio = Fraction(int(value), under)
    after = end + tied + 1
    if tokens.words[after] == "of" and tokens.words[after + 1] in ARTICLES:
        name, scale = number_word(tokens.words[after + 2])
        if name == "scale":  # "three quarters of a million"
            whole = decimal(ratio * int(scale))
            return Numeral(at, after + 3, whole, coefficient=decimal(ratio), scale=scale, spelled=True)
    return _scaled(tokens, Numeral(at, after, decimal(ratio), fraction=True, spelled=True))


def _spoken_decimals(tokens: Tokens, at: int) -> str:
    """The digits after a spoken point: "five", "zero three", "4"."""
    if tokens.words[at].isdecimal() and len(tokens.words[at]) == 1:
        return tokens.words[at]
    spoken = ""
    while len(spoken) < _MOST_SPOKEN:
        name, value = number_word(tokens.words[at + len(spoken)])
        if name != "unit" or value > 9:
            break
        spoken += str(value)
    return spoken


def _after_article(tokens: Tokens, at: int) -> Numeral | None:
    """ "A hundred", "a dozen", "a third": the article is the numeral's first token."""
    name, value = number_word(tokens.words[at])
    if name == "scale":
        end = at + 1
        while value < CEILING and (known := number_word(tokens.words[end]))[0] == "scale":
            value, end = EXACT.multiply(value, known[1]), end + 1
        rest = below_hundred(tokens, end + 1) if value == 100 and tokens.words[end] == "and" else None
        if rest is not None:
            end, value = rest[0], EXACT.add(value, rest[1])
        return _scaled(tokens, Numeral(at - 1, end, value, spelled=True))
    if name == "part" or (name == "ordinal" and value > 2):
        return _share(tokens, at - 1, at)
    return None


def _share(tokens: Tokens, start: int, at: int) -> Numeral | None:
    """ "Half", "a third", "a quarter of a million", "half a dozen"; ``at`` is the token that names the part."""
    word = tokens.words[at]
    if word.endswith("s") or not names_share(tokens, at, start < at):
        return None
    part = decimal(Fraction(1, int(number_word(word)[1])))
    magnitude = at + 1 + (tokens.words[at + 1] == "of" and tokens.words[at + 2] in ARTICLES)
    magnitude += tokens.words[magnitude] in ARTICLES
    name, scale = number_word(tokens.words[magnitude])
    if name == "scale" and kind(word) == "part":
        value = EXACT.multiply(part, scale)
        return Numeral(start, magnitude + 1, value, coefficient=part, scale=scale, spelled=True)
    return Numeral(start, at + 1, part, coefficient=part, fraction=True, spelled=True)


def _several(tokens: Tokens, at: int) -> Numeral:
    """ "Several hundred", "a few thousand": from two to ten of the magnitude, which the token names."""
    scale, end = number_word(tokens.words[at])[1], at + 1
    while scale < CEILING and (known := number_word(tokens.words[end]))[0] == "scale":
        scale, end = EXACT.multiply(scale, known[1]), end + 1
    start = at - 1 - (tokens.words[at - 2] in ARTICLES)
    low, high = EXACT.multiply(scale, Decimal(2)), EXACT.multiply(scale, Decimal(10))
    return Numeral(start, end, low, high=high, spelled=True)


def _indefinite(tokens: Tokens, at: int) -> Numeral | None:
    """ "Hundreds", "tens of thousands": from one to ten of the magnitude, as the plural says of what order it is."""
    low, end = number_word(tokens.words[at])[1], at + 1
    while tokens.words[end] == "of" and kind(tokens.words[end + 1]) == "scales" and low < CEILING:
        low, end = EXACT.multiply(low, number_word(tokens.words[end + 1])[1]), end + 2
    return Numeral(at, end, low, high=EXACT.multiply(low, Decimal(10)), spelled=True)


def _multiple(tokens: Tokens, at: int) -> Numeral | None:
    """ "Sixfold"; "twice" only where it multiplies ("twice as many", "twice the number"), not tells how often."""
    word, after = tokens.words[at], tokens.words[at + 1]
    compared = after == "as" and not tokens.capital(at + 2)
    compared &= word_class(tokens.words[at + 2]) in _COMPARABLE or tokens.words[at + 2] in _QUANTIFIERS
    often = after in ARTICLES and tokens.words[at + 2] in PERIODS  # "twice a week"
    if word == "twice" and not compared and (often or word_class(after) != "determiner"):
        return None
    return Numeral(at, at + 1, _multiples()[word], spelled=True, unit="time")


def _scaled(tokens: Tokens, number: Numeral, money: bool = False) -> Numeral:
    """A numeral with the parts and the magnitudes that follow it."""
    value, end, coefficient, scale = number.value, number.end, number.value, _ONE
    digits = not number.spelled and not number.fraction
    halved = None if number.fraction else and_part(tokens, end)
    if halved is not None:
        end, coefficient = halved[0], EXACT.add(value, decimal(halved[1]))
        value = coefficient
    while value < CEILING and (found := _magnitude(tokens, end, digits, money)) is not None:
        end, scale = found
        value, digits = EXACT.multiply(value, scale), False
        halved = and_part(tokens, end)
        if halved is not None:
            end, value = halved[0], EXACT.add(value, EXACT.multiply(decimal(halved[1]), scale))
        if halved is not None or scale == _DOZEN or number.fraction:
            break
    fraction = number.fraction and scale == 1
    return Numeral(number.start, end, value, number.high, coefficient, scale, fraction, number.spelled, number.unit)


def _magnitude(tokens: Tokens, at: int, digits: bool, money: bool) -> tuple[int, Decimal] | None:
    """The magnitude at a token or behind a hyphen, and the index after it; abbreviations only right after digits."""
    tied = tokens.words[at] == "-" and tokens.touches(at + 1)
    name, value = number_word(tokens.words[at + tied])
    if name in {"scale", "scales"}:
        return at + tied + 1, value
    if digits and not tied and (name == "abbreviation" or (name == "money abbreviation" and money)):
        return at + 1, value
    return None
