"""Lines -> blocks: which lines belong together.

Plain text has no markup, and a paragraph of HTML or Markdown may hold line breaks of which some part paragraphs and
some only wrap them. Whether a line goes on in the next one is weighed from several signs: how wide the text is filled
and whether the next line's first word would still have fit, how the one ends and the other begins, bullets, indents
and empty lines.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from itertools import pairwise

import attrs
from attrs import frozen

from beldigest.document import Block, BlockKind, Region
from beldigest.model import Link, Span

#: An address that is written out (RFC 3986, the schemes that people paste).
URL = re.compile(r"(?:https?|ftp)://[^\s<>\"]+|www\.[^\s<>\"]+|mailto:[^\s<>\"]+", re.IGNORECASE)

#: Bullets; the letter is how the hollow one of a word processor's second level is pasted.
_BULLET = re.compile(r"[-*+~•‣⁃◦▪▫■□●○◆◇▶►→»·–—§](?=\s)|[•‣◦▪■●►▶](?=\w)|--(?=[^\W\d_a-z])|o(?=\t)")
_DASHES = ("–", "—", "--")
_NUMBER = re.compile(r"(?:(\d{1,3})[.)](?=\s)|(\d{1,3})[、．]|\((\d{1,3})\)(?=\s)|([一二三四五六七八九十]{1,3})[、．])")
_WORD = re.compile(r"\S{1,200}")
_DRAWN = re.compile(r"([^\w\s])(?:[ \t]?\1){2,}|[-=_*~#+.·•—–─━═]{3,}")
#: Two lines in one, at the left and at the right ("THE LETTER          No. 3").
_PARTED_LINE = re.compile(r"(?<=\S) {5,}(?=\S)")
_LETTER = re.compile(r"[^\W_]")
_HANZI = "一二三四五六七八九十"

#: Columns up to which a text counts as filled by hand or program; longer lines are paragraphs.
_WIDEST = 110

#: Columns below which lines are short, not wrapped.
_NARROWEST = 50

#: Columns that a line may stay short of the fill column by a narrower margin or a late edit.
_RAGGED = 8

#: The share of lines after an empty line from which on empty lines part the paragraphs.
_PARTED = 0.12


@frozen(cache_hash=True)
class Look:
    """What the format says of all the lines of an element alike."""

    kind: BlockKind = "paragraph"
    level: int = 0
    region: Region = "body"
    size: float = 0.0
    style: str = ""
    group: int = 0


@frozen
class Line:
    """A line: where its words stand, what stands before them, and how it looks.

    ``open`` says that the format leaves it open whether the line goes on from the one before it, ``onward`` that the
    line is a link to a place further on. ``nest`` is how deep the element is that holds it and the line before it.
    """

    span: Span
    look: Look = Look()
    indent: int = 0
    marker: str = ""
    blank_before: int = 0
    open: bool = True
    strong: tuple[Span, ...] = ()
    links: tuple[Link, ...] = ()
    onward: bool = False
    nest: int = 0

    def __len__(self) -> int:
        return self.span.end - self.span.start


def blocks(text: str, lines: Sequence[Line]) -> tuple[Block, ...]:
    """The blocks that the lines make, in order."""
    lines = _marked(text, lines)
    made: list[Block] = []
    first = 0
    for index, joined in enumerate(_joins(text, lines)):
        if not joined:
            made.append(_block(lines[first : index + 1]))
            first = index + 1
    return tuple(made)


def addresses(text: str, span: Span) -> tuple[Link, ...]:
    """The addresses that are written out in a stretch of text."""
    found: list[Link] = []
    stretch = text[span.start : span.end].lower()
    if "://" not in stretch and "www." not in stretch and "mailto:" not in stretch:
        return ()
    for match in URL.finditer(text, span.start, span.end):
        url = match.group().rstrip(".,;:!?)]}'\"”’>*")
        found.append(Link(url, Span(match.start(), match.start() + len(url))))
    return tuple(found)


def is_drawn(content: str) -> bool:
    """Whether a line is drawn, not written: the same characters over and over, with words in it or not."""
    if content[0].isalnum() and (content[-1].isalnum() or content[-2].isalnum()):
        return False
    drawn = sum(len(match.group()) for match in _DRAWN.finditer(content))
    return drawn >= 3 and (2 * drawn >= len(content) or not _LETTER.search(content))


def _marked(text: str, lines: Sequence[Line]) -> list[Line]:
    """The lines with the bullets and numbers that are written out in front of them taken off.

    A number counts where its neighbour in the count stands before another line: "19. März" alone is a date.
    """
    bare = [index for index, line in enumerate(lines) if not line.marker and line.look.kind != "rule"]
    numbers = {index: number for index in bare if (number := _number(text, lines[index])) is not None}
    counted = set(numbers.values())
    markers: dict[int, str] = {}
    signs = Counter(text[lines[index].span.start] for index in bare)
    for index in bare:
        line = lines[index]
        marker = _bullet(text, line)
        adorns = marker and _is_symbol(marker[0]) and not _is_bullet(text, lines, bare, index, marker, signs)
        if adorns or (marker in _DASHES and _is_credit(text, lines, index, marker)):
            marker = ""
        if index in numbers and (numbers[index] - 1 in counted or numbers[index] + 1 in counted):
            match = _NUMBER.match(text, line.span.start, line.span.end)
            marker = match.group() if match else marker
        if marker and _LETTER.search(text, line.span.start + len(marker), line.span.end):
            markers[index] = marker
    return _nested(text, lines, markers)


def _nested(text: str, lines: Sequence[Line], markers: Mapping[int, str]) -> list[Line]:
    """The lines without the markers, and with the nesting of list items that only indents show, or other bullets."""
    looks: dict[tuple[Look, int], Look] = {}
    nest: list[tuple[int, str]] = []  # the indent and the bullet of each level
    made: list[Line] = []
    for index, line in enumerate(lines):
        look = line.look
        if look.level or (look.kind != "list item" and not (look.kind == "paragraph" and index in markers)):
            if line.indent == 0:
                nest.clear()
        else:
            bullet = markers.get(index, "") if _BULLET.match(text, line.span.start) else ""
            while nest and (nest[-1][0] > line.indent or (line.indent, bullet) in nest[:-1]):
                nest.pop()
            if not nest or nest[-1][0] < line.indent or (bullet and nest[-1][1] not in (bullet, "")):
                nest.append((line.indent, bullet))
            key = (look, len(nest))
            if key not in looks:
                looks[key] = attrs.evolve(look, kind="list item", level=len(nest))
            look = looks[key]
        if index in markers:
            made.append(_after_marker(text, line, markers[index], look))
        else:
            made.append(line if look is line.look else attrs.evolve(line, look=look))
    return made


def _after_marker(text: str, line: Line, marker: str, look: Look) -> Line:
    """A line without the marker before it."""
    start, end = line.span.start + len(marker), line.span.end
    while start < end and text[start].isspace():
        start += 1
    strong = tuple(_from(span, start) for span in line.strong if span.end > start)
    links = tuple(Link(link.url, _from(link.span, start)) for link in line.links if link.span.end > start)
    return Line(
        Span(start, end), look, line.indent, marker, line.blank_before, line.open, strong, links, line.onward, line.nest
    )


def _from(span: Span, start: int) -> Span:
    """What is left of a span from a place on."""
    return Span(max(span.start, start), span.end)


def _number(text: str, line: Line) -> int | None:
    match = _NUMBER.match(text, line.span.start, line.span.end)
    if match is None:
        return None
    for digits in match.groups()[:3]:
        if digits:
            return int(digits)
    return _HANZI.index(match.group(4)[-1]) + 1


def marker(text: str, line: Line) -> str:
    """The bullet or number that is written out in front of a line; an empty string where there is none."""
    match = _NUMBER.match(text, line.span.start, line.span.end)
    return match.group() if match else _bullet(text, line)


def _bullet(text: str, line: Line) -> str:
    if match := _BULLET.match(text, line.span.start, line.span.end):
        return match.group()
    first = text[line.span.start]
    if first <= "\u2000" or not _is_symbol(first):
        return ""
    end = line.span.start + 1
    while end < line.span.end and text[end] in "\ufe0f\u200d":
        end += 1
    return text[line.span.start : end] if end < line.span.end and text[end].isspace() else ""


def _is_bullet(
    text: str, lines: Sequence[Line], bare: Sequence[int], index: int, marker: str, signs: Mapping[str, int]
) -> bool:
    """Whether a pictogram is a bullet, and does not adorn the title of the document or of a part.

    That of a document stands before no other line. A part's stands before a few words between empty lines, or before
    no other line, and the lines next to it begin with none. ``signs`` counts the first characters of lines.
    """
    if index == bare[0]:
        return any(text.startswith(marker, lines[other].span.start) for other in bare[1:])
    beside = lines[index - 1 : index + 2 : 2]
    apart = all(line.blank_before for line in lines[index : index + 2]) or signs[marker[0]] == 1
    return not apart or len(lines[index]) > _NARROWEST or any(_is_symbol(text[line.span.start]) for line in beside)


def _is_credit(text: str, lines: Sequence[Line], index: int, marker: str) -> bool:
    """Whether a dash stands before the name of who is quoted, or of who wrote what stands over it."""
    line, over = lines[index], lines[index - 1] if index else None
    if over is None or line.look.kind == "quotation":
        return False
    if over.look.kind == "quotation":
        return True
    listed = any(text.startswith(marker, other.span.start) for other in lines[index - 1 : index + 2 : 2])
    return marker != "--" and not listed and len(line) <= _NARROWEST and text[line.span.end - 1].isalpha()


@cache
def _is_symbol(character: str) -> bool:
    """Whether a character is a pictogram, as newsletters use for bullets."""
    return unicodedata.category(character) in ("So", "No") and character != "\ufffd"


def _joins(text: str, lines: Sequence[Line]) -> list[bool]:
    """For each line whether it goes on in the next one."""
    addressed = [_is_address(text, line) for line in lines]
    candidates = [index for index, (a, b) in enumerate(pairwise(lines)) if _may_join(a, b)]
    width, filled = _fill(text, lines, [index for index in candidates if not addressed[index + 1]])
    parted = sum(line.blank_before > 0 for line in lines) >= _PARTED * len(lines)
    joined = [False] * len(lines)
    for index in candidates:
        against = 4.0 if addressed[index] or addressed[index + 1] else 0.0  # an address has a line of its own
        joined[index] = _weight(text, lines, index, width, filled, parted) > against
    return joined


def _may_join(a: Line, b: Line) -> bool:
    if not b.open or b.blank_before or b.marker or "rule" in (a.look.kind, b.look.kind):
        return False
    return a.look.region == b.look.region and (a.look == b.look or a.look.kind == "list item")


def _fill(text: str, lines: Sequence[Line], candidates: Iterable[int]) -> tuple[int, float]:
    """The column that lines are filled to, and the share of them that are, where the text is filled at all.

    Lines that go far beyond that column speak against it: what breaks lines there would have broken them.
    """
    pairs = [(lines[index], lines[index + 1]) for index in candidates]
    ends = sorted(line.indent + len(line) for pair in pairs for line in pair if not _is_parted(text, line))
    if not ends:
        return 0, 0.0
    width = ends[int(len(ends) * 0.95)]
    if not _NARROWEST <= width <= _WIDEST:
        return width, 0.0
    beyond = sum(len(line) > _WIDEST and line.open and not _is_address(text, line) for line in lines)
    full = sum(_reach(text, a, b) > width for a, b in pairs)
    return width, full / (len(pairs) + beyond + 1)  # one line proves nothing


def _reach(text: str, a: Line, b: Line) -> int:
    """The column that line ``a`` would end at with the first word of ``b``."""
    word = _WORD.match(text, b.span.start, b.span.end)
    return a.indent + len(a) + 1 + (len(word.group()) if word else 0)


def _weight(text: str, lines: Sequence[Line], index: int, width: int, filled: float, parted: bool) -> float:
    """The weight of evidence that a line goes on in the next: above 0 for, below 0 against."""
    a, b = lines[index], lines[index + 1]
    weight = -1.0 + 0.8 * filled * parted
    full = False  # near to the fill column
    if len(a) <= _WIDEST:
        room = width - _reach(text, a, b)
        full = room < _RAGGED
        weight += filled * (2.5 if room < 0 else 0.0 if room < _RAGGED else -3.5)
    last, first = text[a.span.end - 1], text[b.span.start]
    ended = last in ".!?…。！？:：;；"
    if last in ",-–—(/，、":
        weight += 2.0
    elif not ended:
        weight += 2.0 * filled if full and last.isalnum() else filled
    elif filled < 0.5:
        weight -= 1.0
    if first.islower() or first in ",.;:)，。；：）":
        weight += 0.5 if ended else 3.0
    if _is_parted(text, a):
        weight -= 3.0
    if ended and any(link.span == b.span for link in b.links):
        weight -= 2.0
    if a.marker and b.indent > a.indent:
        weight += 3.5 if b.indent == a.indent + len(a.marker) + 1 else 1.5
    elif b.indent > a.indent or (b.indent < a.indent and index and not lines[index].blank_before):
        titled = a.blank_before > 0 and not a.indent and len(a) < _NARROWEST
        weight -= 3.0 if titled and b.indent > a.indent else 1.5  # what is set in under a title goes on from none
    return weight


def _is_parted(text: str, line: Line) -> bool:
    """Whether a line is two, at the left and at the right."""
    start, end = line.span.start, line.span.end
    return text.find("  ", start, end) >= 0 and _PARTED_LINE.search(text, start, end) is not None


def _is_address(text: str, line: Line) -> bool:
    """Whether a line is an address and nothing else."""
    start = line.span.start + text.startswith("<", line.span.start)
    found = URL.match(text, start, line.span.end)
    return found is not None and found.end() >= line.span.end - 1


def _block(lines: Sequence[Line]) -> Block:
    first, look = lines[0], lines[0].look
    span, strong, links = first.span, first.strong, first.links
    if len(lines) > 1:
        span = Span(span.start, lines[-1].span.end)
        strong = tuple(stretch for line in lines for stretch in line.strong)
        links = tuple(link for line in lines for link in line.links)
    return Block(
        look.kind,
        span,
        look.level,
        first.marker,
        strong,
        links,
        first.blank_before,
        look.region,
        first.indent,
        look.size,
        look.style,
        look.group,
        first.onward,
        first.nest,
    )
