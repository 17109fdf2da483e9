"""Records: items whose lines are labelled, as lists of new papers, vacancies or prisoners have them ("Title: ...")."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from types import ModuleType

import attrs

from beldigest.model import Span
from beldigest.readers.lines import Line

_LABEL = re.compile(
    r"(?P<name>[^\W\d_a-z][^\W\d_]{1,15}(?:[ -][^\W\d_]{1,15}){0,2}(?:\(s\))?)[ \t]{0,20}:[ \t]{1,20}(?=\S)"
)

#: Characters within which the colon after a label stands.
_LABEL_MOST = 80
#: Labelled lines that make a record, and records that make a list of them.
_LABELLED = 3
_SEVERAL = 2
#: Lines without a label that may stand over the first that has one: a number, say.
_OVER = 2
#: Characters of a drawn line that ends the last record, at least.
_RULE_LEAST = 10


def titled(text: str, found: list[Line], layout: ModuleType) -> list[Line]:
    """The lines with the records told apart: each is an item, its title a subject, its other labelled lines fields."""
    may_label = (text.count(form) for name in layout.TITLE_LABELS for form in (name.capitalize(), name.upper()))
    if max(may_label) < _SEVERAL:
        return found
    records = [run for run in _runs(text, found) if not set(layout.TITLE_LABELS).isdisjoint(run.values())]
    if len(records) < _SEVERAL:
        return found
    starts = [_start(found, min(run)) for run in records]
    drawn = (at for at in range(max(records[-1]), len(found)) if _is_long_rule(found[at]))
    ends = [*starts[1:], next(drawn, len(found))]
    for group, (run, start, end) in enumerate(zip(records, starts, ends, strict=True), 1):
        fields = dict.fromkeys(range(start, min(run)), "") | run
        for at in range(start, end):
            line = _valued(text, found[at], fields[at], layout) if at in fields else found[at]
            found[at] = attrs.evolve(line, look=attrs.evolve(line.look, group=group))
    return found


def _runs(text: str, found: Sequence[Line]) -> Iterator[dict[int, str]]:
    """The names of the fields of each record, by the place of the line; a line that is set in goes on from the last."""
    run: dict[int, str] = {}
    name = ""
    for at, line in enumerate(found):
        start = line.span.start
        may_be = line.look.kind == "paragraph" and text.find(":", start, min(line.span.end, start + _LABEL_MOST)) > 0
        label = _LABEL.match(text, start, line.span.end) if may_be else None
        if label and line.blank_before <= 1:
            name = label["name"].casefold()
        elif not (run and line.indent and not line.blank_before):
            if len(set(run.values())) >= _LABELLED:
                yield run
            run, name = {}, label["name"].casefold() if label else ""
        if name:
            run[at] = name
    if len(set(run.values())) >= _LABELLED:
        yield run


def _start(found: Sequence[Line], first: int) -> int:
    """The place of the first line of a record: the few that stand right over its first label are of it."""
    start = first
    while start and first - start < _OVER and not found[start].blank_before and found[start - 1].look.kind != "rule":
        start -= 1
    return start


def _is_long_rule(line: Line) -> bool:
    return line.look.kind == "rule" and len(line) >= _RULE_LEAST


def _valued(text: str, line: Line, name: str, layout: ModuleType) -> Line:
    """The value of a field, with its name for a marker; of a line that goes on from the one before it no more than the
    look."""
    marker = "subject:" if name in layout.TITLE_LABELS else f"{name}:"
    look = attrs.evolve(line.look, style=f"field {marker}")
    label = _LABEL.match(text, line.span.start, line.span.end)
    if name and not label:
        return attrs.evolve(line, look=look)
    span = Span(label.end(), line.span.end) if label else line.span
    links = tuple(link for link in line.links if link.span in span)
    return attrs.evolve(line, span=span, look=look, marker=marker, links=links)
