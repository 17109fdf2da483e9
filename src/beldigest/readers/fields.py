"""Header fields that stand inside a text: those of a message in a digest (RFC 1153), or of one that was forwarded."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import attrs

from beldigest.model import Span
from beldigest.readers.lines import Line

#: Fields of a message header (RFC 5322, 3.6; RFC 1153 and RFC 1036 use the same names; list managers number messages
#: and a mail program says when one was sent).
_FIELD = re.compile(
    r"(?:From|Subject|Date|To|Cc|Sender|Reply-To|Message-ID|In-Reply-To|References|Newsgroups|Organi[sz]ation|Resent-[A-Za-z]+"
    r"|Sent|Message(?=:\s+\d)|MIME-Version|Content-[A-Za-z-]+|User-Agent|List-[A-Za-z]+|X-[A-Za-z-]+):\s+(?=\S)",
    re.IGNORECASE,
)
#: The name of a field in a cell of its own, as mail programs lay out what they forward.
_NAME = re.compile(r"(?:From|Subject|Date|To|Cc|Reply-To|Sent):", re.IGNORECASE)
#: What mail programs put before the subject of an answer or of what they forward (RFC 5322, 3.6.5).
REPLY = re.compile(r"(?:(?:re|fwd?)(?:\[\d{1,3}\])?:\s{0,3})+", re.IGNORECASE)


def joined(text: str, found: Sequence[Line]) -> list[Line]:
    """The lines, in which the name of a field and its value are one, though they stand in cells of their own."""
    made: list[Line] = []
    for line in found:
        last = made[-1] if made else None
        if (
            last
            and last.look.kind == line.look.kind == "table cell"
            and _NAME.fullmatch(text, last.span.start, last.span.end)
        ):
            made[-1] = attrs.evolve(
                line, span=Span(last.span.start, line.span.end), blank_before=last.blank_before, nest=last.nest
            )
        else:
            made.append(line)
    return made


def headers(text: str, found: Sequence[Line], blanks: int = 0) -> Iterator[range]:
    """The places of the lines of each header: two or more fields in a row, the subject or the sender among them.

    No more than so many empty lines part its fields.
    """
    folded = text.lower()
    if "subject:" not in folded and "from:" not in folded:
        return
    index = 0
    while index < len(found):
        run = index
        names: set[str] = set()
        while run < len(found) and (run == index or found[run].blank_before <= blanks):
            if match := _FIELD.match(text, found[run].span.start, found[run].span.end):
                names.add(match.group().split(":")[0].lower())
            elif not (names and found[run].indent):
                break
            run += 1
        if len(names) >= 2 and names & {"subject", "from"}:
            yield range(index, run)
        index = max(run, index + 1)


def valued(text: str, line: Line) -> Line:
    """The value of a field, with the name of the field for its marker."""
    match = _FIELD.match(text, line.span.start, line.span.end)
    if match is None:  # a folded field goes on
        return line
    name = match.group().split(":")[0].lower()
    look = attrs.evolve(line.look, style=f"field {name}")
    reply = REPLY.match(text, match.end(), line.span.end) if name == "subject" else None
    start = reply.end() if reply and reply.end() < line.span.end else match.end()
    span = Span(start, line.span.end)
    strong = tuple(place for place in line.strong if place in span)
    links = tuple(link for link in line.links if link.span in span)
    return attrs.evolve(line, span=span, look=look, marker=f"{name}:", strong=strong, links=links, open=False)
