"""The exporter: briefings to one page, or to a folder of notes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain

from beldigest import Briefing, Option, Sink
from beldigest.plugins.contracts import Layout, OptionValue
from beldigest_markdown import parts
from beldigest_markdown.escape import escaped
from beldigest_markdown.filenames import FileNames
from beldigest_markdown.footnotes import Footnotes
from beldigest_markdown.notes import Notes
from beldigest_markdown.page import page


class Markdown:
    """Writes briefings to be read."""

    format = "markdown"
    description = "Markdown: a page to read, or a folder of linked notes"
    media_type = "text/markdown"
    suffix = ".md"
    options = (Option("layout", "page", "one page, or a folder of notes that link to one another", ("page", "notes")),)

    def layout(self, options: Mapping[str, OptionValue]) -> Layout:
        """One file for a page, a folder for notes."""
        return "folder" if options["layout"] == "notes" else "file"

    def export(self, briefings: Iterable[Briefing], sink: Sink, options: Mapping[str, OptionValue]) -> None:
        """Writes the briefings in the layout chosen; in notes, a briefing that comes twice is written once."""
        if options["layout"] == "notes":
            _folder(briefings, sink)
        else:
            with sink.text() as out:
                out.writelines(map(_text, _page(briefings)))


def _text(lines: Iterable[str]) -> str:
    return "\n".join(lines) + "\n"


def _page(briefings: Iterable[Briefing]) -> Iterator[Iterable[str]]:
    """One briefing with front matter of its own, or many one under the other; the lines of each part."""
    every = iter(briefings)
    first = next(every, None)
    second = next(every, None)
    if first is None or second is not None:
        yield parts.front_matter([("title", "Briefings")])
    else:
        yield parts.front_matter(parts.briefing_fields(first))
    number = 1
    for briefing in chain(filter(None, (first, second)), every):
        footnotes = Footnotes(number)
        yield page(briefing, footnotes)
        # By now its lines are written, for the next part is asked for after them.
        number = footnotes.next


def _folder(briefings: Iterable[Briefing], sink: Sink) -> None:
    seen: set[str] = set()
    folders = FileNames()
    with sink.text("index.md") as index:
        index.write(_text(parts.front_matter([("title", "Briefings")])) + "# Briefings\n\n")
        for briefing in briefings:
            if briefing.id in seen:
                sink.note(f"the briefing {briefing.id} came twice and is written once")
                continue
            seen.add(briefing.id)
            folder = folders.give(parts.dated_title(briefing), briefing.id)
            index.write(f"- [{escaped(parts.title(briefing))}]({folder}/index.md)\n")
            for name, lines in Notes(briefing):
                with sink.text(f"{folder}/{name}") as out:
                    out.write(_text(lines))
