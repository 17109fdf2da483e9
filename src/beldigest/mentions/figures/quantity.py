"""A quantity while it is being read: indices of tokens, and values that later steps fill in."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from attrs import define

from beldigest.language.digits import EXACT
from beldigest.language.figures import Motion, Numeral, Phrase, Unit
from beldigest.model import Bound

# What is told of one thing, so that the one can leave out what the other has, is within this factor.
_ALIKE = Decimal(10)

#: The units of time.
TIMES = frozenset({"second", "minute", "hour", "day", "week", "month", "quarter", "year", "decade", "century"})


@define(eq=False)
class Quantity:
    """A number of a paragraph, with what has been read around it.

    ``number`` are the tokens of the number, ``start`` and ``end`` those of number, unit, bound and what is counted
    beside it. ``tied`` says that a hyphen or nothing stands between number and unit ("6.1-inch", "50m"), ``hyphened``
    that it is a hyphen, ``aged`` that it is an age ("years old"). ``currency`` is the noun of a currency's name, or
    its sign, and ``shared`` says that several countries call theirs so.
    """

    number: Phrase
    start: int
    end: int
    value: Decimal
    high: Decimal | None = None
    coefficient: Decimal = Decimal(1)
    scale: Decimal = Decimal(1)
    fraction: bool = False
    spelled: bool = False
    unit: str | None = None
    money: bool = False
    currency: str = ""
    shared: bool = False
    tied: bool = False
    hyphened: bool = False
    aged: bool = False
    per: str | None = None
    bound: Bound = "exact"
    change: Motion | None = None
    counted: Phrase | None = None

    @classmethod
    def of(cls, number: Numeral) -> Quantity:
        """A quantity of which only the number has been read."""
        return cls(
            (number.start, number.end),
            number.start,
            number.end,
            number.value,
            number.high,
            number.coefficient,
            number.scale,
            number.fraction,
            number.spelled,
            number.unit,
        )

    @property
    def bare(self) -> bool:
        """Whether the number stands alone: no unit, no magnitude, nothing behind it."""
        if self.unit is not None or self.per is not None or self.fraction:
            return False
        return self.end == self.number[1] and self.scale == 1

    @property
    def attributive(self) -> bool:
        """Whether it is a time that only says of which kind something is, "a two-day visit", "a five-year low"."""
        return self.hyphened and self.unit in TIMES and not self.aged

    def measure(self, unit: Unit) -> None:
        """Tell the quantity in a unit."""
        self.unit, self.money, self.currency, self.shared = unit.name, unit.money, unit.noun, unit.shared

    def take_unit(self, other: Quantity) -> None:
        """Tell the quantity in the unit of another one; where that is a currency, in the same country's."""
        self.unit, self.money, self.currency, self.shared = other.unit, other.money, other.currency, other.shared

    def multiply(self, factor: Decimal) -> None:
        """Give the number a magnitude, as where "1 to 2 thousand" shares it."""
        self.value = EXACT.multiply(self.value, factor)
        self.scale = EXACT.multiply(self.scale, factor)


def is_alike(one: Quantity, other: Quantity) -> bool:
    """Whether two values are of one order."""
    least, most = sorted((one.value, other.value))
    return most <= EXACT.multiply(least, _ALIKE)


def led_by(quantity: Quantity, before: Sequence[Quantity]) -> Quantity | None:
    """The figure in its unit that one may go on from: the last before it, or the one whose level that is, "3% to 9"."""
    last, levelled = before[-1] if before else None, before[-2] if len(before) > 1 else None
    if last is None or last.unit == quantity.unit:
        return last
    moved = (last.change or "").endswith(" to")
    return levelled if moved and levelled is not None and levelled.unit == quantity.unit else None


def plain(value: Decimal) -> Decimal:
    """The value without an exponent, and without decimals where it is whole: 4.20E+6 and 4200000.0 are 4200000."""
    return Decimal(int(value)) if value == value.to_integral_value(context=EXACT) else value
