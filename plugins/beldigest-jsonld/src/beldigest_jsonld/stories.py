"""A story as a node, with the records that were read from it."""

from __future__ import annotations

import re
from decimal import Decimal

from beldigest import Citation, Duplicate, Event, Figure, Place, Relation, Story
from beldigest.encoding import encoded
from beldigest_jsonld import schema
from beldigest_jsonld.origin import Origin, iso, position, position_of, segment
from beldigest_jsonld.schema import Number, Reference
from beldigest_jsonld.vocabulary import unit_codes

#: What parts the paragraphs of an article's body.
PARAGRAPH_BREAK = "\n\n"

_CURRENCY = re.compile(r"[A-Z]{3}")

#: A number of which only a bound is known is that bound: at least 40 is a least value.
_LEAST = frozenset({"at least", "more than"})
_MOST = frozenset({"at most", "less than"})

_EXACT = 2**53 - 1


def story_node(story: Story, origin: Origin, base: str, number: int) -> schema.Article:
    """A story; ``number`` is its position in its briefing, from 1, and ``base`` what briefings' IRIs begin with."""
    references, target = origin.references, origin.target
    here = references[story.id]
    mentioned: list[Reference | schema.Event | schema.Figure] = [
        references[actor] for actor in dict.fromkeys([mention.actor for mention in story.mentions])
    ]
    mentioned += [_event(event, n, here, origin) for n, event in enumerate(story.events, 1)]
    mentioned += [_figure(figure, n, here, origin) for n, figure in enumerate(story.figures, 1)]
    body = PARAGRAPH_BREAK.join([each.text for each in story.paragraphs]) if story.paragraphs else None
    return schema.Article(
        id=here["@id"],
        briefing={"@id": origin.iri},
        position=number,
        headline=story.headline,
        headline_words=position_of(story.headline_span),
        section=story.section,
        deck=story.deck,
        byline=story.byline,
        dateline=story.dateline,
        based_on=None if story.source_line is None else schema.Based(story.source_line),
        published=iso(story.published),
        published_when=origin.when_of(story.published),
        evidence=schema.Evidence(origin.extent(story.span)),
        body=body,
        paragraphs=[schema.Paragraph(len(each.text), position(each.span)) for each in story.paragraphs],
        mentioned=mentioned,
        citations=[_citation(each, n, here, origin) for n, each in enumerate(story.citations, 1)],
        mentions=[
            schema.Mention(references[each.actor]["@id"], target(each.span), each.role, position_of(each.role_span))
            for each in story.mentions
        ],
        dates=[origin.when(when) for when in story.dates],
        links=[schema.Link(link.url, origin.evidence(link.span)) for link in story.links],
        annotations=[
            schema.Annotation(id=origin.iri_of(each.id), kind=each.kind, value=each.value, target=target(each.span))
            for each in story.annotations
        ],
        duplicates=[_duplicate(each, here, origin, base) for each in story.duplicates],
        related=[_relation(each, origin, base) for each in story.related],
    )


def _event(event: Event, number: int, story: Reference, origin: Origin) -> schema.Event:
    when = event.when
    start: schema.Date | None = iso(when)
    end = None
    if when.precision == "interval" and when.first and when.last and not (when.approximate or when.uncertain):
        start, end = when.first, when.last
    return schema.Event(
        origin.iri_of(event.id),
        event.what,
        number,
        origin.when(when),
        event.status,
        origin.evidence(event.span),
        story,
        start,
        end,
        [origin.references[actor] for actor in event.actors],
        [origin.target(span) for span in event.evidence],
    )


def _figure(figure: Figure, number: int, story: Reference, origin: Origin) -> schema.Figure:
    value, low, high, unit = figure.value, figure.low, figure.high, figure.unit
    if figure.bound in _LEAST and value is not None:
        value, low = None, value
    elif figure.bound in _MOST and value is not None:
        value, high = None, value
    money = unit is not None and _CURRENCY.fullmatch(unit) is not None
    return schema.Figure(
        origin.iri_of(figure.id),
        "MonetaryAmount" if money else "QuantitativeValue",
        number,
        figure.bound,
        origin.evidence(figure.span),
        story,
        _number(value),
        _number(low),
        _number(high),
        unit if money else None,
        None if money else unit,
        None if money or unit is None else unit_codes().get(unit),
        figure.per,
        figure.counted,
        position_of(figure.counted_span),
        figure.change,
        origin.when_of(figure.as_of),
        None if figure.speaker is None else origin.references[figure.speaker],
    )


def _number(value: Decimal | None) -> Number | None:
    """A whole number as JSON has it, as far as every JSON reader keeps it exact (RFC 8259); any other one typed."""
    if value is None:
        return None
    if value.copy_abs() <= _EXACT and value == value.to_integral_value():
        return int(value)
    # xsd:decimal has no exponent.
    return {"@type": "xsd:decimal", "@value": format(value, "f")}


def _citation(citation: Citation, number: int, story: Reference, origin: Origin) -> schema.Citation:
    quoted = citation.kind in ("direct quote", "partial quote")
    speaker = None if citation.speaker is None else origin.references[citation.speaker]
    return schema.Citation(
        origin.iri_of(citation.id),
        "Quotation" if quoted else "Claim",
        story,
        number,
        citation.kind,
        citation.stance,
        " ".join([origin.words(span) for span in citation.content]),
        [origin.target(span) for span in citation.content],
        origin.evidence(citation.span),
        speaker if quoted else None,
        None if quoted else speaker,
        citation.speaker_text,
        position_of(citation.speaker_span),
        citation.speaker_basis,
        citation.cue,
        [position(span) for span in citation.cue_spans],
        citation.outlet,
        position_of(citation.outlet_span),
        citation.addressee,
        position_of(citation.addressee_span),
        origin.when_of(citation.when),
    )


def _duplicate(duplicate: Duplicate, story: Reference, origin: Origin, base: str) -> schema.Duplicate:
    kept, folded = (_elsewhere(id, origin, base) for id in (duplicate.kept_briefing, duplicate.folded_briefing))
    return schema.Duplicate(
        kind=duplicate.kind,
        similarity=duplicate.similarity,
        reason=duplicate.reason,
        story=_folded(duplicate.story, folded, story),
        kept_briefing={"@id": kept.iri},
        folded_briefing={"@id": folded.iri},
        kept=[kept.extent(span) for span in duplicate.kept],
        folded=[folded.target(span) for span in duplicate.folded],
        agreed=list(duplicate.agreed),
        differed=[schema.Difference(each.field, each.kept, each.folded) for each in duplicate.differed],
        stood=None if duplicate.place is None else _place(duplicate.place),
    )


def _folded(story: Story, origin: Origin, kept: Reference) -> schema.FoldedStory:
    return schema.FoldedStory(
        id=origin.iri_of(story.id),
        type=["CreativeWork", "bd:FoldedStory"],
        briefing={"@id": origin.iri},
        headline=story.headline,
        record=encoded(story).decode(),
        evidence=schema.Evidence(origin.extent(story.span)),
        alternate_of=kept,
    )


def _elsewhere(briefing: str, origin: Origin, base: str) -> Origin:
    """The origin of another briefing's spans, whose text is not at hand; or this one."""
    iri = base + segment(briefing)
    return origin if iri == origin.iri else Origin(iri, None, origin.around)


def _place(place: Place) -> schema.Place:
    return schema.Place(place.position + 1, [each + 1 for each in place.sections], [each + 1 for each in place.lead])


def _relation(relation: Relation, origin: Origin, base: str) -> schema.Relation:
    other = _elsewhere(relation.briefing, origin, base)
    return schema.Relation(
        kind=relation.kind,
        similarity=relation.similarity,
        reason=relation.reason,
        part=other.references[relation.story],
        briefing={"@id": other.iri},
        own=[origin.extent(span) for span in relation.own],
        other=[other.extent(span) for span in relation.other],
    )
