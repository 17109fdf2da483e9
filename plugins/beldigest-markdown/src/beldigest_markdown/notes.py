"""A folder of notes that link to one another, for Obsidian, MkDocs and the like.

index.md                        every briefing
BRIEFING/index.md               its lead, stories, timeline and actors
BRIEFING/NUMBER-STORY.md        a story, with its figures, quotations and events, and what was folded into it
BRIEFING/actors/ACTOR.md        an actor, with the stories that name it, and what it said
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from beldigest import Actor, Briefing, Citation, Story
from beldigest_markdown import parts
from beldigest_markdown.escape import escaped
from beldigest_markdown.filenames import FileNames
from beldigest_markdown.footnotes import Footnotes
from beldigest_markdown.speakers import Speakers


class Notes:
    """The notes of one briefing."""

    def __init__(self, briefing: Briefing) -> None:
        self._briefing = briefing
        beside, actors = FileNames(), FileNames()
        width = len(str(len(briefing.stories)))  # so that a folder shows the stories in their order
        self._files = {
            story.id: beside.give(f"{number:0{width}} {parts.headline(story)}", story.id) + ".md"
            for number, story in enumerate(briefing.stories, 1)
        }
        self._actors = {actor.id: actor for actor in briefing.actors}
        self._actor_files = {actor.id: f"actors/{actors.give(actor.name, actor.id)}.md" for actor in briefing.actors}

    def __iter__(self) -> Iterator[tuple[str, Iterator[str]]]:
        """The name of each note within the briefing's folder, and its lines."""
        yield "index.md", self._index()
        speakers = Speakers(self._briefing, self._to_actor)
        told: dict[str, list[Story]] = {}
        said: dict[str | None, list[tuple[Story, Citation]]] = {}
        for story in self._briefing.stories:
            named = dict.fromkeys(mention.actor for mention in story.mentions)
            for actor in named:
                told.setdefault(actor, []).append(story)
            for citation in story.citations:
                said.setdefault(citation.speaker, []).append((story, citation))
            yield self._files[story.id], self._story(story, named, speakers)
        for id, one in self._actors.items():
            yield self._actor_files[id], self._actor(one, told.get(id, []), said.get(id, []))

    def _to_story(self, story: Story, folder: str = "") -> str:
        return f"[{escaped(parts.headline(story)) or '…'}]({folder}{self._files[story.id]})"

    def _to_actor(self, actor: str, shown: str) -> str:
        return f"[{shown or '…'}]({self._actor_files[actor]})"

    def _index(self) -> Iterator[str]:
        briefing, footnotes = self._briefing, Footnotes()
        yield from parts.front_matter(parts.briefing_fields(briefing))
        yield from (f"# {escaped(parts.title(briefing))}", "")
        yield from parts.about(briefing)
        yield from parts.lead(
            briefing, lambda id, shown: f"[{shown}]({self._files[id]})" if id in self._files else shown
        )
        if briefing.stories:
            yield from ("## Stories", "", *(f"- {self._to_story(story)}" for story in briefing.stories), "")
        events = list(parts.timeline(((story, self._to_story(story)) for story in briefing.stories), footnotes))
        if events:
            yield from ("## Timeline", "", *events)
        if briefing.actors:
            listed = (f"- {self._to_actor(one.id, escaped(one.name))}: {one.kind}" for one in briefing.actors)
            yield from ("## Actors", "", *listed, "")
        yield from footnotes.lines(briefing)

    def _story(self, story: Story, named: Iterable[str], speakers: Speakers) -> Iterator[str]:
        footnotes = Footnotes()
        about = {
            "title": parts.headline(story),
            "section": story.section,
            "id": story.id,
            "briefing": self._briefing.id,
        }
        yield from parts.front_matter(about.items())
        yield from (f"# {escaped(parts.headline(story)) or '…'}", "")
        yield from parts.story(self._briefing, story, 2, footnotes, speakers)
        events = list(parts.timeline([(story, "")], footnotes))
        if events:
            yield from ("## Timeline", "", *events)
        actors = " · ".join(self._to_actor(id, escaped(self._actors[id].name)) for id in named)
        if actors:
            yield from ("## Actors", "", actors, "")
        duplicates = list(parts.folded(story))
        if duplicates:
            yield from ("## Folded duplicates", "", *duplicates, "")
        yield from ("[All stories](index.md)", "")
        yield from footnotes.lines(self._briefing)

    def _actor(self, actor: Actor, told: list[Story], said: list[tuple[Story, Citation]]) -> Iterator[str]:
        footnotes = Footnotes()
        yield from parts.front_matter(
            [("title", actor.name), ("aliases", actor.aliases), ("kind", actor.kind), ("id", actor.id)]
        )
        yield from (f"# {escaped(actor.name) or '…'}", "", parts.actor(actor), "")
        if told:
            yield from ("## Stories", "", *(f"- {self._to_story(story, '../')}" for story in told), "")
        if said:
            yield from ("## Said", "")
            for story, citation in said:
                yield from parts.citation(self._briefing, citation, footnotes, self._to_story(story, "../"))
        yield from footnotes.lines(self._briefing)
