"""Numbers written in digits, by any of the conventions for parting groups and decimals.

A form is read only where one convention explains all of it: ``1,234,567.89`` (English), ``12,34,567`` (Indian),
``1.234.567,89`` (continental), ``1'234'567`` (Swiss), ``2,5`` (decimal comma). ``1.234`` is a decimal, as in English.
"""

from __future__ import annotations

import re
from decimal import Context, Decimal
from fractions import Fraction

#: A run of digits and the marks that may part them, as one token; possessive, so that it is linear.
FORM = r"\d++(?:[.,'’]\d++)*+"

#: Longer runs of digits are identifiers, not quantities.
MOST_DIGITS = 40

#: The context of all arithmetic: sums and products of what can be read here are exact in it.
EXACT = Context(prec=200)

#: The context of fractions without a finite decimal expansion, such as a third: 28 significant digits.
ROUNDED = Context(prec=28)

_WHOLE = re.compile(r"0|[^\D0]\d*")
_COMMAS = re.compile(r"[^\D0]\d{0,2}(?:,\d{3})++(?:\.\d++)?|[^\D0]\d?(?:,\d\d)+,\d{3}(?:\.\d++)?")
_POINTS = re.compile(r"[^\D0]\d{0,2}(?:(?:\.\d{3}){2,}+(?:,\d++)?|(?:\.\d{3})++,\d++)")
_APOSTROPHES = re.compile(r"[^\D0]\d{0,2}(?:['’]\d{3})++(?:\.\d++)?")
_DECIMAL_POINT = re.compile(r"\d{0,20}\.\d++")
_DECIMAL_COMMA = re.compile(r"0,\d++|\d{1,20},\d{1,2}")


def read(form: str) -> Decimal | None:
    """The value of a token that matched :data:`FORM`, or None where no convention explains it ("1,1,1", "007")."""
    if len(form) > MOST_DIGITS:
        return None
    if _WHOLE.fullmatch(form) or _DECIMAL_POINT.fullmatch(form):
        return Decimal(form)
    if _COMMAS.fullmatch(form):
        return Decimal(form.replace(",", ""))
    if _DECIMAL_COMMA.fullmatch(form):
        return Decimal(form.replace(",", "."))
    if _POINTS.fullmatch(form):
        return Decimal(form.replace(".", "").replace(",", "."))
    if _APOSTROPHES.fullmatch(form):
        return Decimal(form.replace("'", "").replace("’", ""))
    return None


def decimal(fraction: Fraction) -> Decimal:
    """A fraction as a decimal: exact where it has an expansion of at most 28 digits, else rounded to as many."""
    return ROUNDED.divide(Decimal(fraction.numerator), Decimal(fraction.denominator))
