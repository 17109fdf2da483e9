"""The tables, and the briefings, come back."""

from __future__ import annotations

import contextlib
import copy
import gc
import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import beldigest
from beldigest import TABLES, BeldigestError, Briefing, InputError, SerialisationError, rows
from beldigest.testing import samples, strategies
from beldigest.testing.contract import written
from beldigest_csv import cells, read_tables
from beldigest_csv.exporter import CsvExporter
from beldigest_csv.importer import CsvImporter

EVERY = [samples.empty(), samples.full(), samples.hostile()]


def load(files: dict[str, bytes]) -> Iterator[Briefing]:
    def sibling(name: str) -> BinaryIO:
        return io.BytesIO(files[name])

    return CsvImporter().load(io.BytesIO(files["datapackage.json"]), sibling)


def as_told(briefings: list[Briefing], table: Any) -> list[tuple[Any, ...]]:
    """The rows of a table, less what CSV cannot hold: characters that are unfit, and empty text for no value."""
    required = [column.required for column in table.columns]

    def told(cell: Any, always: bool) -> Any:
        return (cells.fit(cell) or ("" if always else None)) if isinstance(cell, str) else cell

    return [
        tuple(told(cell, always) for cell, always in zip(row, required, strict=True))
        for briefing in briefings
        for row in rows(table, briefing)
    ]


@settings(max_examples=30, deadline=None)
@given(
    st.lists(strategies.briefings(), max_size=2, unique_by=lambda briefing: briefing.id),
    st.fixed_dictionaries({"guard": st.booleans(), "excel": st.booleans()}),
)
def test_any_briefings_read_back_equal(briefings: list[Briefing], options: dict[str, Any]) -> None:
    assert list(load(written(CsvExporter(), briefings, **options))) == briefings


@settings(max_examples=20, deadline=None)
@given(briefing=strategies.briefings(), guard=st.booleans(), excel=st.booleans())
def test_the_tables_of_any_briefing_read_back_equal(
    tmp_path_factory: pytest.TempPathFactory, briefing: Briefing, guard: bool, excel: bool
) -> None:
    folder = tmp_path_factory.mktemp("package") / "tables"
    beldigest.export(briefing, "csv", folder, guard=guard, excel=excel, records=False)
    back = read_tables(folder)
    assert list(back) == [table.name for table in TABLES]
    for table in TABLES:
        assert list(back[table.name]) == as_told([briefing], table)


def test_the_tables_read_back_as_a_person_left_them(tmp_path: Path) -> None:
    beldigest.export(EVERY, "csv", tmp_path / "tables")
    file = tmp_path / "tables" / "actors.csv"
    file.write_bytes(file.read_bytes().replace(b"Ilya Branko", b"Ilya P. Branko"))
    names = [row[2] for row in read_tables(tmp_path / "tables" / "datapackage.json")["actors"]]
    assert "Ilya P. Branko" in names
    assert '=HYPERLINK("https://example.org")' in names


def test_the_library_finds_the_reader_by_the_name_of_the_package(tmp_path: Path) -> None:
    beldigest.export(EVERY, "csv", tmp_path / "tables")
    assert list(beldigest.parse_file(tmp_path / "tables" / "datapackage.json")) == EVERY


def test_the_briefings_whole_can_be_read_alone(tmp_path: Path) -> None:
    beldigest.export(EVERY, "csv", tmp_path / "tables")
    assert list(beldigest.parse_file(tmp_path / "tables" / "records.json")) == EVERY


@pytest.mark.filterwarnings("error::pytest.PytestUnraisableExceptionWarning")
def test_reading_may_stop_after_the_first_briefing(tmp_path: Path) -> None:
    beldigest.export(EVERY, "csv", tmp_path / "tables")
    briefings = beldigest.parse_file(tmp_path / "tables" / "datapackage.json")
    assert next(briefings) == EVERY[0]
    del briefings
    rows_of_actors = read_tables(tmp_path / "tables")["actors"]
    assert next(rows_of_actors)
    del rows_of_actors
    gc.collect()


def test_paragraphs_of_a_megabyte_read_back_equal() -> None:
    full = samples.full()
    story = full.stories[0]
    long = attrs.evolve(story.paragraphs[0], text='=1+1, "a long line" ' * 60_000)
    briefing = attrs.evolve(full, stories=(attrs.evolve(story, paragraphs=(long,)), *full.stories[1:]))
    assert list(load(written(CsvExporter(), [briefing]))) == [briefing]


FILES = written(CsvExporter(), EVERY)


def changed(name: str, old: bytes, new: bytes) -> dict[str, bytes]:
    assert FILES[name].count(old)
    return FILES | {name: FILES[name].replace(old, new, 1)}


@pytest.mark.parametrize(
    ("files", "where", "what"),
    [
        (changed("actors.csv", b"Ilya Branko", b"Ilya P. Branko"), "actors.csv, line 2, column name", "Ilya P. Branko"),
        (changed("figures.csv", b",40,", b",41,"), "figures.csv, line 2, column value", "'41'"),
        (changed("events.csv", b"event_id,", b"event,"), "events.csv", "columns"),
        (changed("events.csv", b",reported,", b",reported,,"), "events.csv, line", "cells"),
        (changed("actor_aliases.csv", b"IB\r\n", b'"IB\r\n'), "actor_aliases.csv, line", "CSV"),
        (FILES | {"lead.csv": b""}, "lead.csv", "header"),
        (FILES | {"lead.csv": FILES["lead.csv"].split(b"\r\n")[0] + b"\r\n"}, "lead.csv", "ends before"),
        (FILES | {"links.csv": FILES["links.csv"] * 2}, "links.csv, line 3", "no briefing says"),
        (FILES | {"links.csv": FILES["links.csv"].replace(b"https", b"http\xff")}, "links.csv", "UTF-8"),
    ],
)
def test_tables_that_say_something_else_are_refused(files: dict[str, bytes], where: str, what: str) -> None:
    with pytest.raises(SerialisationError) as caught:
        list(load(files))
    assert caught.value.where.startswith(where)
    assert what in caught.value.what


@pytest.mark.parametrize(
    ("package", "where", "what"),
    [
        (b"{", "datapackage.json", "JSON"),
        (b"[]", "datapackage.json", "no list of resources"),
        (b'{"resources": [{"path": "x.csv"}]}', "datapackage.json: $.resources[0]", "'name' is missing"),
        (
            b'{"resources": [{"name": "x", "path": "x", "schema": {"fields": [{"name": "y", "type": "geopoint"}]}}]}',
            "datapackage.json: $.resources[0]",
            "geopoint",
        ),
        (
            b'{"resources": [{"name": "x", "path": "x.csv", "schema": {"fields": []}}, '
            b'{"name": "records", "path": "records.json"}]}',
            "datapackage.json",
            "'x'",
        ),
    ],
)
def test_a_descriptor_that_is_wrong_is_refused(package: bytes, where: str, what: str) -> None:
    with pytest.raises(SerialisationError) as caught:
        list(load(FILES | {"datapackage.json": package}))
    assert caught.value.where == where
    assert what in caught.value.what


def paths(value: Any, so_far: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """The path of every value in a JSON document."""
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [so_far, *(path for key, each in inside for path in paths(each, (*so_far, key)))]


PACKAGE = json.loads(FILES["datapackage.json"])


@settings(max_examples=60, deadline=None)
@given(
    st.sampled_from([path for path in paths(PACKAGE) if path]),
    st.none()
    | st.booleans()
    | st.integers()
    | st.text(max_size=3)
    | st.just("../x")
    | st.just([{}])
    | st.just({"x": 1}),
)
def test_any_change_of_the_descriptor_reads_or_is_refused_with_a_sentence(path: tuple[Any, ...], value: Any) -> None:
    package = copy.deepcopy(PACKAGE)
    *way, last = path
    place = package
    for key in way:
        place = place[key]
    place[last] = value

    def sibling(name: str) -> BinaryIO:
        if name not in FILES:
            raise InputError("is missing", where=name)
        return io.BytesIO(FILES[name])

    with contextlib.suppress(BeldigestError):
        list(CsvImporter().load(io.BytesIO(json.dumps(package).encode()), sibling))


def test_a_package_without_a_column_is_refused() -> None:
    package = json.loads(FILES["datapackage.json"])
    table = next(each for each in package["resources"] if each["name"] == "lead")
    del table["schema"]["fields"][-1]
    lines = [line.rpartition(b",")[0] for line in FILES["lead.csv"].splitlines()]
    files = FILES | {"datapackage.json": json.dumps(package).encode(), "lead.csv": b"\r\n".join(lines)}
    with pytest.raises(SerialisationError, match="quote"):
        list(load(files))


def test_a_path_out_of_the_folder_is_refused(tmp_path: Path) -> None:
    beldigest.export(samples.full(), "csv", tmp_path / "tables")
    file = tmp_path / "tables" / "datapackage.json"
    file.write_bytes(file.read_bytes().replace(b'"actors.csv"', b'"../actors.csv"'))
    with pytest.raises(SerialisationError, match="leads out of the folder"):
        read_tables(tmp_path / "tables")


def test_a_package_of_tables_alone_says_what_to_do() -> None:
    with pytest.raises(SerialisationError, match="records=yes"):
        list(load(written(CsvExporter(), EVERY, records=False)))


def test_a_stream_says_what_to_do() -> None:
    with pytest.raises(InputError, match=r"datapackage\.json in its folder"):
        list(CsvImporter().load(io.BytesIO(FILES["datapackage.json"]), None))


def test_a_cell_of_another_type_is_named(tmp_path: Path) -> None:
    beldigest.export(samples.full(), "csv", tmp_path / "tables")
    file = tmp_path / "tables" / "figures.csv"
    file.write_bytes(file.read_bytes().replace(b",40,", b",forty,"))
    with pytest.raises(SerialisationError, match=r"figures\.csv, line 2, column value: 'forty' is no number"):
        list(read_tables(tmp_path / "tables")["figures"])


def test_a_missing_folder_or_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="nothing"):
        read_tables(tmp_path / "nothing")
    beldigest.export(samples.full(), "csv", tmp_path / "tables")
    (tmp_path / "tables" / "links.csv").unlink()
    with pytest.raises(InputError, match=r"links\.csv"):
        list(read_tables(tmp_path / "tables")["links"])


def test_only_its_own_data_packages_are_taken() -> None:
    assert CsvImporter().sniff(FILES["datapackage.json"][:4096]) == 1.0
    assert CsvImporter().sniff(b'{"name": "other", "resources": []}') == 0.0
    assert CsvImporter().sniff(b"briefing_id,story_id\r\n") == 0.0
