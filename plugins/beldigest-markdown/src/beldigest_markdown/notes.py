"""A folder of notes that link to one another, for Obsidian, MkDocs and the like.

index.md                        every briefing
BRIEFING/index.md               its lead, stories, timeline, and what was folded
BRIEFING/STORY.md               a story, with its figures and quotations
BRIEFING/actors/ACTOR.md        an actor, with the stories that name it, and what it said
"""

from __future__ import annotations

from collections.abc import Iterator

from beldigest import Actor, Briefing, Citation, Story
from beldigest_markdown import parts
from beldigest_markdown.escape import escaped
from beldigest_markdown.footnotes import Footnotes
from beldigest_markdown.speakers import Speakers


def notes(briefing: Briefing) -> Iterator[tuple[str, Iterator[str]]]:
    """The notes of a briefing: the name of each within its folder, and its lines."""
    yield "index.md", _index(briefing)
    actors = {actor.id: actor for actor in briefing.actors}
    speakers = Speakers(briefing, lambda actor, shown: f"[{shown or '…'}](actors/{actor}.md)")
    told: dict[str, list[Story]] = {}
    said: dict[str | None, list[tuple[Story, Citation]]] = {}
    for story in briefing.stories:
        named = list(dict.fromkeys(mention.actor for mention in story.mentions))
        for each in named:
            told.setdefault(each, []).append(story)
        for citation in story.citations:
            said.setdefault(citation.speaker, []).append((story, citation))
        yield f"{story.id}.md", _story(briefing, story, [actors[each] for each in named], speakers)
    for actor in briefing.actors:
        yield f"actors/{actor.id}.md", _actor(briefing, actor, told.get(actor.id, []), said.get(actor.id, []))


def _index(briefing: Briefing) -> Iterator[str]:
    here = {story.id for story in briefing.stories}

    def link(story: str, shown: str) -> str:
        return f"[{shown}]({story}.md)" if story in here else shown

    def named(story: Story) -> str:
        return link(story.id, escaped(parts.headline(story)) or "…")

    footnotes = Footnotes()
    yield from parts.front_matter(parts.briefing_fields(briefing))
    yield from (f"# {escaped(parts.title(briefing))}", "")
    yield from parts.about(briefing)
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


def _story(briefing: Briefing, story: Story, named: list[Actor], speakers: Speakers) -> Iterator[str]:
    footnotes = Footnotes()
    fields = [("title", parts.headline(story)), ("section", story.section), ("id", story.id), ("briefing", briefing.id)]
    yield from parts.front_matter(fields)
    yield from (f"# {escaped(parts.headline(story)) or '…'}", "")
    yield from parts.story(briefing, story, 2, footnotes, speakers)
    events = list(parts.timeline([(story, "")], footnotes))
    if events:
        yield from ("## Timeline", "", *events)
    if named:
        yield from (
            "## Actors",
            "",
            " · ".join(f"[{escaped(one.name) or '…'}](actors/{one.id}.md)" for one in named),
            "",
        )
    duplicates = list(parts.folded(story))
    if duplicates:
        yield from ("## Folded duplicates", "", *duplicates, "")
    yield from ("[All stories](index.md)", "")
    yield from footnotes.lines(briefing)


def _actor(briefing: Briefing, actor: Actor, told: list[Story], said: list[tuple[Story, Citation]]) -> Iterator[str]:
    footnotes = Footnotes()
    yield from parts.front_matter([("title", actor.name), ("kind", actor.kind), ("id", actor.id)])
    yield from (f"# {escaped(actor.name) or '…'}", "", parts.actor(actor), "")
    if told:
        yield from ("## Stories", "", *(f"- {_link(story)}" for story in told), "")
    if said:
        yield from ("## Said", "")
        for story, citation in said:
            yield from parts.citation(briefing, citation, footnotes, _link(story))
    yield from footnotes.lines(briefing)


def _link(story: Story) -> str:
    return f"[{escaped(parts.headline(story)) or '…'}](../{story.id}.md)"
