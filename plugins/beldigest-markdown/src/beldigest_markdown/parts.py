"""The parts of a page: what a story, a timeline or a register looks like, as lines of Markdown."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal

from beldigest import Actor, Briefing, Citation, Figure, Story, When
from beldigest_markdown.escape import address, escaped, plain, scalar
from beldigest_markdown.footnotes import Footnotes

#: Makes of an actor's id and of what is shown a piece of Markdown, a link where the page has one.
ActorLink = Callable[[str, str], str]

_NOT_SAID = {"denied": "denied: ", "doubted": "doubted: ", "asserted": ""}


def front_matter(fields: Iterable[tuple[str, str | None]]) -> Iterator[str]:
    """YAML front matter, every value a quoted string."""
    yield "---"
    for name, value in fields:
        if value:
            yield f"{name}: {scalar(value)}"
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
        ("source", briefing.source.name),
        ("id", briefing.id),
    ]


def title(briefing: Briefing) -> str:
    """The title of a briefing, or what its source is called."""
    return plain(briefing.title or "") or plain(briefing.source.name) or "Briefing"


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


def story(briefing: Briefing, one: Story, level: int, notes: Footnotes, link: ActorLink) -> Iterator[str]:
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
        yield from (f"- {address(each.url)}" for each in one.links if plain(each.url))
        yield ""
    if one.figures:
        yield from (f"{heading} Figures", "")
        yield from (f"- {figure(each)}{notes.mark(each.span)}" for each in one.figures)
        yield ""
    if one.citations:
        yield from (f"{heading} Who said what", "")
        for each in one.citations:
            yield from citation(briefing, each, notes, link)


def figure(one: Figure) -> str:
    """A figure in words: bound, number, unit, what is counted."""
    if one.value is not None:
        amount = number(one.value)
    else:
        amount = f"{number(one.low)} to {number(one.high)}"
    unit = {"%": "%", None: ""}.get(one.unit, f" {one.unit}")
    bound = "" if one.bound == "exact" else f"{one.bound} "
    of = " of" if one.counted and one.unit == "%" else ""
    parts = [
        f"{one.change + ' ' if one.change else ''}{bound}**{amount}{unit}**{of}",
        escaped(one.counted or ""),
        f"per {one.per}" if one.per else "",
        f"({escaped(one.as_of.text)})" if one.as_of else "",
    ]
    return " ".join(filter(None, parts))


def number(value: Decimal | None) -> str:
    """A number with its thousands parted by commas, without an exponent or idle zeros."""
    if value is None:
        return "?"
    whole = value.quantize(Decimal(1)) if value == value.to_integral_value() and value.adjusted() < 27 else value
    return f"{whole.normalize() if whole is value else whole:,f}"


def citation(briefing: Briefing, one: Citation, notes: Footnotes, link: ActorLink) -> Iterator[str]:
    """A citation as a block quotation with its speaker."""
    names = {actor.id: actor.name for actor in briefing.actors}
    said = " … ".join(filter(None, (escaped(briefing.quote(span)) for span in one.content)))
    written = escaped(one.speaker_text or "")
    speaker = link(one.speaker, escaped(names[one.speaker])) if one.speaker else written or "not named"
    if one.speaker and written and plain(one.speaker_text or "") != plain(names[one.speaker]):
        speaker += f" ({written})"
    where = f", {escaped(one.outlet)}" if one.outlet and plain(one.outlet) else ""
    when = f", {escaped(one.when.text)}" if one.when and plain(one.when.text) else ""
    yield f"> {_NOT_SAID[one.stance]}{said or '…'}"
    yield ">"
    yield f"> — {speaker}{where}{when}{notes.mark(one.span)}"
    yield ""


def timeline(stories: Iterable[tuple[Story, str]], notes: Footnotes) -> Iterator[str]:
    """The events of stories (each with what to show of it), in the order of their dates."""
    rows = [(event, shown) for one, shown in stories for event in one.events]
    rows.sort(key=lambda row: (row[0].when.first or dt.date.max, row[0].when.last or dt.date.max, row[0].span))
    for event, shown in rows:
        mark = "" if event.status == "reported" else f" ({event.status})"
        where = f" ({shown})" if shown else ""
        yield f"- **{date(event.when)}**{mark} {escaped(event.what)}{where}{notes.mark(event.span)}"
    if rows:
        yield ""


def date(when: When) -> str:
    """A date as its EDTF text, or in words where it has none."""
    return escaped(when.edtf or when.text) or "undated"


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
