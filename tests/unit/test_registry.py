"""The registry: lazy, isolating, with errors that name the distribution and the fault."""

from __future__ import annotations

import sys
from typing import Any

import pytest

import beldigest
from beldigest.errors import PluginError, UnknownFormatError
from beldigest.plugins.registry import DISABLE, Registry

GOOD = """
from beldigest import hookimpl

class Good:
    format = "good"
    description = "writes nothing"
    media_type = "text/plain"
    suffix = ".good"
    options = ()
    def layout(self, options): return "file"
    def export(self, briefings, sink, options): pass

@hookimpl
def beldigest_exporters():
    return [Good()]
"""

READER = """
from beldigest import hookimpl

class Own:
    format = "own"
    media_types = ("text/x-own",)
    suffixes = (".own",)
    def sniff(self, head): return 0.0
    def read(self, stream, name): yield from ()

@hookimpl
def beldigest_readers():
    return [Own()]
"""

IMPORTER = """
from beldigest import hookimpl

class Old:
    format = "old"
    suffixes = (".old",)
    def sniff(self, head): return 1.0
    def load(self, stream, sibling): yield from ()

@hookimpl
def beldigest_importers():
    return [Old()]
"""


def test_listing_imports_nothing(plugin: Any) -> None:
    point = plugin("good", "raise SystemExit('imported')")
    registry = Registry([point], disabled=())
    assert registry.formats() == ("good",)
    assert [(each.name, each.distribution, each.version) for each in registry.plugins] == [
        ("good", "some-plugin", "1.0")
    ]
    assert point.module not in sys.modules


def test_a_format_is_found_by_name_and_others_stay_unloaded(plugin: Any) -> None:
    good, other = plugin("good", GOOD), plugin("other", "raise RuntimeError")
    assert Registry([good, other], disabled=()).exporter("good").format == "good"
    assert other.module not in sys.modules


HOOK = "from beldigest import hookimpl\n@hookimpl\n"
BAD = GOOD.replace('"good"', '"bad"')


@pytest.mark.parametrize(
    ("source", "fault"),
    [
        ("import no_such_module_at_all", "cannot be imported: ModuleNotFoundError"),
        ("raise SystemExit(3)", "cannot be imported: SystemExit"),
        ("1 +", "cannot be imported: SyntaxError"),
        ("x = 1", "implements no hook; mark its functions with beldigest.hookimpl"),
        (BAD.replace("@hookimpl", ""), "implements no hook"),
        (HOOK + "def beldigest_exporter(): return []", "unknown hook, beldigest_exporter; did you mean"),
        (HOOK + "def beldigest_exporters(colour): return []", "argument 'colour' that the hook does not give"),
        (HOOK + "def beldigest_exporters(): return 1 / 0", "beldigest_exporters failed: ZeroDivisionError"),
        (HOOK + "def beldigest_exporters(): raise SystemExit", "beldigest_exporters failed: SystemExit"),
        (HOOK + "def beldigest_exporters(): yield 1 / 0", "beldigest_exporters failed: ZeroDivisionError"),
        ("from beldigest import InputError\nraise InputError('no')", "cannot be imported: InputError: no"),
        (HOOK + "def beldigest_exporters(): return []", "gives no exporter"),
        (HOOK + "def beldigest_exporters(): pass", "returns None; return a list"),
        (HOOK + "def beldigest_exporters(): return 7", "returns 7; return a list"),
        (HOOK + "def beldigest_readers(): return []", "named reader.NAME"),
        ("BELDIGEST_API_VERSION = 99", "version 99"),
        (GOOD, "gives the format 'good'"),
        (BAD.replace("[Good()]", "[Good(), Good()]"), "gives 2 for one format"),
        (BAD.replace("[Good()]", "[Good]"), "gives the class Good and not an object of it"),
        (BAD.replace('description = "writes nothing"', ""), "has no 'description'"),
        (BAD.replace("options = ()", "options = ['a']"), "Good.options is ['a'], not a tuple of Option"),
        (
            BAD.replace("sink, options)", "sink)"),
            "takes (briefings, sink) and is called with (briefings, sink, options)",
        ),
        (BAD.replace("def layout(self, options): return", "layout ="), "which cannot be called"),
    ],
)
def test_a_broken_plugin_is_named_and_the_others_go_on(plugin: Any, source: str, fault: str) -> None:
    registry = Registry([plugin("bad", source, "broken-dist"), plugin("good", GOOD)], disabled=())
    with pytest.raises(PluginError) as error:
        registry.exporter("bad")
    assert fault in str(error.value)
    assert "bad" in str(error.value)
    assert registry.exporter("good").format == "good"
    assert "broken-dist" in str(error.value)
    assert len(registry.faults()) == 1


def test_a_broken_recogniser_does_not_stop_the_others(plugin: Any) -> None:
    source = (
        "from beldigest import hookimpl\ndef find(*_): return []\n@hookimpl\ndef beldigest_recognisers(): return [find]"
    )
    registry = Registry(
        [plugin("recogniser.bad", "raise ValueError('no')"), plugin("recogniser.fine", source)], disabled=()
    )
    (find,) = registry.recognisers()
    assert find(beldigest.Reading.of("text"), beldigest.Mentions(), ()) == []
    assert len(registry.faults("recogniser")) == 1


def test_two_distributions_that_claim_one_name_are_both_named(plugin: Any) -> None:
    registry = Registry([plugin("good", GOOD, "first-dist"), plugin("good", GOOD, "second-dist")], disabled=())
    with pytest.raises(PluginError, match="first-dist and by second-dist"):
        registry.exporter("good")
    assert any("first-dist and by second-dist" in str(fault) for fault in registry.faults())


def test_a_missing_known_format_says_what_to_install() -> None:
    with pytest.raises(UnknownFormatError, match="pip install beldigest-jsonld"):
        Registry([], disabled=()).exporter("jsonld")


def test_an_unknown_format_lists_those_that_are_here(plugin: Any) -> None:
    with pytest.raises(UnknownFormatError, match="formats here: good, json"):
        Registry([plugin("good", GOOD)], disabled=()).exporter("docx")


def test_plugins_can_be_disabled_by_name(plugin: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(DISABLE, "good, other")
    registry = Registry([plugin("good", GOOD)])
    assert registry.plugins == ()
    with pytest.raises(UnknownFormatError, match="disabled"):
        registry.exporter("good")


def test_an_entry_point_of_no_known_kind_is_a_fault_and_no_format(plugin: Any) -> None:
    registry = Registry([plugin("recognizer.ships", GOOD)], disabled=())
    assert registry.formats() == ()
    assert "recogniser.NAME" in str(registry.faults()[0])


@pytest.mark.parametrize(
    ("name", "source"), [("json", GOOD.replace('"good"', '"json"')), ("reader.txt", READER.replace('"own"', '"txt"'))]
)
def test_the_formats_of_the_library_cannot_be_claimed(plugin: Any, name: str, source: str) -> None:
    (fault,) = Registry([plugin(name, source)], disabled=()).faults()
    assert "library" in fault.what
    assert "another name" in fault.hint


def test_a_format_that_is_only_read_back_cannot_be_written(plugin: Any) -> None:
    registry = Registry([plugin("old", IMPORTER, "old-dist")], disabled=())
    assert registry.importer("old").suffixes == (".old",)
    with pytest.raises(UnknownFormatError, match="cannot be written; old-dist"):
        registry.exporter("old")
