"""Units that divide into one another: figures in two of them, "three years and six months", and what makes them one."""

from __future__ import annotations

from decimal import Decimal

from beldigest.language.digits import EXACT
from beldigest.mentions.figures.quantity import TIMES, Quantity

_MIXED = TIMES | {"foot", "stone", "tonne", "kilogram", "kilometre", "metre"}

#: The units that tell how far something lies or extends.
LENGTHS = frozenset(
    {"millimetre", "centimetre", "metre", "kilometre", "inch", "foot", "yard", "mile", "nautical mile", "light year"}
)

# What a unit divides into, and into how many of them. No month is a fixed number of days.
_DIVISIONS = {
    "year": ("month", Decimal(12)),
    "week": ("day", Decimal(7)),
    "day": ("hour", Decimal(24)),
    "hour": ("minute", Decimal(60)),
    "minute": ("second", Decimal(60)),
    "decade": ("year", Decimal(10)),
    "mile": ("yard", Decimal(1760)),
    "yard": ("foot", Decimal(3)),
    "foot": ("inch", Decimal(12)),
    "stone": ("pound", Decimal(14)),
    "pound": ("ounce", Decimal(16)),
    "tonne": ("kilogram", Decimal(1000)),
    "kilogram": ("gram", Decimal(1000)),
    "kilometre": ("metre", Decimal(1000)),
    "metre": ("centimetre", Decimal(100)),
}


def units_in(coarse: str | None, fine: str | None) -> Decimal | None:
    """How many of one unit another one has, 12 of "year" and "month"; None where it is no whole number of them."""
    if coarse is None or fine is None:
        return None
    factor, unit = Decimal(1), coarse
    while unit != fine:
        if unit not in _DIVISIONS:
            return None
        unit, parts = _DIVISIONS[unit]
        factor = EXACT.multiply(factor, parts)
    return factor


def is_mixed(coarse: Quantity, fine: Quantity) -> bool:
    """Whether two figures can be one in mixed units: whole ones of a unit, and less of a finer one than makes it up.

    Mixed are durations, the imperial measures of persons, "6 ft 4 in" and "12 stone 6 pounds", and "3 tonnes 50 kg".
    """
    factor = units_in(coarse.unit, fine.unit)
    whole = coarse.value == coarse.value.to_integral_value(context=EXACT)
    return factor is not None and coarse.unit in _MIXED and whole and 0 < fine.value < factor
