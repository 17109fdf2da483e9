"""Nodes of the graph as records: the way back of :mod:`~beldigest_jsonld.nodes` and :mod:`~beldigest_jsonld.stories`.

The functions give plain data in the form of the library's serialisation, which checks it field by field.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any
from urllib.parse import unquote

from beldigest import Briefing, SerialisationError
from beldigest.serialise import FORMAT, from_dict
from beldigest_jsonld.graph import Graph, Node, iri, types, wrong
from beldigest_jsonld.origin import segment
from beldigest_jsonld.stories import PARAGRAPH_BREAK

Data = dict[str, Any]


def briefings(graph: Graph) -> list[Briefing]:
    """The briefings of a document; raises ``SerialisationError`` that names the node and the field."""
    found = [node for node in graph.nodes if "Collection" in types(node)]
    if graph.nodes and not found:
        raise SerialisationError("holds no node of the type Collection, which a briefing has", where="@graph")
    return [_checked(_Reading(graph, node).briefing(), node) for node in found]


def _checked(data: Data, node: Node) -> Briefing:
    try:
        return from_dict(data)
    except SerialisationError as error:
        where = error.where.replace("$", iri(node) or "$", 1)
        raise SerialisationError(error.what, where=where, hint=error.hint) from error


def _id(name: Any) -> str | None:
    return unquote(name.rpartition("/")[2], errors="surrogatepass") if isinstance(name, str) else None


def _present(**fields: Any) -> Data:
    return {name: value for name, value in fields.items() if value is not None}


class _Reading:
    """One briefing's nodes being read."""

    def __init__(self, graph: Graph, node: Node) -> None:
        self.graph = graph
        self.node = node
        self.id = graph.one(node, "identifier")
        self.base = (iri(node) or "").removesuffix(segment(str(self.id)))

    def briefing(self) -> Data:
        one, node = self.graph.one, self.node
        publisher = self.graph.node_of(node, "publisher")
        return _present(
            format=FORMAT,
            id=self.id,
            text=one(node, "text"),
            source=self._record(node, "encoding", self._source),
            title=one(node, "name"),
            publisher=None if publisher is None else one(publisher, "name"),
            author=one(node, "creditText"),
            language=one(node, "inLanguage"),
            published=self._record(node, "bd:published", self._when),
            published_known=one(node, "bd:publishedKnown"),
            url=one(node, "url"),
            lead=self._records(node, "bd:lead", self._lead),
            sections=self._records(node, "bd:section", self._section),
            stories=self._records(node, "hasPart", self._story, {"NewsArticle"}),
            actors=self._records(node, "mentions", self._actor),
            boilerplate=self._records(node, "bd:boilerplate", self._boilerplate),
            warnings=self._records(node, "bd:warning", self._notice),
        )

    def _records(
        self, node: Node, term: str, read: Callable[[Node], Data], of: set[str] | None = None
    ) -> list[Data] | None:
        """The records of a property, in the order that their positions give; ``of`` names the types that count."""
        found = self.graph.nodes_of(node, term)
        if of:
            found = [each for each in found if of.intersection(types(each))]
        found.sort(key=self._position)
        return [read(each) for each in found] or None

    def _record(self, node: Node, term: str, read: Callable[[Node], Data]) -> Data | None:
        found = self.graph.node_of(node, term)
        return None if found is None else read(found)

    def _position(self, node: Node) -> int:
        for term in ("position", "bd:position"):
            value = self.graph.one(node, term)
            if value is not None:
                return self._integer(node, term, value)
        return 0

    def _integer(self, node: Node, term: str, value: Any) -> int:
        try:
            whole = int(value)
        except (TypeError, ValueError, OverflowError):
            whole = None
        # Other processors write typed numbers as strings.
        if whole is None or isinstance(value, bool) or (not isinstance(value, str) and whole != value):
            wrong(node, f"{term!r} is {value!r:.40} where a whole number is due")
        return whole

    def _reference(self, node: Node, term: str) -> str | None:
        found = self.graph.node_of(node, term)
        return None if found is None else _id(iri(found))

    def _references(self, node: Node, term: str) -> list[str | None] | None:
        return [_id(iri(each)) for each in self.graph.nodes_of(node, term)] or None

    def _briefing_id(self, node: Node, term: str) -> str | None:
        found = self.graph.node_of(node, term)
        if found is None:
            return None
        return unquote((iri(found) or "").removeprefix(self.base), errors="surrogatepass")

    def _span(self, target: Node) -> Data:
        selectors = self.graph.nodes_of(target, "selector") or [target]
        position = next((each for each in selectors if "TextPositionSelector" in types(each)), None)
        if position is None:
            wrong(target, "has no TextPositionSelector")
        return {term: self._integer(position, term, self.graph.one(position, term)) for term in ("start", "end")}

    def _target(self, node: Node, term: str = "target") -> Data | None:
        return self._record(node, term, self._span)

    def _targets(self, node: Node, term: str) -> list[Data] | None:
        return [self._span(each) for each in self.graph.nodes_of(node, term)] or None

    def _evidence(self, node: Node) -> Data | None:
        annotation = self.graph.annotation(node)
        return None if annotation is None else self._target(annotation)

    def _source(self, node: Node) -> Data:
        one = self.graph.one
        return _present(name=one(node, "name"), media_type=one(node, "encodingFormat"), sha256=one(node, "sha256"))

    def _when(self, node: Node) -> Data:
        one = self.graph.one
        return _present(
            text=one(node, "bd:text"),
            edtf=one(node, "bd:edtf"),
            first=one(node, "bd:earliest"),
            last=one(node, "bd:latest"),
            precision=one(node, "bd:precision"),
            approximate=one(node, "bd:approximate"),
            uncertain=one(node, "bd:uncertain"),
            anchor=one(node, "bd:anchor"),
            span=self._target(node, "bd:words"),
        )

    def _lead(self, node: Node) -> Data:
        return _present(
            text=self.graph.one(node, "name"), span=self._evidence(node), story=self._reference(node, "item")
        )

    def _section(self, node: Node) -> Data:
        title, stories = self.graph.one(node, "name"), self._references(node, "hasPart")
        return _present(title=title, span=self._evidence(node), stories=stories)

    def _boilerplate(self, node: Node) -> Data:
        return _present(span=self._target(node), reason=self.graph.one(node, "bodyValue"))

    def _notice(self, node: Node) -> Data:
        return _present(message=self.graph.one(node, "bd:message"), where=self.graph.one(node, "bd:where"))

    def _actor(self, node: Node) -> Data:
        return _present(
            id=_id(iri(node)),
            name=self.graph.one(node, "name"),
            kind=self.graph.one(node, "bd:kind"),
            aliases=self.graph.many(node, "alternateName") or None,
            roles=self.graph.many(node, "disambiguatingDescription") or None,
            identifiers=self._records(node, "identifier", self._identifier),
        )

    def _identifier(self, node: Node) -> Data:
        return _present(scheme=self.graph.one(node, "propertyID"), value=self.graph.one(node, "value"))

    def _story(self, node: Node) -> Data:
        one = self.graph.one
        return _present(
            id=_id(iri(node)),
            headline=one(node, "headline"),
            span=self._evidence(node),
            headline_span=self._target(node, "bd:headlineWords"),
            section=one(node, "articleSection"),
            deck=one(node, "alternativeHeadline"),
            byline=one(node, "creditText"),
            dateline=one(node, "dateline"),
            paragraphs=self._paragraphs(node),
            links=self._records(node, "bd:link", self._link),
            mentions=self._records(node, "bd:mention", self._mention),
            dates=self._records(node, "bd:date", self._when),
            figures=self._records(node, "mentions", self._figure, {"MonetaryAmount", "QuantitativeValue"}),
            citations=self._records(node, "citation", self._citation),
            events=self._records(node, "mentions", self._event, {"Event"}),
            annotations=self._records(node, "bd:annotation", self._annotation),
            duplicates=self._records(node, "bd:duplicate", self._duplicate),
            related=self._records(node, "bd:related", self._relation),
            published=self._record(node, "bd:published", self._when),
            source_line=self._record(node, "isBasedOn", lambda source: one(source, "creditText")),
        )

    def _paragraphs(self, node: Node) -> list[Data] | None:
        body, start, found = str(self.graph.one(node, "articleBody") or ""), 0, []
        for each in self.graph.nodes_of(node, "bd:paragraph"):
            end = start + self._integer(each, "bd:length", self.graph.one(each, "bd:length"))
            found.append(_present(text=body[start:end], span=self._target(each, "bd:words")))
            start = end + len(PARAGRAPH_BREAK)
        return found or None

    def _link(self, node: Node) -> Data:
        return _present(url=self.graph.one(node, "url"), span=self._evidence(node))

    def _mention(self, node: Node) -> Data:
        body = node.get("body")
        return _present(
            actor=_id(body.get("@id") if isinstance(body, dict) else body),
            span=self._target(node),
            role=self.graph.one(node, "bd:role"),
            role_span=self._target(node, "bd:roleWords"),
        )

    def _figure(self, node: Node) -> Data:
        one = self.graph.one
        low, high = one(node, "minValue"), one(node, "maxValue")
        whole = low is not None and high is not None
        value = next((each for each in (one(node, "value"), low, high) if each is not None), None)
        return _present(
            id=_id(iri(node)),
            span=self._evidence(node),
            value=None if whole else _number(value),
            low=_number(low) if whole else None,
            high=_number(high) if whole else None,
            unit=one(node, "currency") or one(node, "unitText"),
            per=one(node, "bd:per"),
            bound=one(node, "bd:bound"),
            counted=one(node, "bd:counted"),
            counted_span=self._target(node, "bd:countedWords"),
            change=one(node, "bd:change"),
            as_of=self._record(node, "bd:asOf", self._when),
            speaker=self._reference(node, "bd:speaker"),
        )

    def _citation(self, node: Node) -> Data:
        one = self.graph.one
        return _present(
            id=_id(iri(node)),
            kind=one(node, "bd:kind"),
            span=self._evidence(node),
            content=self._targets(node, "bd:content") or [],
            speaker=self._reference(node, "spokenByCharacter") or self._reference(node, "author"),
            speaker_text=one(node, "bd:speakerText"),
            speaker_span=self._target(node, "bd:speakerWords"),
            speaker_basis=one(node, "bd:speakerBasis"),
            cue=one(node, "bd:cue"),
            cue_spans=self._targets(node, "bd:cueWords"),
            stance=one(node, "bd:stance"),
            outlet=one(node, "bd:outlet"),
            outlet_span=self._target(node, "bd:outletWords"),
            addressee=one(node, "bd:addressee"),
            addressee_span=self._target(node, "bd:addresseeWords"),
            when=self._record(node, "bd:when", self._when),
        )

    def _event(self, node: Node) -> Data:
        return _present(
            id=_id(iri(node)),
            when=self._record(node, "bd:when", self._when),
            what=self.graph.one(node, "name"),
            span=self._evidence(node),
            actors=self._references(node, "about"),
            status=self.graph.one(node, "bd:status"),
            evidence=self._targets(node, "bd:evidence"),
        )

    def _annotation(self, node: Node) -> Data:
        one = self.graph.one
        kind, value = one(node, "bd:kind"), one(node, "bodyValue")
        return _present(id=_id(iri(node)), kind=kind, value=value, span=self._target(node))

    def _duplicate(self, node: Node) -> Data:
        one = self.graph.one
        return _present(
            kind=one(node, "bd:kind"),
            similarity=_float(one(node, "bd:similarity")),
            reason=one(node, "bd:reason"),
            story=self._record(node, "bd:story", self._folded),
            kept=self._targets(node, "bd:kept") or [],
            folded=self._targets(node, "bd:folded") or [],
            kept_briefing=self._briefing_id(node, "bd:keptBriefing"),
            folded_briefing=self._briefing_id(node, "bd:foldedBriefing"),
            agreed=self.graph.many(node, "bd:agreed") or None,
            differed=self._records(node, "bd:differed", self._difference),
            place=self._record(node, "bd:stood", self._place),
        )

    def _folded(self, node: Node) -> Any:
        try:
            return json.loads(self.graph.one(node, "bd:record"))
        except (TypeError, ValueError, RecursionError) as error:
            wrong(node, f"'bd:record' is no JSON text: {error}")

    def _place(self, node: Node) -> Data:
        position, sections, lead = (
            [self._integer(node, term, value) - 1 for value in self.graph.many(node, term)]
            for term in ("bd:storyNumber", "bd:sectionNumber", "bd:leadNumber")
        )
        return _present(position=position[0] if position else None, sections=sections or None, lead=lead or None)

    def _relation(self, node: Node) -> Data:
        one = self.graph.one
        return _present(
            kind=one(node, "bd:kind"),
            similarity=_float(one(node, "bd:similarity")),
            reason=one(node, "bd:reason"),
            story=self._reference(node, "bd:part"),
            briefing=self._briefing_id(node, "bd:partBriefing"),
            own=self._targets(node, "bd:own"),
            other=self._targets(node, "bd:other"),
        )

    def _difference(self, node: Node) -> Data:
        one = self.graph.one
        return _present(field=one(node, "bd:field"), kept=one(node, "bd:keptText"), folded=one(node, "bd:foldedText"))


def _number(value: Any) -> Any:
    """A decimal number as text, where another processor made a JSON number of it."""
    return str(value) if isinstance(value, int | float) else value


def _float(value: Any) -> Any:
    try:
        return float(value)
    except (TypeError, ValueError):
        return value
