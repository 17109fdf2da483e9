"""What stands in the files."""

from __future__ import annotations

import io
from typing import Any

import attrs
import pytest

import beldigest
from beldigest import TABLES, OptionError
from beldigest.plugins.options import checked
from beldigest.testing import samples
from beldigest.testing.contract import MemorySink, written
from beldigest_csv.exporter import CsvExporter

EVERY = [samples.empty(), samples.full(), samples.hostile()]


def files(**options: Any) -> dict[str, bytes]:
    return written(CsvExporter(), EVERY, **options)


def test_there_is_one_file_a_table_with_what_describes_them() -> None:
    names = {f"{table.name}.csv" for table in TABLES}
    assert set(files()) == names | {"datapackage.json", "csv-metadata.json", "records.json"}
    assert set(files(records=False)) == names | {"datapackage.json", "csv-metadata.json"}


def test_lines_end_as_rfc_4180_has_it() -> None:
    data = files()["event_actors.csv"]
    assert data.startswith(b"briefing_id,event_id,actor_id\r\n")
    assert data.endswith(b"\r\n")
    assert data.count(b"\r\n") == data.count(b"\r") == data.count(b"\n") > 2


def test_one_table_goes_to_a_stream() -> None:
    out = io.BytesIO()
    beldigest.export(EVERY, "csv", out, table="citations")
    assert out.getvalue() == files()["citations.csv"]


def test_a_folder_does_not_go_to_a_stream() -> None:
    with pytest.raises(OptionError, match="folder"):
        beldigest.export(EVERY, "csv", io.BytesIO())


def test_an_unknown_table_names_the_known_ones() -> None:
    with pytest.raises(OptionError, match="citation_spans"):
        beldigest.export(EVERY, "csv", io.BytesIO(), table="quotes")


def test_excel_finds_its_byte_order_mark_in_tables_alone() -> None:
    for name, data in files(excel=True).items():
        assert data.startswith(b"\xef\xbb\xbf") == name.endswith(".csv")


def test_cells_too_long_for_excel_are_reported() -> None:
    full = samples.full()
    story = full.stories[0]
    long = attrs.evolve(story.paragraphs[0], text="x" * 40_000)
    briefing = attrs.evolve(full, stories=(attrs.evolve(story, paragraphs=(long,)), *full.stories[1:]))
    sink = MemorySink()
    CsvExporter().export([briefing], sink, checked(CsvExporter(), {"excel": True}))
    (note,) = sink.notes
    assert "32,767" in note
    assert "1 cells of the table 'paragraphs'" in note


def test_formulae_are_guarded_unless_told_otherwise() -> None:
    assert b"\"'=HYPERLINK(" in files()["stories.csv"]
    assert b'"=HYPERLINK(' in files(guard=False)["stories.csv"]
    assert b"Text cells that begin like a formula" in files()["datapackage.json"]
    assert b"Text cells that begin like a formula" in files()["csv-metadata.json"]
    assert b"like a formula" not in files(guard=False)["datapackage.json"] + files(guard=False)["csv-metadata.json"]


def test_a_briefing_that_comes_again_is_left_out_and_reported() -> None:
    sink = MemorySink()
    CsvExporter().export([*EVERY, samples.full(), samples.full()], sink, checked(CsvExporter(), {}))
    assert sink.contents == files()
    assert sink.notes == ["2 briefings left out, since ids came again and keys are unique: letter.txt"]
