"""beldigest exporter: headlines, one a line. A template to copy."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from beldigest import Briefing, Exporter, Option, Sink, hookimpl
from beldigest.plugins.contracts import Layout, OptionValue


class Headlines:
    """Writes the headline of each story on a line of its own."""

    format = "headlines"
    description = "headlines, one a line"
    media_type = "text/plain"
    suffix = ".txt"
    options = (Option("numbers", False, "number the stories of each briefing"),)

    def layout(self, options: Mapping[str, OptionValue]) -> Layout:
        """One file."""
        return "file"

    def export(self, briefings: Iterable[Briefing], sink: Sink, options: Mapping[str, OptionValue]) -> None:
        """Writes the headlines, and notes how many stories have none."""
        bare = 0
        with sink.text() as out:
            for briefing in briefings:
                for number, story in enumerate(briefing.stories, 1):
                    bare += not story.headline
                    line = " ".join(story.headline.split())
                    out.write(f"{number}. {line}\n" if options["numbers"] else f"{line}\n")
        if bare:
            sink.note(f"{bare} stories have no headline: their lines are empty")


@hookimpl
def beldigest_exporters() -> list[Exporter]:
    """The exporters of this plug-in."""
    return [Headlines()]
