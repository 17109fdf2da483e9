"""Writes briefings as tables: a folder of CSV files with what describes them, or one table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack
from itertools import chain
from typing import TYPE_CHECKING, Any, BinaryIO, TextIO

from msgspec import json

from beldigest import TABLES, Briefing, Option, Sink, Table, rows
from beldigest.serialise import to_bytes
from beldigest_csv import cells
from beldigest_csv.metadata import CSV_ON_THE_WEB, DATA_PACKAGE, RECORDS, csv_on_the_web, data_package, file_name

if TYPE_CHECKING:
    from beldigest.plugins.contracts import Layout, OptionValue

#: How many characters of a cell Excel keeps.
EXCEL_CELL = 32_767

_MARK = "\ufeff"

#: How many characters of briefings are made tables at a time, for a column costs as much as dozens of its cells.
_BATCH = 1 << 16


class CsvExporter:
    """Writes tidy tables with keys: one file a table, and the descriptors of a data package and of CSV on the Web."""

    format = "csv"
    description = "tidy CSV tables with keys, in a folder with the descriptors of a data package"
    media_type = "text/csv"
    suffix = ""
    options = (
        Option("table", "", "write this table alone, as one file", ("", *(table.name for table in TABLES))),
        Option("guard", True, "put a ' before text cells that a spreadsheet would take for a formula"),
        Option("excel", False, "begin each table with a byte-order mark, by which Excel knows UTF-8"),
        Option("records", True, "also write the briefings whole, from which they can be read back"),
    )

    def layout(self, options: Mapping[str, OptionValue]) -> Layout:
        """A folder, or one file where one table is asked for."""
        return "file" if options["table"] else "folder"

    def export(self, briefings: Iterable[Briefing], sink: Sink, options: Mapping[str, OptionValue]) -> None:
        """Writes each briefing as it comes. One that comes again is left out and reported, for keys are unique."""
        guard, excel = bool(options["guard"]), bool(options["excel"])
        with ExitStack() as stack:
            if options["table"]:
                chosen = next(table for table in TABLES if table.name == options["table"])
                files = [TableFile(chosen, stack.enter_context(sink.text()), guard, excel)]
                whole = None
            else:
                files = [
                    TableFile(table, stack.enter_context(sink.text(file_name(table))), guard, excel) for table in TABLES
                ]
                whole = _Whole(stack.enter_context(sink.binary(RECORDS))) if options["records"] else None
            for batch in _batches(_once(briefings, sink)):
                for file in files:
                    file.add(batch)
                if whole:
                    whole.add(batch)
            if whole:
                whole.close()
        for file in files:
            if excel and file.too_long:
                sink.note(
                    f"Excel shows the first {EXCEL_CELL:,} characters of a cell: {file.too_long} cells of the table "
                    f"{file.table.name!r} are longer"
                )
        if not options["table"]:
            package = data_package(guard=guard, excel=excel, records=whole is not None)
            for name, descriptor in ((DATA_PACKAGE, package), (CSV_ON_THE_WEB, csv_on_the_web(guard=guard))):
                _describe(sink, name, descriptor)


class TableFile:
    """A table being written; ``too_long`` counts the cells that Excel would cut, where it is asked for."""

    def __init__(self, table: Table, out: TextIO, guard: bool, excel: bool) -> None:
        fields = [cells.Field(column.name, column.type, column.required) for column in table.columns]
        self.table = table
        self.too_long = 0
        self._excel = excel
        self._out = out
        self._rendered = cells.renderer(fields, guard)
        out.write(_MARK if excel else "")
        out.write(cells.lines([[column.name] for column in table.columns]))

    def add(self, batch: Iterable[Briefing]) -> None:
        """Writes the rows of briefings."""
        columns = self._rendered(chain.from_iterable(rows(self.table, briefing) for briefing in batch))
        if self._excel:
            self.too_long += sum(len(cell) > EXCEL_CELL for column in columns for cell in column)
        self._out.write(cells.lines(columns).replace(cells.NUL, cells.REPLACEMENT))


class _Whole:
    """The briefings in the library's own serialisation: an array, one a line."""

    def __init__(self, out: BinaryIO) -> None:
        self._out = out
        self._separator = b"[\n"

    def add(self, batch: Iterable[Briefing]) -> None:
        for briefing in batch:
            self._out.write(self._separator + to_bytes(briefing))
            self._separator = b",\n"

    def close(self) -> None:
        self._out.write(b"[]\n" if self._separator == b"[\n" else b"\n]\n")


def _once(briefings: Iterable[Briefing], sink: Sink) -> Iterator[Briefing]:
    seen: set[str] = set()
    again: list[str] = []
    for briefing in briefings:
        if briefing.id in seen:
            again.append(briefing.source.name)
        else:
            seen.add(briefing.id)
            yield briefing
    if again:
        number = "1 briefing" if len(again) == 1 else f"{len(again)} briefings"
        sink.note(f"{number} left out, since ids came again and keys are unique: {', '.join(dict.fromkeys(again))}")


def _batches(briefings: Iterable[Briefing]) -> Iterator[list[Briefing]]:
    """Briefings by the batch, as they come."""
    batch: list[Briefing] = []
    length = 0
    for briefing in briefings:
        batch.append(briefing)
        length += len(briefing.text)
        if length > _BATCH:
            yield batch
            batch, length = [], 0
    if batch:
        yield batch


def _describe(sink: Sink, name: str, descriptor: dict[str, Any]) -> None:
    with sink.binary(name) as out:
        out.write(json.format(json.encode(descriptor), indent=2) + b"\n")
