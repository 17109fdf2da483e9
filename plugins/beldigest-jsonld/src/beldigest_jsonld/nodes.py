"""A briefing as a node, with its lead, its sections, its stories and the register of its actors."""

from __future__ import annotations

from collections.abc import Iterable

import orjson

from beldigest import Actor, Boilerplate, Briefing, Identifier, LeadItem, Notice, Section, Source
from beldigest_jsonld.origin import Node, Origin, add, add_all, iso, segment
from beldigest_jsonld.stories import story_node
from beldigest_jsonld.surrogates import encoded
from beldigest_jsonld.vocabulary import ACTOR_TYPES, METONYMS, same_as


def briefing_node(briefing: Briefing, base: str, around: int = 0) -> Node:
    """A briefing with all that is in it; ``base`` is what its IRI begins with."""
    origin = Origin(base + segment(briefing.id), briefing.text, around)
    node: Node = {"@id": origin.iri, "@type": ["CreativeWork", "Collection"], "identifier": briefing.id}
    add(node, "name", briefing.title)
    if briefing.publisher is not None:
        node["publisher"] = {"@type": "Organization", "name": briefing.publisher}
    add(node, "creditText", briefing.author)
    node["inLanguage"] = briefing.language
    if briefing.published:
        add(node, "datePublished", iso(briefing.published))
        node["bd:published"] = origin.when(briefing.published)
    add(node, "bd:publishedKnown", briefing.published_known)
    add(node, "url", briefing.url)
    node["encoding"] = _source(briefing.source)
    add_all(node, "bd:lead", (_lead(item, n, origin) for n, item in enumerate(briefing.lead, 1)))
    add_all(node, "bd:section", (_section(section, origin) for section in briefing.sections))
    add_all(node, "hasPart", _parts(story_node(story, origin, base, n) for n, story in enumerate(briefing.stories, 1)))
    add_all(node, "mentions", _parts(_register(briefing, origin)))
    add_all(node, "bd:boilerplate", (_boilerplate(each, origin) for each in briefing.boilerplate))
    add_all(node, "bd:warning", map(_notice, briefing.warnings))
    node["text"] = briefing.text
    return node


def _parts(nodes: Iterable[Node]) -> Iterable[orjson.Fragment]:
    """Nodes as JSON; one at a time is faster than all of them at the end, since each is small."""
    return (orjson.Fragment(encoded(node)) for node in nodes)


def _source(source: Source) -> Node:
    name, media_type = source.name, source.media_type
    return {"@type": "MediaObject", "name": name, "encodingFormat": media_type, "sha256": source.sha256}


def _lead(item: LeadItem, number: int, origin: Origin) -> Node:
    node: Node = {"@type": "ListItem", "position": number, "name": item.text}
    if item.story is not None:
        node["item"] = origin.reference(item.story)
    node["evidence"] = origin.evidence(item.span)
    return node


def _section(section: Section, origin: Origin) -> Node:
    node: Node = {"@type": "CreativeWork", "name": section.title}
    add_all(node, "hasPart", map(origin.reference, section.stories))
    node["evidence"] = origin.evidence(section.span)
    return node


def _boilerplate(boilerplate: Boilerplate, origin: Origin) -> Node:
    return {"@type": "Annotation", "bodyValue": boilerplate.reason, "target": origin.target(boilerplate.span)}


def _notice(notice: Notice) -> Node:
    return {"@type": "bd:Notice", "bd:message": notice.message, "bd:where": notice.where}


def _register(briefing: Briefing, origin: Origin) -> Iterable[Node]:
    stories: dict[str, dict[str, None]] = {}
    speakers: set[str | None] = set()
    for story in briefing.stories:
        for mention in story.mentions:
            stories.setdefault(mention.actor, {})[story.id] = None
        speakers.update(citation.speaker for citation in story.citations)
    for number, actor in enumerate(briefing.actors, 1):
        node = _actor(actor, number, actor.id in speakers, origin)
        add_all(node, "bd:mentionedIn", map(origin.reference, stories.get(actor.id, ())))
        yield node


def _actor(actor: Actor, number: int, speaks: bool, origin: Origin) -> Node:
    kind = ACTOR_TYPES[actor.kind]
    both = speaks and actor.kind in METONYMS
    node: Node = {"@id": origin.iri_of(actor.id), "@type": [kind, "Organization"] if both else kind}
    node |= {"name": actor.name, "bd:kind": actor.kind, "bd:position": number}
    add_all(node, "alternateName", actor.aliases)
    add_all(node, "disambiguatingDescription", actor.roles)
    add_all(node, "identifier", map(_identifier, actor.identifiers))
    same = filter(None, (same_as(each.scheme, each.value) for each in actor.identifiers))
    add_all(node, "sameAs", ({"@id": iri} for iri in same))
    return node


def _identifier(identifier: Identifier) -> Node:
    return {"@type": "PropertyValue", "propertyID": identifier.scheme, "value": identifier.value}
