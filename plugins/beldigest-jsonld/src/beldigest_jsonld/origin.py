"""Where spans lie, as nodes: the parts that the nodes of all records are made of.

What stands in a record and what was read from the text are kept apart: a record that is a thing of the world (an
actor, an event, a number, a statement) is a schema.org node, and where it was read is an ``oa:Annotation`` whose body
is that node and whose target selects the characters in the briefing's text. The places of parts of a record (its cue,
its speaker) are targets by themselves.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any
from urllib.parse import quote

from beldigest import Span, When

Node = dict[str, Any]

_UNRESERVED = re.compile(r"[A-Za-z0-9._~-]+")

#: schema.org's date properties take what is precise to the day, the month or the year.
_DAY = frozenset({"second", "minute", "hour", "part of day", "day"})
_REDUCED = {"month": ("xsd:gYearMonth", 7), "year": ("xsd:gYear", 4)}


def segment(id: str) -> str:
    """An id as the last segment of an IRI."""
    return id if _UNRESERVED.fullmatch(id) else quote(id, safe="", errors="surrogatepass")


class Origin:
    """A briefing's text, in which spans lie: its IRI, and the text itself where it is at hand.

    ``around`` is how many characters before and after a quote are told.
    """

    __slots__ = ("_iris", "_whens", "around", "iri", "text")

    def __init__(self, iri: str, text: str | None, around: int) -> None:
        self.iri = iri
        self.text = text
        self.around = around
        self._iris: dict[str, str] = {}
        self._whens: dict[int, Node] = {}

    def iri_of(self, id: str) -> str:
        """The IRI of a record of this briefing."""
        found = self._iris.get(id)
        if found is None:
            found = self._iris[id] = f"{self.iri}/{segment(id)}"
        return found

    def reference(self, id: str) -> Node:
        """A link to a record of this briefing."""
        return {"@id": self.iri_of(id)}

    def quote(self, span: Span) -> str:
        """The characters of a span, empty where the text is not at hand."""
        return "" if self.text is None else span.of(self.text)

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

    def when(self, when: When) -> Node:
        """A date with all that is known of it."""
        # One date is shared by the records that it is said of, and so is its node.
        found = self._whens.get(id(when))
        if found is None:
            found = self._whens[id(when)] = _when(when, self)
        return found


def add(node: Node, term: str, value: Any) -> None:
    """Gives a node a property, unless the value is None."""
    if value is not None:
        node[term] = value


def add_all(node: Node, term: str, values: Iterable[Any]) -> None:
    """Gives a node a property with all the values, unless there are none."""
    found = list(values)
    if found:
        node[term] = found


def add_extent(node: Node, term: str, span: Span | None, origin: Origin) -> None:
    """Gives a node a property that selects a span whose words the node holds, unless it is None."""
    if span is not None:
        node[term] = origin.extent(span)


def iso(when: When) -> Any:
    """The date as schema.org takes it, as precise as it was said; None where ISO 8601 has no single date for it."""
    if when.first is None or when.approximate or when.uncertain:
        return None
    if when.precision in _DAY:
        return when.first.isoformat()
    if when.precision in _REDUCED:
        datatype, length = _REDUCED[when.precision]
        return {"@type": datatype, "@value": when.first.isoformat()[:length]}
    return None


def _when(when: When, origin: Origin) -> Node:
    node: Node = {"@type": "bd:When", "bd:text": when.text}
    add(node, "bd:edtf", when.edtf)
    add(node, "bd:earliest", when.first and when.first.isoformat())
    add(node, "bd:latest", when.last and when.last.isoformat())
    add(node, "bd:precision", when.precision)
    if when.approximate:
        node["bd:approximate"] = True
    if when.uncertain:
        node["bd:uncertain"] = True
    add(node, "bd:anchor", when.anchor)
    add_extent(node, "bd:words", when.span, origin)
    return node
