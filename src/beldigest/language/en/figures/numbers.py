"""English number words, alone and with digits: "thirty-three", "4.2 million", "two and a half", "tens of thousands".

The grammar of numerals is that of Hurford, *The Linguistic Theory of Numerals* (1975), as far as news writes them:
a sum of terms, each a number below a thousand times a power of ten, in falling order.
"""

from __future__ import annotations

import unicodedata
from decimal import Decimal
from fractions import Fraction
from functools import cache

from attrs import evolve, frozen

from beldigest.language.digits import EXACT, MOST_DIGITS, decimal
from beldigest.language.en.figures.words import word_class
from beldigest.language.lexicon import lexicon
from beldigest.language.tokens import Tokens

_ONE = Decimal(1)
_ARTICLES = frozenset({"a", "an"})
_SIGNS = frozenset({"-", "−", "–"})
_TIMES = frozenset({"×", "x", "*", "·"})
_SPACES = frozenset(" \u00a0\u2009\u202f")
_SUPERSCRIPTS = str.maketrans("⁻⁰¹²³⁴⁵⁶⁷⁸⁹", "-0123456789")
_ORDINAL_ENDINGS = frozenset({"st", "nd", "rd", "th", "sts", "nds", "rds", "ths"})
_SPOKEN_POINT = frozenset({"point"})
_RANKS = frozenset(
    {"first", "second", "this", "that", "last", "latter", "other", "next", "each", "either", "top", "the"}
)


@frozen
class Numeral:
    """A number as written: the index of the token after it, and its value or, for "hundreds", both its ends.

    ``coefficient`` is what stands before the last magnitude and ``scale`` that magnitude ("15" and 10⁹ of
    "15 billion"). ``fraction`` says that it is one of a whole ("two thirds"), ``words`` that it is spelled out;
    ``unit`` is a unit that the word itself holds ("sixfold").
    """

    end: int
    value: Decimal
    high: Decimal | None = None
    coefficient: Decimal = _ONE
    scale: Decimal = _ONE
    fraction: bool = False
    words: bool = False
    unit: str | None = None


@cache
def number_words() -> dict[str, tuple[str, Decimal]]:
    """Each number word with its class and value."""
    return {word: (kind, Decimal(value)) for word, kind, value in lexicon("en", "figures_numbers")}


@cache
def numeral_starts() -> frozenset[str]:
    """The words that a numeral in words can begin with."""
    kinds = {"unit", "ten", "scale", "scales", "part", "ordinal"}
    starts = {word for word, (kind, _) in number_words().items() if kind in kinds}
    return frozenset(starts | _folds().keys() | {"twice"})


@cache
def _folds() -> dict[str, Decimal]:
    """The multiples that are one word: "sixfold"."""
    return {f"{word}fold": value for word, (kind, value) in number_words().items() if kind in {"unit", "ten", "scale"}}


def kind(word: str) -> str:
    """The class of a number word; empty for other words."""
    return number_words().get(word, ("", _ONE))[0]


def numeral(tokens: Tokens, at: int, money: bool = False) -> Numeral | int | None:
    """The numeral that begins at a token; the index after it where it is an ordinal; None where there is neither.

    ``money`` says that a currency stands before it, so that "m" and "b" are magnitudes.
    """
    value = tokens.value(at)
    if value is not None:
        return _in_digits(tokens, at, value, money)
    if (vulgar := _vulgar(tokens.word(at))) is not None:
        return _scaled(tokens, at + 1, decimal(vulgar), fraction=True)
    return _in_words(tokens, at)


def _in_digits(tokens: Tokens, at: int, value: Decimal, money: bool) -> Numeral | int | None:
    end = at + 1
    if tokens.touches(end) and tokens.word(end) in _ORDINAL_ENDINGS:
        return end + 1
    value, end = _groups(tokens, at, value)
    power = _power(tokens, end)
    if power is not None:
        exponent, end = power
        return Numeral(end, value.scaleb(exponent, EXACT), coefficient=value)
    mixed = _mixed(tokens, at, end)
    if mixed is not None:
        part, end = mixed
        return _scaled(tokens, end, EXACT.add(value, decimal(part)) if end - at != 3 else decimal(part), end - at == 3)
    return _scaled(tokens, end, value, money=money, digits=True)


def _groups(tokens: Tokens, at: int, value: Decimal) -> tuple[Decimal, int]:
    """A number with the groups of three that single spaces part from it ("40 000"), or ", 000" in tokenised text."""
    end = at + 1
    form = tokens.form(at)
    if not form.isdecimal() or len(form) > 3:
        return value, end
    groups = []
    while end < len(tokens) and len(groups) * 3 < MOST_DIGITS:
        gap = tokens.text[tokens.ends[end - 1] : tokens.starts[end]]
        group, spaced = tokens.form(end), gap in _SPACES
        if spaced and len(group) == 3 and group.isdecimal():
            groups.append(group)
            end += 1
        elif group == "," and tokens.touches(end) and tokens.form(end + 1) == "000" and not tokens.touches(end + 1):
            groups.append("000")
            end += 2
        else:
            break
    last = tokens.form(end - 1)
    if groups and spaced_decimal(tokens, end) and last.isdecimal():
        group = tokens.form(end)
        return Decimal(form + "".join(groups) + group), end + 1
    return (Decimal(form + "".join(groups)), end) if groups else (value, end)


def spaced_decimal(tokens: Tokens, at: int) -> bool:
    """Whether a last group with decimals ("567.89") follows a number whose groups are parted by spaces."""
    group = tokens.form(at)
    gap = tokens.text[tokens.ends[at - 1] : tokens.starts[at]] if at < len(tokens) else ""
    return gap in _SPACES and group[3:4] == "." and group[:3].isdecimal() and tokens.value(at) is not None


def _power(tokens: Tokens, at: int) -> tuple[int, int] | None:
    """The exponent of "×10⁻⁸", "x 10^6" or "e10", and the index after it."""
    if tokens.word(at) == "e" and tokens.touches(at) and tokens.touches(at + 1):
        signed = tokens.form(at + 1) in {"+", *_SIGNS}
        return _exponent(tokens, at + 1 + signed, tokens.form(at + 1) in _SIGNS)
    if tokens.word(at) not in _TIMES or not tokens.form(at + 1).startswith("10"):
        return None
    if tokens.form(at + 1) != "10":
        return None
    after = tokens.form(at + 2)
    if after[:1] in "⁻⁰¹²³⁴⁵⁶⁷⁸⁹" and after:
        digits = "".join(tokens.forms[at + 2 : at + 4]) if after == "⁻" else after
        plain = digits.translate(_SUPERSCRIPTS)
        return (int(plain), at + 2 + (2 if after == "⁻" else 1)) if plain.lstrip("-").isdecimal() else None
    caret = after == "^"
    signed = tokens.form(at + 2 + caret) in _SIGNS and tokens.touches(at + 2 + caret)
    if caret or signed:
        return _exponent(tokens, at + 2 + caret + signed, signed)
    return None


def _exponent(tokens: Tokens, at: int, negative: bool) -> tuple[int, int] | None:
    form = tokens.form(at)
    if not form.isdecimal() or len(form) > 2 or not tokens.touches(at):
        return None
    return (-int(form) if negative else int(form)), at + 1


def _vulgar(word: str) -> Fraction | None:
    """The value of a character such as "½"."""
    if len(word) != 1 or word.isascii() or unicodedata.category(word) != "No":
        return None
    numerator, slash, denominator = unicodedata.normalize("NFKD", word).partition("\u2044")
    return Fraction(int(numerator), int(denominator)) if slash and numerator and denominator else None


def _mixed(tokens: Tokens, at: int, end: int) -> tuple[Fraction, int] | None:
    """The fraction part of "2½", "7 3/4", "2 1/2" or, where there is no whole, of "3/4"; and the index after it."""
    if (vulgar := _vulgar(tokens.word(end))) is not None:
        return vulgar, end + 1
    if not tokens.form(at).isdecimal():
        return None
    if (fraction := _slashed(tokens, at)) is not None:
        return fraction, at + 3
    hyphen = tokens.form(end) == "-"
    if (fraction := _slashed(tokens, end + hyphen)) is not None:
        return fraction, end + hyphen + 3
    return None


def _slashed(tokens: Tokens, at: int) -> Fraction | None:
    """A proper fraction with a denominator that is in use as one; other slashed numbers are dates and labels."""
    if tokens.form(at + 1) not in {"/", "\u2044"} or tokens.form(at + 3) == "/":
        return None
    over, under = tokens.form(at), tokens.form(at + 2)
    if not (over.isdecimal() and under.isdecimal() and len(over) <= 2 and len(under) <= 3):
        return None
    if int(under) not in {2, 3, 4, 5, 6, 8, 10, 16, 32, 64, 100} or not 0 < int(over) < int(under):
        return None
    return Fraction(int(over), int(under))


def _in_words(tokens: Tokens, at: int) -> Numeral | int | None:
    word = tokens.word(at)
    first = kind(word)
    if first == "scales":
        return _indefinite(tokens, at)
    if word in _folds():
        return Numeral(at + 1, _folds()[word], words=True, unit="time")
    if word == "twice":
        multiplies = tokens.word(at + 1) == "as" or word_class(tokens.word(at + 1)) == "determiner"
        return Numeral(at + 1, Decimal(2), words=True, unit="time") if multiplies else None
    if first == "part" or word in _ARTICLES:
        return _part_or_article(tokens, at)
    if first == "scale":
        return None
    value, end = _cardinal(tokens, at)
    if end == at:
        return None
    if tokens.word(end) in _SPOKEN_POINT and (spoken := _spoken_decimals(tokens, end + 1)):
        value, end = EXACT.add(value, Decimal("0." + spoken)), end + 1 + len(spoken)
        return _scaled(tokens, end, value, words=True)
    hyphen = tokens.word(end) in {"-", "–"} and not (tokens.touches(end) ^ tokens.touches(end + 1))
    denominator = end + hyphen
    part = tokens.word(denominator)
    if (under := _denominator(part)) is not None:
        plural = part.endswith("s") or part == "halves"
        if value <= 99 and plural == (value != 1) and not (part == "second"):
            ratio = decimal(Fraction(int(value), under))
            return _scaled(tokens, denominator + 1, ratio, fraction=True, words=True)
        return denominator + 1
    if kind(part) == "ordinal":
        return denominator + 1
    name, scale = number_words().get(tokens.word(end - 1), ("", _ONE))
    whole = _scaled(tokens, end, value, words=True)
    if name == "scale" and whole.scale == 1 and value % scale == 0:
        return evolve(whole, coefficient=value / scale, scale=scale)
    return whole


def _denominator(word: str) -> int | None:
    """What the name of a part divides by: 3 for "third" and "thirds"; "first" and "second" name none."""
    singular = word if kind(word) else word.removesuffix("s")
    known, value = number_words().get(singular, ("", _ONE))
    if known == "part" or (known == "ordinal" and value > 2):
        return int(value)
    return None


def _spoken_decimals(tokens: Tokens, at: int) -> str:
    """The digits after a spoken point: "five", "zero three", "04"."""
    if tokens.form(at).isdecimal() and len(tokens.form(at)) == 1:
        return tokens.form(at)
    spoken = ""
    while len(spoken) < MOST_DIGITS and kind(tokens.word(at)) == "unit" and number_words()[tokens.word(at)][1] < 10:
        spoken += str(number_words()[tokens.word(at)][1])
        at += 1
    return spoken


def _cardinal(tokens: Tokens, at: int) -> tuple[Decimal, int]:
    """The sum of terms that begins at a token and the index after it; the same index where there is none."""
    table = number_words()
    total, ceiling = Decimal(0), Decimal("1e24")
    end = at
    while True:
        value, after = _below_thousand(tokens, end if end == at else _joined(tokens, end))
        if after == (end if end == at else _joined(tokens, end)):
            return total, end
        scale_at = _joined(tokens, after)
        name, scale = table.get(tokens.word(scale_at), ("", _ONE))
        scaled = name in {"scale", "scales"} and scale != 12
        term = EXACT.multiply(value, scale) if scaled else value
        if end != at and term >= ceiling:
            return total, end
        total, end = EXACT.add(total, term), (scale_at + 1 if scaled else after)
        if not scaled:
            return total, end
        name, more = table.get(tokens.word(_joined(tokens, end)), ("", _ONE))
        if name == "scale" and more > scale:  # "two hundred thousand", "a hundred thousand million"
            total, end, scale = EXACT.multiply(total, more), _joined(tokens, end) + 1, more
        ceiling = scale


def _joined(tokens: Tokens, at: int) -> int:
    """The index of the next number word, over a hyphen, "and", or a comma between terms."""
    nxt = at + 1 if tokens.word(at) in {"-", "and", ","} else at
    if nxt == at:
        return at
    name = kind(tokens.word(nxt))
    if tokens.word(at) == ",":  # "two million, three hundred thousand": only before a term with its own magnitude
        return nxt if name == "unit" and kind(tokens.word(nxt + 1)) == "scale" else at
    if tokens.word(at) == "and":
        magnitude = kind(tokens.word(at - 1)) in {"scale", "scales"}
        return nxt if magnitude and name in {"unit", "ten"} else at
    return nxt if name in {"unit", "ten", "scale", "scales"} else at


def _below_thousand(tokens: Tokens, at: int) -> tuple[Decimal, int]:
    """A number below a thousand in words, with the index after it: "seven", "forty-five", "three hundred and one"."""
    table = number_words()
    name, value = table.get(tokens.word(at), ("", _ONE))
    if name not in {"unit", "ten"}:
        return Decimal(0), at
    end = at + 1
    if name == "ten":
        unit = end + (tokens.word(end) in {"-", "–"})
        after, ones = table.get(tokens.word(unit), ("", _ONE))
        if after == "unit" and 0 < ones < 10:
            value, end = value + ones, unit + 1
    if tokens.word(_joined(tokens, end)) == "hundred":
        value, end = EXACT.multiply(value, Decimal(100)), _joined(tokens, end) + 1
        rest_at = _joined(tokens, end)
        after, _ = table.get(tokens.word(rest_at), ("", _ONE))
        if after in {"unit", "ten"}:
            rest, rest_end = _below_hundred(tokens, rest_at)
            value, end = EXACT.add(value, rest), rest_end
    return value, end


def _below_hundred(tokens: Tokens, at: int) -> tuple[Decimal, int]:
    table = number_words()
    name, value = table[tokens.word(at)]
    end = at + 1
    if name == "ten":
        unit = end + (tokens.word(end) in {"-", "–"})
        after, ones = table.get(tokens.word(unit), ("", _ONE))
        if after == "unit" and 0 < ones < 10:
            return value + ones, unit + 1
    return value, end


def _part_or_article(tokens: Tokens, at: int) -> Numeral | int | None:
    """ "half", "a third", "a quarter of a million", "a hundred", "a dozen"."""
    article = tokens.word(at) in _ARTICLES
    nxt = at + article
    word = tokens.word(nxt)
    name, value = number_words().get(word, ("", _ONE))
    if article and name == "scale":
        scaled, end = _after_article(tokens, nxt)
        return _scaled(tokens, end, scaled, words=True)
    if (name == "part" and not word.endswith("s")) or (article and name == "ordinal" and value > 2):
        end = nxt + 1
        if not _names_part(tokens, nxt, article):
            return None
        magnitude = end + (tokens.word(end) == "of" and tokens.word(end + 1) in _ARTICLES)
        magnitude += tokens.word(magnitude) in _ARTICLES
        scale_name, scale = number_words().get(tokens.word(magnitude), ("", _ONE))
        part = decimal(Fraction(1, int(value)))
        if scale_name == "scale" and scale != 12 and name == "part":
            return Numeral(magnitude + 1, EXACT.multiply(part, scale), coefficient=part, scale=scale, words=True)
        if scale == 12 and scale_name == "scale" and word == "half":
            return Numeral(magnitude + 1, Decimal(6), words=True)
        return Numeral(end, part, coefficient=part, fraction=True, words=True)
    return None


def _names_part(tokens: Tokens, at: int, article: bool) -> bool:
    """Whether "half", "quarter" or an ordinal is a share, and not a period, a rank or part of a compound."""
    word, after = tokens.word(at), tokens.word(at + 1)
    if word == "half":
        if tokens.word(at - 1 - article) in _RANKS or (article and word_class(after) == "" and after.isalpha()):
            return False
        if after in {"-", "’", "'"} and tokens.touches(at + 1):
            return kind(tokens.word(at + 2)) == "scale" or tokens.word(at + 2) in _ARTICLES
        return True
    if word == "quarter" and kind(after) == "scale":
        return True
    if not article:
        return False
    if after == "-" and tokens.touches(at + 1):
        return False
    return after == "of" or not after.isalpha() or word_class(after) in {"auxiliary", "preposition", "conjunction"}


def part_after_unit(tokens: Tokens, at: int) -> tuple[Decimal, int] | None:
    """The part that goes on after a unit: of "two hours (and a half)"; and the index after it."""
    found = _and_part(tokens, at)
    return None if found is None else (decimal(found[0]), found[1])


def unit_before_part(tokens: Tokens, at: int) -> int | None:
    """The index of the unit that "half" or "quarter" at the token adds to: of "a year and a half", "year-and-a-half"."""
    if kind(tokens.word(at)) != "part":
        return None
    back = at - 1 - (tokens.word(at - 1) == "-")
    if tokens.word(back) in _ARTICLES:
        back -= 1 + (tokens.word(back - 1) == "-")
    if tokens.word(back) != "and":
        return None
    return back - 1 - (tokens.word(back - 1) == "-")


def _after_article(tokens: Tokens, at: int) -> tuple[Decimal, int]:
    """ "(a) hundred thousand", "(a) million": the product of magnitudes, and the index after it."""
    table = number_words()
    value, end = table[tokens.word(at)][1], at + 1
    while (known := table.get(tokens.word(end), ("", _ONE)))[0] == "scale":
        value, end = EXACT.multiply(value, known[1]), end + 1
    if value == 100 and tokens.word(end) == "and" and kind(tokens.word(end + 1)) in {"unit", "ten"}:
        rest, end = _below_hundred(tokens, end + 1)
        value = EXACT.add(value, rest)
    return value, end


def _indefinite(tokens: Tokens, at: int) -> Numeral | None:
    """ "hundreds", "tens of thousands": from one to ten of the magnitude, as the plural says of what order it is."""
    table = number_words()
    low, end = table[tokens.word(at)][1], at + 1
    while tokens.word(end) == "of" and kind(tokens.word(end + 1)) == "scales":
        low, end = EXACT.multiply(low, table[tokens.word(end + 1)][1]), end + 2
    return Numeral(end, low, high=EXACT.multiply(low, Decimal(10)), words=True)


def _scaled(
    tokens: Tokens,
    end: int,
    value: Decimal,
    fraction: bool = False,
    words: bool = False,
    money: bool = False,
    digits: bool = False,
) -> Numeral:
    """A numeral with the magnitudes and the fraction that follow it."""
    coefficient, scale = value, _ONE
    halved = _and_part(tokens, end)
    if halved is not None and not fraction:
        part, end = halved
        coefficient = value = EXACT.add(value, decimal(part))
    while (found := _magnitude(tokens, end, money, digits)) is not None:
        factor, end = found
        value, scale = EXACT.multiply(value, factor), factor
        digits = False
        halved = _and_part(tokens, end)
        if halved is not None:
            part, end = halved
            value = EXACT.add(value, EXACT.multiply(decimal(part), factor))
            break
        if factor == 12 or fraction:
            break
    return Numeral(end, value, coefficient=coefficient, scale=scale, fraction=fraction and scale == 1, words=words)


def _magnitude(tokens: Tokens, at: int, money: bool, digits: bool) -> tuple[Decimal, int] | None:
    """The magnitude at a token, over a hyphen, and the index after it."""
    nxt = at + (tokens.word(at) == "-" and tokens.touches(at + 1))
    name, value = number_words().get(tokens.word(nxt), ("", _ONE))
    if name in {"scale", "scales"}:
        return value, nxt + 1
    if digits and nxt == at and (name == "abbreviation" or (name == "money abbreviation" and money)):
        return value, nxt + 1
    return None


def _and_part(tokens: Tokens, at: int) -> tuple[Fraction, int] | None:
    """The part in "and a half", "and-a-half", "and two thirds", "and one fourth", with the index after it."""
    hyphen = tokens.word(at) == "-" and tokens.touches(at) and tokens.word(at + 1) == "and"
    if tokens.word(at + hyphen) != "and":
        return None
    nxt = at + hyphen + 1
    nxt += tokens.word(nxt) == "-" and hyphen
    over = Decimal(1)
    if tokens.word(nxt) in _ARTICLES:
        nxt += 1
    elif kind(tokens.word(nxt)) == "unit":
        over, nxt = number_words()[tokens.word(nxt)][1], nxt + 1
    elif kind(tokens.word(nxt)) != "part":
        return None
    nxt += tokens.word(nxt) == "-" and tokens.touches(nxt)
    under = _denominator(tokens.word(nxt))
    if under is None or not 0 < over < under:
        return None
    return Fraction(int(over), under), nxt + 1
