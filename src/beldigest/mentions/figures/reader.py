"""From the tokens of a paragraph to its quantities: numbers with their units, ranges, lists, bounds and counted nouns."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal
from types import ModuleType

from beldigest.language.tokens import Tokens
from beldigest.mentions.figures.quantity import Quantity, ratio

_SIGNS = frozenset({"-", "−", "–"})
_HYPHENS = frozenset({"-", "–", "—", "‑"})
_MOST_APART = Decimal(5)

Covered = Callable[[int, int], bool]


def quantities(tokens: Tokens, grammar: ModuleType, covered: Covered) -> list[Quantity]:
    """The quantities of a paragraph; ``covered`` says whether tokens lie in what is known to be no figure."""
    found = list(_numbers(tokens, grammar, covered))
    if not found:
        return []
    found = _ranges(tokens, grammar, found)
    found = [one for one in found if not _is_no_quantity(tokens, grammar, one)]
    _share_units(tokens, grammar, found)
    for index in range(len(found)):
        _bind(tokens, grammar, found, index)
    _changes(tokens, grammar, found)
    for index, quantity in enumerate(found):
        _count(tokens, grammar, found, index)
    return found


def _numbers(tokens: Tokens, grammar: ModuleType, covered: Covered) -> Iterator[Quantity]:
    starts = grammar.numeral_starts()
    done = dropped = 0
    for at, word in enumerate(tokens.words):
        if at < done or not (word in starts or word[0].isdecimal() or word[0] == "." or word[0].isnumeric()):
            continue
        halved = _unit_and_part(tokens, grammar, at, done)
        if halved is not None:
            done = halved.end
            if not covered(halved.start, halved.end):
                yield halved
            continue
        article = at > done and tokens.words[at - 1] in {"a", "an"}
        money = grammar.money_before(tokens, at)
        numeral = grammar.numeral(tokens, at - 1, False) if article else None
        first = at - 1 if article and numeral is not None else at
        if numeral is None:
            numeral = grammar.numeral(tokens, at, money is not None)
        if numeral is None:
            continue
        if isinstance(numeral, int):
            done = numeral
            continue
        done = numeral.end
        quantity = Quantity(
            (first, numeral.end),
            first,
            numeral.end,
            numeral.value,
            numeral.high,
            numeral.coefficient,
            numeral.scale,
            numeral.fraction,
            numeral.words,
            numeral.unit,
        )
        linked = dropped and tokens.words[dropped:first] in (["-"], ["–"], ["/"])
        if linked or covered(first, numeral.end) or not _with_unit(tokens, grammar, quantity, money):
            dropped = numeral.end
            continue
        done = max(done, quantity.end)
        yield quantity


def _unit_and_part(tokens: Tokens, grammar: ModuleType, at: int, done: int) -> Quantity | None:
    """ "A year and a half", where the number one is not said."""
    unit_at = grammar.unit_before_part(tokens, at)
    if unit_at is None or unit_at < done:
        return None
    unit, part = grammar.unit_after(tokens, unit_at), grammar.part_after_unit(tokens, unit_at + 1)
    if unit is None or unit.symbol or part is None or unit.end != unit_at + 1:
        return None
    start = unit_at - (tokens.word(unit_at - 1) in {"a", "an", "one"})
    value = 1 + part[0]
    return Quantity((start, part[1]), start, part[1], value, coefficient=value, words=True, unit=unit.name)


def _with_unit(tokens: Tokens, grammar: ModuleType, quantity: Quantity, money: tuple[int, str] | None) -> bool:
    """Read currency, sign and unit; whether the number is a quantity and no name, label, year or time."""
    first, end = quantity.number
    if money is not None:
        quantity.start, quantity.unit = money
        quantity.money = True
    _signed(tokens, grammar, quantity)
    if money is None and (grammar.is_identifier(tokens, first, end) or grammar.is_clock(tokens, end)):
        return False
    if _is_million(tokens, grammar, quantity):
        quantity.times(Decimal(10**6))
        end += 1
        quantity.number, quantity.end = (first, end), end
    hyphen = tokens.word(end) in _HYPHENS and tokens.touches(end) == tokens.touches(end + 1)
    at = end + hyphen + _partitive(tokens, grammar, quantity)
    unit = grammar.unit_after(tokens, at)
    if unit is not None and hyphen and not tokens.touches(end) and tokens.word(at).endswith("s"):
        unit = None
    if money is None and grammar.is_name(tokens, first, end, unit is not None):
        return False
    if unit is not None and not (hyphen and unit.symbol and len(tokens.form(end + 1)) == 1):
        if unit is not None and (quantity.unit is None or (unit.money and (unit.shared or unit.name == quantity.unit))):
            quantity.end = unit.end
            quantity.unit, quantity.money = quantity.unit or unit.name, unit.money
            quantity.shared, quantity.glued = unit.shared, hyphen or tokens.touches(end)
            part = grammar.part_after_unit(tokens, quantity.end) if not unit.symbol else None
            if part is not None:
                quantity.value, quantity.end = quantity.value + part[0], part[1]
            _minor(tokens, grammar, quantity)
        elif unit is not None and unit.money and quantity.unit == "USD":
            quantity.end = unit.end
    elif tokens.touches(end) and tokens.form(end)[:1].isalpha():
        return False
    elif tokens.form(end) == "/" and tokens.value(end + 1) is not None and not quantity.fraction:
        return False
    if quantity.money and tokens.form(quantity.end) in {"US", "U.S."}:
        quantity.end += 1
    if quantity.unit is None and (
        grammar.is_date_or_time(tokens, first, end) or grammar.is_enumerator(tokens, first, end)
    ):
        return False
    for old in grammar.OLD:
        if not quantity.money and quantity.unit and _reads(tokens, quantity.end, old):
            quantity.end += len(old)
            break
    rate = grammar.rate_after(tokens, quantity.end) if quantity.unit or tokens.word(quantity.end) != "a" else None
    if rate is not None:
        quantity.end, quantity.per = rate
    return quantity.unit is not None or not grammar.is_pronoun(tokens, first, end)


def _is_million(tokens: Tokens, grammar: ModuleType, quantity: Quantity) -> bool:
    """Whether "m" after a number is a million: a unit or a plural noun follows it ("12.3m tonnes")."""
    end = quantity.number[1]
    if tokens.form(end) not in {"m", "M"} or not tokens.touches(end) or quantity.unit is not None:
        return False
    if grammar.unit_after(tokens, end + 1) is not None:
        return True
    phrase = grammar.counted_after(tokens, end + 1, False)
    return phrase is not None and tokens.word(phrase[1] - 1).endswith("s")


def _partitive(tokens: Tokens, grammar: ModuleType, quantity: Quantity) -> int:
    """How many tokens stand between "tens of thousands", "half" or "a quarter" and the unit that they are of."""
    end = quantity.number[1]
    of = tokens.word(end) == "of" and (quantity.high is not None or quantity.fraction)
    article = (quantity.fraction and tokens.word(end + of) in {"a", "an"}) if quantity.fraction else 0
    if not of and not article or (quantity.fraction and not article):
        return 0
    return of + article


def _signed(tokens: Tokens, grammar: ModuleType, quantity: Quantity) -> None:
    """A sign or "minus" before the number; a hyphen after a word or a number is none."""
    at = quantity.number[0] - 1
    word = tokens.word(at)
    if word in _SIGNS and tokens.touches(at + 1) and not (tokens.touches(at) and tokens.form(at - 1)[-1:].isalnum()):
        if tokens.value(at - 1) is not None:
            return
    elif word in _SIGNS and tokens.touches(at + 1) and tokens.word(at - 1) in grammar.MINUS:
        at -= 1
    elif word not in grammar.MINUS:
        at = quantity.start - 1
        if not (quantity.money and tokens.word(at) in _SIGNS and tokens.touches(at + 1)) or tokens.touches(at):
            return
    quantity.value = -quantity.value
    quantity.start = min(quantity.start, at)


def _minor(tokens: Tokens, grammar: ModuleType, quantity: Quantity) -> None:
    """Cents after a whole amount: "thirteen dollars and forty-five cents" is one figure."""
    if not quantity.money:
        return
    at = quantity.end + (tokens.word(quantity.end) in {grammar.AND, ","})
    numeral = grammar.numeral(tokens, at, False)
    if numeral is None or isinstance(numeral, int) or numeral.value >= 100 or numeral.fraction:
        return
    unit = grammar.unit_after(tokens, numeral.end)
    if unit is not None and unit.name in {"cent", "penny", "sen"} and quantity.value == int(quantity.value):
        quantity.value += numeral.value / 100
        quantity.end = unit.end


def _reads(tokens: Tokens, at: int, words: tuple[str, ...]) -> bool:
    return tuple(tokens.words[at : at + len(words)]) == words


def _ranges(tokens: Tokens, grammar: ModuleType, found: list[Quantity]) -> list[Quantity]:
    """Join the two ends of each range, and the part and the whole of each ratio."""
    joined: list[Quantity] = []
    for quantity in found:
        last = joined[-1] if joined else None
        if last is not None and last.end <= quantity.start and quantity.start - last.end <= 4:
            verdict = _joint(tokens, grammar, last, quantity)
            if verdict == "range":
                _join(tokens, grammar, last, quantity)
                continue
            if verdict == "ratio":
                last.value, last.fraction = ratio(last.value, quantity.value), True
                last.number, last.end = (last.number[0], quantity.number[1]), quantity.end
                last.coefficient = last.value
                continue
            if verdict == "date":
                joined.pop()
                continue
        joined.append(quantity)
    return joined


def _joint(tokens: Tokens, grammar: ModuleType, low: Quantity, high: Quantity) -> str:
    """What the words between two numbers make of them: a range, a ratio, a tally ("2-1"), or nothing."""
    gap = tuple(tokens.words[low.end : high.start])
    before = tokens.word(low.start - 1)
    if low.high is not None or high.high is not None or low.per is not None:
        return ""
    if low.unit is not None and high.unit != low.unit and not (high.unit is None and low.end == low.number[1]):
        return ""
    if gap != (grammar.AND,) and low.bare and high.bare and before != grammar.FROM and _is_year(tokens, grammar, low):
        if high.value != int(high.value) or len(gap) != 1 or gap[0] not in _HYPHENS:
            return ""
    if gap in grammar.RATIO_WORDS:
        plain = low.bare and high.bare and 0 < low.value < high.value and low.value <= 10
        return "ratio" if plain and (high.value <= 10 or high.value % 5 == 0) and not low.fraction else ""
    if gap == (grammar.AND,):
        return "range" if before == grammar.BETWEEN else ""
    dashed = len(gap) == 1 and (gap[0] in _HYPHENS or gap[0] == "~")
    if gap and gap[0] in _HYPHENS and gap[1:] in grammar.RANGE_WORDS:  # "8- to 16-meter"
        return "range"
    if gap in grammar.RANGE_WORDS:
        return "range" if _is_range(tokens, grammar, low, high) else ""
    if dashed or (not gap and high.value < 0 and low.unit is None):
        if not gap:
            high.value = -high.value
        if low.bare and high.bare and (_is_year(tokens, grammar, low) or _is_year(tokens, grammar, high)):
            return "date"
        return "range" if low.value < high.value or high.scale > low.scale else ""
    return ""


def _is_year(tokens: Tokens, grammar: ModuleType, quantity: Quantity) -> bool:
    return bool(grammar.is_year(tokens, quantity.number[0], quantity.value))


def _is_range(tokens: Tokens, grammar: ModuleType, low: Quantity, high: Quantity) -> bool:
    """Whether "to" makes a range of two numbers, and does not say where a change went."""
    change = grammar.change_before(tokens, low.start)
    if change is not None and change.endswith("from"):
        return False
    shared = low.unit is None and high.unit is not None
    low_value = low.value * high.scale if _shares_scale(low, high) else low.value
    if tokens.word(low.start - 1) == grammar.FROM:
        return True
    if low_value >= high.value:
        return False
    if change is not None:
        return high.value <= _MOST_APART * low_value and (shared or low.unit is not None)
    return True


def _shares_scale(low: Quantity, high: Quantity) -> bool:
    return low.scale == 1 and high.scale > 1 and low.value < high.coefficient


def _join(tokens: Tokens, grammar: ModuleType, low: Quantity, high: Quantity) -> None:
    if _shares_scale(low, high):
        low.times(high.scale)
    ends = sorted((low.value, high.value))
    low.value, low.high = ends
    low.unit, low.money = low.unit or high.unit, low.money or high.money
    low.shared, low.glued = low.shared or high.shared, high.glued
    low.per = high.per
    low.number, low.end = (low.number[0], high.number[1]), high.end
    if tokens.word(low.start - 1) in {grammar.BETWEEN, grammar.FROM}:
        low.start -= 1


def _is_no_quantity(tokens: Tokens, grammar: ModuleType, quantity: Quantity) -> bool:
    """Whether the number is a year, or two years with a word between them."""
    if not quantity.bare and quantity.end != quantity.number[1]:
        return False
    if quantity.unit is not None or quantity.fraction or quantity.scale != 1:
        return False
    first, end = quantity.number
    if quantity.high is not None:
        return bool(grammar.is_year(tokens, first, quantity.value) and grammar.is_year(tokens, end - 1, quantity.high))
    if end - first != 1:
        return False
    if grammar.bound_before(tokens, first) is not None and tokens.word(first - 1) not in {"before", "by", "to"}:
        return False
    return bool(grammar.is_year(tokens, first, quantity.value))


def _share_units(tokens: Tokens, grammar: ModuleType, found: list[Quantity]) -> None:
    """Give a number of a list the unit that only the last one names: "more than three and 15 years"."""
    for index in range(len(found) - 2, -1, -1):
        one, nxt = found[index], found[index + 1]
        if one.unit is not None or nxt.unit is None or one.fraction or one.words and one.value == 1:
            continue
        start = nxt.start
        bound = grammar.bound_before(tokens, start)
        gap = [word for word in tokens.words[one.end : bound[0] if bound else start] if word not in _HYPHENS]
        if gap and all(word in {",", grammar.AND, grammar.OR, "x"} for word in gap) and len(gap) <= 2:
            one.unit, one.money, one.shared = nxt.unit, nxt.money, nxt.shared


def _bind(tokens: Tokens, grammar: ModuleType, found: list[Quantity], index: int) -> None:
    """Read the bound before or after the figure, and whether its number is of years of age."""
    quantity = found[index]
    before = grammar.bound_before(tokens, quantity.start)
    if before is not None:
        quantity.start, quantity.bound = before
    elif (after := grammar.bound_after(tokens, quantity.end)) is not None:
        quantity.end, quantity.bound = after
    elif index and tokens.words[found[index - 1].end : quantity.start] == ["("]:
        last = found[index - 1]  # "more than 100 kilometres (60 miles)": the same amount in another unit
        if last.unit is not None and quantity.unit not in {None, last.unit}:
            quantity.bound = last.bound
    if quantity.unit is None and quantity.scale == 1 and grammar.is_age(tokens, quantity.start, quantity.number):
        quantity.unit = grammar.YEAR


def _changes(tokens: Tokens, grammar: ModuleType, found: list[Quantity]) -> None:
    """Read which way each figure moved; "to" and "from" after a figure that moved go on with its change."""
    for index, quantity in enumerate(found):
        change = grammar.change_before(tokens, quantity.start)
        last = found[index - 1] if index else None
        direction = grammar.direction_before(tokens, quantity.start)
        if change is None and last is not None and last.change is not None and direction in {"to", "from"}:
            if quantity.start - 1 - last.end <= 3:
                change = f"{last.change.split()[0]} {direction}" if " " in last.change else None
        if change is None:
            change = grammar.change_after(tokens, quantity.end)
        quantity.change = change


def _count(tokens: Tokens, grammar: ModuleType, found: list[Quantity], index: int) -> None:
    """Read the noun phrase that the figure counts, measures or is a share of."""
    quantity = found[index]
    limit = found[index + 1].start if index + 1 < len(found) else len(tokens)
    phrase = _beside(tokens, grammar, quantity)
    if phrase is not None and quantity.end <= phrase[0] < limit < phrase[1]:
        phrase = phrase[0], limit
    if phrase is not None and quantity.end <= phrase[0] <= quantity.end + 3 and phrase[1] <= limit:
        quantity.end = max(quantity.end, phrase[1])
        rate = grammar.rate_after(tokens, quantity.end) if quantity.per is None else None
        if rate is not None:
            quantity.end, quantity.per = rate
    quantity.counted = phrase or _said_of(tokens, grammar, found, index)


def _beside(tokens: Tokens, grammar: ModuleType, quantity: Quantity) -> tuple[int, int] | None:
    """The noun phrase next to the figure: "(287) enterprises", "(85%) of the attempts", "a fine (of $6,500)"."""
    phrase: tuple[int, int] | None
    if quantity.unit is None and (not quantity.fraction or tokens.word(quantity.end) != "of"):
        one = quantity.value == 1 and quantity.high is None
        phrase = grammar.counted_after(tokens, quantity.end, one)
        return phrase or grammar.head_before(tokens, quantity.start)
    for words in grammar.OF_MONEY if quantity.money else grammar.OF:
        if _reads(tokens, quantity.end, words):
            phrase = grammar.phrase_after(tokens, quantity.end + len(words))
            if phrase is not None:
                return phrase
    phrase = grammar.head_before(tokens, quantity.start)
    if phrase is None and quantity.per is None and _is_attributive(tokens, quantity):
        phrase = grammar.modified_after(tokens, quantity.end)
    return phrase


def _is_attributive(tokens: Tokens, quantity: Quantity) -> bool:
    """Whether a noun right after the measure is modified by it: "a 6.1-inch display", "a $5,000 check"."""
    if quantity.glued or quantity.money:
        return True
    return not tokens.word(quantity.end - 1).endswith("s") and not tokens.capital(quantity.end)


def _said_of(tokens: Tokens, grammar: ModuleType, found: list[Quantity], index: int) -> tuple[int, int] | None:
    """What the figure is said of where no noun stands beside it: the subject, or what the figure before is of."""
    quantity = found[index]
    last = found[index - 1] if index else None
    floor = last.end if last is not None else 0
    if last is not None and _ends_sentence(tokens, floor, quantity.start):
        last = None
    count = quantity.unit is None
    if (
        last is not None
        and count
        and last.unit is None
        and last.counted
        and grammar.is_elliptical(tokens, quantity.end)
    ):
        return last.counted
    phrase: tuple[int, int] | None
    if quantity.unit == grammar.YEAR and grammar.is_age(tokens, quantity.start, quantity.number):
        return grammar.noun_before(tokens, quantity.start, floor)
    phrase = grammar.subject_before(tokens, quantity.start, floor)
    if phrase is None and last is not None:
        phrase = last.counted
    return phrase or grammar.noun_before(tokens, quantity.start, floor)


def _ends_sentence(tokens: Tokens, start: int, end: int) -> bool:
    return any(tokens.word(at) in {".", "!", "?"} and tokens.capital(at + 1) for at in range(start, end))
