"""Assembly: units with roles -> the outline."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise, takewhile
from types import ModuleType

from attrs import define, field, frozen

from beldigest.document import Document
from beldigest.model import Link, Span
from beldigest.readers import days
from beldigest.segment import masthead
from beldigest.segment.labelling import Label
from beldigest.segment.parts import BoilerplatePart, LeadPart, Outline, SectionPart, StoryPart
from beldigest.segment.roles import Role
from beldigest.segment.survey import Survey
from beldigest.segment.titles import leads_on
from beldigest.segment.units import Unit

_LETTER = re.compile(r"[^\W_]")

#: The share of paragraphs with an empty line before them from which on lines without one belong together.
_PARTED = 0.6
#: Words that a deck has at most.
_DECK_MOST = 40
#: Roles of the lines that may name the publisher, and of those that may say when the document was published.
_IMPRINT = ("title", "boilerplate", "interruption")
_MASTHEAD = ("title", "label", "boilerplate", "apparatus")


@frozen
class _Piece:
    """One or two units of a block that play one role."""

    unit: Unit
    role: Role
    span: Span
    label: Label
    last: int  # the index of its last unit

    @property
    def because(self) -> str:
        """What speaks for that."""
        return self.label.because


@define
class _Story:
    """A story as it is gathered."""

    because: str
    section: int | None
    group: int = 0
    headline: Span | None = None
    byline: Span | None = None
    body: list[_Piece] = field(factory=list)
    apparatus: list[_Piece] = field(factory=list)
    spans: list[Span] = field(factory=list)
    links: list[Link] = field(factory=list)

    def take(self, piece: _Piece) -> None:
        """Counts a piece in, with its links."""
        self.spans.append(piece.span)
        self.links.extend(link for link in piece.unit.block.links if link.span in piece.span)


def assemble(document: Document, survey: Survey, labels: Sequence[Label], layout: ModuleType) -> Outline:
    """The outline that the roles make."""
    pieces = list(_merged(survey.units, labels))
    parted = _is_parted(pieces)
    elsewhere, over_entries = _elsewhere(pieces, survey), _over_entries(pieces)
    titles = [piece.span for piece in pieces if piece.role == "title"]
    title = masthead.title(document, titles, layout)
    lead: list[LeadPart] = []
    sections: list[SectionPart] = []
    reach = 0  # the index after the last unit under the current section
    boilerplate = [BoilerplatePart(span, "a rule") for span in _lettered_rules(document, survey.units)]
    stories: list[_Story] = []
    dated = {**_message_days(document), **document.days}
    waiting: list[_Piece] = []

    def begin(piece: _Piece) -> _Story:
        section = len(sections) - 1 if sections and piece.unit.index < reach else None
        story = _Story(piece.because, section, piece.unit.block.group)
        for earlier in waiting:
            story.apparatus.append(earlier)
            story.take(earlier)
        waiting.clear()
        stories.append(story)
        return story

    for piece in pieces:
        match piece.role:
            case "title" if piece.span == title:
                pass
            case "lead" if piece.unit.index in elsewhere:
                boilerplate.append(BoilerplatePart(piece.span, "it lists what this document does not hold"))
            case "lead" if piece.unit.index not in over_entries:
                lead.append(LeadPart(piece.span, piece.because))
            case "section":
                sections.append(SectionPart(piece.span, piece.because))
                reach = _section_end(piece, survey, labels)
            case "headline":
                story = begin(piece)
                story.headline = piece.span
                story.take(piece)
                if piece.unit.part == "head" and (
                    credit := layout.credit(document.text, piece.span.end, piece.unit.block.span.end)
                ):
                    story.byline = Span(*credit)
                    story.spans.append(story.byline)
            case "item":
                story = begin(piece)
                story.take(piece)
                if _is_headline(piece.unit):
                    story.headline = piece.span
                else:
                    story.body.append(piece)
            case "apparatus" if survey.ahead or _before_its_story(piece, stories):
                waiting.append(piece)
            case "apparatus" if stories:
                stories[-1].apparatus.append(piece)
                stories[-1].take(piece)
            case "body" if stories:
                stories[-1].body.append(piece)
                stories[-1].take(piece)
            case "title":
                boilerplate.append(BoilerplatePart(piece.span, "a further line of the masthead"))
            case "label":
                boilerplate.append(BoilerplatePart(piece.span, "it heads the summary"))
            case "lead":
                boilerplate.append(BoilerplatePart(piece.span, "it names a section in the contents list"))
            case _:
                boilerplate.append(BoilerplatePart(piece.span, piece.because))
    boilerplate.extend(BoilerplatePart(piece.span, piece.because) for piece in waiting)
    if not stories:
        stories, taken = _unheaded(pieces, survey)
        boilerplate = [part for part in boilerplate if part.span not in taken]
        lead = [part for part in lead if part.span not in taken]
    return Outline(
        document,
        title=title,
        publisher=masthead.publisher(document, [p.span for p in pieces if p.role in _IMPRINT], layout)
        or _forwarded_from(document, pieces),
        published=masthead.published(document, _head(pieces), layout),
        lead=tuple(lead),
        sections=tuple(sections),
        stories=tuple(_part(story, parted, dated.get(story.group), layout) for story in stories),
        boilerplate=tuple(sorted(boilerplate, key=lambda part: (part.span.start, part.span.end))),
    )


def _forwarded_from(document: Document, pieces: Sequence[_Piece]) -> Span | None:
    """Who sent the digest that a message forwards, whose subject is the title of all."""
    if not any(piece.role == "title" and piece.unit.block.marker == "subject:" for piece in pieces):
        return None
    senders = (piece for piece in pieces if piece.role in _IMPRINT and piece.unit.block.marker == "from:")
    return next((masthead.sender(document, piece.span) for piece in senders), None)


def _head(pieces: Sequence[_Piece]) -> list[Span]:
    """The lines before the first that is of a story, a section or the lead."""
    return [piece.span for piece in takewhile(lambda piece: piece.role in _MASTHEAD, pieces)]


def _merged(units: Sequence[Unit], labels: Sequence[Label]) -> Iterator[_Piece]:
    """The units with their roles; the head and the rest of a block that play one role are one piece."""
    skip = False
    for unit, label in zip(units, labels, strict=True):
        if skip:
            skip = False
            continue
        span = unit.span
        if unit.part == "head" and labels[unit.index + 1].role == label.role:
            span = Span(unit.span.start, units[unit.index + 1].span.end)
            skip = True
        yield _Piece(unit, label.role, span, label, unit.index + skip)


def _is_headline(unit: Unit) -> bool:
    """Whether an item is a headline and nothing else, not a text."""
    if leads_on(unit):
        return False
    return unit.title >= 0.5 or unit.linked or (not unit.ended and unit.sentences == 1)


def _is_parted(pieces: Sequence[_Piece]) -> bool:
    """Whether empty lines part the paragraphs of this document."""
    blanks = [
        after.unit.block.blank_before > 0
        for before, after in pairwise(pieces)
        if before.role == after.role == "body" and after.unit.block.kind == "paragraph"
    ]
    return any(blanks) and sum(blanks) >= _PARTED * len(blanks)


def _before_its_story(piece: _Piece, stories: Sequence[_Story]) -> bool:
    """Whether a line of an item that the format keeps apart stands before that item's headline."""
    group = piece.unit.block.group
    return group > 0 and not (stories and stories[-1].group == group)


def _over_entries(pieces: Sequence[_Piece]) -> set[int]:
    """Lines of a nested contents list that stand over others: they name sections, and announce nothing themselves."""
    return {
        piece.unit.index
        for piece, after in pairwise(pieces)
        if piece.role == after.role == "lead" and 0 < piece.unit.block.level < after.unit.block.level
    }


def _elsewhere(pieces: Sequence[_Piece], survey: Survey) -> set[int]:
    """Lines of contents lists after the first story that announce nothing here: they list another part or issue."""
    found: set[int] = set()
    told, before = False, None
    for role, group in groupby(pieces, key=lambda piece: piece.role):
        run = list(group)
        if role == "lead" and told and before is not None and before.unit.marked("contents"):
            lines = {piece.unit.index for piece in run}
            if not any(survey.announcing[line] for line in lines):
                found |= lines
        told = told or role in ("headline", "item")
        before = run[-1]
    return found


def _section_end(piece: _Piece, survey: Survey, labels: Sequence[Label]) -> int:
    """The index after the last unit under a section; one no more prominent than its stories ends at the next."""
    unit = piece.unit
    place = survey.places.get(unit.index)
    following = labels[piece.last + 1].role if piece.last + 1 < len(labels) else None
    if place is not None and place.end > unit.index + 1:
        return place.end
    if following in ("headline", "item", "apparatus"):
        for index in range(unit.index + 1, len(labels)):
            if labels[index].role == "section":
                return index
        return len(labels)
    return unit.index + 1


def _lettered_rules(document: Document, units: Sequence[Unit]) -> Iterator[Span]:
    """Drawn lines with words in them that are no units."""
    taken = {unit.block.span for unit in units if unit.decorated}
    for block in document.blocks:
        if block.kind != "rule" or block.span in taken:
            continue
        if _LETTER.search(document.text, block.span.start, block.span.end):
            yield block.span


def _unheaded(pieces: Sequence[_Piece], survey: Survey) -> tuple[list[_Story], set[Span]]:
    """A text without headlines is one story, of all that has the shape of running text; and what it takes."""
    story = _Story("running text without a headline", None)
    for piece in pieces:
        told = piece.unit.prose >= 0.3 and survey.boilerplate[piece.unit.index] < 0.5
        if told and piece.role not in ("title", "section"):
            story.body.append(piece)
            story.take(piece)
    return ([story] if story.body else []), set(story.spans)


def _message_days(document: Document) -> dict[int, dt.date]:
    """The days that the headers of the messages in a digest give them, by group."""
    fields = (block for block in document.blocks if block.group and block.marker == "date:")
    found = {block.group: days.mail(block.span.of(document.text)) for block in fields}
    return {group: day for group, day in found.items() if day is not None}


def _part(story: _Story, parted: bool, day: dt.date | None, layout: ModuleType) -> StoryPart:
    """The story with its apparatus told apart."""
    byline, dateline, source, deck = story.byline, None, None, None
    further: list[Span] = []
    for piece in story.apparatus:
        unit = piece.unit
        if byline is None and (unit.block.marker == "from:" or (not unit.address and layout.is_byline(unit.text))):
            byline = piece.span
        elif dateline is None and (unit.block.marker == "date:" or unit.dated):
            dateline = piece.span
        elif source is None and (unit.marked("attribution") or not unit.marked("more")):  # a link names no source
            source = piece.span
        else:
            further.append(piece.span)
    body = story.body
    if story.headline is not None and _has_deck([piece.unit for piece in body]):
        deck, body = body[0].span, body[1:]
    return StoryPart(
        tuple(_paragraphs(body, parted)),
        story.headline,
        story.section,
        deck,
        byline,
        dateline,
        source,
        tuple(further),
        tuple(sorted(story.links, key=lambda link: link.span)),
        story.because,
        day,
    )


def _has_deck(body: Sequence[Unit]) -> bool:
    """Whether the first unit under a headline is dressed up against the text that follows, and alone in that."""
    if len(body) < 2 or any(unit.dress == body[0].dress for unit in body[1:]):
        return False
    first, second = body[0], body[1]
    dressed = first.block.kind == "heading" or (first.strong and not second.strong) or first.title > 0.9
    return dressed and first.words <= _DECK_MOST and second.prose >= 0.6


def _paragraphs(body: Sequence[_Piece], parted: bool) -> Iterator[Span]:
    """The paragraphs: where empty lines part them, lines without one between them belong together."""
    current: Span | None = None
    kind, last = "", -1
    for piece in body:
        block = piece.unit.block
        joined = parted and block.kind == "paragraph" == kind and not block.blank_before
        if current is not None and joined and piece.unit.index == last + 1:
            current = Span(current.start, piece.span.end)
        else:
            if current is not None:
                yield current
            current = piece.span
        kind, last = block.kind, piece.last
    if current is not None:
        yield current
