"""The first step of reading figures: each number with its sign, currency and unit, without those that are none."""

from __future__ import annotations

from collections.abc import Callable
from itertools import islice

from attrs import evolve

from beldigest.language.digits import EXACT
from beldigest.language.figures import FigureGrammar, Numeral, Unit
from beldigest.language.tokens import Tokens
from beldigest.mentions.figures.quantity import Quantity

HYPHENS = frozenset({"-", "–", "—", "‑"})

_SIGNS = frozenset({"-", "−", "–"})
_LINKS = frozenset({"-", "–", "/"})

Covered = Callable[[int, int], bool]


def numbers(tokens: Tokens, grammar: FigureGrammar, covered: Covered) -> list[Quantity]:
    """The quantities of a paragraph, one a number; ``covered`` says of tokens that they are known to be no figure."""
    result: list[Quantity] = []
    done = dropped = 0
    for at in _beginnings(tokens, grammar):
        if at < done:
            continue
        found = _number(tokens, grammar, at, done)
        if found is None:
            continue
        if isinstance(found, int):
            done = found
            continue
        number, money = found
        quantity = Quantity.of(number)
        first, end = quantity.number
        done = end
        linked = dropped and tokens.words[dropped] in _LINKS and first == dropped + 1
        known = covered(first, end)
        if known and result and tokens.words[first - 1] in _LINKS and result[-1].bare and result[-1].end == first - 1:
            result.pop()  # what a dash ties to a date is a part of it: "11-2016"
        last = result[-1] if result else None
        if linked or known or not _complete(tokens, grammar, quantity, number, money, last):
            dropped = end
            continue
        done = max(done, quantity.end)
        result.append(quantity)
    return result


def _beginnings(tokens: Tokens, grammar: FigureGrammar) -> list[int]:
    """The tokens that a number can begin with: digits, number words, characters such as "½"."""
    starts, values = grammar.numeral_starts(), tokens.values
    return [
        at
        for at, word in enumerate(islice(tokens.words, len(tokens)))
        if word in starts or values[at] is not None or (len(word) == 1 and word.isnumeric())
    ]


def _number(
    tokens: Tokens, grammar: FigureGrammar, at: int, floor: int
) -> tuple[Numeral, tuple[int, Unit] | None] | int | None:
    """The number at a token, with the currency before it; the index after it where it is an ordinal."""
    composed = grammar.unit_and_part(tokens, at)
    if composed is not None and composed[0].start >= floor:
        return evolve(composed[0], unit=composed[1].name), None
    money = grammar.money_before(tokens, at)
    number = grammar.numeral(tokens, at, floor, money is not None)
    if number is None or isinstance(number, int):
        return number
    return number, money


def _complete(
    tokens: Tokens,
    grammar: FigureGrammar,
    quantity: Quantity,
    number: Numeral,
    money: tuple[int, Unit] | None,
    last: Quantity | None,
) -> bool:
    """Read currency, sign and unit; whether the number is a figure and no name, label, date or clock time."""
    _sign(tokens, grammar, quantity, money)
    if money is not None:
        start, currency = money
        quantity.measure(currency)
        quantity.start = min(quantity.start, start)
        quantity.end = grammar.money_after(tokens, quantity.end, currency.name)
    elif quantity.unit is None:
        if grammar.is_identifier(tokens, number) or grammar.is_clock(tokens, number.end):
            return False
        magnitude = grammar.abbreviated_magnitude(tokens, number.end) if not number.spelled else None
        if magnitude is not None:
            quantity.multiply(magnitude)
            number = evolve(number, end=number.end + 1, value=quantity.value)
            quantity.number, quantity.end = (number.start, number.end), number.end
        unit = _unit(tokens, grammar, number) or _unit_behind_bound(tokens, grammar, quantity)
        if grammar.is_name(tokens, number, unit is not None) and not _goes_on_from(tokens, grammar, number, unit, last):
            return False
        if unit is not None:
            _measure(tokens, grammar, quantity, unit)
        elif _goes_on(tokens, quantity) or grammar.is_date(tokens, number) or grammar.is_enumerator(tokens, number):
            return False
    if quantity.money and quantity.value == 1 and grammar.is_price_base(tokens, quantity.end):
        return False
    rate = grammar.rate_after(tokens, quantity.end, quantity.money)
    if rate is not None:
        quantity.end, quantity.per = rate
    return quantity.unit is not None or not grammar.is_pronoun(tokens, number)


def _goes_on_from(
    tokens: Tokens, grammar: FigureGrammar, number: Numeral, unit: Unit | None, last: Quantity | None
) -> bool:
    """Whether a number behind a name goes on from the figure before it: "3km-5km", "Ana won 41 seats, Ben (20)"."""
    if last is None:
        return False
    if unit is not None:
        return last.unit is not None and last.end == number.start - 1 and tokens.words[last.end] in HYPHENS
    return last.unit is None and grammar.goes_on_for(tokens, last.number[1], number.start, number.end)


def _unit(tokens: Tokens, grammar: FigureGrammar, number: Numeral) -> Unit | None:
    """The unit after a number, over a hyphen or "of"."""
    end = number.end
    hyphen = tokens.words[end] in HYPHENS and tokens.touches(end) == tokens.touches(end + 1)
    unit = grammar.unit_after(tokens, end + hyphen)
    if unit is None:
        return grammar.unit_of(tokens, number)
    return None if hyphen and unit.symbol and (len(tokens.forms[end + 1]) == 1 or not tokens.touches(end)) else unit


def _unit_behind_bound(tokens: Tokens, grammar: FigureGrammar, quantity: Quantity) -> Unit | None:
    """The unit behind a bound that follows the number, "15-plus years", "five or more weeks"; gives it the bound."""
    bound = grammar.bound_after(tokens, quantity.end)
    unit = grammar.unit_after(tokens, bound[0]) if bound is not None else None
    if bound is not None and unit is not None and not unit.symbol:
        quantity.bound = bound[1]
        return unit
    return None


def _measure(tokens: Tokens, grammar: FigureGrammar, quantity: Quantity, unit: Unit) -> None:
    """Give a quantity its unit, with what follows it: "and a half", cents, "old"."""
    end = quantity.end
    quantity.hyphened = tokens.words[end] in HYPHENS
    quantity.tied = quantity.hyphened or tokens.touches(end)
    quantity.measure(unit)
    quantity.end = unit.end
    magnitude = grammar.magnitude_after(tokens, unit.end) if unit.money else None
    if magnitude is not None:
        quantity.end = magnitude[0]
        quantity.multiply(magnitude[1])
        return
    more = grammar.minor_after(tokens, unit.end) if unit.money else None
    if more is None and not unit.symbol:
        more = grammar.part_after(tokens, unit.end)
    if more is not None:
        quantity.end, quantity.value = more[0], EXACT.add(quantity.value, more[1])
    if not unit.money:
        end = grammar.below_zero_after(tokens, quantity.end)
        if end > quantity.end:
            quantity.end, quantity.value = end, quantity.value.copy_negate()
        end = grammar.age_after(tokens, quantity.end)
        quantity.end, quantity.aged = end, end > quantity.end


def _goes_on(tokens: Tokens, quantity: Quantity) -> bool:
    """Whether letters, or a slash and digits, continue the number, so that it is no figure: "5G", "4/22"."""
    end = quantity.end
    if tokens.touches(end) and tokens.forms[end][:1].isalpha():
        return True
    return tokens.words[end] == "/" and tokens.words[end + 1].isdecimal() and not quantity.fraction


def _sign(tokens: Tokens, grammar: FigureGrammar, quantity: Quantity, money: tuple[int, Unit] | None) -> None:
    """Read a sign or "minus" before the number or its currency."""
    first = quantity.number[0]
    for at in (first - 1, money[0] - 1) if money is not None else (first - 1,):
        signed = _is_sign(tokens, at)
        worded = grammar.is_minus(tokens, at - 1 if tokens.words[at] in _SIGNS and tokens.touches(at + 1) else at)
        if signed or worded:
            quantity.value = quantity.value.copy_negate()
            quantity.start = at - (worded and tokens.words[at] in _SIGNS)  # "minus-260"
            return


def _is_sign(tokens: Tokens, at: int) -> bool:
    """Whether a dash is the sign of the number that it touches; after a number, a word or a slash it is none."""
    if tokens.words[at] not in _SIGNS or not tokens.touches(at + 1):
        return False
    if tokens.values[at - 1] is not None or tokens.words[at - 1] == "/":
        return False
    before = tokens.forms[at - 1] if tokens.touches(at) else ""
    return not before[-1:].isalnum() and before not in _SIGNS and before != "%"
