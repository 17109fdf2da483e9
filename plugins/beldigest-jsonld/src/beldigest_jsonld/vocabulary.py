"""The terms of the graph: schema.org's, the W3C Web Annotation model's, PROV's, and the few that none of them has.

The context is inline, so that no consumer has to fetch one. Terms without a prefix that it does not list are
schema.org's, by ``@vocab``. Terms of the library's own begin with ``bd:`` and have the names of the records' fields.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import Any

#: What the library's own terms begin with.
OWN = "urn:beldigest:vocabulary:"

_ANNOTATION = "http://www.w3.org/ns/oa#"
_PROVENANCE = "http://www.w3.org/ns/prov#"
_DATATYPES = "http://www.w3.org/2001/XMLSchema#"

#: Properties whose values have an order that a set of RDF triples would lose.
LISTS = (
    "bd:agreed",
    "bd:annotation",
    "bd:boilerplate",
    "bd:content",
    "bd:cueWords",
    "bd:date",
    "bd:differed",
    "bd:duplicate",
    "bd:evidence",
    "bd:folded",
    "bd:kept",
    "bd:lead",
    "bd:leadNumber",
    "bd:link",
    "bd:mention",
    "bd:other",
    "bd:own",
    "bd:paragraph",
    "bd:related",
    "bd:section",
    "bd:sectionNumber",
    "bd:warning",
)

_TYPED = {
    "xsd:date": ("datePublished", "startDate", "endDate", "bd:earliest", "bd:latest"),
    "xsd:double": ("bd:similarity",),
}

#: The inline context. Its terms for evidence are those of the W3C's own context for annotations.
CONTEXT: dict[str, Any] = {
    "@vocab": "http://schema.org/",
    "bd": OWN,
    "oa": _ANNOTATION,
    "prov": _PROVENANCE,
    "xsd": _DATATYPES,
    "Annotation": "oa:Annotation",
    "SpecificResource": "oa:SpecificResource",
    "TextPositionSelector": "oa:TextPositionSelector",
    "TextQuoteSelector": "oa:TextQuoteSelector",
    "body": {"@id": "oa:hasBody", "@type": "@id"},
    "bodyValue": "oa:bodyValue",
    "evidence": {"@reverse": "oa:hasBody"},
    "target": "oa:hasTarget",
    "source": {"@id": "oa:hasSource", "@type": "@id"},
    "selector": "oa:hasSelector",
    "start": {"@id": "oa:start", "@type": "xsd:nonNegativeInteger"},
    "end": {"@id": "oa:end", "@type": "xsd:nonNegativeInteger"},
    "exact": "oa:exact",
    "prefix": "oa:prefix",
    "suffix": "oa:suffix",
    **{term: {"@type": datatype} for datatype, terms in _TYPED.items() for term in terms},
    **{term: {"@container": "@list"} for term in LISTS},
}

#: The schema.org type of each kind of actor; ``bd:kind`` beside it says the kind itself.
ACTOR_TYPES = {
    "person": "Person",
    "organization": "Organization",
    "government body": "GovernmentOrganization",
    "media outlet": "NewsMediaOrganization",
    "country": "Country",
    "place": "Place",
    "group": "Organization",
}

#: Actors of these kinds are typed as organizations too where they speak: "Latvia said" is a body that speaks.
METONYMS = frozenset({"country", "place"})

_REGISTERS = {
    "wikidata": ("http://www.wikidata.org/entity/{}", re.compile(r"Q[1-9][0-9]{0,14}")),
    "viaf": ("http://viaf.org/viaf/{}", re.compile(r"[1-9][0-9]{0,21}")),
    "geonames": ("https://sws.geonames.org/{}/", re.compile(r"[1-9][0-9]{0,14}")),
    "isni": ("https://isni.org/isni/{}", re.compile(r"[0-9]{15}[0-9X]")),
    "orcid": ("https://orcid.org/{}", re.compile(r"[0-9]{4}(?:-[0-9]{4}){2}-[0-9]{3}[0-9X]")),
    "ror": ("https://ror.org/{}", re.compile(r"0[a-z0-9]{6}[0-9]{2}")),
}


def same_as(scheme: str, value: str) -> str | None:
    """The IRI that a public register gives its entry, or None where the scheme or the form of the value is unknown."""
    iri, form = _REGISTERS.get(scheme.lower(), ("", None))
    return iri.format(value) if form and form.fullmatch(value) else None


@cache
def unit_codes() -> dict[str, str]:
    """UN/CEFACT common codes of units of measure, which schema.org's ``unitCode`` takes, by the unit's name."""
    lines = files(__package__).joinpath("data", "units.tsv").read_text("utf-8").splitlines()
    return dict(line.split("\t") for line in lines if not line.startswith("#"))
