"""The tidy tables: cells fit their columns, and keys hold."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import attrs
import pytest
from hypothesis import given

from beldigest.errors import OptionError
from beldigest.model import Briefing, Citation, Source, Span, Story, When
from beldigest.tables import TABLES, Table, rows
from beldigest.testing import samples, strategies

#: The parts of a date that columns hold.
WHEN = ("text", "edtf", "first", "last", "precision")
#: The columns of the ids by which records point to one another.
POINTERS = {
    ("Figure", "speaker"): "speaker_id",
    ("Citation", "speaker"): "speaker_id",
    ("LeadItem", "story"): "story_id",
    ("Mention", "actor"): "actor_id",
    ("Relation", "story"): "part_story_id",
    ("Relation", "briefing"): "part_briefing_id",
}
TYPES = {"string": str, "integer": int, "number": Decimal, "boolean": bool, "date": dt.date}


def check(briefing: Briefing) -> None:
    by_name = {table.name: list(rows(table, briefing)) for table in TABLES}
    for table in TABLES:
        names = [column.name for column in table.columns]
        for row in by_name[table.name]:
            assert len(row) == len(names)
            for column, cell in zip(table.columns, row, strict=True):
                assert cell is not None or not column.required, f"{table.name}.{column.name}"
                assert cell is None or type(cell) is TYPES[column.type], f"{table.name}.{column.name}"
        keys = [key(table, row, table.key) for row in by_name[table.name]]
        assert len(keys) == len(set(keys)), f"{table.name} has a key twice"
        for foreign in table.foreign_keys:
            target = next(each for each in TABLES if each.name == foreign.table)
            known = {key(target, row, foreign.referenced) for row in by_name[target.name]}
            for row in by_name[table.name]:
                named = key(table, row, foreign.columns)
                assert None in named or named in known, f"{table.name} names no row of {foreign.table}"


def key(table: Table, row: tuple[object, ...], columns: tuple[str, ...]) -> tuple[object, ...]:
    names = [column.name for column in table.columns]
    return tuple(row[names.index(column)] for column in columns)


def records(briefing: Briefing) -> Iterator[tuple[str, list[Any]]]:
    """The records that the rows of a table are of, in order."""
    yield "briefings", [briefing]
    yield from ((name, list(getattr(briefing, name))) for name in ("stories", "lead", "actors"))
    parts = ("paragraphs", "links", "mentions", "dates", "figures", "citations", "events", "annotations", "duplicates")
    for name in parts:
        yield name, [record for story in briefing.stories for record in getattr(story, name)]
    yield "relations", [record for story in briefing.stories for record in story.related]


def told(record: Any) -> Iterator[tuple[str, object]]:
    """What a record says under the names of columns: its simple fields, its dates, and its evidence."""
    for name in (field.name for field in attrs.fields(type(record))):
        value = getattr(record, name)
        if value is None or isinstance(value, str | int | Decimal):
            yield POINTERS.get((type(record).__name__, name), name), value
        if isinstance(value, When):
            prefix = {("Citation", "when"): "said", ("Event", "when"): "date"}.get((type(record).__name__, name), name)
            yield from ((f"{prefix}_{part}", getattr(value, part)) for part in WHEN)
    if isinstance(record, When):
        yield from ((f"date_{part}", getattr(record, part)) for part in WHEN)
    if span := getattr(record, "span", None):
        yield from (("start", span.start), ("end", span.end))


@given(strategies.briefings())
def test_a_cell_is_what_the_record_says_under_the_name_of_its_column(briefing: Briefing) -> None:
    for name, its in records(briefing):
        (table,) = (table for table in TABLES if table.name == name)
        for row, record in zip(rows(table, briefing), its, strict=True):
            cells = dict(zip((column.name for column in table.columns), row, strict=True))
            said = {field: value for field, value in told(record) if field in cells}
            assert said == {field: cells[field] for field in said}
            if "quote" in cells and "start" in said:
                assert cells["quote"] == briefing.quote(record.span)


@given(strategies.briefings())
def test_cells_and_keys_hold(briefing: Briefing) -> None:
    check(briefing)


@pytest.mark.parametrize(
    "briefing", [samples.full(), samples.empty(), samples.hostile()], ids=["full", "empty", "hostile"]
)
def test_cells_and_keys_of_samples_hold(briefing: Briefing) -> None:
    check(briefing)


def test_the_full_sample_has_rows_in_every_table() -> None:
    assert [table.name for table in TABLES if not list(rows(table, samples.full()))] == []


def test_what_was_said_over_two_lines_is_one_line_and_its_quote_is_not() -> None:
    text = "“We open\nat nine,” the harbour says, “and close\n at ten.”"
    parts = (Span(0, text.index(" the")), Span(text.index("“and"), len(text)))
    citation = Citation("c", "direct quote", Span(0, len(text)), parts)
    story = Story("s", "", Span(0, len(text)), citations=(citation,))
    briefing = Briefing("b", text, Source("", "", ""), stories=(story,))
    ((*_, quote),) = rows("citations", briefing)
    assert "“We open at nine,” … “and close at ten.”" in next(rows("citations", briefing))
    assert quote == text


def test_columns_and_tables_have_names_of_their_own() -> None:
    assert len({table.name for table in TABLES}) == len(TABLES)
    for table in TABLES:
        names = [column.name for column in table.columns]
        assert len(set(names)) == len(names)
        assert set(table.key) <= set(names)
        assert all(column.description for column in table.columns)


def test_parents_come_first() -> None:
    seen: set[str] = set()
    for table in TABLES:
        seen.add(table.name)
        assert {foreign.table for foreign in table.foreign_keys} <= seen


def test_a_table_that_is_none() -> None:
    with pytest.raises(OptionError, match=r"'no such table'.*stories"):
        next(rows("no such table", samples.full()))
