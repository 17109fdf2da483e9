"""What the exporter and the importer refuse, and what they say."""

from __future__ import annotations

import contextlib
import copy
import io
import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from beldigest import BeldigestError, OptionError, SerialisationError
from beldigest.testing import samples
from beldigest.testing.contract import written
from beldigest_jsonld.exporter import DOCUMENT_START, JsonLdExporter
from beldigest_jsonld.importer import JsonLdImporter


def export(**options: Any) -> bytes:
    return written(JsonLdExporter(), [samples.full(), samples.hostile()], **options)[""]


def fault(data: bytes) -> SerialisationError:
    with pytest.raises(SerialisationError) as caught:
        list(JsonLdImporter().load(io.BytesIO(data), None))
    return caught.value


@pytest.mark.parametrize("base", ["digest", "digest/", "https://example.org/digest", "https://example.org/a b/", ""])
def test_a_base_that_is_no_absolute_iri_is_refused(base: str) -> None:
    with pytest.raises(OptionError, match="absolute IRI"):
        export(base=base)


def test_a_negative_number_of_characters_is_refused() -> None:
    with pytest.raises(OptionError, match="-1"):
        export(around=-1)


def test_a_wrong_field_is_named_with_its_record() -> None:
    wrong = export().replace(b'"bd:bound":"nearly"', b'"bd:bound":"almost"')
    assert fault(wrong).where == f"urn:beldigest:{samples.full().id}.stories[1].figures[1].bound"


def test_a_missing_field_is_named() -> None:
    assert "'name' is missing" in fault(export().replace(b'"name":"Ilya Branko",', b"")).what


def test_a_value_where_a_node_is_due_is_named() -> None:
    story = f'{{"@type":"NewsArticle","@id":"urn:beldigest:{samples.full().id}/s-berths"'.encode()
    caught = fault(export(lines=True).replace(story, b'"here",' + story))
    assert caught.where == f"urn:beldigest:{samples.full().id}"
    assert "'here'" in caught.what


def test_two_values_where_one_is_due_are_named() -> None:
    assert "2 values" in fault(export().replace(b'"inLanguage":"en"', b'"inLanguage":["en","be"]')).what


def test_a_position_that_is_no_number_is_named() -> None:
    assert "'first'" in fault(export().replace(b'"position":2', b'"position":"first"')).what


def test_a_missing_place_is_named() -> None:
    assert "TextPositionSelector" in fault(export().replace(b'"TextPositionSelector","start"', b'"Other","start"')).what


def test_a_folded_story_that_is_no_json_is_named() -> None:
    caught = fault(export().replace(b'"bd:record":"{', b'"bd:record":"'))
    assert caught.where.endswith("/s-copy")
    assert "bd:record" in caught.what


@pytest.mark.parametrize("lines", [False, True])
def test_broken_json_is_named_with_line_and_column(lines: bool) -> None:
    data = export(lines=lines)
    broken = data[: data.rindex(b"\n", 0, -4) + 1] + b'{"a":\n'
    assert fault(broken).where.startswith(f"line {broken.count(bytes([10]))}, column")


def paths(value: Any, so_far: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """The path of every value in a JSON document."""
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [so_far, *(path for key, each in inside for path in paths(each, (*so_far, key)))]


DOCUMENT = json.loads(export())
PATHS = [path for path in paths(DOCUMENT) if len(path) > 1]
ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inside: st.lists(inside, max_size=2) | st.dictionaries(st.sampled_from(("@id", "@type", "x")), inside),
    max_leaves=4,
)


@settings(max_examples=80, deadline=None)
@given(st.sampled_from(PATHS), ANYTHING, st.booleans())
def test_any_change_reads_or_is_refused_with_a_sentence(path: tuple[Any, ...], value: Any, by_line: bool) -> None:
    document = copy.deepcopy(DOCUMENT)
    *way, last = path
    place = document
    for key in way:
        place = place[key]
    place[last] = value
    text = json.dumps(document)
    if by_line:
        nodes = document["@graph"] if isinstance(document["@graph"], list) else []
        text = DOCUMENT_START.decode() + ",\n".join(map(json.dumps, nodes)) + "\n]}\n"
    with contextlib.suppress(BeldigestError):
        list(JsonLdImporter().load(io.BytesIO(text.encode()), None))


def test_a_line_that_is_no_briefing_is_named() -> None:
    assert fault(DOCUMENT_START + b"7\n]}\n").where == "line 2"


def test_a_document_that_breaks_off_is_noticed() -> None:
    assert "breaks off" in fault(export().removesuffix(b"]}\n")).what


def test_a_document_of_something_else_is_refused() -> None:
    other = {"@context": {"@vocab": "http://schema.org/"}, "@type": "Person", "name": "Ilya Branko"}
    assert "no node of the type Collection" in fault(json.dumps(other).encode()).what


def test_no_context_is_fetched() -> None:
    caught = fault(json.dumps({"@context": "https://schema.org", "name": "x"}).encode())
    assert "https://schema.org" in caught.what
    assert "inline" in caught.hint


def test_what_is_no_json_is_not_taken_for_json_ld() -> None:
    importer = JsonLdImporter()
    assert importer.sniff(export()[:4096]) == 1.0
    assert importer.sniff(b"BEGIN:VCALENDAR") == 0.0
    assert 0 < importer.sniff(b'{"@context": {}}') < 0.5
