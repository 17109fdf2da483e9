"""Cells: values as the text that CSV holds, and back.

Numbers are written without an exponent, dates as ISO 8601, truth values as ``true`` and ``false``. CSV has one empty
cell for no value and for the empty string: in a column that is never without a value it is the empty string.

Two kinds of characters that consumers of CSV cannot hold become U+FFFD, one for one, so that offsets stay right: lone
surrogates, which UTF-8 has no form for, and NUL, at which many end the cell.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable, Sequence
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

#: The head of a cell that may need a guard, where the cells of a column are joined by what none should hold.
_RISKY = re.compile(f"{NUL}[{re.escape(FORMULA_STARTS + GUARD)}]")
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


def renderer(fields: Sequence[Field], guard: bool) -> Callable[[Iterable[Row]], list[Sequence[str]]]:
    """A function that gives the cells of rows as text, column by column; no column where there is no row.

    What a column as a whole does not need is not asked of each of its cells.
    """
    made = [_guarded_texts if guard and field.type == "string" else _RENDERED[field.type] for field in fields]

    def rendered(rows: Iterable[Row]) -> list[Sequence[str]]:
        return [render(column) for render, column in zip(made, zip(*rows, strict=True), strict=False)]

    return rendered


def _texts(column: tuple[Any, ...]) -> Sequence[str]:
    return ["" if cell is None else cell for cell in column] if None in column else column


def _guarded_texts(column: tuple[Any, ...]) -> Sequence[str]:
    cells = _texts(column)
    return list(map(guarded, cells)) if _RISKY.search(NUL + NUL.join(cells)) else cells


_RENDERED: dict[ColumnType, Callable[[tuple[Any, ...]], Sequence[str]]] = {
    "string": _texts,
    "integer": lambda column: ["" if cell is None else f"{cell}" for cell in column],
    "number": lambda column: ["" if cell is None else format(cell, "f") for cell in column],
    "boolean": lambda column: ["" if cell is None else "true" if cell else "false" for cell in column],
    "date": lambda column: ["" if cell is None else cell.isoformat() for cell in column],
}


def lines(columns: Sequence[Sequence[str]]) -> str:
    """Columns of text as lines of CSV (RFC 4180), quoted where they have to be, as ``csv.writer`` would write them.

    A column at a time is several times as fast: whether it has anything to quote is asked once.
    """
    written = "\r\n".join(map(",".join, zip(*map(_quoted_column, columns), strict=True)))
    return written + "\r\n" if columns else ""


def _quoted_column(column: Sequence[str]) -> Sequence[str]:
    return list(map(_quoted, column)) if _has_special("".join(column)) else column


def _has_special(text: str) -> bool:
    """Whether the text holds a character that a cell is quoted for."""
    return "," in text or '"' in text or "\n" in text or "\r" in text


def _quoted(text: str) -> str:
    if '"' in text:
        text = text.replace('"', '""')
    return f'"{text}"' if _has_special(text) else text


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
