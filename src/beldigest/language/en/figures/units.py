"""English units of measure and names of currencies, after a number: "km", "percentage points", "Danish crowns"."""

from __future__ import annotations

from decimal import Decimal
from functools import cache

from attrs import evolve

from beldigest.language.digits import EXACT, decimal
from beldigest.language.en.figures.cardinals import number_word
from beldigest.language.en.figures.currencies import full_names, is_currency_code, issued_by, nouns, numbers_of
from beldigest.language.en.figures.names import is_round, is_year
from beldigest.language.en.figures.numerals import numeral
from beldigest.language.en.figures.parts import and_part, unit_before_and_part
from beldigest.language.en.figures.phrases import counted_after, is_nominal, is_pronominal, is_word
from beldigest.language.en.figures.words import ARTICLES, DEFINITE, is_number, is_plural, word_class
from beldigest.language.figures import Numeral, Unit
from beldigest.language.lexicon import lexicon
from beldigest.language.tokens import Tokens

_LONGEST = 5
_BRACKETS = frozenset("()[]{}<>")
_DETERMINERS = ARTICLES | DEFINITE
_PER = frozenset({"per", "a", "an", "each", "every", "/"})
_RATES = {"annually": "year", "yearly": "year", "monthly": "month", "weekly": "week", "daily": "day", "hourly": "hour"}
_SINCE = frozenset({"earlier", "ago", "before", "later", "after", "prior", "on"})
# Letters that stand for a magnitude after an amount of money, and after digits where they are no unit.
_MAGNITUDES = frozenset({"m", "b"})
_TIMES = frozenset({"year", "month", "week", "day", "hour", "minute", "quarter", "decade", "century", "season"})
_PER_WHOM = {"annum": "year", "capita": "person", "head": "person"}
_PER_WHAT = frozenset(
    {"share", "person", "piece", "ticket", "user", "household", "head", "dose", "bottle", "bag", "copy", "seat", "unit"}
    | {"family", "child", "pupil", "student", "patient", "worker", "passenger", "vehicle", "night", "visit", "trip"}
    | {"season", "game", "match"}
)
_EACH = frozenset({"each", "every"})
_AGAINST = frozenset({"to", "against"})
_EXCHANGED = frozenset({"the", "one", "a", "1"})
_BEHIND_RATES = frozenset({"preposition", "conjunction", "adverb", "auxiliary"})
_ROUND = frozenset({"hundred", "thousand", "million", "billion"})
# Units in the singular that, behind a year, begin the name of a part of an event.
_STAGES = frozenset({"day", "week", "month", "year", "hour", "point", "pound"})
_SHAPES = frozenset({"long", "wide", "tall", "high", "thick", "deep", "by", "x", "across", "screen", "display"})
_FEET = frozenset({"ft", "foot", "feet", "'"})
# Units that keep their meaning behind an adjective: "rushing yards", but not "world cups" or "honorary degrees".
_AFTER_ADJECTIVES = frozenset(
    {"second", "minute", "hour", "day", "week", "month", "year", "decade", "mile", "kilometre", "metre", "yard"}
    | {"tonne", "barrel", "cent", "penny"}
)
_JOINTS = frozenset({"-", "–", "%", "$", "£", "€", "/"})
_MINOR = frozenset({"cent", "penny", "centavo", "paisa", "kopeck", "satang", "piastre", "grosz", "kurus", "sen"})
# Symbols of one letter that may stand apart from their number; others there are initials ("5 C. Smith", "24 A").
_APART = frozenset("mgtlLhscpVWKCFJbΩºAHT")
# How many tokens may stand between a symbol and the words that tell what it means.
_NEAR = 10
# Fewer won than these are games.
_MANY_WON = Decimal(100)
_MILLION = Decimal(10**6)
# Nouns of currencies that are everyday words, and fewer of which are something else.
_EVERYDAY = frozenset({"mark", "marks", "soles"})
_MANY_MARKS = Decimal(1000)
_Entry = tuple[str, bool, bool]  # name, money, shared


def split(spelling: str) -> tuple[str, ...]:
    """The tokens of a spelling, as written."""
    tokens = Tokens(spelling, 0, len(spelling))
    return tuple(tokens.forms[: len(tokens)])


@cache
def _names() -> dict[tuple[str, ...], _Entry]:
    """Names of units and currencies in lower case, by their tokens."""
    table: dict[tuple[str, ...], _Entry] = {}
    for spelling, unit, kind in lexicon("en", "figures_units"):
        if kind == "word":
            for form in numbers_of(spelling):
                table[split(form)] = table[split(form.replace(" ", "-"))] = (unit, False, False)
    for form, code in full_names():
        table.setdefault(split(form), (code, True, False))
    for form, name, shared in nouns():
        table.setdefault(split(form), (name, True, shared))
    for spelling, code, kinds in lexicon("en", "figures_currencies"):
        if {"name", "bare"} & set(kinds.split()):
            for form in (spelling,) if "letters" in kinds else numbers_of(spelling):
                table[split(form)] = (spelling if code == "-" else code, True, "bare" in kinds)
    return table


def currency_named(noun: str, at: int) -> Unit | None:
    """The currency with that noun in the singular, which ends at a token."""
    found = _names().get(split(noun.lower()))
    return Unit(at, *found, noun=noun) if found is not None and found[1] else None


@cache
def _symbols() -> dict[tuple[str, ...], _Entry]:
    """Symbols of units and currencies as written, by their tokens."""
    table: dict[tuple[str, ...], _Entry] = {}
    for spelling, unit, kind in lexicon("en", "figures_units"):
        if kind == "symbol":
            table[split(spelling)] = (unit, False, False)
    for spelling, code, kind in lexicon("en", "figures_currencies"):
        if kind == "symbol":
            table[split(spelling)] = (code, True, False)
    return table


@cache
def _technical() -> dict[str, tuple[_Entry, frozenset[str]]]:
    """Symbols of units that only words near them tell from other units and from initials, with those words."""
    return {
        symbol: ((unit, False, False), frozenset(words.split()))
        for symbol, unit, words in lexicon("en", "figures_symbols")
    }


@cache
def _beginnings() -> dict[str, int]:
    """The lower-case first tokens of all units, with the number of tokens of the longest unit that begins so."""
    table: dict[str, int] = {}
    for key in (*_names(), *_symbols(), *((symbol,) for symbol in _technical())):
        table[key[0].lower()] = max(len(key), table.get(key[0].lower(), 0))
    return table


def unit_after(tokens: Tokens, at: int) -> Unit | None:
    """The longest unit that begins at a token, right after a number."""
    names, symbols = _names(), _symbols()
    for length in range(_beginnings().get(tokens.words[at], 0), 0, -1):
        found = names.get(tuple(tokens.words[at : at + length]))
        if found is not None and _is_meant(tokens, at, length):
            return _named(tokens, at, Unit(at + length, *found))
        found = _told(tokens, at) if length == 1 else None
        found = found or symbols.get(tuple(tokens.forms[at : at + length]))
        if found is not None and _belongs(tokens, at, length, money=found[1]):
            return Unit(at + length, *found, symbol=True)
    form = tokens.forms[at]
    if is_currency_code(form):
        return Unit(at + 1, form, money=True)
    if form in _BRACKETS and tokens.forms[at + 1] not in _BRACKETS:  # "20 (kg)"
        inner = unit_after(tokens, at + 1)
        if inner is not None and inner.symbol and tokens.forms[inner.end] in _BRACKETS:
            return evolve(inner, end=inner.end + 1)
    return None


def _told(tokens: Tokens, at: int) -> _Entry | None:
    """The unit that a symbol stands for where the words around it tell: "a capacitor of 2 (F)"."""
    entry, words = _technical().get(tokens.forms[at], (None, frozenset()))
    return entry if not words.isdisjoint(tokens.words[max(0, at - _NEAR) : at + _NEAR]) else None


def _named(tokens: Tokens, at: int, unit: Unit) -> Unit:
    """The unit, with its noun if it is a currency; "pound" is sterling only by the millions, as it may be of weight.

    A noun of several words, which a union of countries shares, is the name itself: "francs CFA".
    """
    if not unit.money:
        return unit
    sterling = unit.name == "pound" and number_word(tokens.words[at - 1])[1] >= _MILLION
    noun = unit.name if " " in unit.name else tokens.words[unit.end - 1].removesuffix("s")
    return evolve(unit, name="GBP" if sterling else unit.name, noun=noun)


def _is_meant(tokens: Tokens, at: int, length: int) -> bool:
    """Whether a word is meant as a unit: "41 won" is a verb, "5 second-place" a rank."""
    word, before = tokens.words[at], tokens.values[at - 1]
    if length > 1:
        return True
    if word in _STAGES and len(tokens.forms[at - 1]) == 4 and is_year(tokens, at - 1):  # "World Cup 2018 day five"
        return False
    if word == "won":
        return before is None or before >= _MANY_WON
    if word in _EVERYDAY:  # "50 million marks", but "top marks", "9 marks"
        return (before or number_word(tokens.words[at - 1])[1]) >= _MANY_MARKS
    if word == "second":
        return tokens.words[at + 1] not in {"place", "half", "round", "-"} or tokens.words[at - 1] == "-"
    return word not in {"mo", "yo"} or not tokens.capital(at)


def _belongs(tokens: Tokens, at: int, length: int, money: bool) -> bool:
    """Whether a symbol belongs to the number before it, and not to the words or the number after it."""
    form, touching, nxt = tokens.forms[at], tokens.touches(at), at + length
    if money:  # "10 $30"
        return touching or not (tokens.touches(nxt) and tokens.values[nxt] is not None)
    if tokens.touches(nxt) and (tokens.values[nxt] is not None or tokens.forms[nxt].isalpha()):
        return form == "'" and touching and tokens.values[nxt] is not None
    tied = form.isalpha() and tokens.words[nxt] == "-" and tokens.touches(nxt)
    numbered = len(form) == 1 and tokens.values[nxt + 1] is not None
    if tied and (tokens.capital(nxt + 1) or numbered):  # "F-Series", "J-16"
        return False
    if length > 1:
        return True
    if form in {"'", "′", "’"}:
        return False
    if form in {'"', "″"} or (form == "in" and not touching):
        return tokens.words[nxt] in _SHAPES or tokens.words[at - 2] in _FEET
    if form == "s" and touching:  # "1980s", "in his 30s"
        return not (tokens.forms[at - 1].isdecimal() and len(tokens.forms[at - 1]) > 1)
    if form in {"x", "×"}:
        return touching
    if len(form) == 1 and form.isalpha() and not touching:
        return form in _APART and not tokens.forms[nxt].isupper()
    return True


def unit_of(tokens: Tokens, number: Numeral) -> Unit | None:
    """The unit that is not right behind its number: "thousands of dollars", "half an hour", "four more years"."""
    at = number.end
    of = tokens.words[at] == "of"
    if not of and not number.fraction:
        return _unit_behind(tokens, at)
    if number.fraction and (tokens.words[at + of] in ARTICLES or (of and tokens.words[at + of] in {"one", "1"})):
        return unit_after(tokens, at + of + 1)
    return unit_after(tokens, at + 1) if of and number.high is not None else None


def _unit_behind(tokens: Tokens, at: int) -> Unit | None:
    """The unit behind an adjective: "four more years", "517 rushing yards", "14 Canadian cents"."""
    word = tokens.words[at]
    if not word.isalpha() or not is_plural(tokens.words[at + 1]) or is_plural(word):
        return None
    if word_class(word) not in {"", "adjective", "dimension", "determiner"} or word in _DETERMINERS:
        return None
    unit = unit_after(tokens, at + 1)
    if unit is None or unit.symbol or not (unit.money or unit.name in _AFTER_ADJECTIVES):
        return None
    if not unit.money or not tokens.capital(at):
        return unit
    code = issued_by(unit.noun, tokens.text, tokens.starts[at], tokens.ends[at])
    return evolve(unit, name=code or unit.noun, shared=False)


def part_after(tokens: Tokens, at: int) -> tuple[int, Decimal] | None:
    """The part that goes on after a unit, "(two hours) and a half", and the index after it."""
    found = and_part(tokens, at)
    return None if found is None else (found[0], decimal(found[1]))


def unit_and_part(tokens: Tokens, at: int) -> tuple[Numeral, Unit] | None:
    """ "A year and a half", "year-and-a-half": its number, one and the part, and its unit; the token is "half"."""
    unit_at = unit_before_and_part(tokens, at)
    if unit_at is None or unit_at < 0:
        return None
    unit, part = unit_after(tokens, unit_at), part_after(tokens, unit_at + 1)
    if unit is None or unit.symbol or part is None or unit.end != unit_at + 1:
        return None
    start = unit_at - (tokens.words[unit_at - 1] in {*ARTICLES, "one"})
    value = EXACT.add(Decimal(1), part[1])
    return Numeral(start, part[0], value, coefficient=value, spelled=True), unit


def below_zero_after(tokens: Tokens, at: int) -> int:
    """The index after "below zero"."""
    return at + 2 if tokens.words[at] == "below" and tokens.words[at + 1] in {"zero", "0"} else at


def age_after(tokens: Tokens, at: int) -> int:
    """The index after "old", "-old" or "of age"."""
    if tokens.reads(at, "of", "age"):
        return at + 2
    tied = tokens.words[at] == "-"
    return at + tied + 1 if tokens.words[at + tied] in {"old", "olds"} else at


def money_after(tokens: Tokens, at: int, code: str) -> int:
    """The index after what repeats or narrows the currency of an amount: "$76 US", "$10 dollars"."""
    if code == "USD" and tokens.forms[at] in {"US", "U.S."}:
        return at + 1
    unit = unit_after(tokens, at)
    return unit.end if unit is not None and unit.money and (unit.name == code or unit.shared) else at


def minor_after(tokens: Tokens, at: int) -> tuple[int, Decimal] | None:
    """The hundredths that follow a whole amount, "(13 dollars) and 45 cents", "(13 dollars) 45", and where they end."""
    joined = tokens.words[at] in {"and", ","}
    number = numeral(tokens, at + joined, at + joined, False)
    if not isinstance(number, Numeral) or number.fraction or not 0 < number.value < 100 or number.scale != 1:
        return None
    unit = unit_after(tokens, number.end)
    if unit is not None:
        return (unit.end, number.value.scaleb(-2, EXACT)) if unit.name in _MINOR else None
    if number.value < 10 or number.value != int(number.value) or tokens.words[at] == ",":
        return None
    after = tokens.words[number.end]
    return None if after[:1].isalnum() or after in _JOINTS else (number.end, number.value.scaleb(-2, EXACT))


def magnitude_after(tokens: Tokens, at: int) -> tuple[int, Decimal] | None:
    """The magnitude that stands after a currency, "75 USD million", and the index after it."""
    name, value = number_word(tokens.words[at])
    return (at + 1, value) if name == "scale" else None


def abbreviated_magnitude(tokens: Tokens, at: int) -> Decimal | None:
    """The magnitude of "m" or "b" after digits where a unit or a plural noun follows: "12.3m tonnes", "8B people"."""
    if tokens.words[at] not in _MAGNITUDES or not (tokens.touches(at) or tokens.forms[at] == "B"):
        return None
    value = number_word(tokens.words[at])[1]
    if unit_after(tokens, at + 1) is not None or is_pronominal(tokens, at + 1):  # "(3.5m) of them"
        return value
    phrase = counted_after(tokens, at + 1, False)
    return value if phrase is not None and is_plural(tokens.words[phrase[1] - 1]) else None


def _rate_base(tokens: Tokens, at: int) -> tuple[int, str] | None:
    """What a rate is given for where that is a number: "100,000 people", "million", "40 kg"; the index after it too."""
    end = at + 1
    numeric = is_number(tokens, at)
    tied = numeric and tokens.words[end] == "-"
    measured = unit_after(tokens, end + tied) if numeric else None
    if measured is None and tokens.words[at] not in _ROUND and not is_round(tokens.values[at] or Decimal(0)):
        if tokens.words[end] not in _ROUND or tokens.words[at] not in {"1", "one"}:
            return None
        end += 1
    unit = measured or unit_after(tokens, end)
    phrase = counted_after(tokens, unit.end if unit is not None and tied else end, False)
    end = unit.end if unit is not None and not tied else phrase[1] if phrase is not None else end
    return end, " ".join(tokens.text[tokens.starts[at] : tokens.ends[end - 1]].split())


def _ends_phrase(tokens: Tokens, at: int) -> bool:
    """Whether no noun phrase goes on at a token, nor with "of"."""
    word = tokens.words[at]
    return not is_word(tokens, at) or (word != "of" and word_class(word) in _BEHIND_RATES)


def rate_after(tokens: Tokens, at: int, money: bool) -> tuple[int, str] | None:
    """What a rate is given for, "per day", "a month", "/kg", "annually": the index after it, and the unit.

    Of ``money`` that is each single thing that an article names, "(5 pesos) an egg", and another currency.
    """
    word = tokens.words[at]
    if word in _AGAINST and (money or tokens.values[at - 1] is not None):  # "(92 rubles) to the dollar"
        unit = unit_after(tokens, at + 1 + (tokens.words[at + 1] in _EXCHANGED))
        exchanged = unit is not None and unit.money and not unit.symbol and _ends_phrase(tokens, unit.end)
        return (unit.end, unit.name) if unit is not None and exchanged else None
    if word in _RATES:  # no rate is "36 monthly instalments"
        return None if is_plural(tokens.words[at + 1]) else (at + 1, _RATES[word])
    at += word == "for" and tokens.words[at + 1] in _EACH  # "(11 shillings) for every kilogram"
    tied = word == "-" and tokens.words[at + 1] in _PER
    per = tokens.words[at + tied]
    if per not in _PER:
        return None
    nxt = at + tied + 1
    nxt += tokens.words[nxt] == "-" and tokens.touches(nxt)
    what = tokens.words[nxt]
    if per == "per" and (base := _rate_base(tokens, nxt)) is not None:
        return base
    if per in ARTICLES and what in _TIMES and tokens.words[nxt + 1] in _SINCE:  # "(5%) a year ago"
        return None
    if what in _PER_WHOM:
        return nxt + 1, _PER_WHOM[what]
    unit = unit_after(tokens, nxt)
    weighed = unit is not None and unit.name == "pound"
    if unit is not None and (not unit.money or weighed or per == "per") and (not unit.symbol or per in {"/", "per"}):
        return unit.end, unit.name
    priced = money and per in ARTICLES and is_nominal(what) and not is_plural(what) and _ends_phrase(tokens, nxt + 1)
    return (nxt + 1, what) if (per == "per" or what in _PER_WHAT or priced) and what.isalpha() else None
