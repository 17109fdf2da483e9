"""When a briefing was published: what the caller gives, or the document states, or its dates point to.

The stage between the outline and the recognisers, for relative dates are counted from the day that it finds.
"""

from __future__ import annotations

import datetime as dt

from attrs import frozen

from beldigest.document import Document
from beldigest.language import supported
from beldigest.mentions.dates import edtf
from beldigest.mentions.dates import published as publication
from beldigest.mentions.reading import Anchor, Passage, Reading
from beldigest.model import Known, Span, When
from beldigest.segment.parts import Outline, StoryPart
from beldigest.sources import day_in_name

#: So long after the month that its dates lie in a digest can be sent out.
_LATER = dt.timedelta(days=31)


@frozen
class Dated:
    """An outline with the date of publication, and a reading of it that relative dates can be resolved in."""

    outline: Outline
    reading: Reading
    published: When | None
    known: Known | None


def when_published(parts: Outline, given: When | None, tag: str | None, anchor: Anchor | None) -> Dated:
    """An outline with its date of publication: the one given, or what is found in a language of that BCP 47 tag."""
    tag = tag or parts.document.metadata.language or "en"
    language = supported(tag)
    known = given or _stated(parts, language)
    days = [_own_day(story, parts.document.text, known, language) for story in parts.stories]
    passages = [
        Passage(story.paragraphs, story.headline, published=day) for story, day in zip(parts.stories, days, strict=True)
    ]
    passages += [Passage(tuple(item.span for item in parts.lead), kind="lead")] if parts.lead else []

    def reading(when: When | None) -> Reading:
        day = when.first if when and when.precision == "day" else None
        return Reading.over(
            parts.document.text,
            passages,
            language=tag,
            published=day,
            edtf=when.edtf if when else None,
            anchor=anchor,
        )

    if known:
        return Dated(parts, reading(known), known, "given" if given else "stated")
    inferred = _inferred(parts, reading(None))
    return Dated(parts, reading(inferred), inferred, "inferred" if inferred else None)


def _inferred(parts: Outline, reading: Reading) -> When | None:
    """The day of the newest item, or what the text points to, or the day in the name of the file.

    The name is more precise than a month that the dates of the text point to, and is believed where they agree: news is
    sent out in the month that it tells of, or in the days after. A name from years later is that of a copy.
    """
    text = _newest(parts) or publication.inferred(reading)
    named = day_in_name(parts.document.source.name)
    if named is None or (text and text.precision == "day"):
        return text
    agrees = text is None or not (text.first and text.last) or text.first <= named <= text.last + _LATER
    return edtf.parsed(named.isoformat()) if agrees else text


def _own_day(story: StoryPart, text: str, known: When | None, language: str) -> dt.date | None:
    """The day that a story has of its own: from its format, or from a line about it. A line with a day after the
    publication of all tells of what is to come."""
    if story.published:
        return story.published
    for line in (story.source_line, story.dateline, story.byline):
        stated = publication.stated(text, line, language) if line else None
        if stated and stated.first and stated.precision == "day":
            to_come = known is not None and known.last is not None and stated.first > known.last
            return None if to_come else stated.first
    return None


def _newest(parts: Outline) -> When | None:
    """The day of the newest of the items whose format dates them."""
    days = [story.published for story in parts.stories if story.published]
    return edtf.parsed(max(days).isoformat()) if days else None


def _stated(parts: Outline, language: str) -> When | None:
    """What the format states, then the masthead, then the imprint. The format states the day of a message that forwards
    another one, which has a header of its own in the text."""
    text, day = parts.document.text, parts.document.metadata.published
    masthead = publication.stated(text, parts.published, language) if parts.published else None
    if day and not (masthead and parts.published and _is_forwarded(parts.document, parts.published)):
        return edtf.parsed(day.isoformat())
    return masthead or publication.imprinted(text, [part.span for part in parts.boilerplate], language)


def _is_forwarded(document: Document, date: Span) -> bool:
    """Whether a date stands in a header inside the text, of the one message that it is the text of."""
    messages = {block.group for block in document.blocks} - {0}
    return len(messages) == 1 and any(block.marker.endswith(":") and date in block.span for block in document.blocks)
