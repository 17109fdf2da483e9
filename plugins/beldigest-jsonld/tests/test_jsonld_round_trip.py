"""What was written reads back as the same briefings."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import attrs
import pytest
import rdflib
from hypothesis import given, settings
from hypothesis import strategies as st
from pyld import jsonld

import beldigest
from beldigest import Briefing
from beldigest.testing import samples, strategies
from beldigest.testing.contract import written
from beldigest_jsonld.exporter import JsonLdExporter
from beldigest_jsonld.importer import JsonLdImporter

SAMPLES = {"empty": samples.empty(), "full": samples.full(), "hostile": samples.hostile()}


def export(briefings: list[Briefing], **options: Any) -> bytes:
    return written(JsonLdExporter(), briefings, **options)[""]


def load(data: bytes) -> list[Briefing]:
    return list(JsonLdImporter().load(io.BytesIO(data), None))


@settings(max_examples=40, deadline=None)
@given(
    st.lists(strategies.briefings(), max_size=3),
    st.booleans(),
    st.sampled_from(("urn:beldigest:", "https://example.org/digest/", "https://example.org/d?id=")),
)
def test_any_briefings_read_back_equal(briefings: list[Briefing], lines: bool, base: str) -> None:
    assert load(export(briefings, lines=lines, base=base)) == briefings


@settings(max_examples=20, deadline=None)
@given(strategies.any_text, strategies.any_text)
def test_any_id_is_kept(briefing_id: str, actor_id: str) -> None:
    full = samples.full()
    actor, *others = full.actors
    story = full.stories[1]
    named = attrs.evolve(story, mentions=(attrs.evolve(story.mentions[0], actor=actor_id),), duplicates=())
    briefing = attrs.evolve(
        full, id=briefing_id, stories=(named,), actors=(attrs.evolve(actor, id=actor_id), *others), lead=(), sections=()
    )
    assert load(export([briefing])) == [briefing]


@pytest.mark.parametrize("name", SAMPLES)
@pytest.mark.parametrize("form", ["expanded", "flattened", "indented"])
def test_other_forms_of_the_same_graph_read_back_equal(name: str, form: str) -> None:
    document = json.loads(export([SAMPLES[name]]))
    other = {"expanded": jsonld.expand, "flattened": jsonld.flatten, "indented": lambda same: same}[form](document)
    assert load(json.dumps(other, indent=1).encode()) == [SAMPLES[name]]


def test_a_document_compacted_under_another_context_reads_back_equal() -> None:
    document = json.loads(export([SAMPLES["full"]]))
    other = jsonld.compact(document, {"s": "http://schema.org/", "oa": "http://www.w3.org/ns/oa#"})
    assert load(json.dumps(other).encode()) == [SAMPLES["full"]]


def test_through_rdf_only_the_order_of_names_and_of_actors_is_lost() -> None:
    graph = rdflib.Graph().parse(data=export([SAMPLES["full"]]), format="json-ld")
    (back,) = load(graph.serialize(format="json-ld").encode())

    def unordered(value: Any) -> Any:
        if isinstance(value, dict):
            return {name: unordered(each) for name, each in value.items()}
        if isinstance(value, tuple):
            found = [unordered(each) for each in value]
            return sorted(found) if found and all(isinstance(each, str) for each in found) else found
        return value

    assert unordered(attrs.asdict(back)) == unordered(attrs.asdict(SAMPLES["full"]))


def test_the_library_finds_the_reader_by_the_suffix(tmp_path: Path) -> None:
    every = list(SAMPLES.values())
    for name, lines in (("all.jsonld", False), ("all.ndjson", True)):
        beldigest.export(every, "jsonld", tmp_path / name, lines=lines)
        assert list(beldigest.parse_file(tmp_path / name)) == every


def test_one_megabyte_paragraphs_read_back_equal() -> None:
    full = samples.full()
    words = "a long line \ud800 " * 70_000
    story = full.stories[0]
    long = attrs.evolve(story, paragraphs=(attrs.evolve(story.paragraphs[0], text=words), *story.paragraphs[1:]))
    briefing = attrs.evolve(full, stories=(long, *full.stories[1:]))
    assert load(export([briefing])) == [briefing]
