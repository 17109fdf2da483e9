"""Records as nodes of the graph.

Each function makes the node of one record. What stands in a record and what was read from the text are kept apart: a
record that is a thing of the world (an actor, an event, a number, a statement) is a schema.org node, and where it was
read is an ``oa:Annotation`` whose body is that node and whose target selects the characters in the briefing's text.
Places of a part of a record (its cue, its speaker) are targets by themselves.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal
from typing import Any
from urllib.parse import quote

from beldigest import (
    Actor,
    Annotation,
    Boilerplate,
    Briefing,
    Citation,
    Difference,
    Duplicate,
    Event,
    Figure,
    Identifier,
    LeadItem,
    Link,
    Mention,
    Notice,
    Paragraph,
    Section,
    Source,
    Span,
    Story,
    When,
)
from beldigest_jsonld.vocabulary import ACTOR_TYPES, METONYMS, same_as, unit_codes

Node = dict[str, Any]

#: What parts the paragraphs of an article's body.
PARAGRAPH_BREAK = "\n\n"

_UNRESERVED = re.compile(r"[A-Za-z0-9._~-]+")
_CURRENCY = re.compile(r"[A-Z]{3}")

#: schema.org's date properties take what is precise to the day, the month or the year.
_DAY = frozenset({"second", "minute", "hour", "part of day", "day"})
_REDUCED = {"month": ("xsd:gYearMonth", 7), "year": ("xsd:gYear", 4)}

_EXACT = 2**53 - 1

#: A number of which only a bound is known is that bound: at least 40 is a least value.
_VALUE_TERMS = {"at least": "minValue", "more than": "minValue", "at most": "maxValue", "less than": "maxValue"}


def encoded(id: str) -> str:
    """An id as the last segment of an IRI."""
    return id if _UNRESERVED.fullmatch(id) else quote(id, safe="", errors="surrogatepass")


class Place:
    """A briefing's text, in which spans lie: its IRI, and the text itself where it is at hand.

    ``around`` is how many characters before and after a quote are told.
    """

    __slots__ = ("_iris", "around", "iri", "text")

    def __init__(self, iri: str, text: str | None, around: int) -> None:
        self.iri = iri
        self.text = text
        self.around = around
        self._iris: dict[str, str] = {}

    def iri_of(self, id: str) -> str:
        """The IRI of a record of this briefing."""
        found = self._iris.get(id)
        if found is None:
            found = self._iris[id] = f"{self.iri}/{encoded(id)}"
        return found

    def reference(self, id: str) -> Node:
        """A link to a record of this briefing."""
        return {"@id": self.iri_of(id)}

    def target(self, span: Span) -> Node:
        """The characters of a span, by position and by quote."""
        text, start, end = self.text, span.start, span.end
        if text is None:
            return self.extent(span)
        words = {"@type": "TextQuoteSelector", "exact": text[start:end]}
        if self.around:
            words["prefix"] = text[max(0, start - self.around) : start]
            words["suffix"] = text[end : end + self.around]
        position = {"@type": "TextPositionSelector", "start": start, "end": end}
        return {"@type": "SpecificResource", "source": self.iri, "selector": [position, words]}

    def extent(self, span: Span) -> Node:
        """The characters of a span by position alone, for a stretch whose words the graph holds anyway."""
        position = {"@type": "TextPositionSelector", "start": span.start, "end": span.end}
        return {"@type": "SpecificResource", "source": self.iri, "selector": position}

    def evidence(self, span: Span) -> Node:
        """The annotation that a record was read from a span; it stands under the record, which is its body."""
        return {"@type": "Annotation", "target": self.target(span)}


def briefing_node(briefing: Briefing, base: str, around: int = 0) -> Node:
    """A briefing with all that is in it; ``base`` is what its IRI begins with."""
    place = Place(base + encoded(briefing.id), briefing.text, around)
    node: Node = {"@id": place.iri, "@type": ["CreativeWork", "Collection"], "identifier": briefing.id}
    _add(node, "name", briefing.title)
    if briefing.publisher is not None:
        node["publisher"] = {"@type": "Organization", "name": briefing.publisher}
    _add(node, "creditText", briefing.author)
    node["inLanguage"] = briefing.language
    if briefing.published:
        _add(node, "datePublished", _iso(briefing.published))
        node["bd:published"] = _when(briefing.published, place)
    _add(node, "bd:publishedKnown", briefing.published_known)
    _add(node, "url", briefing.url)
    node["encoding"] = _source(briefing.source)
    _add_all(node, "bd:lead", (_lead(item, n, place) for n, item in enumerate(briefing.lead, 1)))
    _add_all(node, "bd:section", (_section(section, place) for section in briefing.sections))
    _add_all(node, "hasPart", (_story(story, place, base, n) for n, story in enumerate(briefing.stories, 1)))
    _add_all(node, "mentions", _register(briefing, place))
    _add_all(node, "bd:boilerplate", (_boilerplate(each, place) for each in briefing.boilerplate))
    _add_all(node, "bd:warning", map(_notice, briefing.warnings))
    node["text"] = briefing.text
    return node


def _add(node: Node, term: str, value: Any) -> None:
    if value is not None:
        node[term] = value


def _add_all(node: Node, term: str, values: Iterable[Any]) -> None:
    found = list(values)
    if found:
        node[term] = found


def _add_target(node: Node, term: str, span: Span | None, place: Place) -> None:
    if span is not None:
        node[term] = place.target(span)


def _iso(when: When) -> Any:
    """The date as schema.org takes it, as precise as it was said; None where ISO 8601 has no single date for it."""
    if when.first is None or when.approximate or when.uncertain:
        return None
    if when.precision in _DAY:
        return when.first.isoformat()
    if when.precision in _REDUCED:
        datatype, length = _REDUCED[when.precision]
        return {"@type": datatype, "@value": when.first.isoformat()[:length]}
    return None


def _when(when: When, place: Place) -> Node:
    node: Node = {"@type": "bd:When", "bd:text": when.text}
    _add(node, "bd:edtf", when.edtf)
    _add(node, "bd:earliest", when.first and when.first.isoformat())
    _add(node, "bd:latest", when.last and when.last.isoformat())
    _add(node, "bd:precision", when.precision)
    if when.approximate:
        node["bd:approximate"] = True
    if when.uncertain:
        node["bd:uncertain"] = True
    _add(node, "bd:anchor", when.anchor)
    _add_target(node, "bd:words", when.span, place)
    return node


def _source(source: Source) -> Node:
    name, media_type = source.name, source.media_type
    return {"@type": "MediaObject", "name": name, "encodingFormat": media_type, "sha256": source.sha256}


def _lead(item: LeadItem, number: int, place: Place) -> Node:
    node: Node = {"@type": "ListItem", "position": number, "name": item.text}
    if item.story is not None:
        node["item"] = place.reference(item.story)
    node["evidence"] = place.evidence(item.span)
    return node


def _section(section: Section, place: Place) -> Node:
    node: Node = {"@type": "CreativeWork", "name": section.title}
    _add_all(node, "hasPart", map(place.reference, section.stories))
    node["evidence"] = place.evidence(section.span)
    return node


def _boilerplate(boilerplate: Boilerplate, place: Place) -> Node:
    return {"@type": "Annotation", "bodyValue": boilerplate.reason, "target": place.target(boilerplate.span)}


def _notice(notice: Notice) -> Node:
    return {"@type": "bd:Notice", "bd:message": notice.message, "bd:where": notice.where}


def _register(briefing: Briefing, place: Place) -> Iterable[Node]:
    stories: dict[str, dict[str, None]] = {}
    speakers: set[str | None] = set()
    for story in briefing.stories:
        for mention in story.mentions:
            stories.setdefault(mention.actor, {})[story.id] = None
        speakers.update(_speakers(story))
    for number, actor in enumerate(briefing.actors, 1):
        node = _actor(actor, number, actor.id in speakers, place)
        _add_all(node, "bd:mentionedIn", map(place.reference, stories.get(actor.id, ())))
        yield node


def _speakers(story: Story) -> Iterable[str | None]:
    yield from (citation.speaker for citation in story.citations)
    for duplicate in story.duplicates:
        yield from _speakers(duplicate.story)


def _actor(actor: Actor, number: int, speaks: bool, place: Place) -> Node:
    kind = ACTOR_TYPES[actor.kind]
    both = speaks and actor.kind in METONYMS
    node: Node = {"@id": place.iri_of(actor.id), "@type": [kind, "Organization"] if both else kind}
    node |= {"name": actor.name, "bd:kind": actor.kind, "bd:position": number}
    _add_all(node, "alternateName", actor.aliases)
    _add_all(node, "disambiguatingDescription", actor.roles)
    _add_all(node, "identifier", map(_identifier, actor.identifiers))
    same = filter(None, (same_as(each.scheme, each.value) for each in actor.identifiers))
    _add_all(node, "sameAs", ({"@id": iri} for iri in same))
    return node


def _identifier(identifier: Identifier) -> Node:
    return {"@type": "PropertyValue", "propertyID": identifier.scheme, "value": identifier.value}


def _story(story: Story, place: Place, base: str, number: int | None = None) -> Node:
    node: Node = {"@id": place.iri_of(story.id), "@type": "NewsArticle", "isPartOf": {"@id": place.iri}}
    _add(node, "position", number)
    node["headline"] = story.headline
    _add_target(node, "bd:headlineWords", story.headline_span, place)
    _add(node, "articleSection", story.section)
    _add(node, "alternativeHeadline", story.deck)
    _add(node, "creditText", story.byline)
    _add(node, "dateline", story.dateline)
    node["evidence"] = {"@type": "Annotation", "target": place.extent(story.span)}
    if story.paragraphs:
        node["articleBody"] = PARAGRAPH_BREAK.join(paragraph.text for paragraph in story.paragraphs)
        node["bd:paragraph"] = [_paragraph(paragraph, place) for paragraph in story.paragraphs]
    here = place.reference(story.id)
    named = dict.fromkeys(mention.actor for mention in story.mentions)
    mentioned: list[Node] = [place.reference(actor) for actor in named]
    mentioned += (_event(event, n, here, place) for n, event in enumerate(story.events, 1))
    mentioned += (_figure(figure, n, here, place) for n, figure in enumerate(story.figures, 1))
    _add_all(node, "mentions", mentioned)
    _add_all(node, "citation", (_citation(each, n, here, place) for n, each in enumerate(story.citations, 1)))
    _add_all(node, "bd:mention", (_mention(mention, place) for mention in story.mentions))
    _add_all(node, "bd:date", (_when(when, place) for when in story.dates))
    _add_all(node, "bd:link", (_link(link, place) for link in story.links))
    _add_all(node, "bd:annotation", (_annotation(each, place) for each in story.annotations))
    _add_all(node, "bd:duplicate", (_duplicate(each, story, place, base) for each in story.duplicates))
    return node


def _paragraph(paragraph: Paragraph, place: Place) -> Node:
    return {"@type": "bd:Paragraph", "bd:length": len(paragraph.text), "bd:words": place.extent(paragraph.span)}


def _mention(mention: Mention, place: Place) -> Node:
    node: Node = {"@type": "Annotation", "body": place.iri_of(mention.actor), "target": place.target(mention.span)}
    _add(node, "bd:role", mention.role)
    _add_target(node, "bd:roleWords", mention.role_span, place)
    return node


def _link(link: Link, place: Place) -> Node:
    return {"@type": "CreativeWork", "url": link.url, "evidence": place.evidence(link.span)}


def _annotation(annotation: Annotation, place: Place) -> Node:
    node: Node = {"@id": place.iri_of(annotation.id), "@type": "Annotation", "bd:kind": annotation.kind}
    return node | {"bodyValue": annotation.value, "target": place.target(annotation.span)}


def _event(event: Event, number: int, story: Node, place: Place) -> Node:
    when = event.when
    node: Node = {"@id": place.iri_of(event.id), "@type": "Event", "name": event.what, "bd:position": number}
    if when.precision == "interval" and when.first and when.last and not (when.approximate or when.uncertain):
        node |= {"startDate": when.first.isoformat(), "endDate": when.last.isoformat()}
    else:
        _add(node, "startDate", _iso(when))
    node["bd:when"] = _when(when, place)
    node["bd:status"] = event.status
    _add_all(node, "about", map(place.reference, event.actors))
    node["evidence"] = place.evidence(event.span)
    _add_all(node, "bd:evidence", map(place.target, event.evidence))
    node["bd:mentionedIn"] = story
    return node


def _figure(figure: Figure, number: int, story: Node, place: Place) -> Node:
    money = figure.unit is not None and _CURRENCY.fullmatch(figure.unit)
    node: Node = {"@id": place.iri_of(figure.id), "@type": "MonetaryAmount" if money else "QuantitativeValue"}
    node["bd:position"] = number
    if figure.value is not None:
        node[_VALUE_TERMS.get(figure.bound, "value")] = _number(figure.value)
    if figure.low is not None:
        node["minValue"] = _number(figure.low)
    if figure.high is not None:
        node["maxValue"] = _number(figure.high)
    if money:
        node["currency"] = figure.unit
    elif figure.unit is not None:
        node["unitText"] = figure.unit
        _add(node, "unitCode", unit_codes().get(figure.unit))
    _add(node, "bd:per", figure.per)
    node["bd:bound"] = figure.bound
    _add(node, "bd:counted", figure.counted)
    _add_target(node, "bd:countedWords", figure.counted_span, place)
    _add(node, "bd:change", figure.change)
    if figure.as_of:
        node["bd:asOf"] = _when(figure.as_of, place)
    if figure.speaker is not None:
        node["bd:speaker"] = place.reference(figure.speaker)
    node["evidence"] = place.evidence(figure.span)
    node["bd:mentionedIn"] = story
    return node


def _number(value: Decimal) -> Any:
    """A whole number as JSON has it, as far as every JSON reader keeps it exact (RFC 8259); any other one typed."""
    if value.copy_abs() <= _EXACT and value == value.to_integral_value():
        return int(value)
    # xsd:decimal has no exponent.
    return {"@type": "xsd:decimal", "@value": format(value, "f")}


def _citation(citation: Citation, number: int, story: Node, place: Place) -> Node:
    quoted = citation.kind in ("direct quote", "partial quote")
    node: Node = {"@id": place.iri_of(citation.id), "@type": "Quotation" if quoted else "Claim"}
    node |= {"isPartOf": story, "position": number, "bd:kind": citation.kind}
    if place.text is not None:
        node["text"] = " ".join(span.of(place.text) for span in citation.content)
    if citation.speaker is not None:
        node["spokenByCharacter" if quoted else "author"] = place.reference(citation.speaker)
    _add(node, "bd:speakerText", citation.speaker_text)
    _add_target(node, "bd:speakerWords", citation.speaker_span, place)
    _add(node, "bd:speakerBasis", citation.speaker_basis)
    _add(node, "bd:cue", citation.cue)
    _add_all(node, "bd:cueWords", map(place.target, citation.cue_spans))
    node["bd:stance"] = citation.stance
    _add(node, "bd:outlet", citation.outlet)
    _add_target(node, "bd:outletWords", citation.outlet_span, place)
    _add(node, "bd:addressee", citation.addressee)
    _add_target(node, "bd:addresseeWords", citation.addressee_span, place)
    if citation.when:
        node["bd:when"] = _when(citation.when, place)
    node["evidence"] = place.evidence(citation.span)
    node["bd:content"] = [place.target(span) for span in citation.content]
    return node


def _duplicate(duplicate: Duplicate, story: Story, place: Place, base: str) -> Node:
    kept, folded = (
        place if iri == place.iri else Place(iri, None, place.around)
        for iri in (base + encoded(id) for id in (duplicate.kept_briefing, duplicate.folded_briefing))
    )
    node: Node = {"@type": "bd:Duplicate", "bd:kind": duplicate.kind, "bd:similarity": duplicate.similarity}
    node["bd:reason"] = duplicate.reason
    copy = _story(duplicate.story, folded, base)
    node["bd:story"] = copy | {"prov:alternateOf": place.reference(story.id)}
    node["bd:keptBriefing"] = {"@id": kept.iri}
    node["bd:foldedBriefing"] = {"@id": folded.iri}
    _add_all(node, "bd:kept", map(kept.extent, duplicate.kept))
    _add_all(node, "bd:folded", map(folded.extent, duplicate.folded))
    _add_all(node, "bd:agreed", duplicate.agreed)
    _add_all(node, "bd:differed", map(_difference, duplicate.differed))
    return node


def _difference(difference: Difference) -> Node:
    node: Node = {"@type": "bd:Difference", "bd:field": difference.field}
    return node | {"bd:keptText": difference.kept, "bd:foldedText": difference.folded}
