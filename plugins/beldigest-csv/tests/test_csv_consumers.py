"""What validators and programs that load tables make of them."""

from __future__ import annotations

import asyncio
import datetime as dt
import json
from argparse import Namespace
from pathlib import Path
from typing import Any

import duckdb
import frictionless
import pandas
import pytest
import sqlite_utils
from click.testing import CliRunner
from csvw.__main__ import csvwvalidate
from datasette.app import Datasette
from hypothesis import given, settings
from sqlite_utils.cli import cli as sqlite_utils_cli

import beldigest
from beldigest import TABLES, Table, rows
from beldigest.testing import samples, strategies
from beldigest_csv import cells

EVERY = [samples.empty(), samples.full(), samples.hostile()]
by_table = pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("csv") / "tables"
    beldigest.export(EVERY, "csv", made)
    return made


def faults(folder: Path) -> list[str]:
    report = frictionless.validate(str(folder / "datapackage.json"))
    return [kind for (kind,) in report.flatten(["type"])]


def web_faults(folder: Path) -> bool:
    """Whether the validator of CSV on the Web finds fault: its command, run in this process."""
    given = Namespace(url=str(folder / "csv-metadata.json"), verbose=False, lax=False)
    return bool(csvwvalidate(given, test=True))


@pytest.mark.parametrize("options", [{}, {"excel": True}, {"guard": False, "records": False}])
def test_the_validators_find_no_fault(tmp_path: Path, options: dict[str, Any]) -> None:
    beldigest.export(EVERY, "csv", tmp_path / "tables", **options)
    assert faults(tmp_path / "tables") == []
    assert not web_faults(tmp_path / "tables")


@settings(max_examples=4, deadline=None)
@given(briefing=strategies.briefings())
def test_the_validators_find_no_fault_in_any_briefing(tmp_path_factory: pytest.TempPathFactory, briefing: Any) -> None:
    made = tmp_path_factory.mktemp("any") / "tables"
    beldigest.export(briefing, "csv", made)
    assert faults(made) == []
    assert not web_faults(made)


STORY = b",s-ferries,"


@pytest.mark.parametrize(
    ("name", "old", "new", "fault"),
    [
        ("mentions.csv", STORY, b",s-nowhere,", "foreign-key"),
        ("figures.csv", b"2023-03-31", b"2023-03-32", "type-error"),
        ("figures.csv", b",40,", b",forty,", "type-error"),
        ("stories.csv", STORY, b",s-berths,", "primary-key"),
        ("stories.csv", STORY, b",,", "constraint-error"),
        ("events.csv", b",e-open,", b",", "missing-cell"),
    ],
)
def test_the_validators_find_planted_faults(tmp_path: Path, name: str, old: bytes, new: bytes, fault: str) -> None:
    beldigest.export(EVERY, "csv", tmp_path / "tables")
    file = tmp_path / "tables" / name
    assert old in file.read_bytes()
    file.write_bytes(file.read_bytes().replace(old, new, 1))
    assert fault in faults(tmp_path / "tables")
    assert web_faults(tmp_path / "tables")


def test_an_unknown_speaker_is_found(tmp_path: Path) -> None:
    beldigest.export(EVERY, "csv", tmp_path / "tables")
    file = tmp_path / "tables" / "citations.csv"
    speaker = samples.full().actors[0].id.encode()
    file.write_bytes(file.read_bytes().replace(speaker, b"anobody", 1))
    assert faults(tmp_path / "tables") == ["foreign-key"]


def expected(table: Table) -> list[list[Any]]:
    """The rows with the formula guard on, and dates as text."""
    fields = [cells.Field(column.name, column.type, column.required) for column in table.columns]

    def value(cell: Any, field: cells.Field) -> Any:
        if isinstance(cell, str):
            return cells.fit(cells.guarded(cell)) or None
        if isinstance(cell, dt.date):
            return cell.isoformat()
        return float(cell) if field.type == "number" and cell is not None else cell

    return [[*map(value, row, fields)] for briefing in EVERY for row in rows(table, briefing)]


@by_table
def test_pandas_loads_every_table(folder: Path, table: Table) -> None:
    types = {"string": "str", "integer": "Int64", "number": "float64", "boolean": "boolean", "date": "str"}
    frame = pandas.read_csv(
        folder / f"{table.name}.csv",
        dtype={column.name: types[column.type] for column in table.columns},
        keep_default_na=False,
        na_values=[""],
    )
    assert frame.astype(object).where(frame.notna(), None).to_numpy().tolist() == expected(table)


@by_table
def test_duckdb_loads_every_table_with_the_right_types(folder: Path, table: Table) -> None:
    types = {"string": "VARCHAR", "integer": "BIGINT", "number": "DOUBLE", "boolean": "BOOLEAN", "date": "DATE"}
    columns = {column.name: types[column.type] for column in table.columns}
    found = duckdb.read_csv(str(folder / f"{table.name}.csv"), header=True, dtype=columns)
    loaded = [[cell.isoformat() if isinstance(cell, dt.date) else cell for cell in row] for row in found.fetchall()]
    assert loaded == expected(table)
    guessed = dict(zip(found.columns, map(str, found.types), strict=True))
    assert guessed == columns


def test_duckdb_guesses_numbers_dates_and_truth_values(folder: Path) -> None:
    found = duckdb.read_csv(str(folder / "events.csv"))
    guessed = dict(zip(found.columns, map(str, found.types), strict=True))
    assert {name: guessed[name] for name in ("event_id", "what", "start", "date_first", "approximate")} == {
        "event_id": "VARCHAR", "what": "VARCHAR", "start": "BIGINT", "date_first": "DATE", "approximate": "BOOLEAN"
    }  # fmt: skip


@pytest.fixture(scope="module")
def database(folder: Path) -> Path:
    made = folder / "tables.db"
    for table in TABLES:
        keys = [argument for column in table.key for argument in ("--pk", column)]
        arguments = ["insert", str(made), table.name, str(folder / f"{table.name}.csv"), "--csv", *keys]
        result = CliRunner().invoke(sqlite_utils_cli, arguments)
        assert result.exit_code == 0, result.output
    return made


@by_table
def test_sqlite_utils_loads_every_table_with_its_keys(database: Path, table: Table) -> None:
    loaded = sqlite_utils.Database(database)[table.name]
    due = expected(table)
    assert loaded.count == len(due)
    if due:
        assert tuple(loaded.pks) == table.key
        types = {column.name: column.type for column in loaded.columns}
        assert {types[name] for name in ("start", "end", "number") if name in types} <= {"INTEGER"}


def test_datasette_serves_them(database: Path) -> None:
    async def ask() -> Any:
        served = Datasette([str(database)])
        query = "select what, date_edtf from events where event_id = 'e-told'"
        return (await served.client.get("/tables.json", params={"sql": query, "_shape": "array"})).json()

    assert asyncio.run(ask()) == [{"what": "Branko told Radio Velmora", "date_edtf": "2023-04-03"}]


def test_keys_hold_in_sql(folder: Path) -> None:
    package = json.loads((folder / "datapackage.json").read_text("utf-8"))
    found = 0
    for resource in package["resources"]:
        for key in resource.get("schema", {}).get("foreignKeys", []):
            pairs = zip(key["fields"], key["reference"]["fields"], strict=True)
            on = " and ".join(f"a.{ours} = b.{theirs}" for ours, theirs in pairs)
            here, there = (folder / f"{name}.csv" for name in (resource["name"], key["reference"]["resource"]))
            dangling = duckdb.sql(
                f"select count(*) from read_csv('{here}', all_varchar = true) a anti join "
                f"read_csv('{there}', all_varchar = true) b on {on} where a.{key['fields'][-1]} is not null"
            ).fetchall()
            assert dangling == [(0,)]
            found += 1
    assert found > 15
