"""What describes the tables to programs: a data package (Frictionless) and CSV on the Web metadata (W3C).

A key that may be empty (the speaker of a citation) is told apart from one that may not. Both standards take a key of
several columns for broken where one of them is empty, unlike SQL. Of such a key the data package has the column that
may be empty alone, and the CSV on the Web metadata, which would ask for that column to be unique, does not have it.
"""

from __future__ import annotations

from typing import Any

from beldigest import TABLES, Table
from beldigest.tables import Column, ForeignKey
from beldigest_csv.cells import GUARD

#: The name of the data package, by which it is recognised.
PACKAGE = "beldigest"
DATA_PACKAGE = "datapackage.json"
CSV_ON_THE_WEB = "csv-metadata.json"
#: The file with the briefings whole.
RECORDS = "records.json"

_GUARD_NOTE = f"Text cells that begin like a formula have a {GUARD} before them; take it off to have the text."


def file_name(table: Table) -> str:
    """The name of a table's file."""
    return f"{table.name}.csv"


def data_package(*, guard: bool, excel: bool, records: bool) -> dict[str, Any]:
    """The descriptor of the data package."""
    whole = {
        "name": "records",
        "title": "The briefings whole, from which beldigest reads them back",
        "path": RECORDS,
        "type": "file",
        "profile": "data-resource",
        "format": "json",
        "mediatype": "application/json",
        "encoding": "utf-8",
    }
    return {
        "name": PACKAGE,
        "profile": "data-package",
        "title": "Records of news briefings, with their evidence",
        "description": "Offsets count the code points of the briefing's text, from 0; ends are exclusive."
        + (f" {_GUARD_NOTE}" if guard else ""),
        "resources": [_resource(table, guard, excel) for table in TABLES] + ([whole] if records else []),
    }


def _resource(table: Table, guard: bool, excel: bool) -> dict[str, Any]:
    return {
        "name": table.name,
        "title": table.description,
        "path": file_name(table),
        "type": "table",
        "profile": "tabular-data-resource",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8-sig" if excel else "utf-8",
        "dialect": {"delimiter": ",", "lineTerminator": "\r\n", "quoteChar": '"', "doubleQuote": True, "header": True},
        "formulaGuard": GUARD if guard else "",
        "schema": {
            "fields": [_field(table, column) for column in table.columns],
            "missingValues": [""],
            "primaryKey": list(table.key),
            "foreignKeys": [_foreign_key(table, key) for key in table.foreign_keys],
        },
    }


def _field(table: Table, column: Column) -> dict[str, Any]:
    field: dict[str, Any] = {"name": column.name, "type": column.type, "description": column.description}
    if column.required:
        field["constraints"] = {"required": True}
    if _may_be_empty_text(table, column):
        field["missingValues"] = []
    return field


def _may_be_empty_text(table: Table, column: Column) -> bool:
    """Whether an empty cell of the column is the empty string, not a missing value; ids are never empty."""
    keys = {*table.key, *(name for key in table.foreign_keys for name in key.columns)}
    return column.required and column.type == "string" and column.name not in keys


def _foreign_key(table: Table, key: ForeignKey) -> dict[str, Any]:
    optional = _optional(table, key)
    pairs = [pair for pair in zip(key.columns, key.referenced, strict=True) if not optional or pair[0] in optional]
    fields, referenced = zip(*pairs, strict=True)
    return {"fields": list(fields), "reference": {"resource": key.table, "fields": list(referenced)}}


def _optional(table: Table, key: ForeignKey) -> frozenset[str]:
    """The columns of a foreign key that may be empty."""
    return frozenset(column.name for column in table.columns if column.name in key.columns and not column.required)


def csv_on_the_web(*, guard: bool) -> dict[str, Any]:
    """The metadata for CSV on the Web."""
    note = {"rdfs:comment": _GUARD_NOTE} if guard else {}
    return {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "en"}],
        **note,
        "dialect": {
            "encoding": "utf-8",
            "lineTerminators": ["\r\n"],
            "delimiter": ",",
            "quoteChar": '"',
            "header": True,
        },
        "tables": [_web_table(table) for table in TABLES],
    }


def _web_table(table: Table) -> dict[str, Any]:
    keys = [
        {
            "columnReference": list(key.columns),
            "reference": {"resource": f"{key.table}.csv", "columnReference": list(key.referenced)},
        }
        for key in table.foreign_keys
        if not _optional(table, key)
    ]
    return {
        "url": file_name(table),
        "dc:title": table.description,
        "tableSchema": {
            "columns": [_web_column(table, column) for column in table.columns],
            "primaryKey": list(table.key),
            **({"foreignKeys": keys} if keys else {}),
        },
    }


def _web_column(table: Table, column: Column) -> dict[str, Any]:
    described: dict[str, Any] = {
        "name": column.name,
        "titles": column.name,
        "dc:description": column.description,
        # The type "number" of this standard is a floating-point one.
        "datatype": "decimal" if column.type == "number" else column.type,
    }
    if column.required:
        described["required"] = True
    if _may_be_empty_text(table, column):
        described["null"] = []
    return described
