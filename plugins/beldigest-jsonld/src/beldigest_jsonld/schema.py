"""The nodes of the graph: their types and properties, in the order in which they are written.

A property that has no value is left out. Nodes with many properties are made with arguments by position: msgspec finds
one by name in a time that grows with their number.
"""

from __future__ import annotations

import datetime as dt
from typing import Any, TypeAlias

from msgspec import Raw, Struct, field

#: The IRI of a node that stands elsewhere: ``{"@id": IRI}``.
Reference: TypeAlias = dict[str, str]

#: A date as schema.org takes it: a day, or what is less precise with its datatype.
Date: TypeAlias = dt.date | dict[str, str]

#: A number as JSON has it, or with its datatype.
Number: TypeAlias = int | dict[str, str]


class Untyped(Struct, omit_defaults=True, gc=False):
    """A node that says its type, or types, itself; nodes are trees, so the garbage collector need not know of them."""


class Node(Untyped, tag_field="@type"):
    """A node of a type that is always the same."""


class Position(Node, tag="TextPositionSelector"):
    """Characters of a text by their offsets, in code points."""

    start: int
    end: int


class Words(Node, tag="TextQuoteSelector"):
    """Characters of a text by what they are, and what stands around them."""

    exact: str
    prefix: str | None = None
    suffix: str | None = None


class Target(Node, tag="SpecificResource"):
    """Characters of a briefing's text."""

    source: str
    selector: Position | list[Position | Words]


class Evidence(Node, tag="Annotation"):
    """Where a record was read; it stands under the record, which is its body."""

    target: Target


class When(Node, tag="bd:When"):
    """A date with all that is known of it."""

    text: str = field(name="bd:text")
    edtf: str | None = field(name="bd:edtf", default=None)
    earliest: dt.date | None = field(name="bd:earliest", default=None)
    latest: dt.date | None = field(name="bd:latest", default=None)
    precision: str | None = field(name="bd:precision", default=None)
    approximate: bool = field(name="bd:approximate", default=False)
    uncertain: bool = field(name="bd:uncertain", default=False)
    anchor: str | None = field(name="bd:anchor", default=None)
    words: Position | None = field(name="bd:words", default=None)


class Mention(Node, tag="Annotation"):
    """A place where an actor is named."""

    body: str
    target: Target
    role: str | None = field(name="bd:role", default=None)
    role_words: Position | None = field(name="bd:roleWords", default=None)


class Paragraph(Node, tag="bd:Paragraph"):
    """A paragraph, as so many characters of the article's body."""

    length: int = field(name="bd:length")
    words: Position = field(name="bd:words")


class Link(Node, tag="CreativeWork"):
    """A hyperlink."""

    url: str
    evidence: Evidence


class Annotation(Node, tag="Annotation", kw_only=True):
    """What a recogniser of a third party found."""

    id: str = field(name="@id")
    kind: str = field(name="bd:kind")
    value: str = field(name="bodyValue")
    target: Target


class Event(Node, tag="Event"):
    """A dated happening."""

    id: str = field(name="@id")
    name: str
    position: int = field(name="bd:position")
    when: When = field(name="bd:when")
    status: str = field(name="bd:status")
    evidence: Evidence
    mentioned_in: Reference = field(name="bd:mentionedIn")
    start: Date | None = field(name="startDate", default=None)
    end: Date | None = field(name="endDate", default=None)
    about: list[Reference] = field(default_factory=list)
    targets: list[Target] = field(name="bd:evidence", default_factory=list)


class Figure(Untyped):
    """A number with what it counts, a ``MonetaryAmount`` or a ``QuantitativeValue``."""

    id: str = field(name="@id")
    type: str = field(name="@type")
    position: int = field(name="bd:position")
    bound: str = field(name="bd:bound")
    evidence: Evidence
    mentioned_in: Reference = field(name="bd:mentionedIn")
    value: Number | None = None
    low: Number | None = field(name="minValue", default=None)
    high: Number | None = field(name="maxValue", default=None)
    currency: str | None = None
    unit: str | None = field(name="unitText", default=None)
    unit_code: str | None = field(name="unitCode", default=None)
    per: str | None = field(name="bd:per", default=None)
    counted: str | None = field(name="bd:counted", default=None)
    counted_words: Position | None = field(name="bd:countedWords", default=None)
    change: str | None = field(name="bd:change", default=None)
    as_of: When | None = field(name="bd:asOf", default=None)
    speaker: Reference | None = field(name="bd:speaker", default=None)


class Citation(Untyped):
    """What was said: a ``Quotation``, or a ``Claim`` where the words are not the speaker's own."""

    id: str = field(name="@id")
    type: str = field(name="@type")
    story: Reference = field(name="isPartOf")
    position: int
    kind: str = field(name="bd:kind")
    stance: str = field(name="bd:stance")
    text: str
    content: list[Target] = field(name="bd:content")
    evidence: Evidence
    spoken_by: Reference | None = field(name="spokenByCharacter", default=None)
    author: Reference | None = None
    speaker_text: str | None = field(name="bd:speakerText", default=None)
    speaker_words: Position | None = field(name="bd:speakerWords", default=None)
    speaker_basis: str | None = field(name="bd:speakerBasis", default=None)
    cue: str | None = field(name="bd:cue", default=None)
    cue_words: list[Position] = field(name="bd:cueWords", default_factory=list)
    outlet: str | None = field(name="bd:outlet", default=None)
    outlet_words: Position | None = field(name="bd:outletWords", default=None)
    addressee: str | None = field(name="bd:addressee", default=None)
    addressee_words: Position | None = field(name="bd:addresseeWords", default=None)
    when: When | None = field(name="bd:when", default=None)


class Difference(Node, tag="bd:Difference"):
    """A field in which two copies of a story disagree."""

    term: str = field(name="bd:field")
    kept: str = field(name="bd:keptText")
    folded: str = field(name="bd:foldedText")


class Place(Node, tag="bd:Place"):
    """Where a folded story stood, counted from 1, as positions are in schema.org."""

    story: int = field(name="bd:storyNumber")
    sections: list[int] = field(name="bd:sectionNumber", default_factory=list)
    lead: list[int] = field(name="bd:leadNumber", default_factory=list)


class FoldedStory(Untyped, kw_only=True):
    """A story that was folded away.

    Its records are no nodes, for the graph would say twice what was said once: they are in one literal, as the library
    serialises them.
    """

    id: str = field(name="@id")
    type: list[str] = field(name="@type")
    briefing: Reference = field(name="isPartOf")
    headline: str
    record: str = field(name="bd:record")
    evidence: Evidence
    alternate_of: Reference = field(name="prov:alternateOf")


class Duplicate(Node, tag="bd:Duplicate", kw_only=True):
    """What was folded into a story, and why."""

    kind: str = field(name="bd:kind")
    similarity: float = field(name="bd:similarity")
    reason: str = field(name="bd:reason")
    story: FoldedStory = field(name="bd:story")
    kept_briefing: Reference = field(name="bd:keptBriefing")
    folded_briefing: Reference = field(name="bd:foldedBriefing")
    kept: list[Target] = field(name="bd:kept", default_factory=list)
    folded: list[Target] = field(name="bd:folded", default_factory=list)
    agreed: list[str] = field(name="bd:agreed", default_factory=list)
    differed: list[Difference] = field(name="bd:differed", default_factory=list)
    stood: Place | None = field(name="bd:stood", default=None)


class Relation(Node, tag="bd:Relation", kw_only=True):
    """A story that is part of another one."""

    kind: str = field(name="bd:kind")
    similarity: float = field(name="bd:similarity")
    reason: str = field(name="bd:reason")
    part: Reference = field(name="bd:part")
    briefing: Reference = field(name="bd:partBriefing")
    own: list[Target] = field(name="bd:own", default_factory=list)
    other: list[Target] = field(name="bd:other", default_factory=list)


class Based(Node, tag="CreativeWork"):
    """What a story was taken from, as its source line has it."""

    credit: str = field(name="creditText")


class Article(Node, tag="NewsArticle", kw_only=True):
    """A story, with the records that were read from it."""

    id: str = field(name="@id")
    briefing: Reference = field(name="isPartOf")
    position: int
    headline: str
    headline_words: Position | None = field(name="bd:headlineWords", default=None)
    section: str | None = field(name="articleSection", default=None)
    deck: str | None = field(name="alternativeHeadline", default=None)
    byline: str | None = field(name="creditText", default=None)
    dateline: str | None = None
    based_on: Based | None = field(name="isBasedOn", default=None)
    published: Date | None = field(name="datePublished", default=None)
    published_when: When | None = field(name="bd:published", default=None)
    evidence: Evidence
    body: str | None = field(name="articleBody", default=None)
    paragraphs: list[Paragraph] = field(name="bd:paragraph", default_factory=list)
    mentioned: list[Reference | Event | Figure] = field(name="mentions", default_factory=list)
    citations: list[Citation] = field(name="citation", default_factory=list)
    mentions: list[Mention] = field(name="bd:mention", default_factory=list)
    dates: list[When] = field(name="bd:date", default_factory=list)
    links: list[Link] = field(name="bd:link", default_factory=list)
    annotations: list[Annotation] = field(name="bd:annotation", default_factory=list)
    duplicates: list[Duplicate] = field(name="bd:duplicate", default_factory=list)
    related: list[Relation] = field(name="bd:related", default_factory=list)


class Identifier(Node, tag="PropertyValue"):
    """A name of an actor in a register elsewhere."""

    scheme: str = field(name="propertyID")
    value: str


class Actor(Untyped):
    """An entity of a briefing's register."""

    id: str = field(name="@id")
    type: str | list[str] = field(name="@type")
    name: str
    kind: str = field(name="bd:kind")
    position: int = field(name="bd:position")
    aliases: list[str] = field(name="alternateName", default_factory=list)
    roles: list[str] = field(name="disambiguatingDescription", default_factory=list)
    identifiers: list[Identifier] = field(name="identifier", default_factory=list)
    same_as: list[Reference] = field(name="sameAs", default_factory=list)
    mentioned_in: list[Reference] = field(name="bd:mentionedIn", default_factory=list)


class Source(Node, tag="MediaObject"):
    """What a briefing was read from."""

    name: str
    media_type: str = field(name="encodingFormat")
    sha256: str


class Publisher(Node, tag="Organization"):
    """Who publishes a briefing."""

    name: str


class LeadItem(Node, tag="ListItem", kw_only=True):
    """A line of the summary."""

    position: int
    name: str
    item: Reference | None = None
    evidence: Evidence


class Section(Node, tag="CreativeWork", kw_only=True):
    """A titled part of a briefing."""

    name: str
    stories: list[Reference] = field(name="hasPart", default_factory=list)
    evidence: Evidence


class Boilerplate(Node, tag="Annotation"):
    """Text that belongs to no story, and why."""

    reason: str = field(name="bodyValue")
    target: Target


class Notice(Node, tag="bd:Notice"):
    """What could not be done."""

    message: str = field(name="bd:message")
    where: str = field(name="bd:where")


class Collection(Untyped, kw_only=True):
    """A briefing with all that is in it."""

    context: dict[str, Any] | None = field(name="@context", default=None)
    id: str = field(name="@id")
    type: list[str] = field(name="@type")
    identifier: str
    name: str | None = None
    publisher: Publisher | None = None
    author: str | None = field(name="creditText", default=None)
    language: str = field(name="inLanguage")
    published: Date | None = field(name="datePublished", default=None)
    published_when: When | None = field(name="bd:published", default=None)
    published_known: str | None = field(name="bd:publishedKnown", default=None)
    url: str | None = None
    source: Source = field(name="encoding")
    lead: list[LeadItem] = field(name="bd:lead", default_factory=list)
    sections: list[Section] = field(name="bd:section", default_factory=list)
    stories: list[Raw] = field(name="hasPart", default_factory=list)
    actors: list[Actor] = field(name="mentions", default_factory=list)
    boilerplate: list[Boilerplate] = field(name="bd:boilerplate", default_factory=list)
    warnings: list[Notice] = field(name="bd:warning", default_factory=list)
    text: str
