"""Who speaks, by name and as the text calls them."""

from __future__ import annotations

from collections.abc import Callable

from beldigest import Briefing, Citation
from beldigest_markdown.escape import escaped, plain

#: Makes of an actor's id and of what is shown a piece of Markdown, a link where the page has one.
ActorLink = Callable[[str, str], str]


class Speakers:
    """The speakers of a briefing's citations, linked where a page links actors."""

    def __init__(self, briefing: Briefing, link: ActorLink) -> None:
        self._link = link
        self._names = {actor.id: (plain(actor.name), *map(plain, actor.aliases)) for actor in briefing.actors}

    def shown(self, citation: Citation) -> str:
        """The speaker as Markdown: ``exiled leader Irena Solano``, ``Irena Solano (she)``, or as written if unknown."""
        written = plain(citation.speaker_text or "")
        if citation.speaker is None:
            return escaped(written) or "not named"
        names = self._names[citation.speaker]
        shown = self._link(citation.speaker, escaped(names[0])) or "…"
        if not written or any(f" {written} " in f" {name} " for name in names):
            return shown
        at = written.find(names[0]) if names[0] else -1
        before, after = written[:at], written[at + len(names[0]) :]
        if at < 0 or before[-1:].isalnum() or after[:1].isalnum():
            return f"{shown} ({escaped(written)})"
        return escaped(before) + " " * before.endswith(" ") + shown + " " * after.startswith(" ") + escaped(after)
