"""Writes briefings as JSON-LD: one document, or a document a line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

import msgspec

from beldigest import Briefing, Option, OptionError, Sink
from beldigest_jsonld.nodes import briefing_node
from beldigest_jsonld.schema import Collection
from beldigest_jsonld.surrogates import encoded
from beldigest_jsonld.vocabulary import CONTEXT

if TYPE_CHECKING:
    from beldigest.plugins.contracts import Layout, OptionValue

#: An absolute IRI (RFC 3987) up to the point where a name can follow.
_BASE = re.compile(r"""[A-Za-z][A-Za-z0-9+.-]*:[^\x00-\x20\x7f-\x9f<>"{}|\\^`\ud800-\udfff]*(?<=[:/#?=])""")

#: The first line of a document of many briefings, and the last one; each line between holds one briefing.
DOCUMENT_START = b'{"@context":' + msgspec.json.encode(CONTEXT) + b',"@graph":[\n'
DOCUMENT_END = b"]}\n"


class JsonLdExporter:
    """Writes a graph of schema.org records with their evidence, from which the briefings can be read back."""

    format = "jsonld"
    description = "a JSON-LD graph of schema.org records, with their evidence as W3C Web Annotations"
    media_type = "application/ld+json"
    suffix = ".jsonld"
    options = (
        Option("base", "urn:beldigest:", "what the IRIs of the records begin with; an IRI that ends in : / # ? or ="),
        Option("lines", False, "a document a line (NDJSON), instead of one document with a briefing a line"),
        Option("around", 0, "how many characters to tell before and after each quote, to find it in other copies"),
    )

    def layout(self, options: Mapping[str, OptionValue]) -> Layout:
        """One file."""
        return "file"

    def export(self, briefings: Iterable[Briefing], sink: Sink, options: Mapping[str, OptionValue]) -> None:
        """Writes each briefing as it comes; raises ``OptionError`` for a base that is no absolute IRI."""
        base, around = str(options["base"]), int(options["around"])
        if not _BASE.fullmatch(base):
            raise OptionError(
                f"the option 'base' cannot be {base!r}", hint="give an absolute IRI that ends in : / # ? or ="
            )
        if around < 0:
            raise OptionError(f"the option 'around' cannot be {around}", hint="give a number of characters")
        nodes = (briefing_node(briefing, base, around) for briefing in briefings)
        with sink.binary() as out:
            if options["lines"]:
                for node in nodes:
                    node.context = CONTEXT
                    out.write(_embeddable(node) + b"\n")
                return
            out.write(DOCUMENT_START)
            separator = b""
            for node in nodes:
                out.write(separator)
                out.write(_embeddable(node))
                separator = b",\n"
            out.write((b"\n" if separator else b"") + DOCUMENT_END)


def _embeddable(node: Collection) -> bytes:
    """A node as JSON that can stand in a ``script`` element, which no text in it closes (JSON-LD 1.1, 7.2)."""
    return encoded(node).replace(b"<", b"\\u003c")
