"""A JSON-LD document as nodes that can be asked for their properties.

The exporter's own documents, where each node stands under the one that it belongs to, are read as they are. Any other
form of the same graph (expanded, flattened, under another context) is first brought under the exporter's context, for
which PyLD is needed.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import Any, NoReturn

from beldigest import SerialisationError
from beldigest_jsonld.surrogates import restore
from beldigest_jsonld.vocabulary import CONTEXT

Node = dict[str, Any]


class Graph:
    """The nodes of a document under the exporter's context.

    A link to a node is followed to the properties that stand elsewhere in the document.
    """

    def __init__(self, document: Any) -> None:
        if not isinstance(document, dict) or document.get("@context") != CONTEXT:
            document = _recompacted(document)
        nodes = document.get("@graph", [document])
        self.nodes: list[Node] = [node for node in _listed(nodes) if isinstance(node, dict)]
        for node in self.nodes:
            try:
                restore(node)
            except (ValueError, TypeError) as error:
                wrong(node, f"kept strings that cannot be read: {error}")

    def many(self, node: Node, term: str) -> list[Any]:
        """The values of a property, links followed."""
        return [self._followed(value) for value in _listed(node.get(term))]

    def one(self, node: Node, term: str) -> Any:
        """The value of a property that has at most one, or None."""
        value = node.get(term)
        if not isinstance(value, dict | list):
            return value
        values = self.many(node, term)
        if len(values) > 1:
            wrong(node, f"{term!r} has {len(values)} values where one is due")
        return values[0] if values else None

    def nodes_of(self, node: Node, term: str) -> list[Node]:
        """The values of a property that links to nodes."""
        values = self.many(node, term)
        for value in values:
            if not isinstance(value, dict):
                wrong(node, f"{term!r} holds {value!r:.40} where a node is due")
        return values

    def node_of(self, node: Node, term: str) -> Node | None:
        """The node that a property links to, or None."""
        value = self.one(node, term)
        if value is not None and not isinstance(value, dict):
            wrong(node, f"{term!r} holds {value!r:.40} where a node is due")
        return value

    def annotation(self, node: Node) -> Node | None:
        """The annotation whose body is this node: under it, or anywhere in the document."""
        found = self.node_of(node, "evidence")
        return found if found is not None else self._annotations.get(iri(node) or "")

    def _followed(self, value: Any) -> Any:
        if isinstance(value, dict):
            if "@value" in value:
                return value["@value"]
            if len(value) == 1 and "@id" in value:
                return self._by_id.get(iri(value) or "", value)
        return value

    @cached_property
    def _by_id(self) -> dict[str, Node]:
        found: dict[str, Node] = {}
        for node in self._walk(self.nodes):
            name = iri(node)
            if name and len(node) > 1:
                found.setdefault(name, {}).update(node)
        return found

    @cached_property
    def _annotations(self) -> dict[str, Node]:
        found: dict[str, Node] = {}
        for node in self._walk(self.nodes):
            for body in _listed(node.get("body")):
                name = iri(body) if isinstance(body, dict) else body
                if isinstance(name, str):
                    found.setdefault(name, node)
        return found

    def _walk(self, values: list[Any]) -> Iterator[Node]:
        todo = list(reversed(values))
        while todo:
            value = todo.pop()
            if isinstance(value, dict):
                yield value
                todo += reversed(value.values())
            elif isinstance(value, list):
                todo += reversed(value)


def iri(node: Node) -> str | None:
    """The IRI of a node, or the label of a blank one; None where it has neither."""
    name = node.get("@id")
    return name if isinstance(name, str) else None


def types(node: Node) -> list[str]:
    """The types of a node."""
    return [each for each in _listed(node.get("@type")) if isinstance(each, str)]


def wrong(node: Node, what: str) -> NoReturn:
    """Raises ``SerialisationError`` that names the node."""
    raise SerialisationError(what, where=iri(node) or "/".join(types(node)) or "@graph")


def _listed(value: Any) -> list[Any]:
    if value is None:
        return []
    if isinstance(value, dict) and "@list" in value:
        return _listed(value["@list"])
    return value if isinstance(value, list) else [value]


def _recompacted(document: Any) -> Node:
    """The document flattened, under the exporter's context."""
    try:
        from pyld import jsonld
    except ImportError as error:
        raise SerialisationError(
            "the JSON-LD is not in the form that the exporter writes",
            where="@context",
            hint="pip install 'beldigest-jsonld[pyld]' to read any form",
        ) from error

    remote: list[str] = []

    def refuse(url: str, options: Any) -> NoReturn:
        remote.append(url)
        raise LookupError(url)

    try:
        flat = jsonld.flatten(document, CONTEXT, {"documentLoader": refuse})
    except jsonld.JsonLdError as error:
        what = f"the context {remote[0]} would have to be fetched" if remote else f"not JSON-LD: {error.type}"
        raise SerialisationError(what, where="@context", hint="put it inline" if remote else "") from error
    assert isinstance(flat, dict)
    return flat
