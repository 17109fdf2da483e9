"""Where spans lie, as nodes: the parts that the nodes of all records are made of.

What stands in a record and what was read from the text are kept apart: a record that is a thing of the world (an
actor, an event, a number, a statement) is a schema.org node, and where it was read is an ``oa:Annotation`` whose body
is that node and whose target selects the characters in the briefing's text. The places of parts of a record (its cue,
its speaker) lie in the same text, and are selectors by themselves.
"""

from __future__ import annotations

from urllib.parse import quote

from beldigest import Span, When
from beldigest_jsonld import schema
from beldigest_jsonld.schema import Date, Evidence, Position, Reference, Target, Words

#: schema.org's date properties take what is precise to the day, the month or the year.
_DAY = frozenset({"second", "minute", "hour", "part of day", "day"})
_REDUCED = {"month": ("xsd:gYearMonth", 7), "year": ("xsd:gYear", 4)}


def segment(id: str) -> str:
    """An id as the last segment of an IRI."""
    # Most ids need no quoting, and asking is much faster than to quote them.
    return id if id.isalnum() and id.isascii() else quote(id, safe="", errors="surrogatepass")


class _References(dict[str, Reference]):
    """Links to the records of a briefing, by their ids."""

    def __init__(self, iri: str) -> None:
        self._iri = iri

    def __missing__(self, id: str) -> Reference:
        made = self[id] = {"@id": f"{self._iri}/{segment(id)}"}
        return made


class Origin:
    """A briefing's text, in which spans lie: its IRI, and the text itself where it is at hand.

    ``around`` is how many characters before and after a quote are told; ``references`` are links to the records of the
    briefing, by their ids.
    """

    __slots__ = ("_whens", "around", "iri", "references", "text")

    def __init__(self, iri: str, text: str | None, around: int) -> None:
        self.iri = iri
        self.text = text
        self.around = around
        self.references = _References(iri)
        self._whens: dict[int, schema.When] = {}

    def iri_of(self, id: str) -> str:
        """The IRI of a record of this briefing."""
        return f"{self.iri}/{segment(id)}"

    def words(self, span: Span) -> str:
        """The words of a span with wrapped lines joined, empty where the text is not at hand."""
        return "" if self.text is None else " ".join(span.of(self.text).split())

    def target(self, span: Span) -> Target:
        """The characters of a span, by position and by quote."""
        text, start, end, around = self.text, span.start, span.end, self.around
        if text is None:
            return Target(self.iri, Position(start, end))
        if around:
            words = Words(text[start:end], text[max(0, start - around) : start], text[end : end + around])
        else:
            words = Words(text[start:end])
        return Target(self.iri, [Position(start, end), words])

    def extent(self, span: Span) -> Target:
        """The characters of a span by position alone, for a stretch whose words the graph holds anyway."""
        return Target(self.iri, position(span))

    def evidence(self, span: Span) -> Evidence:
        """The annotation that a record was read from a span; it stands under the record, which is its body."""
        return Evidence(self.target(span))

    def when(self, when: When) -> schema.When:
        """A date with all that is known of it."""
        # One date is shared by the records that it is said of, and so is its node.
        found = self._whens.get(id(when))
        if found is None:
            found = self._whens[id(when)] = schema.When(
                when.text,
                when.edtf,
                when.first,
                when.last,
                when.precision,
                when.approximate,
                when.uncertain,
                when.anchor,
                position_of(when.span),
            )
        return found

    def when_of(self, when: When | None) -> schema.When | None:
        """The same of a date that may be missing."""
        return None if when is None else self.when(when)


def position(span: Span) -> Position:
    """Where a part of a record lies, whose words the record holds."""
    return Position(span.start, span.end)


def position_of(span: Span | None) -> Position | None:
    """The same of a part that may be missing."""
    return None if span is None else Position(span.start, span.end)


def iso(when: When | None) -> Date | None:
    """The date as schema.org takes it, as precise as it was said; None where ISO 8601 has no single date for it."""
    if when is None or when.first is None or when.approximate or when.uncertain:
        return None
    if when.precision in _DAY:
        return when.first
    if when.precision in _REDUCED:
        datatype, length = _REDUCED[when.precision]
        return {"@type": datatype, "@value": when.first.isoformat()[:length]}
    return None
