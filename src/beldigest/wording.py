"""Figures in words, as a page or a terminal shows them; English, as what the fields of a figure hold."""

from __future__ import annotations

from decimal import Context, Decimal
from fractions import Fraction

from attrs import frozen

from beldigest.model import Figure

#: Large numbers that are written short where that is exact.
_SHORT = ((12, "trillion"), (9, "billion"), (6, "million"))
_THOUSANDTH = Decimal("0.001")

#: How a fraction that no decimal can give was rounded, and the largest denominator that it is told by.
_ROUNDED = Context(prec=28)
_DENOMINATOR = 100

#: Plurals of units that are not made with an -s.
_PLURALS = {"century": "centuries", "foot": "feet", "inch": "inches", "penny": "pence"}
_UNCHANGED = frozenset({"hertz", "horsepower", "kelvin", "lux", "permille", "stone"})

#: Changes that are said after the amount: 12% more.
_AFTER = frozenset({"more", "less"})
#: Changes of which a percentage says how much, and not what share of the whole.
_BY = _AFTER | {"rose by", "fell by"}


@frozen
class FigureWords:
    """A figure in three parts: what stands before its amount (``at least``), the amount, and what stands after it."""

    before: str
    amount: str
    after: str

    def __str__(self) -> str:
        return " ".join(filter(None, (self.before, self.amount, self.after)))


def figure(one: Figure) -> FigureWords:
    """A figure in words: its change and bound, its amount with its unit, and what is counted.

    A count, or a share of a whole that the same words name ("15% of listeners"), stands before what is counted. What a
    measure or another percentage is said with may be what it is an amount of, or what it is said of ("inflation of
    4%"), so a dot parts the two.
    """
    after = one.change if one.change in _AFTER else None
    before = (None if after else one.change, None if one.bound == "exact" else one.bound)
    per = one.per and f"per {one.per}"
    share = _is_share(one)
    said: tuple[str | None, ...]
    if not one.counted:
        said = after, per
    elif share and one.change not in _BY and one.counted_span is not None and one.counted_span in one.span:
        said = f"of {one.counted}", per
    elif one.unit is None and not share and not after:
        said = one.counted, per
    else:
        said = after, per, f"· {one.counted}"
    return FigureWords(" ".join(filter(None, before)), _amount(one), " ".join(filter(None, said)))


def _is_share(one: Figure) -> bool:
    return one.unit == "%" or (one.unit is None and one.value is not None and 0 < one.value < 1)


def _amount(one: Figure) -> str:
    several = one.value is None or abs(one.value) != 1
    amount = f"{number(one.low)} to {number(one.high)}" if one.value is None else number(one.value)
    if one.unit is None or one.unit == "%":
        return f"{amount}{one.unit or ''}"
    return f"{amount} {_plural(one.unit) if several else one.unit}"


def _plural(unit: str) -> str:
    """The plural of a unit's name, of whose words the first noun has it; a currency's code has none."""
    if unit.isupper():
        return unit
    noun, per, rest = unit.partition(" per ")
    if noun.startswith("degree "):
        noun, per, rest = "degree", " ", noun.removeprefix("degree ")
    first, space, last = noun.rpartition(" ")
    if last not in _UNCHANGED and not last.endswith("s"):
        last = _PLURALS.get(last, f"{last}s")
    return f"{first}{space}{last}{per}{rest}"


def number(value: Decimal | None) -> str:
    """A number with its thousands parted by commas, without an exponent or idle zeros.

    Millions and more are written short where that is exact, and a part that no decimal can give as a fraction.
    """
    if value is None:
        return "?"
    if fraction := _fraction(value):
        whole, rest = divmod(fraction, 1)
        return f"{whole} {rest}" if whole else f"{rest}"
    for power, name in _SHORT:
        if power <= value.adjusted() < power + 3:
            short = value.scaleb(-power).quantize(_THOUSANDTH)
            if short.scaleb(power) == value:
                return f"{short.normalize():f} {name}"
    digits, point, decimals = f"{value:,f}".partition(".")
    decimals = decimals.rstrip("0")
    return f"{digits}{point}{decimals}" if decimals else digits


def _fraction(value: Decimal) -> Fraction | None:
    """The fraction that was rounded to the value, if one was."""
    if len(value.as_tuple().digits) < _ROUNDED.prec or not -3 < value.adjusted() < 6 or value < 0:
        return None
    near = Fraction(value).limit_denominator(_DENOMINATOR)
    rounded = _ROUNDED.divide(Decimal(near.numerator), Decimal(near.denominator))
    return near if rounded == value and near.denominator > 1 else None
