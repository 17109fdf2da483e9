"""A quantity while it is being read: token indices and values that later steps fill in."""

from __future__ import annotations

from decimal import Decimal

from attrs import define

from beldigest.language.digits import EXACT, ROUNDED
from beldigest.model import Bound, Change


@define(eq=False)
class Quantity:
    """A number of a sentence, with what has been read around it.

    ``number`` are the tokens of the number, ``start`` and ``end`` those of number, unit and bound. ``coefficient`` and
    ``scale`` are as in the numeral. ``glued`` says that a hyphen or nothing ties the unit to the number ("6.1-inch").
    """

    number: tuple[int, int]
    start: int
    end: int
    value: Decimal
    high: Decimal | None = None
    coefficient: Decimal = Decimal(1)
    scale: Decimal = Decimal(1)
    fraction: bool = False
    words: bool = False
    unit: str | None = None
    money: bool = False
    shared: bool = False
    glued: bool = False
    per: str | None = None
    bound: Bound = "exact"
    change: Change | None = None
    counted: tuple[int, int] | None = None

    @property
    def bare(self) -> bool:
        """Whether nothing but the number has been read."""
        return self.unit is None and not self.money and self.per is None and self.end == self.number[1]

    def times(self, factor: Decimal) -> None:
        """Multiply the value, as where "1 to 2 thousand" shares its magnitude."""
        self.value = EXACT.multiply(self.value, factor)
        self.scale = EXACT.multiply(self.scale, factor)


def plain(value: Decimal) -> Decimal:
    """The value without an exponent, and without decimals where it is whole: 4.20E+6 and 4200000.0 are 4200000."""
    if value == value.to_integral_value(context=EXACT):
        return Decimal(int(value))
    return value


def ratio(part: Decimal, whole: Decimal) -> Decimal:
    """One number as a share of another, to 28 significant digits."""
    return ROUNDED.divide(part, whole)
