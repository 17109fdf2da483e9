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


@pytest.mark.parametrize(
    ("source", "fault"),
    [
        ("import no_such_module_at_all", "cannot be imported: ModuleNotFoundError"),
        ("raise SystemExit(3)", "cannot be imported: SystemExit"),
        ("1 +", "cannot be imported: SyntaxError"),
        ("x = 1", "implements no hook"),
        ("from beldigest import hookimpl\n@hookimpl\ndef beldigest_exporter(): return []", "unknown hook"),
        ("from beldigest import hookimpl\n@hookimpl\ndef beldigest_exporters(colour): return []", "colour"),
        ("from beldigest import hookimpl\n@hookimpl\ndef beldigest_exporters(): return 1 / 0", "ZeroDivisionError"),
        ("from beldigest import hookimpl\n@hookimpl\ndef beldigest_exporters(): return []", "gives 0 exporters"),
        ("from beldigest import hookimpl\n@hookimpl\ndef beldigest_readers(): return []", "named reader.NAME"),
        ("BELDIGEST_API_VERSION = 99", "version 99"),
    ],
)
def test_a_broken_plugin_is_named_and_the_others_go_on(plugin: Any, source: str, fault: str) -> None:
    registry = Registry([plugin("bad", source, "broken-dist"), plugin("good", GOOD)], disabled=())
    with pytest.raises(PluginError) as error:
        registry.exporter("bad")
    assert fault in str(error.value)
    assert "bad" in str(error.value)
    assert registry.exporter("good").format == "good"
    if "gives 0" not in fault:
        assert "broken-dist" in str(error.value)
        assert len(registry.faults()) == 1
        assert registry.importers() == []


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
