"""The records that users see: frozen, slotted, typed, without I/O.

Every record points to the characters that it was read from: for every :class:`Span` ``s`` of a record of ``briefing``,
``briefing.text[s.start:s.end]`` is the evidence. Offsets count the code points of a Python ``str``; ends are
exclusive. What could not be resolved keeps its words and leaves the resolved field empty.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal
from typing import Literal

from attrs import field, frozen

ActorKind = Literal["person", "organization", "government body", "media outlet", "country", "place", "group"]
Bound = Literal["exact", "about", "nearly", "at least", "more than", "at most", "less than"]
Change = Literal["rose by", "rose to", "rose from", "fell by", "fell to", "fell from", "more", "less"]
CitationKind = Literal["direct quote", "partial quote", "indirect statement", "attributed data"]
Stance = Literal["asserted", "denied", "doubted"]
DuplicateKind = Literal["exact", "typographic", "near", "contained", "merged", "misplaced body", "repeated headline"]
EventStatus = Literal["reported", "planned", "conditional"]
Known = Literal["stated", "given", "inferred"]
Precision = Literal[
    "second",
    "minute",
    "hour",
    "part of day",
    "day",
    "weekend",
    "week",
    "month",
    "quarter",
    "season",
    "half",
    "year",
    "decade",
    "century",
    "interval",
]


@frozen(order=True)
class Span:
    """A stretch of a text: code points from ``start`` up to, not including, ``end``."""

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    def __contains__(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def of(self, text: str) -> str:
        """The characters of ``text`` that the span covers."""
        return text[self.start : self.end]

    def line(self, text: str) -> str:
        """The same as one line: every run of white space, as a wrapped line has, is a space."""
        return " ".join(text[self.start : self.end].split())


@frozen
class When:
    """A date, or a stretch of time, as an EDTF value (ISO 8601-2) with the words that it was read from.

    ``edtf`` is None where the words cannot be resolved; then ``first``, ``last`` and ``precision`` are None too.
    ``first`` and ``last`` are the first and last day that the value can mean, None where open or outside the years
    1 to 9999. ``anchor`` is the EDTF value that a relative expression was resolved against.
    """

    text: str
    edtf: str | None = None
    first: dt.date | None = None
    last: dt.date | None = None
    precision: Precision | None = None
    approximate: bool = False
    uncertain: bool = False
    anchor: str | None = None
    span: Span | None = None


@frozen
class Link:
    """A hyperlink: its address, and the words that carry it."""

    url: str
    span: Span


@frozen
class Identifier:
    """A name of an actor in a register elsewhere, for example scheme ``wikidata`` and value ``Q2494``."""

    scheme: str
    value: str


@frozen
class Actor:
    """One entity of a briefing's register.

    ``name`` is the fullest form seen, ``aliases`` the other forms, ``roles`` what it is said to be, each as written.
    """

    id: str
    name: str
    kind: ActorKind
    aliases: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    identifiers: tuple[Identifier, ...] = ()


@frozen
class Mention:
    """A place where an actor is named; ``role`` is what the same place says it is ("the border guard chief")."""

    actor: str
    span: Span
    role: str | None = None
    role_span: Span | None = None


@frozen
class Figure:
    """A number with what it counts and how sure it is.

    Either ``value`` or both ``low`` and ``high`` are set; a part such as two thirds, which no decimal can give, is
    rounded to 28 digits. ``unit`` is an ISO 4217 code for money, or the name of a currency ("peso") where the text does
    not say whose; ``%``, ``percentage point``, or the singular English name of a measure (``year``, ``kilometre``);
    None for a count. ``per`` is the unit that a rate is given for. ``counted`` is the noun phrase that is counted or,
    of a share, the whole that it is a share of; of other measures what they are an amount of, or else what they are
    said of ("exports" in "exports fell 5%"). ``speaker`` is an actor's id.
    """

    id: str
    span: Span
    value: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    unit: str | None = None
    per: str | None = None
    bound: Bound = "exact"
    counted: str | None = None
    counted_span: Span | None = None
    change: Change | None = None
    as_of: When | None = None
    speaker: str | None = None


@frozen
class Citation:
    """Who said what, in whose words.

    ``speaker`` is the id of the actor that ``speaker_text`` (as written: "the border guard chief") resolves to;
    ``speaker_basis`` says how: ``stated`` by name, or ``inferred`` from a pronoun, a title or the context. ``content``
    has more than one span where the quotation is split. ``span`` covers all of it with cue and speaker.
    """

    id: str
    kind: CitationKind
    span: Span
    content: tuple[Span, ...]
    speaker: str | None = None
    speaker_text: str | None = None
    speaker_span: Span | None = None
    speaker_basis: Known | None = None
    cue: str | None = None
    cue_spans: tuple[Span, ...] = ()
    stance: Stance = "asserted"
    outlet: str | None = None
    outlet_span: Span | None = None
    addressee: str | None = None
    addressee_span: Span | None = None
    when: When | None = None


@frozen
class Event:
    """A dated happening: ``what`` is the clause without its date, readable alone; ``actors`` are ids.

    What the clause leaves to its sentence stands in square brackets in ``what``: whom a pronoun means ("[Pavel Orlik]
    was freed"), and the auxiliary of a participle ("The bridge [was] opened").
    """

    id: str
    when: When
    what: str
    span: Span
    actors: tuple[str, ...] = ()
    status: EventStatus = "reported"
    evidence: tuple[Span, ...] = ()


@frozen
class Annotation:
    """What a third party's recogniser found that is none of the library's own records."""

    id: str
    kind: str
    value: str
    span: Span


@frozen
class Paragraph:
    """A paragraph of a story: its text with wrapped lines joined, and where it stands."""

    text: str
    span: Span


@frozen
class Difference:
    """A field in which two copies of a story disagree, with the words of both sides."""

    field: str
    kept: str
    folded: str


@frozen
class Place:
    """Where a story stood in its briefing before it was folded, counted from 0.

    ``position`` is its place among the stories, ``sections`` are the sections that it stood in, and ``lead`` the lead
    items that announced it.
    """

    position: int
    sections: tuple[int, ...] = ()
    lead: tuple[int, ...] = ()


@frozen
class Duplicate:
    """What was folded into a story, and why; ``story`` is the folded story whole, so nothing is lost.

    ``kept`` are the passages of the keeping story and ``folded`` those of the folded one that say the same, pair by
    pair; ``kept_briefing`` and ``folded_briefing`` name the briefings in whose texts they lie. ``similarity`` is from
    0 to 1. ``agreed`` names the fields that were equal, and ``differed`` those that were not. ``place`` is where the
    folded story stood.
    """

    kind: DuplicateKind
    similarity: float
    reason: str
    story: Story
    kept: tuple[Span, ...]
    folded: tuple[Span, ...]
    kept_briefing: str
    folded_briefing: str
    agreed: tuple[str, ...] = ()
    differed: tuple[Difference, ...] = ()
    place: Place | None = None


@frozen
class Relation:
    """A story that is part of this one, as of a page made of several: related, but not the same.

    ``story`` and ``briefing`` are the ids of the part and of the briefing that it stands in; ``own`` are the passages
    of this story and ``other`` those of the part that say the same, pair by pair. ``similarity`` is from 0 to 1.
    """

    kind: DuplicateKind
    similarity: float
    reason: str
    story: str
    briefing: str
    own: tuple[Span, ...] = ()
    other: tuple[Span, ...] = ()


@frozen
class Story:
    """One item of a briefing. ``headline`` is empty where the item has none; ``section`` is a section's title.

    ``source_line`` says where the item was taken from, as written ("Source: The Courier, 5 May 2024"). ``published`` is
    the item's own day, where its format, its source line, byline or dateline gives one that need not be the briefing's.
    """

    id: str
    headline: str
    span: Span
    headline_span: Span | None = None
    section: str | None = None
    deck: str | None = None
    byline: str | None = None
    dateline: str | None = None
    paragraphs: tuple[Paragraph, ...] = field(default=(), repr=False)
    links: tuple[Link, ...] = field(default=(), repr=False)
    mentions: tuple[Mention, ...] = field(default=(), repr=False)
    dates: tuple[When, ...] = field(default=(), repr=False)
    figures: tuple[Figure, ...] = field(default=(), repr=False)
    citations: tuple[Citation, ...] = field(default=(), repr=False)
    events: tuple[Event, ...] = field(default=(), repr=False)
    annotations: tuple[Annotation, ...] = field(default=(), repr=False)
    duplicates: tuple[Duplicate, ...] = field(default=(), repr=False)
    related: tuple[Relation, ...] = field(default=(), repr=False)
    published: When | None = None
    source_line: str | None = None


@frozen
class LeadItem:
    """A line of the summary at the head of a briefing; ``story`` is the id of the story that it announces."""

    text: str
    span: Span
    story: str | None = None


@frozen
class Section:
    """A titled part of a briefing; ``stories`` are the ids of what stands in it, in order."""

    title: str
    span: Span
    stories: tuple[str, ...] = ()


@frozen
class Boilerplate:
    """Text that belongs to no story: a menu, an advertisement, a footer; ``reason`` says which."""

    span: Span
    reason: str


@frozen
class Notice:
    """Something that a reader or a stage could not do, said once, with where."""

    message: str
    where: str = ""


@frozen
class Source:
    """Where a briefing's text came from: a name, a media type, and the SHA-256 of its bytes as hexadecimal digits."""

    name: str
    media_type: str
    sha256: str


@frozen
class Briefing:
    """A digest of several stories, read into records.

    ``published_known`` says how the publication date is known: ``stated`` by the document, ``given`` by the caller, or
    ``inferred`` from the dates in the text.
    """

    id: str
    text: str = field(repr=False)
    source: Source
    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    language: str = "en"
    published: When | None = None
    published_known: Known | None = None
    url: str | None = None
    lead: tuple[LeadItem, ...] = field(default=(), repr=False)
    sections: tuple[Section, ...] = field(default=(), repr=False)
    stories: tuple[Story, ...] = field(default=(), repr=False)
    actors: tuple[Actor, ...] = field(default=(), repr=False)
    boilerplate: tuple[Boilerplate, ...] = field(default=(), repr=False)
    warnings: tuple[Notice, ...] = field(default=(), repr=False)

    def quote(self, span: Span) -> str:
        """The evidence behind ``span``, exactly as it stands in the text."""
        return span.of(self.text)

    def actor(self, id: str) -> Actor:
        """The actor with that id; raises ``KeyError`` where the register has none."""
        for actor in self.actors:
            if actor.id == id:
                return actor
        raise KeyError(id)

    def folded(self) -> Iterator[tuple[Story, Duplicate]]:
        """Each story with each duplicate that was folded into it."""
        for story in self.stories:
            for duplicate in story.duplicates:
                yield story, duplicate
