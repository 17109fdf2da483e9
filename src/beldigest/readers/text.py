"""Plain text, in any encoding, wrapped or not."""

from __future__ import annotations

import hashlib
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import BinaryIO

import attrs

from beldigest.document import Block, Document
from beldigest.language import load
from beldigest.model import Notice, Source, Span
from beldigest.readers import fields, lines, pages, records
from beldigest.readers.encoding import decode
from beldigest.readers.lines import Line, Look

MEDIA_TYPE = "text/plain"

#: Line ends: those of ``str.splitlines``.
_LINE = re.compile(r"([^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]*)(?:\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]|\Z)")
_QUOTE = re.compile(r"(?:>[ \t]?)+")
_LETTER = re.compile(r"[^\W_]")
#: A line of a drawn box, between its sides. With more than two sides it is a row of a table.
_FRAMES = "|│┃║"

#: The sender of a message from the managers of a mailing list (RFC 2142, 6).
_MANAGER = re.compile(r"From:[^\n@]{1,200}-request@", re.IGNORECASE)
#: Marks of a heading that a plain text keeps: those of Markdown, and the ``**`` that mailing services put for one.
_HEADING = re.compile(r"(#{1,6}|\*\*)[ \t]+(?=\S)")
_ARMOUR = re.compile(r"-----(BEGIN|END) PGP ([A-Z ]+)-----")
_GAP = re.compile(r"[ \t](?<=[^\s.!?].)(?:(?<=\t)|(?<= ) +)(?=\S)")
_ENDS = ".!?…:;"
_BROKEN_LEAST = 50
"""Characters of a line, at least, that a program may have broken."""
_QUOTES = "\"'“‘«„"
_PLAIN = Look()
#: What a line under a title of the first level is drawn with.
_DOUBLE = "=═"
_SIGNED = "--"
"""What stands before a signature."""
_ROWS = 3
"""Rows that make a table."""
_SIGNATURE_MOST = 12
#: Characters of a title that a drawn line of any length may underline, at most.
_TITLE_MOST = 60
"""Lines that a signature has at most; a longer text after ``-- `` is no signature."""


def document(text: str, source: Source, warnings: tuple[Notice, ...] = ()) -> Document:
    """The document that a plain text is."""
    return Document(text, blocks(text), source, warnings=warnings)


def blocks(text: str) -> tuple[Block, ...]:
    """The blocks of a plain text."""
    found = _after_signatures(text, _items(text, _single_spaced(text, _unquoted(list(_lines(text))))))
    found = pages.without_furniture(text, _tabulated(text, found))
    return tuple(_underlined(text, lines.blocks(text, _set_in(text, found))))


class TextReader:
    """Reads plain text."""

    format = "txt"
    media_types: tuple[str, ...] = (MEDIA_TYPE,)
    suffixes: tuple[str, ...] = (".txt", ".text", ".asc")

    def sniff(self, head: bytes) -> float:
        """Anything can be text: the last resort."""
        return 0.1

    def read(self, stream: BinaryIO, name: str) -> Iterator[Document]:
        """One document; raises ``InputError`` where the source is binary."""
        data = stream.read()
        text, notices = decode(data, name)
        yield document(text, Source(name, MEDIA_TYPE, hashlib.sha256(data).hexdigest()), notices)


def _lines(text: str) -> Iterator[Line]:
    """The lines that hold anything, without the space around them."""
    blank = 0
    for match in _LINE.finditer(text):
        content = match.group(1)
        stripped = content.strip()
        if not stripped:
            blank += 1
            continue
        start, indent, look, framed = match.start(), 0, _PLAIN, False
        if content[0] != stripped[0]:
            start += len(content) - len(content.lstrip())
            indent = len(text[match.start() : start].expandtabs(8))
        end = start + len(stripped)
        if stripped[0] in _FRAMES and stripped[0] == stripped[-1] and stripped.count(stripped[0]) == 2:
            framed, inner = True, stripped[1:-1].strip()
            if not inner:
                blank += 1
                continue
            start += stripped.index(inner)
            end, stripped = start + len(inner), inner
        if stripped[0] == ">" and stripped[-1] != "<":  # ">> World <<" is no quotation
            quoted = _QUOTE.match(stripped)
            depth = quoted.group().count(">") if quoted else 0
            start += quoted.end() if quoted and quoted.end() < len(stripped) else 0
            stripped = text[start:end]
            if not stripped.strip("> \t"):
                blank += 1
                continue
            look = _quoted(depth)
        unworded = not stripped[0].isalnum() and stripped != _SIGNED and not _LETTER.search(stripped)
        if unworded or lines.is_drawn(stripped):
            look = Look("rule", style=stripped[0])
        elif stripped[0] in "#*" and (heading := _HEADING.match(stripped)):
            start += heading.end()
            look = Look("heading", len(heading.group(1)))
        span = Span(start, end)
        yield Line(span, look, indent, "", blank, not framed, links=lines.addresses(text, span))
        blank = 0


def _unquoted(found: list[Line]) -> list[Line]:
    """The lines without the quotation that all of them stand in, as in what was forwarded: it tells none apart."""
    written = [line.look for line in found if line.look.kind not in ("rule", "heading")]
    depth = min((look.level if look.kind == "quotation" else 0 for look in written), default=0)
    if not depth:
        return found
    return [
        attrs.evolve(line, look=_quoted(line.look.level - depth)) if line.look.kind == "quotation" else line
        for line in found
    ]


def _quoted(depth: int) -> Look:
    """The look of a line that stands so many quotations deep (RFC 3676, 4.5)."""
    return Look("quotation", depth, style=f"quoted {depth}") if depth else _PLAIN


def _single_spaced(text: str, found: list[Line]) -> list[Line]:
    """The lines without the empty ones that stand between any two of them, as a paste from a page may have: they part
    nothing, and only what is more than that does. A line that was broken goes on behind them in a small letter."""
    least = min((line.blank_before for line in found[1:]), default=0)
    if not least:
        return found
    made = found[:1]
    for before, line in pairwise(found):
        broken = len(before) >= _BROKEN_LEAST and text[before.span.end - 1] not in _ENDS
        more = -(-(line.blank_before - least) // (least + 1))
        goes_on = broken and text[line.span.start].islower()
        made.append(attrs.evolve(line, blank_before=more, open=line.open and goes_on))
    return made


def _items(text: str, found: list[Line]) -> list[Line]:
    """The lines with the items told apart whose header fields or labels stand inside the text."""
    headers = [*fields.headers(text, found)]
    return _fields(text, found, headers) if headers else records.titled(text, found, load("en", "layout"))


def _fields(text: str, found: list[Line], headers: Sequence[range]) -> list[Line]:
    """The lines with the fields of a message header that stands inside the text told apart.

    A header, as RFC 1153 puts before each message of a digest, is an item with all that follows it; but what the
    managers of a list send after the first is about the list.
    """
    end = range(len(found), len(found))
    group = 0
    for header, after in pairwise([*headers, end]):
        managed = group > 0 and any(_MANAGER.match(text, found[at].span.start, found[at].span.end) for at in header)
        group += not managed
        for at in range(header.start, after.start):
            if managed:
                found[at] = _aside(found[at])
            else:
                line = fields.valued(text, found[at]) if at in header else found[at]
                found[at] = attrs.evolve(line, look=attrs.evolve(line.look, group=group))
    return found


def _after_signatures(text: str, found: list[Line]) -> list[Line]:
    """The lines with signatures told apart: after ``-- `` (RFC 3676, 4.3), and those of OpenPGP (RFC 9580, 6.2).

    Programs that cut the spaces at the ends of lines leave ``--``, which counts over the last lines of a text.
    """
    if "--" not in text:
        return found
    since: int | None = None
    armoured = False
    signed = False  # in the header of a signed text, up to an empty line (RFC 9580, 7)
    for index, line in enumerate(found):
        content = line.span.of(text)
        signed = signed and not line.blank_before
        if armour := _ARMOUR.fullmatch(content):
            signed = "SIGNED" in armour.group(2)
            armoured = armour.group(1) == "BEGIN" and not signed
            found[index] = _aside(line)
        elif armoured or signed:
            found[index] = _aside(line)
        elif content == _SIGNED and (text.startswith(" ", line.span.end) or len(found) - index <= _SIGNATURE_MOST):
            since = index
            found[index] = _aside(line)
        elif since is not None:
            if line.look.kind == "rule" or line.marker or index - since > _SIGNATURE_MOST:
                since = None
            else:
                found[index] = _aside(line)
    return found


def _tabulated(text: str, found: list[Line]) -> list[Line]:
    """The lines with tables told apart: rows in a row, of three cells or more that gaps part, and the row over them."""
    if "  " not in text and "\t" not in text:
        return found
    index = 0
    while index < len(found):
        end = index
        while end < len(found) and _gaps(text, found[end]) > 1:
            end += 1
        if end - index >= _ROWS:
            over = index - 1
            if over >= 0 and not found[index].blank_before and _gaps(text, found[over]):
                index = over
            for place in range(index, end):
                line = found[place]
                found[place] = attrs.evolve(line, look=attrs.evolve(line.look, kind="table row"), open=False)
        index = max(end, index + 1)
    return found


def _set_in(text: str, found: list[Line]) -> list[Line]:
    """The lines with quotations told apart that only an indent shows: a paragraph set in among others that are not.

    It begins with a quotation mark, or the line before it ends with a colon.
    """
    if 5 * sum(line.indent > 0 for line in found) > len(found):
        return found
    made: list[Line] = []
    index = 0
    while index < len(found):
        first = found[index]
        if not first.indent or not first.blank_before or not made or made[-1].indent:
            made.append(first)
            index += 1
            continue
        end = index + 1
        while end < len(found) and found[end].indent and not found[end].blank_before:
            end += 1
        run = found[index:end]
        led = text[first.span.start] in _QUOTES or text[made[-1].span.end - 1] == ":"
        parted = end == len(found) or found[end].blank_before
        plain = all(line.look == _PLAIN and line.open for line in run)
        if led and parted and plain and not _is_marked(text, run):
            look = Look("quotation", 1, style="set in")
            span = Span(first.span.start, run[-1].span.end)
            made.append(attrs.evolve(first, span=span, look=look, links=lines.addresses(text, span)))
        else:
            made += run
        index = end
    return made


def _is_marked(text: str, run: list[Line]) -> bool:
    """Whether bullets or numbers stand before lines: a list, no quotation."""
    return any(lines.marker(text, line) for line in run)


def _gaps(text: str, line: Line) -> int:
    """How many gaps a line has that are wider than a space and stand in no sentence."""
    start, end = line.span.start, line.span.end
    if text.find("  ", start, end) < 0 and text.find("\t", start, end) < 0:
        return 0
    return len(_GAP.findall(text, start, end))


def _aside(line: Line) -> Line:
    return attrs.evolve(line, look=attrs.evolve(line.look, region="footer"))


def _underlined(text: str, found: tuple[Block, ...]) -> Iterator[Block]:
    """The blocks with underlined lines as headings: double lines of the first level, others of the second.

    A line that stands elsewhere too, not under words of its length, parts the text and underlines nothing, unless it
    mostly stands under titles.
    """
    skip = False
    long = _under_titles(text, found)
    parting = {
        block.span.of(text)
        for over, block in pairwise((None, *found))
        if block is not None and block.kind == "rule" and not (over and _is_under(over, block))
    }
    for index, block in enumerate(found):
        if skip:
            skip = False
            continue
        under = found[index + 1] if index + 1 < len(found) else None
        if (
            under is not None
            and under.kind == "rule"
            and block.kind in ("paragraph", "list item", "heading")
            and not _LETTER.search(text, under.span.start, under.span.end)
            and (index in long or (_is_under(block, under) and under.span.of(text) not in parting))
        ):
            skip = True
            line = text[under.span.start]
            level = block.level if block.kind == "heading" else 1 if line in _DOUBLE else 2
            yield attrs.evolve(block, kind="heading", level=level, marker=line)
        else:
            yield block


def _under_titles(text: str, found: tuple[Block, ...]) -> set[int]:
    """The lines between empty ones right under which a drawn line stands, where the same mostly stands under such."""
    under: dict[str, list[int]] = defaultdict(list)
    times = Counter[str]()
    for index, block in enumerate(found):
        if block.kind != "rule":
            continue
        drawn = block.span.of(text)
        times[drawn] += 1
        over, after = found[index - 1] if index else None, found[index + 1] if index + 1 < len(found) else None
        if (
            over is None
            or block.blank_before
            or not (over.blank_before or index == 1)
            or (after and not after.blank_before)
        ):
            continue
        if over.kind == "paragraph" and len(over.span) <= _TITLE_MOST and text[over.span.end - 1] not in ".,;:":
            under[drawn].append(index - 1)
    return {
        index
        for drawn, places in under.items()
        if len(places) > 1 and 3 * len(places) > 2 * times[drawn]
        for index in places
    }


def _is_under(block: Block, line: Block) -> bool:
    """Whether a drawn line stands right under words and is about as long; under a heading it may be of any length."""
    if line.blank_before or line.indent != block.indent:
        return False
    return block.kind == "heading" or 0.75 * len(block.span) - 2 <= len(line.span) <= 1.25 * len(block.span) + 4
