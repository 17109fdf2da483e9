"""The contract of exporters finds what breaks it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import count

import pytest

from beldigest import Briefing, Option, Sink
from beldigest.plugins.contracts import Layout, OptionValue
from beldigest.testing.contract import ExporterContract

Lines = Callable[[Iterable[Briefing]], Iterator[str]]


class Written:
    """An exporter of the lines that a function makes of briefings."""

    format = "written"
    description = "lines"
    media_type = "text/plain"
    suffix = ".txt"
    options: tuple[Option, ...] = ()

    def __init__(self, lines: Lines, name: str = "") -> None:
        self._lines = lines
        self._name = name

    def layout(self, options: Mapping[str, OptionValue]) -> Layout:
        return "file"

    def export(self, briefings: Iterable[Briefing], sink: Sink, options: Mapping[str, OptionValue]) -> None:
        with sink.text(self._name) as out:
            out.writelines(line + "\n" for line in self._lines(briefings))


def contract(lines: Lines, name: str = "") -> ExporterContract:
    class Contract(ExporterContract):
        exporter = Written(lines, name)

    return Contract()


def values(briefings: Iterable[Briefing]) -> Iterator[str]:
    """Numbers without the words that prove them, amid the text of the stories."""
    for briefing in briefings:
        for story in briefing.stories:
            yield from (paragraph.text for paragraph in story.paragraphs)
            yield from (str(figure.value) for figure in story.figures)


def quotes(briefings: Iterable[Briefing]) -> Iterator[str]:
    for briefing in briefings:
        for story in briefing.stories:
            for record in (*story.figures, *story.citations, *story.events):
                yield briefing.quote(record.span)


def held(briefings: Iterable[Briefing]) -> Iterator[str]:
    yield from quotes(list(briefings))


_numbers = count()


def numbered(briefings: Iterable[Briefing]) -> Iterator[str]:
    yield str(next(_numbers))
    yield from quotes(briefings)


def test_evidence_is_looked_for_beside_the_text() -> None:
    contract(quotes).test_carries_the_words_that_prove_a_record()
    with pytest.raises(AssertionError, match="writes 'f-40' of the figures without its words"):
        contract(values).test_carries_the_words_that_prove_a_record()


def test_briefings_that_are_held_are_found() -> None:
    contract(quotes).test_lets_briefings_go_as_it_writes()
    with pytest.raises(AssertionError, match="holds the briefings"):
        contract(held).test_lets_briefings_go_as_it_writes()


def test_output_that_changes_from_run_to_run_is_found() -> None:
    contract(quotes).test_writes_samples_alike_each_time("all")
    with pytest.raises(AssertionError):
        contract(numbered).test_writes_samples_alike_each_time("all")


def test_a_named_file_where_one_file_is_due_is_found() -> None:
    with pytest.raises(AssertionError):
        contract(quotes, "named.txt").test_writes_samples_alike_each_time("all")


def test_an_exporter_that_is_not_installed_is_found() -> None:
    with pytest.raises(pytest.fail.Exception, match="no entry point named 'written'"):
        contract(quotes).test_is_installed_under_its_format()
