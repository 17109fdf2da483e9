"""The second step of reading figures: numbers that belong together are joined, and share what only one of them has."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise
from typing import Literal

from beldigest.language.digits import EXACT, ROUNDED
from beldigest.language.figures import FigureGrammar
from beldigest.language.tokens import Tokens
from beldigest.mentions.figures.compounds import is_mixed, units_in
from beldigest.mentions.figures.numbers import HYPHENS
from beldigest.mentions.figures.quantity import TIMES, Quantity, is_alike

Joint = Literal["range", "ratio", "compound", "date", ""]

_FURTHEST = 4
_LONGEST_DAY_OF_MONTH = 31
# "Rose 5 to 7" is a range where the ends are this near to one another; else it rose by 5 to reach 7.
_WIDEST = Decimal(5)
_FIVE = Decimal(5)


def joined(tokens: Tokens, grammar: FigureGrammar, found: list[Quantity]) -> list[Quantity]:
    """The quantities, the two ends of a range and the part and the whole of a ratio made one, without years."""
    result: list[Quantity] = []
    for quantity in found:
        last = result[-1] if result else None
        joint = _joint(tokens, grammar, last, quantity) if last is not None else ""
        if last is None or not joint:
            result.append(quantity)
        elif joint == "date":
            result.pop()
        elif joint == "range":
            _make_range(tokens, grammar, last, quantity)
        elif joint == "compound":
            _make_compound(last, quantity)
        else:
            _make_ratio(last, quantity)
    result = [quantity for quantity in result if not _is_year(tokens, grammar, quantity)]
    if len(result) > 1:
        _share_units(tokens, grammar, result)
        _share_currencies(tokens, result)
        _share_rates(tokens, grammar, result)
    return result


def _joint(tokens: Tokens, grammar: FigureGrammar, low: Quantity, high: Quantity) -> Joint:
    """What stands between two numbers makes of them."""
    between = high.start - low.end
    if not 0 <= between <= _FURTHEST or low.high is not None or high.high is not None or low.per is not None:
        return ""
    if _is_compound(tokens, grammar, low, high):
        return "compound"
    suffixed = low.end > low.number[1]
    if low.unit is not None and high.unit is None and suffixed:
        return ""
    if low.unit is not None and high.unit is not None and _common_unit(low, high) is None:
        return ""
    if between <= 2 and (between == 0 or tokens.words[low.end] in HYPHENS or tokens.words[low.end] == "~"):
        return _dashed(tokens, grammar, low, high)
    word = grammar.connector(tokens, low.end, high.start)
    word = word or grammar.connector(tokens, low.end, _bound_start(tokens, grammar, high))  # "40 to over 100"
    opening = grammar.opening(tokens, _bound_start(tokens, grammar, low))[1]
    if word == "and":
        return "range" if opening == "between" else ""
    if word == "or":
        return "range" if _is_choice(low, high) else ""
    if word == "of":
        return "ratio" if _is_ratio(low, high) and not _names_year(tokens, grammar, high) else ""
    return "range" if word == "to" and _spans(tokens, grammar, low, high, opening) else ""


def _dashed(tokens: Tokens, grammar: FigureGrammar, low: Quantity, high: Quantity) -> Joint:
    """Two numbers with a dash: a range if they rise, a date if one is a year; else, as in "2-1", each for itself."""
    if low.fraction and high.unit is not None:  # "more than half - 55 percent"
        return ""
    if tokens.words[low.end] == "—" and not tokens.touches(low.end):
        return ""
    if high.start - low.end == 2:  # "8- to 16-metre"
        return "range" if grammar.connector(tokens, low.end + 1, high.start) == "to" else ""
    if high.start == low.end:  # the dash was read as a sign: "75 -300mm"
        if high.value >= 0 or low.unit is not None:
            return ""
        high.value = high.value.copy_negate()
    if low.bare and high.bare and (_names_year(tokens, grammar, low) or _names_year(tokens, grammar, high)):
        near = min(low.value, high.value) <= _LONGEST_DAY_OF_MONTH or _names_year(tokens, grammar, low)
        return "date" if near else ""
    if low.bare and high.bare and grammar.is_score(tokens, low.start, high.end):
        return ""
    return "range" if low.value < high.value or _shares_scale(low, high) else ""


def _is_compound(tokens: Tokens, grammar: FigureGrammar, coarse: Quantity, fine: Quantity) -> bool:
    """Whether two figures are one in two units: "three years and six months", "2 h 30 min"."""
    if not is_mixed(coarse, fine):
        return False
    if coarse.unit in TIMES:
        joined = grammar.connector(tokens, coarse.end, fine.start) == "and"
    else:
        joined = tokens.words[coarse.end : fine.start] == [","]  # "6 feet, 2 inches"
    return (joined or coarse.end == fine.start) and not grammar.is_distributed(tokens, fine.end)


def _common_unit(low: Quantity, high: Quantity) -> str | None:
    """The unit that both figures can be told in; the finer of two that divide: "18 months to three years"."""
    for fine, coarse in ((low.unit, high.unit), (high.unit, low.unit)):
        if units_in(coarse, fine) is not None or fine == coarse:
            return fine
    return None


def _in_unit(quantity: Quantity, unit: str | None) -> Decimal:
    """The value in a unit that the figure's own divides into, or as it is."""
    factor = units_in(quantity.unit, unit)
    return quantity.value if factor is None else EXACT.multiply(quantity.value, factor)


def _is_choice(low: Quantity, high: Quantity) -> bool:
    """Whether two numbers that follow one another leave open which it is: "three or four years", "2 or 3 million"."""
    if low.spelled != high.spelled or low.value != low.value.to_integral_value(context=EXACT):
        return False
    highest = high.coefficient if low.bare else high.value  # "$8 or $9" tells the unit twice
    alike = low.bare or (low.unit, low.scale) == (high.unit, high.scale)
    return alike and EXACT.subtract(highest, low.value) == 1


def _is_ratio(part: Quantity, whole: Quantity) -> bool:
    """Whether a part of a whole is told in small or round numbers: "one in five", "two out of three"."""
    if not (part.bare and whole.bare and 0 < part.value < whole.value and part.value <= 10):
        return False
    return part.value == 1 or whole.value <= 10 or EXACT.remainder(whole.value, _FIVE) == 0


def _spans(tokens: Tokens, grammar: FigureGrammar, low: Quantity, high: Quantity, opening: str) -> bool:
    """Whether "to" makes a range of two numbers, and does not say where a change went."""
    if opening != "from" and low.bare and _names_year(tokens, grammar, low):
        return False
    onward = grammar.connector(tokens, high.end, high.end + 1) == "to" and tokens.values[high.end + 1] is not None
    if _leaves(tokens, grammar, low) and not onward:  # "cut from 8 to 9 percent to 3"
        return False
    unit = _common_unit(low, high)
    least, most = _in_unit(low, unit), _in_unit(high, unit)
    least = EXACT.multiply(least, high.scale) if _shares_scale(low, high) else least
    if opening == "from":
        return least < most or grammar.is_ranging(tokens, _bound_start(tokens, grammar, low) - 1)
    if least >= most:
        return False
    if grammar.change_before(tokens, _bound_start(tokens, grammar, low)) is None:
        return True
    return most <= EXACT.multiply(_WIDEST, least) and (low.unit is not None or high.unit is not None)


def _leaves(tokens: Tokens, grammar: FigureGrammar, quantity: Quantity) -> bool:
    """Whether a change came from the figure."""
    return (grammar.change_before(tokens, _bound_start(tokens, grammar, quantity)) or "").endswith("from")


def _bound_start(tokens: Tokens, grammar: FigureGrammar, quantity: Quantity) -> int:
    """Where the figure begins with the bound before it."""
    bound = grammar.bound_before(tokens, quantity.start)
    return quantity.start if bound is None else bound[0]


def _shares_scale(low: Quantity, high: Quantity) -> bool:
    """Whether the first of two numbers leaves its magnitude to the second, as in "$10 to $15 billion"."""
    return low.scale == 1 and high.scale > 1 and low.value < high.coefficient


def _make_range(tokens: Tokens, grammar: FigureGrammar, low: Quantity, high: Quantity) -> None:
    if _shares_scale(low, high):
        low.multiply(high.scale)
    unit = _common_unit(low, high)
    low.value, low.high = sorted((_in_unit(low, unit), _in_unit(high, unit)))
    if low.unit is None:
        low.take_unit(high)
    low.unit = unit or low.unit
    low.tied, low.hyphened, low.per = high.tied, high.hyphened, high.per
    bound = grammar.bound_before(tokens, low.start)
    start, opening = grammar.opening(tokens, _bound_start(tokens, grammar, low))
    above = grammar.bound_before(tokens, high.start)
    if bound is None and above is not None and grammar.connector(tokens, low.end, high.start) == "":
        low.bound = above[1]  # "40 to over 100"
    dashed = tokens.words[low.end] in HYPHENS
    low.number, low.end = (low.number[0], high.number[1]), high.end
    if not dashed and opening and not _leaves(tokens, grammar, low):
        low.start = start
        low.bound = bound[1] if bound is not None else low.bound


def _make_compound(coarse: Quantity, fine: Quantity) -> None:
    coarse.value = EXACT.add(_in_unit(coarse, fine.unit), fine.value)
    coarse.coefficient, coarse.scale, coarse.unit = coarse.value, Decimal(1), fine.unit
    coarse.number, coarse.end, coarse.tied, coarse.per = (coarse.number[0], fine.end), fine.end, fine.tied, fine.per


def _make_ratio(part: Quantity, whole: Quantity) -> None:
    part.value = part.coefficient = ROUNDED.divide(part.value, whole.value)
    part.fraction = True
    part.number, part.end = (part.number[0], whole.number[1]), whole.end


def _names_year(tokens: Tokens, grammar: FigureGrammar, quantity: Quantity) -> bool:
    first, end = quantity.number
    return end - first == 1 and grammar.is_year(tokens, first)


def _is_year(tokens: Tokens, grammar: FigureGrammar, quantity: Quantity) -> bool:
    """Whether the number is a year, or two with a word between; a bound makes it a figure, but not behind "since"."""
    if not quantity.bare:
        return False
    first, end = quantity.number
    if quantity.high is not None:
        return grammar.is_year(tokens, first) and grammar.is_year(tokens, end - 1)
    bound = grammar.bound_before(tokens, first)
    return _names_year(tokens, grammar, quantity) and (bound is None or grammar.is_temporal(tokens, bound[0]))


def _share_units(tokens: Tokens, grammar: FigureGrammar, found: list[Quantity]) -> None:
    """Give a number the unit that only another has: "more than four and 12 years", "13 points from A, 7 from B"."""
    shared = False
    for one, following in zip(found[-2::-1], found[:0:-1], strict=True):
        if one.unit is not None or following.unit is None or one.fraction or (one.spelled and one.value == 1):
            shared = False
            continue
        start = _bound_start(tokens, grammar, following)
        listed = grammar.is_list(tokens, one.end, start) and (shared or tokens.words[one.end : start] != [","])
        if grammar.is_part_of(tokens, one.end, start):  # "30 of the 40 pesos she had"
            listed = not following.tied and grammar.counted_after(tokens, following.end, False) is None
        shared = one.per is None and (listed or grammar.connector(tokens, one.end, start) == "to")
        if shared:  # a comma alone goes on with a list ("10, 20 and 30 percent"), and begins none
            one.take_unit(following)
    for one, following in pairwise(found):
        if following.unit is None and _comes_from(tokens, grammar, one, following):
            following.take_unit(one)
        if one.unit is None or following.unit is not None or following.fraction:
            continue
        alone = following.end == following.number[1] and one.unit not in TIMES
        contrasted = alone and grammar.is_contrast(tokens, following.start)
        alike = is_alike(one, following) or one.scale == following.scale > 1
        contrasted = contrasted and (alike or (following.scale == 1 and not one.money))
        if contrasted and grammar.counted_after(tokens, following.end, False) is None:  # "won 50.6% against 48.7"
            following.take_unit(one)
        if one.money or following.scale != 1:
            continue
        if grammar.is_gapped(tokens, one.end, following.end) or _goes_from(tokens, grammar, one, following):
            following.unit = one.unit


def _comes_from(tokens: Tokens, grammar: FigureGrammar, one: Quantity, following: Quantity) -> bool:
    """Whether a number is the level that the figure before came from: "to 9 tonnes from 21", "9 tonnes, up from 21"."""
    start = _bound_start(tokens, grammar, following)
    if grammar.direction_before(tokens, start) != "from":
        return False
    reached = grammar.direction_before(tokens, _bound_start(tokens, grammar, one)) == "to"
    reached = reached and start - one.end <= _FURTHEST
    reached = reached or grammar.is_moved(tokens, one.end, start - 1)
    return reached and grammar.counted_after(tokens, following.end, False) is None


def _share_currencies(tokens: Tokens, found: list[Quantity]) -> None:
    """Give a number the currency of an amount that was converted as it is: "300 yen ($2) now and 450 ($3) later"."""
    named: Quantity | None = None
    for one, other in pairwise(found):
        if tokens.words[one.end : other.start] != ["("] or not other.money:
            continue
        if one.money:
            named = one
        elif named is not None and one.unit is None and one.end == one.number[1]:
            one.take_unit(named)


def _share_rates(tokens: Tokens, grammar: FigureGrammar, found: list[Quantity]) -> None:
    """Give an amount and what it is in another unit one rate: "9bn shekels ($2.4bn) a year", "£6 ($8 a share)"."""
    for one, other in pairwise(found):
        start = _bound_start(tokens, grammar, other)
        bracketed = tokens.words[one.end : start] == ["("] and tokens.words[other.end] == ")"
        if not bracketed or one.unit is None or other.unit is None or one.per is not None:
            continue
        behind = grammar.rate_after(tokens, other.end + 1, one.money)
        rate = behind[1] if behind is not None else other.per
        one.per, other.per = rate, rate


def _goes_from(tokens: Tokens, grammar: FigureGrammar, one: Quantity, following: Quantity) -> bool:
    """Whether the second figure ends what the first begins, and counts nothing itself: "from 14-18 mpg to 24"."""
    if grammar.connector(tokens, one.end, _bound_start(tokens, grammar, following)) != "to":
        return False
    start = _bound_start(tokens, grammar, one)
    opened = "from" in (grammar.opening(tokens, one.start + 1)[1], grammar.opening(tokens, start)[1])
    return opened and grammar.counted_after(tokens, following.end, False) is None
