"""What the commands print: plain lines, and progress on a terminal."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from beldigest import wording
from beldigest.model import Briefing, Citation, Figure, Notice, Span, Story, When

if TYPE_CHECKING:
    from beldigest.segment.parts import Outline

_WIDTH = 100
# So many of the passages that two stories have in common are shown.
_PASSAGES = 3


def progress(briefings: Iterable[Briefing], files: Callable[[], int]) -> Iterator[Briefing]:
    """The same briefings; on a terminal, standard error counts them, and says how many files there are."""
    if not sys.stderr.isatty():
        yield from briefings
        return
    from rich.console import Console

    of = _count(files(), "file")
    with Console(stderr=True).status(f"reading {of}") as status:
        for number, briefing in enumerate(briefings, 1):
            status.update(f"{_count(number, 'briefing')} of {of}, {briefing.source.name}")
            yield briefing


def briefing(found: Briefing) -> Iterator[str]:
    """What was found in a briefing, with the words that prove it."""
    yield f"# {found.title or found.source.name}"
    if found.title:
        yield f"from {found.source.name}"
    if found.published:
        yield f"published {found.published.edtf} ({found.published_known})"
    counts = [_count(len(found.lead), "lead item")] if found.lead else []
    counts.append(_count(len(found.stories), "story", "stories"))
    counts += [f"{folded} folded"] if (folded := sum(1 for _ in found.folded())) else []
    yield ", ".join([*counts, _count(len(found.actors), "actor")])
    numbers = {story.id: number for number, story in enumerate(found.stories, 1)}
    for item in found.lead:
        number = numbers.get(item.story or "")
        yield f"  lead: {_short(item.text)}" + (f" -> story {number}" if number else "")
    names = {actor.id: actor.name for actor in found.actors}
    for number, story in enumerate(found.stories, 1):
        yield ""
        yield f"## {number}. {story.headline or '(no headline)'}"
        yield from _story(found, story, names)
    if not found.stories:
        yield "no story was found; --why shows how the text was taken apart"
    if found.actors:
        yield ""
        yield "## Actors"
    for actor in found.actors:
        aliases = f", also {', '.join(actor.aliases)}" if actor.aliases else ""
        roles = f": {'; '.join(actor.roles)}" if actor.roles else ""
        yield f"  {actor.name} ({actor.kind}{aliases}){roles}"
    yield from (f"warning: {notice(each)}" for each in found.warnings)


def notice(found: Notice) -> str:
    """What could not be done, with where."""
    return f"{found.where}: {found.message}" if found.where else found.message


def duplicates(briefings: Sequence[Briefing]) -> Iterator[str]:
    """Which stories were folded, into which, and why; and which pages are made of several stories."""
    texts = {briefing.id: briefing for briefing in briefings}
    count = 0
    for briefing in briefings:
        for story, duplicate in briefing.folded():
            count += 1
            copy = duplicate.story
            source = texts[duplicate.folded_briefing].source.name if duplicate.folded_briefing in texts else "?"
            yield f"{duplicate.kind} ({duplicate.similarity:.2f}): {copy.headline or '(no headline)'}"
            yield f"  {source}, characters {copy.span.start} to {copy.span.end}"
            yield f"  folded into: {story.headline or '(no headline)'}"
            yield f"  {briefing.source.name}, characters {story.span.start} to {story.span.end}"
            yield f"  because {duplicate.reason}"
            yield from (f"  both say: {_short(briefing.quote(kept))}" for kept in duplicate.kept[:_PASSAGES])
            if duplicate.agreed:
                yield f"  agree: {', '.join(duplicate.agreed)}"
            for each in duplicate.differed:
                yield f"  differ in {each.field}: {_short(each.kept)} / {_short(each.folded)}"
    kept = sum(len(briefing.stories) for briefing in briefings)
    yield f"{count} of {_count(kept + count, 'story', 'stories')} folded" if count else "nothing was folded"
    headlines = {story.id: story.headline for briefing in briefings for story in briefing.stories}
    for briefing in briefings:
        for story in briefing.stories:
            for relation in story.related:
                yield f"{relation.kind} ({relation.similarity:.2f}): {story.headline or '(no headline)'}"
                yield f"  {briefing.source.name}, characters {story.span.start} to {story.span.end}"
                yield f"  holds: {headlines.get(relation.story) or '(no headline)'}"
                yield f"  because {relation.reason}"


def why(parts: Outline) -> Iterator[str]:
    """How a document was taken apart, in the order of the text, with the reason for each boundary."""
    text = parts.document.text
    rows: list[tuple[Span, str, str]] = []
    if parts.title:
        rows.append((parts.title, "title", ""))
    rows += [(item.span, "lead", item.because) for item in parts.lead]
    rows += [(section.span, "section", section.because) for section in parts.sections]
    rows += [(part.span, "boilerplate", part.because) for part in parts.boilerplate]
    for story in parts.stories:
        start = story.headline or story.span
        rows.append((start, "story", story.because))
        rows += [(paragraph, "  paragraph", "") for paragraph in story.paragraphs]
    for span, what, because in sorted(rows, key=lambda row: (row[0].start, row[1].startswith(" "))):
        yield f"{span.start:>7} {what:12} {_short(span.of(text))}" + (f"  [{because}]" if because else "")


def _story(found: Briefing, story: Story, names: dict[str, str]) -> Iterator[str]:
    where = f"section {story.section}, " if story.section else ""
    yield f"  {where}{_count(len(story.paragraphs), 'paragraph')}, characters {story.span.start} to {story.span.end}"
    for figure in story.figures:
        yield f"  figure: {_figure(figure, names)} <- {_short(found.quote(figure.span))!r}"
    for citation in story.citations:
        said = " … ".join(map(found.quote, citation.content))
        yield f"  {citation.kind}: {_speaker(citation, names)}{_circumstances(citation)}: {_short(said)!r}"
    for event in story.events:
        yield f"  event: {_when(event.when)}: {_short(event.what)} ({event.status})"
    for note in story.annotations:
        yield f"  {note.kind}: {_short(note.value)} <- {_short(found.quote(note.span))!r}"
    for duplicate in story.duplicates:
        yield f"  folded: {duplicate.story.headline or '(no headline)'} ({duplicate.kind}): {duplicate.reason}"


def _figure(figure: Figure, names: dict[str, str]) -> str:
    as_of = f"as of {_when(figure.as_of)}" if figure.as_of else None
    speaker = f"according to {names.get(figure.speaker, figure.speaker)}" if figure.speaker else None
    return f"{wording.figure(figure)}{_aside([as_of, speaker])}"


def _speaker(citation: Citation, names: dict[str, str]) -> str:
    name = names.get(citation.speaker or "")
    if name and citation.speaker_text and citation.speaker_text != name:
        return f"{name} ({citation.speaker_text!r})"
    return name or citation.speaker_text or "nobody named"


def _circumstances(citation: Citation) -> str:
    stance = None if citation.stance == "asserted" else citation.stance
    outlet = f"via {citation.outlet}" if citation.outlet else None
    told = citation.addressee if citation.addressee != citation.outlet else None
    when = f"said {_when(citation.when)}" if citation.when else None
    return _aside([stance, outlet, f"to {told}" if told else None, when])


def _aside(parts: Iterable[str | None]) -> str:
    """What is known besides, in brackets."""
    known = [part for part in parts if part]
    return f" ({'; '.join(known)})" if known else ""


def _when(when: When) -> str:
    return when.edtf or when.text


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _WIDTH else line[: _WIDTH - 1] + "…"


def _count(number: int, one: str, many: str = "") -> str:
    return f"{number} {one if number == 1 else many or one + 's'}"
