"""The parts of a page: what a story, a timeline or a register looks like, as lines of Markdown."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from pathlib import PurePosixPath

from beldigest import Actor, Briefing, Citation, Event, Link, Paragraph, Span, Story, When
from beldigest_markdown.escape import address, escaped, linked, plain, scalar
from beldigest_markdown.footnotes import Footnotes
from beldigest_markdown.speakers import Speakers
from beldigest_markdown.wording import date, figure


def front_matter(fields: Iterable[tuple[str, str | tuple[str, ...] | None]]) -> Iterator[str]:
    """YAML front matter, every value a quoted string or a list of them; what is empty is left out."""
    yield "---"
    for name, value in fields:
        if isinstance(value, tuple) and value:
            yield f"{name}: [{', '.join(map(scalar, value))}]"
        elif value:
            yield f"{name}: {scalar(str(value))}"
    yield "---"
    yield ""


def briefing_fields(briefing: Briefing) -> list[tuple[str, str | None]]:
    """What the front matter says of a briefing."""
    published = briefing.published
    return [
        ("title", title(briefing)),
        ("date", published.edtf if published else None),
        ("date_known", briefing.published_known),
        ("publisher", briefing.publisher),
        ("author", briefing.author),
        ("lang", briefing.language),
        ("url", briefing.url),
        # MkDocs takes a field called "source" for a list of files.
        ("source_name", briefing.source.name),
        ("id", briefing.id),
    ]


def title(briefing: Briefing) -> str:
    """The title of a briefing; one without is called by its date, or by its source."""
    dated = briefing.published and f"Briefing of {plain(date(briefing.published))}"
    return plain(briefing.title or "") or dated or plain(briefing.source.name) or "Briefing"


def dated_title(briefing: Briefing) -> str:
    """A title by which folders sort in the order of their dates: the date, and the title or the name of the source."""
    day = briefing.published.first if briefing.published else None
    name = plain(briefing.title or "") or PurePosixPath(plain(briefing.source.name)).stem
    return name if day is None or name.startswith(day.isoformat()) else f"{day.isoformat()} {name}"


def about(briefing: Briefing) -> Iterator[str]:
    """Who published a briefing, when and where, in one line."""
    known = {"given": " (date given)", "inferred": " (date inferred)"}.get(briefing.published_known or "", "")
    said = [
        escaped(briefing.publisher or ""),
        escaped(briefing.author or ""),
        f"{escaped(date(briefing.published))}{known}" if briefing.published else "",
        address(briefing.url or ""),
        escaped(briefing.source.name) if plain(briefing.source.name) != title(briefing) else "",
    ]
    if any(said):
        yield from (" · ".join(filter(None, said)), "")


def headline(story: Story) -> str:
    """The headline of a story, or the beginning of its text."""
    first = story.paragraphs[0].text if story.paragraphs else ""
    words = plain(story.headline) or plain(first)
    return words if len(words) <= 120 or plain(story.headline) else words[:119].rstrip() + "…"


def lead(briefing: Briefing, link: Callable[[str, str], str]) -> Iterator[str]:
    """The summary as a list, each item linked to its story."""
    for item in briefing.lead:
        shown = escaped(item.text)
        yield f"- {link(item.story, shown) if item.story else shown}"
    if briefing.lead:
        yield ""


def story(briefing: Briefing, one: Story, level: int, notes: Footnotes, speakers: Speakers) -> Iterator[str]:
    """The body of a story, with its figures and quotations under headings of the given level."""
    heading = "#" * level
    about = " · ".join(escaped(part) for part in (one.dateline, one.byline, one.source_line) if part and plain(part))
    if one.deck and plain(one.deck):
        yield from (f"*{escaped(one.deck)}*", "")
    if about:
        yield from (about, "")
    for paragraph in one.paragraphs:
        if plain(paragraph.text):
            yield from (escaped(paragraph.text), "")
    if one.links:
        shown = (_linked(briefing, one, each) for each in one.links if plain(each.url))
        yield from (f"- {link}" for link in dict.fromkeys(shown))
        yield ""
    if one.figures:
        yield from (f"{heading} Figures", "")
        tellings = _tellings(one)
        for counted in one.figures:
            # A number alone proves little: the shortest of what it is told in is quoted.
            told = next((telling for telling in tellings if counted.span in telling), counted.span)
            yield f"- {figure(counted)}{notes.mark(told)}"
        yield ""
    if one.citations:
        yield from (f"{heading} Who said what", "")
        for each in one.citations:
            yield from citation(briefing, each, notes, speakers.shown(each))


def _tellings(one: Story) -> list[Span]:
    """The quotations, events, paragraphs and headline of a story, the shortest first."""
    parts: tuple[tuple[Citation | Event | Paragraph, ...], ...] = (one.citations, one.events, one.paragraphs)
    spans = [each.span for part in parts for each in part]
    if one.headline_span:
        spans.append(one.headline_span)
    return sorted(spans, key=lambda each: each.end - each.start)


def _linked(briefing: Briefing, one: Story, link: Link) -> str:
    """A link by its words, if they are not those of the heading above."""
    words = briefing.quote(link.span)
    return linked("" if plain(words) == plain(one.headline) else words, link.url)


def citation(briefing: Briefing, one: Citation, notes: Footnotes, by: str) -> Iterator[str]:
    """A citation: whom or what it is by, as Markdown, and a block quotation, which no other one follows at once.

    Python-Markdown makes one block of two quotations without a paragraph between them.
    """
    said = " … ".join(filter(None, (escaped(briefing.quote(span)) for span in one.content)))
    stance = "" if one.stance == "asserted" else f", {one.stance}"
    where = f", {escaped(one.outlet)}" if one.outlet and plain(one.outlet) else ""
    when = f", {escaped(date(one.when))}" if one.when else ""
    yield from (f"{by[:1].upper()}{by[1:]}{stance}{where}{when}{notes.mark(one.span)}", "")
    yield from (f"> {said or '…'}", "")


def timeline(stories: Iterable[tuple[Story, str]], notes: Footnotes) -> Iterator[str]:
    """The events of stories (each with what to show of it), in the order of their dates."""
    rows = [(event, shown) for one, shown in stories for event in one.events]
    rows.sort(key=lambda row: (*_days(row[0].when), row[0].span))
    for event, shown in rows:
        mark = "" if event.status == "reported" else f" ({event.status})"
        where = f" ({shown})" if shown else ""
        yield f"- **{escaped(date(event.when))}**{mark} {escaped(event.what)}{where}{notes.mark(event.span)}"
    if rows:
        yield ""


def _days(when: When) -> tuple[dt.date, dt.date]:
    """The days by which a date is sorted; what has only an end stands at its end, and what has neither comes last."""
    return when.first or when.last or dt.date.max, when.last or dt.date.max


def folded(one: Story) -> Iterator[str]:
    """What was folded into a story, and why."""
    for duplicate in one.duplicates:
        name = headline(duplicate.story)
        yield f"- {duplicate.kind}: {escaped(name) or 'a story without words'}: {escaped(duplicate.reason)}"


def actor(one: Actor) -> str:
    """An actor's kind, other names, roles and identifiers."""
    parts: list[str] = [one.kind]
    if one.aliases:
        parts.append("also " + ", ".join(filter(None, map(escaped, one.aliases))))
    if one.roles:
        parts.append("; ".join(filter(None, map(escaped, one.roles))))
    parts += [f"{escaped(each.scheme)} {escaped(each.value)}" for each in one.identifiers]
    return " · ".join(parts)
