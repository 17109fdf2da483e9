"""Cells: values as the text that CSV holds, and back.

Numbers are written without an exponent, dates as ISO 8601, truth values as ``true`` and ``false``. CSV has one empty
cell for no value and for the empty string: in a column that is never without a value it is the empty string.

Two kinds of characters that consumers of CSV cannot hold become U+FFFD, one for one, so that offsets stay right: lone
surrogates, which UTF-8 has no form for, and NUL, at which many end the cell.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Sequence
from decimal import Decimal, InvalidOperation
from typing import Any

from attrs import frozen

from beldigest.tables import Cell, ColumnType, Row

#: What a spreadsheet may take for a formula at the head of a cell: OWASP's list, with the full-width forms.
FORMULA_STARTS = "=+-@\t\r\n＝＋－＠"

#: What is put before such a cell.
GUARD = "'"

NUL = "\0"
REPLACEMENT = "\ufffd"

_RISKY = frozenset(FORMULA_STARTS + GUARD)
_FORMULA = re.compile(f"{GUARD}*+[{re.escape(FORMULA_STARTS)}]")
_UNFIT = re.compile("[\x00\ud800-\udfff]")

#: The truth values of Frictionless, as spreadsheets write them too.
_TRUTH = {text: value for value in (True, False) for text in (f"{value}", f"{value}".lower(), f"{value}".upper())}


@frozen
class Field:
    """A column as a table is written or read: ``required`` says that it is never without a value."""

    name: str
    type: ColumnType
    required: bool = False


def guarded(text: str) -> str:
    """The text with a ``'`` before it where it begins like a formula, or looks like such a text with its ``'``."""
    return GUARD + text if _FORMULA.match(text) else text


def unguarded(text: str) -> str:
    """What :func:`guarded` was given."""
    return text[1:] if text.startswith(GUARD) and _FORMULA.match(text) else text


def fit(text: str) -> str:
    """The text with U+FFFD for what consumers cannot hold."""
    return _UNFIT.sub(REPLACEMENT, text)


def writer(fields: Sequence[Field], guard: bool) -> Callable[[Row], list[Any]]:
    """A function that makes the cells of a row ready for ``csv.writer``, which writes the other types as they are."""
    texts = tuple(at for at, field in enumerate(fields) if field.type == "string") if guard else ()
    numbers = tuple(at for at, field in enumerate(fields) if field.type == "number")
    truths = tuple(at for at, field in enumerate(fields) if field.type == "boolean")

    def written(row: Row) -> list[Any]:
        cells: list[Any] = list(row)
        for at in texts:
            cell = cells[at]
            if cell and cell[0] in _RISKY:
                cells[at] = guarded(cell)
        for at in numbers:
            if cells[at] is not None:
                cells[at] = format(cells[at], "f")
        for at in truths:
            if cells[at] is not None:
                cells[at] = "true" if cells[at] else "false"
        return cells

    return written


def read(text: str, field: Field, guard: bool) -> Cell:
    """The value of a cell; raises ``ValueError`` where it is none of the field's type."""
    if field.type == "string":
        return (unguarded(text) if guard else text) if text or field.required else None
    if not text:
        if field.required:
            raise ValueError("is empty")
        return None
    return _READ[field.type](text)


def _number(text: str) -> Decimal:
    try:
        return Decimal(text)
    except InvalidOperation:
        raise ValueError("is no number") from None


def _integer(text: str) -> int:
    try:
        return int(text)
    except ValueError:
        raise ValueError("is no whole number") from None


def _truth(text: str) -> bool:
    try:
        return _TRUTH[text]
    except KeyError:
        raise ValueError("is neither true nor false") from None


def _date(text: str) -> dt.date:
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        raise ValueError("is no date of the form 2023-04-03") from None


_READ: dict[ColumnType, Callable[[str], Cell]] = {
    "number": _number,
    "integer": _integer,
    "boolean": _truth,
    "date": _date,
}
