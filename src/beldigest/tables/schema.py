"""What a table is: its columns with their types, and its keys; and the columns that many tables share."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Literal

from attrs import frozen

from beldigest.model import Briefing, Span, When

Cell = str | int | bool | Decimal | dt.date | None
ColumnType = Literal["string", "integer", "number", "boolean", "date"]


@frozen
class Column:
    """A column: its name, its type, what it holds, and whether it is never empty."""

    name: str
    type: ColumnType
    description: str
    required: bool = False


@frozen
class ForeignKey:
    """Columns of a table that name a row of another one."""

    columns: tuple[str, ...]
    table: str
    referenced: tuple[str, ...]


@frozen
class Table:
    """A table: its columns in order, and its keys."""

    name: str
    description: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    foreign_keys: tuple[ForeignKey, ...] = ()


Row = tuple[Cell, ...]

#: A table with the function that gives its rows for one briefing.
Declared = tuple[Table, Callable[[Briefing], Iterator[Row]]]


def identifier(name: str, what: str, required: bool = True) -> Column:
    """A column that holds an id."""
    return Column(name, "string", what, required)


BRIEFING = identifier("briefing_id", "the briefing")
STORY = identifier("story_id", "the story")
ACTOR = identifier("actor_id", "the actor")
NUMBER = Column("number", "integer", "position, from 1", True)
EVIDENCE = (
    Column("start", "integer", "offset of the first character in the briefing's text, in code points", True),
    Column("end", "integer", "offset after the last character, in code points", True),
    Column("quote", "string", "the characters themselves", True),
)


def when_columns(prefix: str, what: str) -> tuple[Column, ...]:
    """The columns that hold a date; their names begin with the prefix."""
    return (
        Column(f"{prefix}_text", "string", f"the words for {what}"),
        Column(f"{prefix}_edtf", "string", f"{what} as an EDTF value (ISO 8601-2)"),
        Column(f"{prefix}_first", "date", f"the first day that {what} can mean"),
        Column(f"{prefix}_last", "date", f"the last day that {what} can mean"),
        Column(f"{prefix}_precision", "string", f"how precise {what} is"),
    )


TO_BRIEFING = ForeignKey(("briefing_id",), "briefings", ("briefing_id",))
TO_STORY = ForeignKey(("briefing_id", "story_id"), "stories", ("briefing_id", "story_id"))
TO_ACTOR = ForeignKey(("briefing_id", "actor_id"), "actors", ("briefing_id", "actor_id"))
TO_SPEAKER = ForeignKey(("briefing_id", "speaker_id"), "actors", ("briefing_id", "actor_id"))
PER_STORY = ("briefing_id", "story_id", "number")


def span_cells(briefing: Briefing, span: Span) -> tuple[Cell, ...]:
    """The cells of the evidence columns."""
    start, end = span.start, span.end
    return start, end, briefing.text[start:end]


def when_cells(when: When | None) -> tuple[Cell, ...]:
    """The cells of the columns that :func:`when_columns` gives."""
    return (when.text, when.edtf, when.first, when.last, when.precision) if when else (None,) * 5
