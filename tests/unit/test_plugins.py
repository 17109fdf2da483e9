"""What each kind of plug-in adds to a run."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

import beldigest
from beldigest.errors import InputError, PluginError
from beldigest.plugins.registry import Registry

SHIPS = """
import re
from beldigest import AnnotationMention, Span, hookimpl

def ships(reading, found, gazetteers):
    for match in re.finditer(r"MV [A-Z][a-z]+", reading.text):
        yield AnnotationMention(Span(*match.span()), "ship", match[0])

@hookimpl
def beldigest_recognisers():
    return [ships]
"""

NAMES = """
from beldigest import Gazetteer, GazetteerEntry, hookimpl

@hookimpl
def beldigest_gazetteers():
    entry = GazetteerEntry("Sandhaven Dockers' League", "organization", ("the Old League",), {"register": "o-1"})
    return [Gazetteer("harbour", (entry,), "made for a test")]
"""

NEVER_THE_SAME = """
from beldigest import hookimpl

@hookimpl
def beldigest_opinions():
    return [lambda a, b: False]
"""

UPPER = """
from beldigest import Source, hookimpl
from beldigest.readers.text import document

class Upper:
    format = "upper"
    media_types = ("text/x-upper",)
    suffixes = (".upper",)
    def sniff(self, head):
        return 0.0
    def read(self, stream, name):
        yield document(stream.read().decode().upper(), Source(name, "text/x-upper", ""))

@hookimpl
def beldigest_readers():
    return [Upper()]
"""

EMPTY = """
from beldigest import hookimpl
from beldigest.testing.samples import empty

class Empty:
    format = "void"
    suffixes = (".void",)
    def sniff(self, head):
        return 1.0 if head.startswith(b"void") else 0.0
    def load(self, stream, sibling):
        for line in stream:
            yield empty()

@hookimpl
def beldigest_importers():
    return [Empty()]
"""

TEXT = "Ships arrive\nMV Hope and MV Faith reached Sandhaven on March 3, 2024, the Old League said.\n"
COPIES = (Path(__file__).parents[2] / "examples" / "letter.txt").read_text("utf-8")
TWICE = TEXT + "\nShips arrive\n" + TEXT.split("\n")[1] + "\n"


def test_a_recogniser_adds_annotations(plugin: Any) -> None:
    briefing = beldigest.parse(TEXT, registry=Registry([plugin("recogniser.ships", SHIPS)], disabled=()))
    found = [note for story in briefing.stories for note in story.annotations]
    assert [(note.kind, note.value, briefing.quote(note.span)) for note in found] == [
        ("ship", "MV Hope", "MV Hope"),
        ("ship", "MV Faith", "MV Faith"),
    ]
    assert len({note.id for note in found}) == 2


def test_a_gazetteer_adds_names(plugin: Any) -> None:
    briefing = beldigest.parse(TEXT, registry=Registry([plugin("gazetteer.harbour", NAMES)], disabled=()))
    league = next(actor for actor in briefing.actors if "League" in actor.name)
    assert league.kind == "organization"
    assert [(each.scheme, each.value) for each in league.identifiers] == [("register", "o-1")]


def test_a_recogniser_that_cannot_be_loaded_is_named_in_the_briefing(plugin: Any) -> None:
    registry = Registry([plugin("recogniser.bad", "import no_such_module", "bad-dist")], disabled=())
    (notice,) = beldigest.parse(TEXT, registry=registry).warnings
    assert "no_such_module" in notice.message
    assert "bad-dist" in notice.where


@pytest.mark.parametrize("hook", ["beldigest_recognisers", "beldigest_opinions"])
def test_one_that_fails_at_work_is_named(plugin: Any, hook: str) -> None:
    source = f"from beldigest import hookimpl\n@hookimpl\ndef {hook}(): return [lambda *_: 1 / 0]"
    kind = "recogniser" if hook == "beldigest_recognisers" else "opinion"
    registry = Registry([plugin(f"{kind}.bad", source, "bad-dist")], disabled=())
    with pytest.raises(PluginError, match=r"bad-dist.*ZeroDivisionError"):
        beldigest.parse(COPIES, registry=registry)


def test_an_opinion_decides(plugin: Any) -> None:
    assert len(beldigest.parse(TWICE, registry=Registry([], disabled=())).stories) == 1
    registry = Registry([plugin("opinion.never", NEVER_THE_SAME)], disabled=())
    assert len(beldigest.parse(TWICE, registry=registry).stories) == 2


def test_a_reader_adds_a_format(plugin: Any, tmp_path: Path) -> None:
    path = tmp_path / "letter.upper"
    path.write_text(TEXT, "utf-8")
    registry = Registry([plugin("reader.upper", UPPER)], disabled=())
    assert next(beldigest.parse_file(path, registry=registry)).text == TEXT.upper()
    assert next(beldigest.read(path, format="text/x-upper", registry=registry)).source.media_type == "text/x-upper"


@pytest.mark.parametrize("format", [None, "void"])
def test_an_importer_brings_briefings_back(plugin: Any, tmp_path: Path, format: str | None) -> None:
    path = tmp_path / "old.void"
    path.write_text("void\nvoid\n", "utf-8")
    registry = Registry([plugin("void", EMPTY)], disabled=())
    assert [each.text for each in beldigest.parse_file(path, format=format, registry=registry)] == ["", ""]


def test_files_that_are_none(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "nothing.txt", "nul\0byte.txt"):
        with pytest.raises(InputError):
            next(beldigest.parse_file(path))
