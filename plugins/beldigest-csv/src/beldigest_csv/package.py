"""Reads tables back through the data package that describes them."""

from __future__ import annotations

import csv
import io
import json
import os
from collections.abc import Iterator, Sequence
from pathlib import Path, PurePosixPath
from typing import Any, BinaryIO, get_args

from attrs import field, frozen

from beldigest import InputError, SerialisationError
from beldigest.tables import ColumnType, Row
from beldigest_csv import cells
from beldigest_csv.cells import Field
from beldigest_csv.metadata import DATA_PACKAGE

#: The longest cell that is read: the limit of ``csv`` where a C long has 32 bits.
_LONGEST_CELL = 2**31 - 1


@frozen
class Resource:
    """A table of a data package: its name, its file, its columns, and whether cells are guarded."""

    name: str
    path: str
    fields: tuple[Field, ...] = field(repr=False)
    guard: bool


@frozen
class Package:
    """The tables of a data package, and the file of the briefings whole where it has one."""

    tables: tuple[Resource, ...]
    records: str | None


def tables(package: str | os.PathLike[str]) -> dict[str, Iterator[Row]]:
    """The rows of each table, as :func:`beldigest_csv.read_tables` says."""
    path = Path(package)
    path = path / DATA_PACKAGE if path.is_dir() else path
    with _opened(path) as stream:
        described = description(stream, str(path))
    return {table.name: _rows(path.parent / table.path, table) for table in described.tables}


def _rows(path: Path, table: Resource) -> Iterator[Row]:
    with _opened(path) as stream:
        for line, texts in lines(stream, table):
            yield tuple(_value(text, each, table, line) for text, each in zip(texts, table.fields, strict=True))


def _value(text: str, each: Field, table: Resource, line: int) -> Any:
    try:
        return cells.read(text, each, table.guard)
    except ValueError as error:
        where = f"{table.path}, line {line}, column {each.name}"
        raise SerialisationError(f"{text!r:.60} {error}", where=where) from error


def _opened(path: Path) -> BinaryIO:
    try:
        return path.open("rb")
    except (OSError, ValueError) as error:
        raise InputError.of_system(error, str(path)) from error


def description(stream: BinaryIO, where: str) -> Package:
    """What a ``datapackage.json`` says; raises ``SerialisationError`` with the path of a wrong field."""
    try:
        data = json.load(stream)
    except (ValueError, RecursionError) as error:
        raise SerialisationError(f"not a JSON text: {error}", where=where) from error
    if not isinstance(data, dict) or not isinstance(data.get("resources"), list):
        raise SerialisationError("is no data package: it has no list of resources", where=where)
    found, records = [], None
    for number, resource in enumerate(data["resources"]):
        try:
            if resource["name"] == "records":
                records = _path(resource)
            elif "schema" in resource:
                found.append(_resource(resource))
        except (AttributeError, KeyError, TypeError, ValueError) as error:
            what = f"the field {error} is missing" if isinstance(error, KeyError) else str(error)
            raise SerialisationError(what, where=f"{where}: $.resources[{number}]") from error
    return Package(tuple(found), records)


def _resource(resource: dict[str, Any]) -> Resource:
    fields = tuple(map(_field, resource["schema"]["fields"]))
    return Resource(str(resource["name"]), _path(resource), fields, bool(resource.get("formulaGuard")))


def _path(resource: dict[str, Any]) -> str:
    """The file of a resource; raises ``ValueError`` where it lies outside of the package's folder."""
    path = PurePosixPath(resource["path"])
    if path.is_absolute() or ".." in path.parts:
        raise ValueError(f"the path {str(path)!r} leads out of the folder of the package")
    return str(path)


def _field(data: dict[str, Any]) -> Field:
    if data["type"] not in get_args(ColumnType):
        raise ValueError(f"the field {data['name']!r} has the unknown type {data['type']!r}")
    return Field(str(data["name"]), data["type"], bool(data.get("constraints", {}).get("required")))


def lines(stream: BinaryIO, table: Resource) -> Iterator[tuple[int, Sequence[str]]]:
    """The rows of a table as the text of their cells, each with the number of its line, from 1; closes the stream.

    Raises ``SerialisationError`` where the header or the number of cells is not what the package says.
    """
    csv.field_size_limit(_LONGEST_CELL)
    names = [each.name for each in table.fields]
    line = 1
    with io.TextIOWrapper(stream, encoding="utf-8-sig", newline="") as text:
        reader = csv.reader(text, strict=True)
        try:
            for number, row in enumerate(reader):
                if number == 0 and row != names:
                    hint = f"they are {','.join(names)}"
                    raise SerialisationError("the columns are not those of the package", where=table.path, hint=hint)
                if len(row) != len(names):
                    what = f"has {len(row)} cells where {len(names)} are due"
                    raise SerialisationError(what, where=f"{table.path}, line {line}")
                if number:
                    yield line, row
                line = reader.line_num + 1
        except (csv.Error, UnicodeDecodeError) as error:
            raise SerialisationError(f"not CSV in UTF-8: {error}", where=f"{table.path}, line {line}") from error
    if line == 1:
        raise SerialisationError("is empty, without even a header", where=table.path)
