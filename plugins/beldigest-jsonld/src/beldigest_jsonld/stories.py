"""A story as a node, with the records that were read from it."""

from __future__ import annotations

import json
import re
from decimal import Decimal
from typing import Any

import orjson

from beldigest import (
    Annotation,
    Briefing,
    Citation,
    Difference,
    Duplicate,
    Event,
    Figure,
    Link,
    Mention,
    Paragraph,
    Place,
    Relation,
    Source,
    Story,
)
from beldigest.serialise import to_dict
from beldigest_jsonld.origin import Node, Origin, add, add_all, add_extent, iso, segment
from beldigest_jsonld.vocabulary import unit_codes

#: What parts the paragraphs of an article's body.
PARAGRAPH_BREAK = "\n\n"

_CURRENCY = re.compile(r"[A-Z]{3}")

#: A number of which only a bound is known is that bound: at least 40 is a least value.
_VALUE_TERMS = {"at least": "minValue", "more than": "minValue", "at most": "maxValue", "less than": "maxValue"}

_EXACT = 2**53 - 1


def story_node(story: Story, origin: Origin, base: str, number: int) -> Node:
    """A story; ``number`` is its position in its briefing, from 1, and ``base`` what briefings' IRIs begin with."""
    node: Node = {"@id": origin.iri_of(story.id), "@type": "NewsArticle", "isPartOf": {"@id": origin.iri}}
    node |= {"position": number, "headline": story.headline}
    add_extent(node, "bd:headlineWords", story.headline_span, origin)
    add(node, "articleSection", story.section)
    add(node, "alternativeHeadline", story.deck)
    add(node, "creditText", story.byline)
    add(node, "dateline", story.dateline)
    if story.source_line is not None:
        node["isBasedOn"] = {"@type": "CreativeWork", "creditText": story.source_line}
    if story.published:
        add(node, "datePublished", iso(story.published))
        node["bd:published"] = origin.when(story.published)
    node["evidence"] = {"@type": "Annotation", "target": origin.extent(story.span)}
    if story.paragraphs:
        node["articleBody"] = PARAGRAPH_BREAK.join(paragraph.text for paragraph in story.paragraphs)
        node["bd:paragraph"] = [_paragraph(paragraph, origin) for paragraph in story.paragraphs]
    here = origin.reference(story.id)
    named = dict.fromkeys(mention.actor for mention in story.mentions)
    mentioned: list[Node] = [origin.reference(actor) for actor in named]
    mentioned += (_event(event, n, here, origin) for n, event in enumerate(story.events, 1))
    mentioned += (_figure(figure, n, here, origin) for n, figure in enumerate(story.figures, 1))
    add_all(node, "mentions", mentioned)
    add_all(node, "citation", (_citation(each, n, here, origin) for n, each in enumerate(story.citations, 1)))
    add_all(node, "bd:mention", (_mention(mention, origin) for mention in story.mentions))
    add_all(node, "bd:date", (origin.when(when) for when in story.dates))
    add_all(node, "bd:link", (_link(link, origin) for link in story.links))
    add_all(node, "bd:annotation", (_annotation(each, origin) for each in story.annotations))
    add_all(node, "bd:duplicate", (_duplicate(each, story, origin, base) for each in story.duplicates))
    add_all(node, "bd:related", (_relation(each, origin, base) for each in story.related))
    return node


def _paragraph(paragraph: Paragraph, origin: Origin) -> Node:
    return {"@type": "bd:Paragraph", "bd:length": len(paragraph.text), "bd:words": origin.extent(paragraph.span)}


def _mention(mention: Mention, origin: Origin) -> Node:
    node: Node = {"@type": "Annotation", "body": origin.iri_of(mention.actor), "target": origin.target(mention.span)}
    if mention.role is not None:
        node["bd:role"] = mention.role
    if mention.role_span is not None:
        add_extent(node, "bd:roleWords", mention.role_span, origin)
    return node


def _link(link: Link, origin: Origin) -> Node:
    return {"@type": "CreativeWork", "url": link.url, "evidence": origin.evidence(link.span)}


def _annotation(annotation: Annotation, origin: Origin) -> Node:
    node: Node = {"@id": origin.iri_of(annotation.id), "@type": "Annotation", "bd:kind": annotation.kind}
    return node | {"bodyValue": annotation.value, "target": origin.target(annotation.span)}


def _event(event: Event, number: int, story: Node, origin: Origin) -> Node:
    when = event.when
    node: Node = {"@id": origin.iri_of(event.id), "@type": "Event", "name": event.what, "bd:position": number}
    if when.precision == "interval" and when.first and when.last and not (when.approximate or when.uncertain):
        node |= {"startDate": when.first.isoformat(), "endDate": when.last.isoformat()}
    else:
        add(node, "startDate", iso(when))
    node["bd:when"] = origin.when(when)
    node["bd:status"] = event.status
    add_all(node, "about", map(origin.reference, event.actors))
    node["evidence"] = origin.evidence(event.span)
    add_all(node, "bd:evidence", map(origin.target, event.evidence))
    node["bd:mentionedIn"] = story
    return node


def _figure(figure: Figure, number: int, story: Node, origin: Origin) -> Node:
    money = figure.unit is not None and _CURRENCY.fullmatch(figure.unit)
    node: Node = {"@id": origin.iri_of(figure.id), "@type": "MonetaryAmount" if money else "QuantitativeValue"}
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
        add(node, "unitCode", unit_codes().get(figure.unit))
    add(node, "bd:per", figure.per)
    node["bd:bound"] = figure.bound
    add(node, "bd:counted", figure.counted)
    add_extent(node, "bd:countedWords", figure.counted_span, origin)
    add(node, "bd:change", figure.change)
    if figure.as_of:
        node["bd:asOf"] = origin.when(figure.as_of)
    if figure.speaker is not None:
        node["bd:speaker"] = origin.reference(figure.speaker)
    node["evidence"] = origin.evidence(figure.span)
    node["bd:mentionedIn"] = story
    return node


def _number(value: Decimal) -> Any:
    """A whole number as JSON has it, as far as every JSON reader keeps it exact (RFC 8259); any other one typed."""
    if value.copy_abs() <= _EXACT and value == value.to_integral_value():
        return int(value)
    # xsd:decimal has no exponent.
    return {"@type": "xsd:decimal", "@value": format(value, "f")}


def _citation(citation: Citation, number: int, story: Node, origin: Origin) -> Node:
    quoted = citation.kind in ("direct quote", "partial quote")
    node: Node = {"@id": origin.iri_of(citation.id), "@type": "Quotation" if quoted else "Claim"}
    node |= {"isPartOf": story, "position": number, "bd:kind": citation.kind}
    node["text"] = " ".join(map(origin.quote, citation.content))
    if citation.speaker is not None:
        node["spokenByCharacter" if quoted else "author"] = origin.reference(citation.speaker)
    add(node, "bd:speakerText", citation.speaker_text)
    add_extent(node, "bd:speakerWords", citation.speaker_span, origin)
    add(node, "bd:speakerBasis", citation.speaker_basis)
    add(node, "bd:cue", citation.cue)
    add_all(node, "bd:cueWords", map(origin.extent, citation.cue_spans))
    node["bd:stance"] = citation.stance
    add(node, "bd:outlet", citation.outlet)
    add_extent(node, "bd:outletWords", citation.outlet_span, origin)
    add(node, "bd:addressee", citation.addressee)
    add_extent(node, "bd:addresseeWords", citation.addressee_span, origin)
    if citation.when:
        node["bd:when"] = origin.when(citation.when)
    node["evidence"] = origin.evidence(citation.span)
    node["bd:content"] = [origin.target(span) for span in citation.content]
    return node


def _duplicate(duplicate: Duplicate, story: Story, origin: Origin, base: str) -> Node:
    kept, folded = (_elsewhere(id, origin, base) for id in (duplicate.kept_briefing, duplicate.folded_briefing))
    node: Node = {"@type": "bd:Duplicate", "bd:kind": duplicate.kind, "bd:similarity": duplicate.similarity}
    node["bd:reason"] = duplicate.reason
    node["bd:story"] = _folded(duplicate.story, folded) | {"prov:alternateOf": origin.reference(story.id)}
    node["bd:keptBriefing"] = {"@id": kept.iri}
    node["bd:foldedBriefing"] = {"@id": folded.iri}
    add_all(node, "bd:kept", map(kept.extent, duplicate.kept))
    add_all(node, "bd:folded", map(folded.target, duplicate.folded))
    add_all(node, "bd:agreed", duplicate.agreed)
    add_all(node, "bd:differed", map(_difference, duplicate.differed))
    if duplicate.place:
        node["bd:stood"] = _place(duplicate.place)
    return node


def _folded(story: Story, origin: Origin) -> Node:
    """A story that was folded away.

    Its records are no nodes, for the graph would say twice what was said once: they are in one literal, as the library
    serialises them.
    """
    carrier = Briefing("", "", Source("", "", ""), stories=(story,))
    record = _json(to_dict(carrier)["stories"][0])
    node: Node = {"@id": origin.iri_of(story.id), "@type": ["CreativeWork", "bd:FoldedStory"]}
    node |= {"isPartOf": {"@id": origin.iri}, "headline": story.headline, "bd:record": record}
    node["evidence"] = {"@type": "Annotation", "target": origin.extent(story.span)}
    return node


def _json(data: Any) -> str:
    try:
        return orjson.dumps(data).decode()
    except orjson.JSONEncodeError:  # for a lone surrogate, which survives as an escape
        return json.dumps(data, separators=(",", ":"))


def _elsewhere(briefing: str, origin: Origin, base: str) -> Origin:
    """The origin of another briefing's spans, whose text is not at hand; or this one."""
    iri = base + segment(briefing)
    return origin if iri == origin.iri else Origin(iri, None, origin.around)


def _place(place: Place) -> Node:
    # Counted from 1, as positions are in schema.org.
    node: Node = {"@type": "bd:Place", "bd:storyNumber": place.position + 1}
    add_all(node, "bd:sectionNumber", (each + 1 for each in place.sections))
    add_all(node, "bd:leadNumber", (each + 1 for each in place.lead))
    return node


def _relation(relation: Relation, origin: Origin, base: str) -> Node:
    other = _elsewhere(relation.briefing, origin, base)
    node: Node = {"@type": "bd:Relation", "bd:kind": relation.kind, "bd:similarity": relation.similarity}
    node |= {"bd:reason": relation.reason, "bd:part": other.reference(relation.story)}
    node["bd:partBriefing"] = {"@id": other.iri}
    add_all(node, "bd:own", map(origin.extent, relation.own))
    add_all(node, "bd:other", map(other.extent, relation.other))
    return node


def _difference(difference: Difference) -> Node:
    node: Node = {"@type": "bd:Difference", "bd:field": difference.field}
    return node | {"bd:keptText": difference.kept, "bd:foldedText": difference.folded}
