"""Reads JSON-LD back as briefings."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, BinaryIO

from beldigest import Briefing, SerialisationError
from beldigest_jsonld.exporter import DOCUMENT_END, DOCUMENT_START
from beldigest_jsonld.graph import Graph
from beldigest_jsonld.records import briefings
from beldigest_jsonld.vocabulary import CONTEXT, OWN

if TYPE_CHECKING:
    from beldigest.plugins.contracts import Siblings


class JsonLdImporter:
    """Reads what the exporter writes, briefing by briefing; other forms of the same graph are read whole."""

    format = "jsonld"
    suffixes = (".jsonld", ".ndjson")

    def sniff(self, head: bytes) -> float:
        """Sure where the library's own terms stand among the first bytes; any other JSON might be an expanded form."""
        if OWN.encode() in head:
            return 1.0
        return 0.1 if head.lstrip()[:1] in (b"{", b"[") else 0.0

    def load(self, stream: BinaryIO, sibling: Siblings | None) -> Iterator[Briefing]:
        """The briefings; raises ``SerialisationError`` with the line and column, or the record and the field."""
        first = stream.readline()
        if first == DOCUMENT_START:
            for number, line in enumerate(stream, 2):
                if line == DOCUMENT_END:
                    return
                node = _parsed(line.rstrip().removesuffix(b","), number)
                if not isinstance(node, dict):
                    raise SerialisationError(f"holds {node!r:.40} where a briefing is due", where=f"line {number}")
                yield from briefings(Graph({"@context": CONTEXT} | node))
            raise SerialisationError("the document breaks off", where="the last line", hint="write it again")
        if not first:
            return
        try:
            document = json.loads(first)
        except (ValueError, RecursionError):
            yield from briefings(Graph(_parsed(first + stream.read(), 1)))
            return
        yield from briefings(Graph(document))
        for number, line in enumerate(stream, 2):
            if line.strip():
                yield from briefings(Graph(_parsed(line.rstrip(), number)))


def _parsed(text: bytes, line: int) -> Any:
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        where = f"line {line + error.lineno - 1}, column {error.colno}"
        raise SerialisationError(error.msg, where=where) from error
    except (UnicodeDecodeError, RecursionError) as error:
        raise SerialisationError(f"not a JSON text: {error}", where=f"line {line}") from error
