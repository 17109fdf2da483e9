"""One page for a briefing: front matter, lead, stories by section, timeline, actors, and what was folded."""

from __future__ import annotations

from collections.abc import Iterator

from beldigest import Briefing
from beldigest_markdown import parts
from beldigest_markdown.escape import escaped, plain
from beldigest_markdown.footnotes import Footnotes
from beldigest_markdown.speakers import Speakers


def page(briefing: Briefing, notes: Footnotes, level: int = 1) -> Iterator[str]:
    """The lines of the page, without front matter; the title is a heading of the given level."""
    heading = "#" * level
    yield from (f"{heading} {escaped(parts.title(briefing))}", "")
    yield from parts.about(briefing)
    yield from parts.lead(briefing, lambda _, shown: shown)
    # Stories stand one level below what they stand in: their section, or the title of a briefing without sections.
    depth = level + 1 + any(plain(story.section or "") for story in briefing.stories)
    speakers = Speakers(briefing, lambda _, shown: shown)
    section = None
    for story in briefing.stories:
        if story.section and plain(story.section) and story.section != section:
            yield from (f"{heading}# {escaped(story.section)}", "")
        section = story.section
        yield from (f"{'#' * depth} {escaped(parts.headline(story)) or '…'}", "")
        yield from parts.story(briefing, story, depth + 1, notes, speakers)
    events = list(parts.timeline(((one, escaped(parts.headline(one)) or "…") for one in briefing.stories), notes))
    if events:
        yield from (f"{heading}# Timeline", "", *events)
    if briefing.actors:
        yield from (f"{heading}# Actors", "")
        yield from (f"- **{escaped(one.name) or '…'}**: {parts.actor(one)}" for one in briefing.actors)
        yield ""
    if any(story.duplicates for story in briefing.stories):
        yield from (f"{heading}# Folded duplicates", "")
        for story in briefing.stories:
            yield from (f"{line} (into: {escaped(parts.headline(story)) or '…'})" for line in parts.folded(story))
        yield ""
    yield from notes.lines(briefing)
