"""The third step of reading figures: how sure they are, and which way they moved."""

from __future__ import annotations

from typing import cast

from beldigest.language.digits import EXACT
from beldigest.language.figures import FigureGrammar, Motion
from beldigest.language.tokens import Tokens
from beldigest.mentions.figures.quantity import TIMES, Quantity, is_alike, led_by

_FEW = 10
# What a quantity that changed by so much is measured in itself: an index that rose 12 points stands at so many points.
_LEVELS = frozenset(
    {"point", "cent", "penny", "tonne", "ton", "barrel", "kilometre", "metre"} | {"degree", "degree Celsius"}
)
# How many figures back that change, or the time whose unit is left out, may be.
_FURTHEST_LEVEL = 2
# How many tokens may stand between a figure and the "to" or "from" that goes on with its change; more where the change
# came from the figure, as it must have gone somewhere, or is a noun ("a 5% rise in rents to"), and before "by".
_FURTHEST_DIRECTION = 3
_FURTHEST_BY = 6
_FURTHEST_TO = 8


def place(tokens: Tokens, grammar: FigureGrammar, found: list[Quantity]) -> None:
    """Read bounds and changes into the quantities of a paragraph, and the units that they leave out."""
    for index, quantity in enumerate(found):
        before = found[max(0, index - _FURTHEST_LEVEL) : index]
        _bind(tokens, grammar, quantity, before[-1] if before else None)
        _move(tokens, grammar, quantity, before)
        _level(tokens, grammar, quantity, before)
        _elide(tokens, grammar, quantity, before)


def _bind(tokens: Tokens, grammar: FigureGrammar, quantity: Quantity, last: Quantity | None) -> None:
    """Read the bound before or after the figure, and whether it is of years of age."""
    before = grammar.bound_before(tokens, quantity.start) if quantity.bound == "exact" else None
    after = grammar.bound_after(tokens, quantity.end) if before is None and quantity.bound == "exact" else None
    if before is not None and _is_connective(tokens, grammar, quantity, before[0]):
        before = None
    elif before is not None:
        quantity.start, quantity.bound = before
    elif after is not None:
        quantity.end, quantity.bound = after
    elif last is not None and _converts(tokens, quantity, last):
        quantity.bound = last.bound
    ageless = quantity.scale == 1 and (quantity.unit is None or quantity.unit in TIMES)
    if ageless and grammar.is_age(tokens, quantity.start, quantity.number):
        quantity.unit, quantity.aged = quantity.unit or "year", True
    elif last is not None and last.aged and quantity.bare and _lists_age(tokens, grammar, quantity, last):
        quantity.unit, quantity.aged = "year", True  # "aged nine and 14"


def _lists_age(tokens: Tokens, grammar: FigureGrammar, quantity: Quantity, last: Quantity) -> bool:
    """Whether a bare number goes on with the ages that end at the figure before it, "nine and (14)"."""
    return grammar.is_list(tokens, last.end, quantity.start) and not grammar.is_elliptical(tokens, quantity.end)


def _is_connective(tokens: Tokens, grammar: FigureGrammar, quantity: Quantity, at: int) -> bool:
    """Whether the bound at a token is none: "as long as (one party) agrees", "a row over (a $3m grant)".

    Before a time, or a few things in words, it can be the preposition of "spread over (five years)".
    """
    if quantity.unit is None and grammar.is_conjunction(tokens, at):
        return True
    if quantity.unit not in TIMES and grammar.is_about(tokens, at, quantity.start):
        return True
    few = quantity.unit is None and quantity.spelled and quantity.value < _FEW
    return (few or quantity.unit in TIMES) and grammar.is_preposition(tokens, at)


def _converts(tokens: Tokens, quantity: Quantity, last: Quantity) -> bool:
    """Whether the figure is the one before it in another unit: "more than 100 kilometres (60 miles)"."""
    if tokens.words[last.end : quantity.start] != ["("]:
        return False
    return last.unit is not None and quantity.unit is not None and quantity.unit != last.unit


def _restates(tokens: Tokens, grammar: FigureGrammar, quantity: Quantity, last: Quantity) -> bool:
    """Whether the figure tells the one before it in another unit: "shed 612 points, or 0.8%"; "rose $5 (7%)"."""
    if quantity.unit is None or (quantity.unit, quantity.per) == (last.unit, last.per):
        return False
    return _converts(tokens, quantity, last) or grammar.is_restatement(tokens, last.end, quantity.start)


def _goes_on(tokens: Tokens, grammar: FigureGrammar, quantity: Quantity, before: list[Quantity]) -> bool:
    """Whether the figure is the second of two changes in one unit, "up 11.6% and 12.5%", "rose 5%, (imports 3%)"."""
    first = led_by(quantity, before)
    if quantity.unit is None or first is None or not (first.change or "").endswith(" by"):
        return False
    floor = before[-1].end
    listed = first is before[-1] and grammar.is_list(tokens, floor, quantity.start)
    return listed or grammar.gapped_subject(tokens, quantity.start, floor) is not None


def _move(tokens: Tokens, grammar: FigureGrammar, quantity: Quantity, before: list[Quantity]) -> None:
    """Read which way the figure moved; "to" and "from" after a figure that moved go on with its change."""
    if quantity.attributive:  # "fell to a five-year low"
        return
    last = before[-1] if before else None
    change = grammar.change_before(tokens, quantity.start, quantity.money and quantity.scale > 1)
    if change is None and last is not None and last.change is not None and " " in last.change:
        direction = grammar.direction_before(tokens, quantity.start)
        furthest = _FURTHEST_BY if direction == "by" else _FURTHEST_DIRECTION
        began = last.change.endswith("from") or grammar.change_after(tokens, last.end) == last.change
        began = began or grammar.is_timing(tokens, last.end, quantity.start)  # "rose 5% year on year in May to"
        began = began or (last.unit == "%" and quantity.unit not in {"%", None})  # "grew 6% at fixed rates to $5m"
        if direction == "to" and began and "," not in tokens.words[last.end : quantity.start]:
            furthest = _FURTHEST_TO
        if direction and quantity.start - 1 - last.end <= furthest:
            way = _way(last, quantity)
            change = cast(Motion, f"{way} {direction}") if way != "moved" else None
        elif _restates(tokens, grammar, quantity, last):
            change = last.change
        elif _goes_on(tokens, grammar, quantity, before):
            change = cast(Motion, f"{last.change.partition(' ')[0]} by")
    change = change or grammar.change_after(tokens, quantity.end)
    lasting = quantity.unit in TIMES and change is not None and change.endswith(" by")
    if not lasting or change == grammar.change_before(tokens, quantity.start):  # "a two day rally"
        quantity.change = change


def _way(last: Quantity, quantity: Quantity) -> str:
    """Which way a change went that goes on with the figure; where no word says it ("went from 15 to 40"), both do."""
    way, direction = (last.change or "").split()
    if way == "moved" and direction == "from" and last.unit == quantity.unit:
        way = "rose" if last.value < quantity.value else "fell"
        last.change = "rose from" if way == "rose" else "fell from"
    return way


def _level(tokens: Tokens, grammar: FigureGrammar, quantity: Quantity, before: list[Quantity]) -> None:
    """Give what a quantity came to, or from, the unit that it changed by: "lost 16 points, or 2%, to fall to 784".

    The change can also follow: "784, up 16 points".
    """
    last = before[-1] if before else None
    follows = last is not None and last.bare and grammar.is_moved(tokens, last.end, quantity.start)
    if last is not None and follows and quantity.unit in _LEVELS:
        last.unit = quantity.unit
    if quantity.unit is not None or quantity.change is None or not quantity.change.endswith((" to", " from")):
        return
    for changed in reversed(before):
        told = changed.unit in _LEVELS or (changed.money and quantity.start - changed.end == 1)  # "fell 10 pesos to 5"
        if changed.change is not None and changed.change.endswith(" by") and told:
            quantity.take_unit(changed)
            return


def _elide(tokens: Tokens, grammar: FigureGrammar, quantity: Quantity, before: list[Quantity]) -> None:
    """Give a number that leaves it out the unit of one before: "asked for nine months; the court gave six"."""
    if not quantity.bare or not before:
        return
    if grammar.is_pronominal(tokens, quantity.end):  # "jailed the three for 18 months, six of them suspended"
        wholes = [told for told in before if told.value >= quantity.value and not told.aged]
        times = [told for told in wholes if told.unit in TIMES]
        quantity.unit = times[-1].unit if times and len(times) == len(wholes) else None
        return
    last = before[-1]
    if last.unit is not None and is_alike(last, quantity) and _is_gapped(tokens, grammar, quantity, last):
        quantity.take_unit(last)
        quantity.per, quantity.aged = last.per, last.aged
        return
    if grammar.is_elided(tokens, quantity.start, quantity.end):
        for told in reversed(before):
            time = told.unit in TIMES and not told.aged
            # "12,500 taka a month; unions had demanded 23,000"
            if time or (told.money and not quantity.spelled and is_alike(told, quantity)):
                quantity.take_unit(told)
                quantity.per = told.per
                return
    if quantity.value != quantity.value.to_integral_value(context=EXACT):
        for told in before:  # what is counted is whole: "the high is 84.75 cents, the low is 74.07"
            parallel = grammar.is_parallel(tokens, told.start, quantity.start, quantity.end)
            parallel |= _is_added(tokens, grammar, quantity)
            if told.unit is not None and told.unit not in TIMES and parallel:
                quantity.take_unit(told)


def _is_gapped(tokens: Tokens, grammar: FigureGrammar, quantity: Quantity, last: Quantity) -> bool:
    """Whether a clause leaves out verb and unit: "a baker earns 1,100 rubles and a smith (1,900)"."""
    gapped = grammar.gapped_subject(tokens, quantity.start, last.end) is not None
    gapped = gapped and not grammar.is_elliptical(tokens, quantity.end)  # "held for 14 days; the other two are free"
    return gapped and grammar.counted_after(tokens, quantity.end, False) is None


def _is_added(tokens: Tokens, grammar: FigureGrammar, quantity: Quantity) -> bool:
    """Whether "and" joins a number that counts nothing to the figure before: "1.4 degrees in May and (2.1) in June"."""
    joined = grammar.connector(tokens, quantity.start - 1, quantity.start) == "and"
    return joined and grammar.counted_after(tokens, quantity.end, False) is None
