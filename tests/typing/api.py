"""How users and authors of plug-ins call the library. Checked with mypy --strict, never run."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from io import BytesIO
from pathlib import Path

import beldigest
from beldigest import Briefing, Exporter, Option, Sink, hookimpl
from beldigest.plugins.contracts import Layout, OptionValue

briefing: Briefing = beldigest.parse("text", published=dt.date(2025, 3, 21), language="en")
failed: list[beldigest.BeldigestError] = []
archive: Iterator[Briefing] = beldigest.parse_files(["letters", Path("more")], failed=failed.append)
many: Iterator[Briefing] = beldigest.parse_file("letters.mbox", format="mbox")
folded: tuple[Briefing, ...] = beldigest.deduplicate(many)
report: beldigest.Report = beldigest.export(folded, "csv", "folder", excel=True)
beldigest.export(briefing, "json", BytesIO())

text: str = beldigest.to_json(briefing)
again: Briefing = beldigest.from_json(text)

for story in briefing.stories:
    for figure in story.figures:
        value: Decimal | None = figure.value
        words: str = briefing.quote(figure.span)
        evidence: beldigest.Span = beldigest.sentence(briefing, figure.span)
    for event in story.events:
        first: dt.date | None = event.when.first

index = beldigest.StoryIndex(beldigest.DuplicateOptions("strict", within_days=7))
index.add((story.id, beldigest.StoryText.of(story, briefing)) for story in briefing.stories)
known: list[str] = [match.key for match in index.ask(beldigest.StoryText("headline", "text"))]

same: bool = beldigest.compare_names("Lukashenko", "Łukašenka", "person").same
kinds: tuple[beldigest.DateMention, ...] = beldigest.find_dates("on Friday", published=dt.date(2025, 3, 21))


class Format:
    format = "mine"
    description = "mine"
    media_type = "text/plain"
    suffix = ".mine"
    options = (Option("loud", False, "says so"),)

    def layout(self, options: Mapping[str, OptionValue]) -> Layout:
        return "file"

    def export(self, briefings: Iterable[Briefing], sink: Sink, options: Mapping[str, OptionValue]) -> None:
        with sink.text() as out:
            out.writelines(each.id for each in briefings)


class Incomplete:
    format = "mine"


@hookimpl
def beldigest_exporters() -> list[Exporter]:
    return [Format()]


wrong: Exporter = Incomplete()  # type: ignore[assignment]
beldigest.parse(17)  # type: ignore[arg-type]
beldigest.prase("text")  # type: ignore[attr-defined]
beldigest.parse("text", published=2025)  # type: ignore[arg-type]
briefing.title = "frozen"  # type: ignore[misc]
