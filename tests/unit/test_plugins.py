"""What each kind of plug-in adds to a run."""

from __future__ import annotations

import re
from collections.abc import Generator
from pathlib import Path
from typing import Any

import pytest

import beldigest
from beldigest.errors import InputError, OptionError, PluginError
from beldigest.plugins.plugin import HOOKS
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
ALIKE = """Court rules
The harbour court in Sandhaven ruled on March 3, 2024, that the fishermen of Aldra must be paid 40,000 crowns each.

Nets paid
The fishermen of Aldra must be paid 40,000 crowns each, and the harbour board now has a month to appeal against it.
"""
TWICE = TEXT + "\nShips arrive\n" + TEXT.split("\n")[1] + "\n"


def test_a_recogniser_adds_annotations(plugin: Any) -> None:
    briefing = beldigest.parse(TEXT, registry=Registry([plugin("recogniser.ships", SHIPS)], disabled=()))
    found = [note for story in briefing.stories for note in story.annotations]
    assert [(note.kind, note.value, briefing.quote(note.span)) for note in found] == [
        ("ship", "MV Hope", "MV Hope"),
        ("ship", "MV Faith", "MV Faith"),
    ]
    assert len({note.id for note in found}) == 2


def test_a_recogniser_of_the_caller_needs_no_plugin() -> None:
    def ships(reading: Any, found: Any, gazetteers: Any) -> Any:
        return [beldigest.AnnotationMention(beldigest.Span(*match.span()), "ship", match[0]) for match in hits(reading)]

    def hits(reading: Any) -> Any:
        return re.finditer(r"MV [A-Z][a-z]+", reading.text)

    briefing = beldigest.parse(TEXT, recognisers=[ships])
    assert [note.value for story in briefing.stories for note in story.annotations] == ["MV Hope", "MV Faith"]


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (lambda *_: ["ship"], "it is 'ship', not DateMention or"),
        (lambda reading: [], "is called with (reading, found, gazetteers)"),
        ("ships", "which cannot be called"),
    ],
)
def test_a_wrong_recogniser_of_the_caller_is_one_sentence(wrong: Any, said: str) -> None:
    with pytest.raises(OptionError) as error:
        beldigest.parse(TEXT, recognisers=[wrong])
    assert said in str(error.value)


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


OWN = """
from beldigest import *
from beldigest import hookimpl

class Own:
    format = "own"
    media_types = ("text/x-own",)
    suffixes = (".own",)
    description = "own"
    media_type = "text/x-own"
    suffix = ".own"
    options = ()
    def sniff(self, head): return {sure}
    def read(self, stream, name): {read}
    def load(self, stream, sibling): {load}
    def layout(self, options): {layout}
    def export(self, briefings, sink, options): {export}

@hookimpl
def beldigest_{hook}(): return [Own()]
"""


def own(
    read: str = "pass",
    load: str = "pass",
    layout: str = "return 'file'",
    export: str = "pass",
    *,
    hook: str,
    sure: str = "1.0",
) -> str:
    """The source of a plug-in of one format whose methods have these bodies."""
    return OWN.format(read=read, load=load, layout=layout, export=export, hook=hook, sure=sure)


READING = [
    ("return 1 / 0", "read failed: ZeroDivisionError"),
    ("raise SystemExit('no licence')", "read failed: SystemExit: no licence"),
    ("return Document('x', (), Source('x', 'x', ''))", "read failed: TypeError"),
    ("yield 'x'", "it is 'x', not Document"),
    ("yield Document('x', (Block('verse', Span(0, 1)),), Source('x', 'x', ''))", "blocks[0].kind is 'verse'"),
    ("yield Document('x', (Block('paragraph', Span(0, 2)),), Source('x', 'x', ''))", "is to lie between 0 and 1"),
    (
        "yield Document('xyz', (Block('paragraph', Span(0, 2), strong=(Span(1, 3),)),), Source('x', 'x', ''))",
        "Span(start=1, end=3) is to lie in it",
    ),
    ("yield Document('x', (), Source('x', 'x', ''), days={1: 'Monday'})", "days[1] is 'Monday', not date"),
]


@pytest.mark.parametrize(("body", "fault"), READING, ids=[fault for _, fault in READING])
def test_a_reader_that_breaks_its_contract_is_named(plugin: Any, tmp_path: Path, body: str, fault: str) -> None:
    (tmp_path / "in.own").write_text(TEXT, "utf-8")
    source = own(read=body, hook="readers")
    registry = Registry([plugin("reader.own", source, "bad-dist")], disabled=())
    with pytest.raises(PluginError) as error:
        list(beldigest.parse_file(tmp_path / "in.own", registry=registry))
    assert "bad-dist" in error.value.where
    assert fault in str(error.value)


@pytest.mark.parametrize(("name", "hook"), [("reader.own", "readers"), ("own", "importers")])
def test_a_source_is_recognised_with_a_number(plugin: Any, tmp_path: Path, name: str, hook: str) -> None:
    (tmp_path / "in.own").write_text(TEXT, "utf-8")
    source = own("yield", "yield", hook=hook, sure="'yes'")
    registry = Registry([plugin(name, source, "bad-dist")], disabled=())
    with pytest.raises(PluginError, match=r"bad-dist.*sniff gives 'yes'; give a number from 0 to 1"):
        list(beldigest.parse_file(tmp_path / "in.own", registry=registry))


def test_an_importer_that_gives_no_briefings_is_named(plugin: Any, tmp_path: Path) -> None:
    (tmp_path / "in.own").write_text(TEXT, "utf-8")
    source = own(load="yield 'x'", hook="importers")
    registry = Registry([plugin("own", source, "bad-dist")], disabled=())
    with pytest.raises(PluginError, match=r"bad-dist.*load gives 'x', not a Briefing"):
        list(beldigest.parse_file(tmp_path / "in.own", registry=registry))


@pytest.mark.parametrize(
    ("layout", "export", "fault"),
    [
        ("return 'dir'", "pass", "layout gives 'dir'"),
        ("return 'file'", "1 / 0", "export failed: ZeroDivisionError"),
        ("return 'file'", "raise SystemExit", "export failed: SystemExit"),
        ("return 'file'", "pass", "opened no file"),
        ("return 'file'", "\n        for _ in 'ab':\n            with sink.text(): pass", "opened its file twice"),
        ("return 'folder'", "sink.text('../x').__enter__()", "no name of a file in a folder"),
    ],
)
def test_an_exporter_that_breaks_its_contract_leaves_nothing(
    plugin: Any, tmp_path: Path, layout: str, export: str, fault: str
) -> None:
    source = own(layout=layout, export=export, hook="exporters")
    registry = Registry([plugin("own", source, "bad-dist")], disabled=())
    (tmp_path / "out").mkdir()
    with pytest.raises(PluginError, match=f"bad-dist.*{fault}"):
        beldigest.export(beldigest.parse(TEXT), "own", tmp_path / "out" / "it", registry=registry)
    assert list((tmp_path / "out").iterdir()) == []


def test_an_error_in_the_briefings_is_not_the_exporters(plugin: Any, tmp_path: Path) -> None:
    registry = Registry([plugin("own", own(export="list(briefings)", hook="exporters"))], disabled=())
    with pytest.raises(ZeroDivisionError):
        beldigest.export((1 / 0 for _ in "x"), "own", tmp_path / "it", registry=registry)


@pytest.mark.parametrize("stopped", [KeyboardInterrupt, BrokenPipeError])
def test_what_stops_the_program_is_no_fault_of_a_plugin(
    plugin: Any, tmp_path: Path, stopped: type[BaseException]
) -> None:
    source = own(export=f"raise {stopped.__name__}", hook="exporters")
    with pytest.raises(stopped):
        beldigest.export([], "own", tmp_path / "it", registry=Registry([plugin("own", source)], disabled=()))


def test_documents_of_a_reader_may_be_left_unread(plugin: Any, tmp_path: Path) -> None:
    (tmp_path / "in.upper").write_text(TEXT, "utf-8")
    documents = beldigest.read(tmp_path / "in.upper", registry=Registry([plugin("reader.upper", UPPER)], disabled=()))
    assert isinstance(documents, Generator)
    next(documents)
    documents.close()


FUNCTION = "from beldigest import Gazetteer, hookimpl\n@hookimpl\ndef beldigest_{}s(): return [{}]"
ASKED: dict[str, tuple[str, str, Any]] = {
    "beldigest_exporters": ("own", own(hook="exporters"), lambda registry: [registry.exporter("own")]),
    "beldigest_importers": ("own", own(hook="importers"), lambda registry: registry.importers()),
    "beldigest_readers": ("reader.own", own(hook="readers"), lambda registry: registry.readers()),
    "beldigest_recognisers": (
        "recogniser.own",
        FUNCTION.format("recogniser", "lambda *_: []"),
        lambda registry: registry.recognisers(),
    ),
    "beldigest_gazetteers": (
        "gazetteer.own",
        FUNCTION.format("gazetteer", "Gazetteer('own', ())"),
        lambda registry: registry.gazetteers(),
    ),
    "beldigest_opinions": (
        "opinion.own",
        FUNCTION.format("opinion", "lambda a, b: None"),
        lambda registry: registry.opinions(),
    ),
}


@pytest.mark.parametrize("hook", [hook for hooks in HOOKS.values() for hook in hooks])
def test_what_a_hook_gives_can_be_had_from_the_registry(plugin: Any, hook: str) -> None:
    name, source, asked = ASKED[hook]
    registry = Registry([plugin(name, source)], disabled=())
    assert len(asked(registry)) == 1
    assert registry.faults() == []


MENTIONS = [
    ("1 / 0", "failed: ZeroDivisionError"),
    ("raise SystemExit", "failed: SystemExit"),
    ("return None", "gives None, and mentions are due"),
    ("return ['ship']", "it is 'ship', not DateMention or"),
    ("return [AnnotationMention((0, 1), 'ship', 'Hope')]", "span is (0, 1), not Span"),
    ("return [AnnotationMention(Span(0, 10**6), 'ship', 'Hope')]", "does not lie in"),
    ("return [AnnotationMention(Span(5, 1), 'ship', 'Hope')]", "does not lie in"),
    ("return [ActorMention(Span(0, 1), 'ship')]", "kind is 'ship', not one of person"),
    ("return [CitationMention('direct quote', ())]", "content is empty"),
    ("return [FigureMention(Span(0, 1), Span(0, 1))]", "neither value nor both low and high"),
    ("return [FigureMention(Span(0, 1), Span(0, 1), Decimal('NaN'))]", "NaN is no number"),
    ("return [AnnotationMention(Span(1, 1), 'ship', 'Hope')]", "holds no character"),
    ("return [DateMention(Span(0, 1), 'date', when=When('May', '2024-99'))]", "'2024-99', which is no EDTF"),
]


@pytest.mark.parametrize(("body", "fault"), MENTIONS, ids=[fault for _, fault in MENTIONS])
def test_a_recogniser_that_breaks_its_contract_is_named(plugin: Any, body: str, fault: str) -> None:
    source = f"from decimal import Decimal\nfrom beldigest import *\ndef find(reading, found, known): {body}\n"
    source += "@hookimpl\ndef beldigest_recognisers(): return [find]"
    registry = Registry([plugin("recogniser.bad", source, "bad-dist")], disabled=())
    with pytest.raises(PluginError) as error:
        beldigest.parse(COPIES, registry=registry)
    assert "bad-dist" in error.value.where
    assert fault in str(error.value)


@pytest.mark.parametrize(
    ("body", "fault"), [("1 / 0", "ZeroDivisionError"), ("'same'", "is 'same', and True, False or None is due")]
)
def test_an_opinion_that_breaks_its_contract_is_named(plugin: Any, body: str, fault: str) -> None:
    source = f"from beldigest import hookimpl\n@hookimpl\ndef beldigest_opinions(): return [lambda a, b: {body}]"
    with pytest.raises(PluginError, match=rf"bad-dist.*{fault}"):
        beldigest.parse(COPIES, registry=Registry([plugin("opinion.bad", source, "bad-dist")], disabled=()))


GIVEN = [
    ("recogniser", "lambda: []", "takes () and is called with (reading, found, gazetteers)"),
    ("opinion", "lambda a: True", "takes (a) and is called with (a, b)"),
    ("recogniser", "'ships'", "cannot be called"),
    ("gazetteer", "'Radio Halm'", "it is 'Radio Halm', not Gazetteer"),
    ("gazetteer", "Gazetteer('g', (GazetteerEntry('Halm', 'ship'),))", "entries[0].kind is 'ship'"),
    ("gazetteer", "Gazetteer('g', (GazetteerEntry('Halm', 'group', 'RH'),))", "aliases is 'RH', not a tuple of str"),
]


@pytest.mark.parametrize(("kind", "given", "fault"), GIVEN, ids=[fault for *_, fault in GIVEN])
def test_what_is_none_of_what_a_hook_asks_for_is_named_in_the_briefing(
    plugin: Any, kind: str, given: str, fault: str
) -> None:
    hook = f"@hookimpl\ndef beldigest_{kind}s(): return [{given}]"
    source = f"from beldigest import Gazetteer, GazetteerEntry, hookimpl\n{hook}"
    registry = Registry([plugin(f"{kind}.bad", source, "bad-dist")], disabled=())
    (notice,) = beldigest.parse(TEXT, registry=registry).warnings
    assert "bad-dist" in notice.where
    assert fault in notice.message


def test_an_opinion_that_decides_against_the_count_is_the_reason() -> None:
    letter = beldigest.parse(ALIKE)
    assert len(letter.stories) == 2
    (story,) = beldigest.deduplicate(letter, opinions=[lambda a, b: True])[0].stories
    assert story.duplicates[0].reason.startswith("an opinion holds them to be the same, though ")


def test_an_opinion_decides(plugin: Any) -> None:
    assert len(beldigest.parse(TWICE, registry=Registry([], disabled=())).stories) == 1
    registry = Registry([plugin("opinion.never", NEVER_THE_SAME)], disabled=())
    assert len(beldigest.parse(TWICE, registry=registry).stories) == 2
    (briefing,) = beldigest.deduplicate(beldigest.parse(TWICE), opinions=[lambda a, b: False])
    assert len(briefing.stories) == 2


def test_what_a_reader_says_of_words_in_a_block_is_taken(plugin: Any, tmp_path: Path) -> None:
    (tmp_path / "in.own").write_text(TEXT, "utf-8")
    block = "Block('paragraph', Span(0, 3), strong=(Span(0, 1),), links=(Link('https://x.example', Span(2, 3)),))"
    source = own(read=f"yield Document('xyz', ({block},), Source('x', 'x', ''))", hook="readers")
    registry = Registry([plugin("reader.own", source)], disabled=())
    (document,) = beldigest.read(tmp_path / "in.own", registry=registry)
    assert [document.text[span.start : span.end] for span in document.blocks[0].strong] == ["x"]


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
