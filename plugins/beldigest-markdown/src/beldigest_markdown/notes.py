"""A folder of notes that link to one another, for Obsidian, MkDocs and the like.

index.md                        every briefing
BRIEFING/index.md               its lead, stories, timeline, and what was folded
BRIEFING/STORY.md               a story, with its figures and quotations
BRIEFING/actors/ACTOR.md        an actor, with the stories that name it
"""

from __future__ import annotations

from collections.abc import Iterator

from beldigest import Actor, Briefing, Story
from beldigest_markdown import parts
from beldigest_markdown.escape import escaped
from beldigest_markdown.footnotes import Footnotes


def notes(briefing: Briefing) -> Iterator[tuple[str, Iterator[str]]]:
    """The notes of a briefing: the name of each within its folder, and its lines."""
    yield "index.md", _index(briefing)
    for story in briefing.stories:
        yield f"{story.id}.md", _story(briefing, story)
    for actor in briefing.actors:
        yield f"actors/{actor.id}.md", _actor(briefing, actor)


def _index(briefing: Briefing) -> Iterator[str]:
    here = {story.id for story in briefing.stories}

    def link(story: str, shown: str) -> str:
        return f"[{shown}]({story}.md)" if story in here else shown

    def named(story: Story) -> str:
        return link(story.id, escaped(parts.headline(story)) or "…")

    footnotes = Footnotes()
    yield from parts.front_matter(parts.briefing_fields(briefing))
    yield from (f"# {escaped(parts.title(briefing))}", "")
    yield from parts.lead(briefing, link)
    if briefing.stories:
        yield from ("## Stories", "", *(f"- {named(story)}" for story in briefing.stories), "")
    events = list(parts.timeline(((story, named(story)) for story in briefing.stories), footnotes))
    if events:
        yield from ("## Timeline", "", *events)
    if briefing.actors:
        yield from ("## Actors", "")
        yield from (f"- [{escaped(one.name) or '…'}](actors/{one.id}.md): {one.kind}" for one in briefing.actors)
        yield ""
    yield from footnotes.lines(briefing)


def _story(briefing: Briefing, story: Story) -> Iterator[str]:
    footnotes = Footnotes()
    fields = [("title", parts.headline(story)), ("section", story.section), ("id", story.id), ("briefing", briefing.id)]
    yield from parts.front_matter(fields)
    yield from (f"# {escaped(parts.headline(story)) or '…'}", "")
    yield from parts.story(briefing, story, 2, footnotes, lambda actor, shown: f"[{shown or '…'}](actors/{actor}.md)")
    events = list(parts.timeline([(story, "")], footnotes))
    if events:
        yield from ("## Timeline", "", *events)
    duplicates = list(parts.folded(story))
    if duplicates:
        yield from ("## Folded duplicates", "", *duplicates, "")
    yield from ("[All stories](index.md)", "")
    yield from footnotes.lines(briefing)


def _actor(briefing: Briefing, actor: Actor) -> Iterator[str]:
    yield from parts.front_matter([("title", actor.name), ("kind", actor.kind), ("id", actor.id)])
    yield from (f"# {escaped(actor.name) or '…'}", "", parts.actor(actor), "")
    named = [story for story in briefing.stories if any(mention.actor == actor.id for mention in story.mentions)]
    yield from (f"- [{escaped(parts.headline(story)) or '…'}](../{story.id}.md)" for story in named)
    if named:
        yield ""
