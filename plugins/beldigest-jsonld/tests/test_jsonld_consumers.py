"""What RDF and JSON-LD libraries make of the document."""

from __future__ import annotations

import json
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import attrs
import pytest
import rdflib
from hypothesis import given, settings
from pyld import jsonld
from rdflib import RDF, Literal, URIRef

from beldigest import Identifier
from beldigest.testing import samples, strategies
from beldigest.testing.contract import written
from beldigest_jsonld.exporter import JsonLdExporter

SCHEMA = "http://schema.org/"
EVERY = [samples.empty(), samples.full(), samples.hostile()]


def export(*briefings: Any, **options: Any) -> bytes:
    return written(JsonLdExporter(), briefings, **options)[""]


def graph_of(data: bytes) -> rdflib.Graph:
    return rdflib.Graph().parse(data=data, format="json-ld")


def _refuse(url: str, options: Any) -> Any:
    raise AssertionError(f"{url} would be fetched")


@settings(max_examples=15, deadline=None)
@given(strategies.briefings())
def test_rdflib_and_pyld_give_the_same_number_of_triples(briefing: Any) -> None:
    data = export(briefing)
    dataset = jsonld.to_rdf(json.loads(data), {"documentLoader": _refuse})
    assert len(graph_of(data)) == sum(map(len, dataset.values())) > 0


def test_rdflib_and_pyld_give_the_same_triples() -> None:
    data = export(*EVERY)
    quads = jsonld.to_rdf(json.loads(data), {"format": "application/n-quads", "documentLoader": _refuse})
    other = rdflib.Dataset().parse(data=quads, format="nquads").default_graph
    ours = graph_of(data)

    def named(graph: Any) -> set[Any]:
        """The triples without blank nodes, whose labels are each library's own."""
        return {triple for triple in graph if not any(isinstance(each, rdflib.BNode) for each in triple)}

    assert named(ours) == named(other)
    assert len(ours) == len(other)


@pytest.fixture(scope="module")
def vocabulary() -> dict[str, dict[str, list[set[str]]]]:
    found: dict[str, dict[str, list[set[str]]]] = {"type": {}, "property": {}}
    for line in (Path(__file__).parent / "data" / "schemaorg.tsv").read_text("utf-8").splitlines():
        if not line.startswith("#"):
            kind, name, *sets = line.split("\t")
            found[kind][name] = [set(names.split()) for names in sets]
    return found


def faults(graph: rdflib.Graph, vocabulary: dict[str, dict[str, list[set[str]]]]) -> list[str]:
    """Terms of schema.org that are undefined, or on a node or with one that they are not meant for."""

    def types(node: Any) -> set[str]:
        own = {str(each)[len(SCHEMA) :] for each in graph.objects(node, RDF.type) if str(each).startswith(SCHEMA)}
        return own.union(*(vocabulary["type"].get(each, [set()])[0] for each in own))

    found = []
    for subject, term, value in graph:
        if term == RDF.type and str(value).startswith(SCHEMA) and str(value)[len(SCHEMA) :] not in vocabulary["type"]:
            found.append(f"undefined type {value}")
        if not str(term).startswith(SCHEMA):
            continue
        name = str(term)[len(SCHEMA) :]
        if name not in vocabulary["property"]:
            found.append(f"undefined property {name}")
            continue
        domain, range_ = vocabulary["property"][name]
        if not types(subject) & domain:
            found.append(f"{name} does not belong on {types(subject)}")
        if not isinstance(value, Literal) and types(value) and not types(value) & range_ and "URL" not in range_:
            found.append(f"{name} does not take {types(value)}")
    return found


@settings(max_examples=10, deadline=None)
@given(briefing=strategies.briefings())
def test_every_schema_term_is_used_as_defined(vocabulary: Any, briefing: Any) -> None:
    assert faults(graph_of(export(briefing)), vocabulary) == []


def test_every_schema_term_of_the_samples_is_used_as_defined(vocabulary: Any) -> None:
    assert faults(graph_of(export(*EVERY)), vocabulary) == []


def test_the_check_of_terms_finds_misuse(vocabulary: Any) -> None:
    data = export(samples.full())
    assert len(graph_of(data)) > 100
    for wrong in (
        data.replace(b'"headline":', b'"headlien":'),
        data.replace(b'"@type":"Quotation"', b'"@type":"Event"'),
        data.replace(b'"@type":"Person"', b'"@type":"Event"'),
        data.replace(b'"@type":"Quotation"', b'"@type":"Quote"'),
    ):
        assert wrong != data
        assert faults(graph_of(wrong), vocabulary)


def test_every_node_is_typed_and_every_link_of_the_graph_leads_to_a_node() -> None:
    graph = graph_of(export(*EVERY))
    for subject in set(graph.subjects()):
        if (subject, RDF.first, None) not in graph:
            assert (subject, RDF.type, None) in graph, subject
    inside = {value for value in graph.objects() if isinstance(value, URIRef) and value.startswith("urn:beldigest:b")}
    assert inside <= set(graph.subjects())


def test_every_record_has_a_quote_that_stands_at_its_place() -> None:
    full = samples.full()
    query = """
        PREFIX oa: <http://www.w3.org/ns/oa#>
        SELECT ?exact ?start ?end WHERE {
            ?target oa:hasSource ?briefing; oa:hasSelector ?quote, ?position.
            ?quote a oa:TextQuoteSelector; oa:exact ?exact.
            ?position a oa:TextPositionSelector; oa:start ?start; oa:end ?end.
        }"""
    found = [tuple(each.toPython() for each in row) for row in graph_of(export(full)).query(query)]
    assert len(found) > 15
    assert all(full.text[start:end] == exact for exact, start, end in found)
    query = """
        PREFIX oa: <http://www.w3.org/ns/oa#>
        SELECT ?record WHERE { ?annotation oa:hasBody ?record; oa:hasTarget/oa:hasSelector/oa:start ?start. }"""
    records = {str(row.record).rpartition("/")[2] for row in graph_of(export(full)).query(query)}
    assert {"f-40", "f-range", "f-money", "c-data", "c-quote", "c-ministry", "e-told", "e-open", "s-berths"} <= records


def test_sparql_says_who_said_what_when() -> None:
    query = """
        PREFIX s: <http://schema.org/>
        PREFIX bd: <urn:beldigest:vocabulary:>
        SELECT ?who ?what ?when ?headline WHERE {
            ?statement s:text ?what; s:isPartOf/s:headline ?headline; s:spokenByCharacter|s:author ?actor.
            ?actor s:name ?who.
            OPTIONAL { ?statement bd:when/bd:edtf ?when }
        }"""
    found = {tuple(each and str(each) for each in row) for row in graph_of(export(samples.full())).query(query)}
    berths = "Harbour town counts its empty berths"
    assert found == {
        ("Ilya Branko", "“We will not close,”", "2023-04-03", berths),
        ("Ilya Branko", "At least 40 of the 120 berths in Velmora stood empty in March 2023", None, berths),
    }


def test_what_was_said_over_two_lines_is_one_line() -> None:
    full = samples.full()
    briefing = attrs.evolve(full, text=full.text.replace("“We will not", "“We will\nnot"))
    assert Literal("“We will not close,”") in set(graph_of(export(briefing)).objects(None, URIRef(SCHEMA + "text")))


def test_what_was_folded_is_told_with_its_reason() -> None:
    query = """
        PREFIX s: <http://schema.org/>
        PREFIX bd: <urn:beldigest:vocabulary:>
        PREFIX prov: <http://www.w3.org/ns/prov#>
        SELECT ?kept ?folded ?kind ?reason WHERE {
            ?story bd:duplicate/rdf:rest*/rdf:first ?fold; s:headline ?kept.
            ?fold bd:story ?copy; bd:kind ?kind; bd:reason ?reason.
            ?copy s:headline ?folded; prov:alternateOf ?story.
        }"""
    (row,) = graph_of(export(samples.full())).query(query)
    duplicate = samples.full().stories[0].duplicates[0]
    assert [str(each) for each in row] == [
        "Harbour town counts its empty berths", "Harbour town counts its berths", duplicate.kind, duplicate.reason
    ]  # fmt: skip


def test_what_was_folded_is_not_said_twice() -> None:
    full = samples.full()
    graph = graph_of(export(full))
    articles = list(graph.subjects(RDF.type, URIRef(SCHEMA + "NewsArticle")))
    assert len(articles) == len(full.stories)
    parts = set(graph.objects(None, URIRef(SCHEMA + "hasPart")))
    assert parts == set(articles)


def test_figures_are_numbers_that_can_be_compared() -> None:
    query = """
        PREFIX s: <http://schema.org/>
        SELECT ?value ?least ?most ?currency WHERE {
            ?figure a ?type. FILTER(?type IN (s:MonetaryAmount, s:QuantitativeValue))
            OPTIONAL { ?figure s:value ?value } OPTIONAL { ?figure s:currency ?currency }
            OPTIONAL { ?figure s:minValue ?least } OPTIONAL { ?figure s:maxValue ?most }
        }"""
    found = {tuple(each and each.toPython() for each in row) for row in graph_of(export(samples.full())).query(query)}
    assert found == {(None, 40, None, None), (None, 12, 15, None), (2500000, None, None, "EUR")}


def test_quotes_tell_what_stands_around_them_on_request() -> None:
    graph = graph_of(export(samples.full(), around=10))
    oa = rdflib.Namespace("http://www.w3.org/ns/oa#")
    (quote,) = graph.subjects(oa.exact, Literal("Ministry of Ports"))
    assert str(graph.value(quote, oa.prefix)) == " day, the "
    assert str(graph.value(quote, oa.suffix)) == " said, a g"


def test_ids_are_absolute_and_begin_with_the_base() -> None:
    base = "https://example.org/digest/"
    nodes = set(graph_of(export(samples.full(), base=base)).subjects())
    named = [node for node in nodes if isinstance(node, URIRef)]
    assert len(named) > 10
    assert all(node.startswith(base) for node in named)


def test_a_document_can_stand_in_a_page() -> None:
    data = export(attrs.evolve(samples.full(), title="</script><!-- <script>"), samples.hostile()).decode()
    found: list[str] = []

    class Page(HTMLParser):
        def handle_data(self, data: str) -> None:
            found.append(data)

    page = Page()
    page.feed(f'<script type="application/ld+json">{data}</script><!-- ')
    assert "".join(found) == data


def test_known_registers_give_an_identity() -> None:

    full = samples.full()
    known = (Identifier("wikidata", "Q42"), Identifier("wikidata", "no number"), Identifier("house list", "Q42"))
    briefing = attrs.evolve(full, actors=(attrs.evolve(full.actors[0], identifiers=known), *full.actors[1:]))
    same = list(graph_of(export(briefing)).objects(None, URIRef(SCHEMA + "sameAs")))
    assert same == [URIRef("http://www.wikidata.org/entity/Q42")]
