"""Reads a data package back as briefings.

Tables hold a projection of a briefing, not all of it. So the briefings are read from the file that holds them whole,
and every table is compared with what the briefings say, row by row: what is read back is what the tables show.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import ExitStack
from typing import TYPE_CHECKING, BinaryIO

from beldigest import TABLES, Briefing, InputError, SerialisationError, Table, rows
from beldigest_csv import cells
from beldigest_csv.metadata import DATA_PACKAGE, PACKAGE
from beldigest_csv.package import Resource, description, lines

if TYPE_CHECKING:
    from beldigest.plugins.contracts import Siblings

_NAMED = re.compile(rf'"name"\s*:\s*"{PACKAGE}"'.encode())
_CHANGED = "edit a copy: read_tables() of beldigest_csv gives the tables as they are"


class CsvImporter:
    """Reads what the exporter wrote into a folder, by its data package."""

    format = "csv"
    suffixes = (DATA_PACKAGE,)

    def sniff(self, head: bytes) -> float:
        """Sure where a data package of the exporter's name begins."""
        return 1.0 if head.lstrip()[:1] == b"{" and _NAMED.search(head) else 0.0

    def load(self, stream: BinaryIO, sibling: Siblings | None) -> Iterator[Briefing]:
        """The briefings of a package.

        Raises ``InputError`` where a file of it cannot be read, and ``SerialisationError`` where a table does not say
        what the briefings say, with file, line and column.
        """
        # Exporting loads this module too, and has no use for the pipeline.
        from beldigest import parse_file

        package = description(stream, DATA_PACKAGE)
        if package.records is None:
            raise SerialisationError(
                "the package has the tables alone, which do not hold all of a briefing",
                where=DATA_PACKAGE,
                hint="export with records=yes to read briefings back; read_tables() of beldigest_csv reads tables",
            )
        if sibling is None:
            hint = f"name the file {DATA_PACKAGE} in its folder"
            raise InputError("a data package is several files, which a stream does not hold", hint=hint)
        known = {table.name: table for table in TABLES}
        with ExitStack() as stack:
            tables = []
            for resource in package.tables:
                table = known.get(resource.name)
                if table is None:
                    raise SerialisationError(f"no table is called {resource.name!r}", where=DATA_PACKAGE)
                names = [column.name for column in table.columns]
                if [each.name for each in resource.fields] != names:
                    what = f"the columns of {table.name!r} are not {','.join(names)}"
                    raise SerialisationError(what, where=DATA_PACKAGE)
                tables.append(_Compared(table, resource, stack.enter_context(sibling(resource.path))))
            whole = stack.enter_context(sibling(package.records))
            for briefing in parse_file(whole, format="json", name=package.records):
                for each in tables:
                    each.compare(briefing)
                yield briefing
            for each in tables:
                each.finish()


class _Compared:
    """A table being compared with the briefings."""

    def __init__(self, table: Table, resource: Resource, stream: BinaryIO) -> None:
        self._table = table
        self._resource = resource
        self._lines = lines(stream, resource)
        self._rendered = cells.renderer(resource.fields, resource.guard)

    def compare(self, briefing: Briefing) -> None:
        for due in zip(*self._rendered(rows(self._table, briefing)), strict=True):
            line, found = next(self._lines, (0, None))
            if found is None:
                raise SerialisationError(
                    "ends before all is said that the briefings say", where=self._resource.path, hint=_CHANGED
                )
            for column, is_, was in zip(self._table.columns, found, map(cells.fit, due), strict=True):
                if is_ != was:
                    raise SerialisationError(
                        f"says {is_!r:.60} where the briefing says {was!r:.60}",
                        where=f"{self._resource.path}, line {line}, column {column.name}",
                        hint=_CHANGED,
                    )

    def finish(self) -> None:
        line, found = next(self._lines, (0, None))
        if found is not None:
            where = f"{self._resource.path}, line {line}"
            raise SerialisationError("says what no briefing says", where=where, hint=_CHANGED)
