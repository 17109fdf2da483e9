"""Units: the pieces of a document that get a role each.

A unit is a block, or a part of one where a headline may run into the text ("**Title.** Text", "Title - Source"). What a
unit knows is what it looks like by itself; how it stands among the others is surveyed in ``survey``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice, pairwise
from types import ModuleType
from typing import Literal

from attrs import evolve, frozen

from beldigest.document import Block, Document
from beldigest.model import Span
from beldigest.readers.lines import URL
from beldigest.segment.runin import Head, head, labelled, listed

Part = Literal["whole", "head", "rest"]

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
#: Marks that stand by themselves between words.
_MARKS = frozenset("-–—|·•&/+:*=#>…")
_WIDE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_LETTER = re.compile(r"[^\W_]")
_ENDED = re.compile(r"[.!?…。！？](?:[\"'”’»)\]】」』]|\[\d{1,3}\])*$|[^\W\d_][.!?]\d{1,2}$")
#: The source of a sentence, in brackets after it.
_CREDITED = re.compile(r"(?<=[.!?…。！？\"'”’»])\s?[(\[（][^()\[\]（）]{2,60}[)\]）]$")
_SENTENCE = re.compile(r"[.!?…。！？](?:(?<=[.!?…])[\"'”’»)\]]{0,3}\s+(?=[\"'“‘«(\[]?[^\W\d_a-z])|(?<=[。！？])(?=.))")
#: An initial, an initialism or a short title before a full stop ("J.", "U.S.", "Gen."): no end of a sentence.
_ABBREVIATED = re.compile(r"(?:^|[\s(.])(?:[^\W\d_]|[^\W\d_a-z][a-z]{1,2})\.$")
#: A title between two runs of punctuation ("*** World ***", ">> World <<").
_FRAMED = re.compile(r"[^\w\s]{2,20}[ \t]{1,8}(?P<core>[^\W_][^\n]{0,70}[^\s])[ \t]{1,8}[^\w\s]{2,20}")
#: Initials may end a title ("Talks in the U.S.").
_INITIALS = re.compile(r"(?:[^\W\d_]\.){2}$")
_ADDRESS = re.compile(r"(?:\[\d{1,3}\]:?\s)?[<(\[]{0,2}(?:https?://|www\.|ftp://)[^\s<>]+[>)\].,;]{0,3}", re.IGNORECASE)
_BRACKETED = re.compile(rf"[<(\[]{{0,2}}(?:{URL.pattern})[>)\]]{{0,2}}", re.IGNORECASE)
_MAILBOX = re.compile(r"<?[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}>?")

#: What parts the name of a publication from the day or the number of an issue.
_NAME_END = re.compile(r"\s*(?:[|–—:#,·(]|\s-\s|\s(?:no|nr|vol|issue)\.?\s|\d)")

#: Words from which on a text is prose, whatever its punctuation.
_PROSE = 35
_TITLE_MOST = 28

#: Words of a sentence that tells a story by itself, at least and at most.
_ALONE_LEAST, _ALONE_MOST = 5, 45

#: Characters of a unit that are measured; what is longer is prose at any rate.
_MEASURED = 2000
#: Units among which the title of a document stands, menus before it included.
_HEAD_UNITS = 20
#: Characters that tell whether it is in capitals.
_HEAD = 100
#: Characters that mostly tell already that it is not.
_SAMPLE = 20


@frozen
class Unit:
    """A piece of a document, and what it looks like.

    ``title`` and ``prose`` say from 0 to 1 how much its shape is that of a title or of running text. ``dress`` is equal
    for units that the format dresses alike. ``named`` says that the title in the document's metadata has its words,
    ``doubled`` that it repeats the title right before it, ``issued`` that it gives the number or the day of an issue.
    ``itself`` that it begins with the name of the publication and tells nothing.
    ``label`` says that it names what it runs into, ``alone`` that it is one full sentence that refers to nothing before
    it, and ``credited`` that a source stands in brackets after its last sentence.
    ``fence`` is the character of the rule that stands right before it, if any.
    """

    index: int
    span: Span
    block: Block
    part: Part
    text: str
    words: int
    sentences: int
    ended: bool
    title: float
    prose: float
    caps: bool
    strong: bool
    linked: bool
    address: bool
    byline: bool
    dated: bool
    issued: bool
    marks: tuple[tuple[str, str], ...]
    fence: str
    runin: float
    label: bool
    decorated: bool
    named: bool
    dress: tuple[object, ...]
    alone: bool
    credited: bool
    doubled: bool = False
    itself: bool = False

    @property
    def shape(self) -> tuple[object, ...]:
        """What the words themselves look like, apart from how the format dresses them."""
        return (self.linked, self.title >= 0.5, self.prose >= 0.7, self.address, self.byline, self.dated)

    def marked(self, *kinds: str) -> str:
        """The phrase by which the words mark one of these kinds, or an empty string."""
        for kind, phrase in self.marks:
            if kind in kinds:
                return phrase
        return ""


def units(document: Document, layout: ModuleType) -> list[Unit]:
    """The units of a document, in order; rules without words become fences before what follows them."""
    text = document.text
    repeated = _repeated_rules(document)
    named = " ".join((document.metadata.title or "").lower().split())
    labels = labelled(text, document.blocks, layout) | listed(text, document.blocks)
    found: list[Unit] = []
    fence = ""
    for index, block in enumerate(document.blocks):
        span, decorated = block.span, False
        if block.kind == "rule":
            core = _core(text, span)
            if core is None or span.of(text) in repeated:
                fence = block.style or "-"
                continue
            span, decorated = core, True
        elif framed := _FRAMED.fullmatch(text, span.start, span.end):
            span, decorated = Span(*framed.span("core")), True
        if not _LETTER.search(text, span.start, span.end):
            continue
        runs_in = None if decorated else head(text, block, layout, first=not found) or labels.get(index)
        for piece, part in _pieces(span, runs_in):
            found.append(_unit(len(found), text, block, piece, part, runs_in, decorated, fence, named, layout))
            fence = ""
    return _with_names(_with_doubles(_with_days(found)), document, layout)


def _with_days(found: list[Unit]) -> list[Unit]:
    """The units, in which dates over lists are titles: a chronicle has the days for sections."""
    days = {a.index for a, b in pairwise(found) if a.dated and b.block.kind == "list item" and b.part != "rest"}
    if len(days) < 2:
        return found
    return [evolve(unit, dated=False) if unit.index in days else unit for unit in found]


def _with_doubles(found: list[Unit]) -> list[Unit]:
    """The units, in which titles that repeat the one before them are known: a page's title and its article's, say."""
    doubled = {
        after.index
        for before, after in pairwise(found)
        if before.words > 1
        and min(before.title, after.title) >= 0.5
        and before.part == after.part == "whole"
        and before.text.casefold() == after.text.casefold()
    }
    return [evolve(unit, doubled=True) if unit.index in doubled else unit for unit in found]


def _with_names(found: list[Unit], document: Document, layout: ModuleType) -> list[Unit]:
    """The units, in which lines about the publication itself are known: they begin with its name and tell nothing."""
    said = [document.metadata.publisher or ""]
    said += [line for line in (document.metadata.title or "",) if layout.is_issued(line)]
    said += [unit.text for unit in found[:_HEAD_UNITS] if unit.issued and not unit.dated and unit.title >= 0.5][:1]
    names = {name for line in said if " " in (name := _NAME_END.split(line.casefold().removeprefix("the "))[0])}
    if not names:
        return found
    about = tuple(f"{article}{name}" for name in sorted(names) for article in ("", "the "))
    return [
        evolve(unit, itself=True)
        if unit.index and unit.text.casefold().startswith(about) and not layout.reports(unit.text)
        else unit
        for unit in found
    ]


def _repeated_rules(document: Document) -> set[str]:
    """Drawn lines with words in them that stand more than once: they part stories and head none."""
    seen: set[str] = set()
    repeated: set[str] = set()
    for block in document.blocks:
        if block.kind == "rule":
            line = block.span.of(document.text)
            (repeated if line in seen else seen).add(line)
    return repeated


def _core(text: str, span: Span) -> Span | None:
    """The words in a drawn line, without the drawing around them."""
    first = _LETTER.search(text, span.start, span.end)
    if first is None:
        return None
    end = span.end
    while not text[end - 1].isalnum() and text[end - 1] not in "!?)":
        end -= 1
    return Span(first.start(), end) if end - first.start() > 1 else None


def _pieces(span: Span, found: Head | None) -> Iterator[tuple[Span, Part]]:
    """The block, or the head that runs into it and the rest."""
    if found is None:
        yield span, "whole"
    else:
        yield Span(found.start, found.end), "head"
        yield Span(found.rest, span.end), "rest"


def _unit(
    index: int,
    text: str,
    block: Block,
    span: Span,
    part: Part,
    runs_in: Head | None,
    decorated: bool,
    fence: str,
    named: str,
    layout: ModuleType,
) -> Unit:
    joined = " ".join(_told(text, block, span, layout).of(text).split())
    said = _unaddressed(joined[:_MEASURED])
    words = _word_count(said)
    told = _uncredited(joined)
    ended = _ENDED.search(told[-8:]) is not None and _INITIALS.search(told[-8:]) is None
    sentences = 1 + sum(_ABBREVIATED.search(told[max(0, at - 8) : at + 1]) is None for at in _breaks(told))
    caps = _in_capitals(joined[:_HEAD])
    strong = _covered(span, block.strong) >= 0.9
    linked = _covered(span, [link.span for link in block.links]) >= 0.85
    address = _ADDRESS.fullmatch(joined) is not None
    byline, dated, marks = layout.is_byline(said), layout.is_dated(said), layout.marks(said)
    title = 0.0 if address or _MAILBOX.fullmatch(joined) else _title_shape(joined, words, sentences, ended)
    prose = _prose_shape(words, sentences, ended, "…" if told.endswith("..") else told[-1])
    dress = (
        block.kind,
        block.level,
        block.marker[-1:] if block.marker[:1].isdigit() else block.marker,
        min(block.indent, 12) // 2,
        block.region,
        block.style,
        round(block.size),
        part,
        strong,
        caps,
        decorated,
        bool(fence),
    )
    return Unit(
        index,
        span,
        block,
        part,
        joined,
        words,
        sentences,
        ended,
        title,
        prose,
        caps,
        strong,
        linked,
        address,
        byline,
        dated,
        words <= _TITLE_MOST and layout.is_issued(said),
        marks,
        fence,
        runs_in.weight if runs_in else 0.0,
        part == "head" and runs_in is not None and runs_in.label,
        decorated,
        words > 1 and joined.lower() in named,
        dress,
        sentences == 1 and ended and _ALONE_LEAST <= words <= _ALONE_MOST and not _refers_back(joined, marks),
        len(told) < len(joined),
    )


def _told(text: str, block: Block, span: Span, layout: ModuleType) -> Span:
    """What a block says before the link to the full text with which it ends, if anything."""
    last = block.links[-1].span if block.links else None
    if last is None or last not in span or last.end < span.end - 3 or last.start - span.start < 20:
        return span
    if not any(kind == "more" for kind, _ in layout.marks(last.of(text))):
        return span
    return Span(span.start, span.start + len(text[span.start : last.start].rstrip(" \t\n\r([|·–—-")))


def _refers_back(text: str, marks: tuple[tuple[str, str], ...]) -> bool:
    """Whether a text begins with a quotation, whose speaker is said elsewhere, or with a word that refers back."""
    return text[0] in "\"'“”‘«„" or any(kind == "anaphora" for kind, _ in marks)


def _uncredited(line: str) -> str:
    """A line without the source in brackets that stands after its last sentence."""
    return _CREDITED.sub("", line[-64:]).join((line[:-64], "")) if line[-1] in ")]）" else line


def _unaddressed(text: str) -> str:
    """What a line says without the addresses in it, and the brackets around those."""
    return " ".join(_BRACKETED.sub(" ", text).split()) if "://" in text else text


def _word_count(text: str) -> int:
    """How many words a text has; two Chinese or Japanese characters count as one."""
    if text.isascii() or not _WIDE.search(text):
        words = text.split()
        return len(words) - sum(map(_MARKS.__contains__, words))
    return len(_WORD.findall(text)) + len(_WIDE.findall(text)) // 2


def _in_capitals(line: str) -> bool:
    """Whether nine in ten of the letters of a line that are upper or lower case, and four at least, are upper."""
    if 9 * sum(map(str.islower, line[:_SAMPLE])) > len(line):
        return False
    most = 9 * sum(map(str.islower, line))
    return most <= len(line) and sum(map(str.isupper, line)) >= max(4, most)


def _breaks(joined: str) -> Iterator[int]:
    """Where the first few sentences inside a line end."""
    return (match.start() for match in islice(_SENTENCE.finditer(joined, 0, _MEASURED // 2), 5))


def _covered(span: Span, stretches: tuple[Span, ...] | list[Span]) -> float:
    """The share of a span that the stretches cover."""
    if not stretches:
        return 0.0
    covered = sum(max(0, min(span.end, other.end) - max(span.start, other.start)) for other in stretches)
    return covered / max(1, len(span))


def _title_shape(joined: str, words: int, sentences: int, ended: bool) -> float:
    """How much a line has the shape of a title: short, of one piece, without the full stop of a sentence."""
    if words > _TITLE_MOST or 3 * sum(map(str.isalpha, joined)) < len(joined):
        return 0.0
    shape = 1.0
    last = joined[-1]
    if ended:
        shape = 0.8 if last in "!?！？…" or joined.endswith("..") else 0.35
    elif last in ":：":
        shape = 0.6
    elif last in ",;，；、":
        shape = 0.2
    if sentences > 1:
        shape *= 0.5 if "." in joined[:-1] else 0.8
    if joined[0].islower():
        shape *= 0.7
    if words > 18:
        shape *= 0.7
    return shape


def _prose_shape(words: int, sentences: int, ended: bool, last: str) -> float:
    """How much a text has the shape of running text: sentences, or sheer length."""
    if words >= _PROSE or (sentences > 1 and words >= 15 and ended):
        return 1.0
    if ended and words >= (_TITLE_MOST // 2 if last in "!?！？…" else 8):  # headlines ask, exclaim and trail off
        return 0.7
    if words >= 24:
        return 0.6
    if ended and words >= 4 and last in ".。":
        return 0.5
    return 0.3 if ended or sentences > 1 else 0.0
