"""The template passes the contract of every exporter, and writes what it says."""

from __future__ import annotations

from beldigest.testing import samples
from beldigest.testing.contract import ExporterContract, MemorySink, written
from beldigest_headlines import Headlines


class TestContract(ExporterContract):
    exporter = Headlines()
    option_sets = ({"numbers": True},)
    # Headlines are no records. A format that has figures, citations or events shows the words that prove them.
    records = ()


def test_one_headline_a_line() -> None:
    assert written(Headlines(), [samples.full()]) == {
        "": b"Harbour town counts its empty berths\nFerries rise to between 12 and 15 a day\n"
    }


def test_numbers() -> None:
    assert written(Headlines(), [samples.full()], numbers=True)[""].startswith(b"1. Harbour town")


def test_a_story_without_headline_is_noted() -> None:
    import attrs

    briefing = samples.full()
    bare = attrs.evolve(briefing, stories=(attrs.evolve(briefing.stories[0], headline=""),))
    sink = MemorySink()
    Headlines().export([bare], sink, {"numbers": False})
    assert sink.notes == ["1 stories have no headline: their lines are empty"]
