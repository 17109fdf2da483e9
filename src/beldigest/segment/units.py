"""Units: the pieces of a document that get a role each.

A unit is a block, or a part of one where a headline may run into the text ("**Title.** Text", "Title - Source"). What a
unit knows is what it looks like by itself; how it stands among the others is surveyed in ``survey``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from types import ModuleType
from typing import Literal

from attrs import define, evolve

from beldigest.document import Block, Document
from beldigest.model import Span
from beldigest.segment.features import features
from beldigest.segment.opening_sentences import opening_sentences
from beldigest.segment.runin import Head, heads

Part = Literal["whole", "head", "rest"]

_LETTER = re.compile(r"[^\W_]")
_LETTER_ONLY = re.compile(r"[^\W\d_]")
#: A title between two runs of punctuation ("*** World ***", ">> World <<").
_FRAMED = re.compile(r"[^\w\s]{2,20}[ \t]{1,8}(?P<core>[^\W_][^\n]{0,70}[^\s])[ \t]{1,8}[^\w\s]{2,20}")

#: The words of a link after the last sentence of a text that was pasted.
_TAIL = re.compile(r"(?P<told>[.!?…。！？][\"'”’»)]{0,2})\s(?P<words>\W{0,3}[^.!?\n]{2,30})\Z")
_TAIL_MOST = 36
_ENDS = ".!?…,;:。！？"

#: What parts the name of a publication from the day or the number of an issue.
_NAME_END = re.compile(r"\s*(?:[|–—:#,·(]|\s-\s|\s(?:no|nr|vol|issue)\.?\s|\d)")


#: Units among which the title of a document stands, menus before it included.
_HEAD_UNITS = 20


@define(eq=False)  # not frozen: one is made for each line, and attrs fills a frozen one four times as slowly
class Unit:
    """A piece of a document, and what it looks like.

    From ``words`` to ``credited`` it has the fields of :class:`Features`. ``dress`` is a number, equal for units that
    the format dresses alike. ``named`` says that the title in the document's metadata has its words, ``doubled`` that
    it repeats the title right before it, ``itself`` that it begins with the name of the publication and tells nothing,
    ``label`` that it names what it runs into, ``formal`` that each item has a line of its form. ``fence`` is the
    character of the rule that stands right before it.
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
    address: bool
    byline: bool
    dated: bool
    issued: bool
    marks: tuple[tuple[str, str], ...]
    alone: bool
    credited: bool
    strong: bool
    linked: bool
    fence: str
    runin: float
    label: bool
    decorated: bool
    named: bool
    dress: int
    doubled: bool = False
    itself: bool = False
    formal: bool = False

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
    repeated = _repeated_rules(document, layout)
    named = " ".join((document.metadata.title or "").lower().split())
    run_in = opening_sentences(text, document.blocks, layout) | heads(text, document.blocks, layout)
    found: list[Unit] = []
    dresses: dict[tuple[object, ...], int] = {}
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
        runs_in = None if decorated else run_in.get(index)
        for piece, part in _pieces(span, runs_in):
            found.append(_unit(len(found), text, block, piece, part, runs_in, decorated, fence, named, dresses, layout))
            fence = ""
    found = _with_sources(_with_doubles(_with_days(_with_halves(found))), layout)
    return _with_names(_with_placeholders(found, layout), document, layout)


def _with_halves(found: list[Unit]) -> list[Unit]:
    """The units, in which a sentence that an inset parts is running text: it goes on in a small letter."""
    text = [unit for unit in found if unit.block.region != "inset"]
    halves = {
        half.index
        for before, after in pairwise(text)
        if after.index > before.index + 1
        and before.block.kind == "paragraph"
        and before.dress == after.dress
        and not before.ended
        and after.text[0].islower()
        for half in (before, after)
    }
    return [evolve(unit, prose=1.0, title=0.0) if unit.index in halves else unit for unit in found]


def _with_days(found: list[Unit]) -> list[Unit]:
    """The units, in which dates over lists are titles: a chronicle has the days for sections.

    A date that goes with the line over it is none.
    """
    days = {
        a.index
        for a, b in pairwise(found)
        if a.dated
        and b.block.kind == "list item"
        and b.part != "rest"
        and (a.block.blank_before or a.block.kind == "heading" or not a.index or found[a.index - 1].prose >= 0.6)
    }
    if len(days) < 2:
        return found
    dresses = {found[index].dress for index in days}
    days |= {a.index for a, b in pairwise(found) if a.dated and a.dress in dresses and b.block.kind == "list item"}
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


def _with_sources(found: list[Unit], layout: ModuleType) -> list[Unit]:
    """The units, in which lines that say where the story above them appeared are known: its title ends with them, or
    under each of several titles there stand a name, a day, and then the text, in one line or two, or a line that begins
    with a day."""
    outlets = {
        line.index
        for title, line, text in zip(found, found[1:], found[2:], strict=False)
        if title.title >= 0.5 and line.title and text.prose >= 0.6 and layout.is_outlet(line.text)
    }
    names = {
        line.index
        for title, line, day in zip(found, found[1:], found[2:], strict=False)
        if title.title >= 0.5 and title.words > line.words and day.dated and layout.is_name(line.text)
    }
    begun = {
        line.index
        for title, line, after in zip(found, found[1:], found[2:], strict=False)
        if title.block.kind == "heading"
        and line.part == "whole"
        and line.prose < 0.7
        and after.block.kind == "paragraph"
        if any(start == 0 for start, _ in layout.dates(line.text))
    }
    if len(names) > 1:  # in the same lines may stand the paper, before the text
        names |= {
            line.index
            for day, line, text in zip(found, found[1:], found[2:], strict=False)
            if day.index - 1 in names and not line.block.blank_before and line.title >= 0.5 and text.block.blank_before
        }
    named = {
        after.index
        for before, after in pairwise(found)
        if before.words > after.words
        and before.text.endswith(after.text)
        and before.text.removesuffix(after.text).rstrip()[-1:] in tuple("-–—|")
    }
    sources = named.union(*(lines for lines in (outlets, names, begun) if len(lines) > 1))
    return [evolve(unit, byline=True) if unit.index in sources else unit for unit in found]


def _with_placeholders(found: list[Unit], layout: ModuleType) -> list[Unit]:
    """The units, in which the labels of advertisements that were pictures on a page are insets: below a gap stands the
    next story, whose text tells what somebody did."""
    labels = {
        label.index
        for label, title, text in zip(found, found[1:], found[2:], strict=False)
        if label.marks
        and label.text.casefold() == label.marked("advert")
        and not label.fence
        and title.block.blank_before
        and title.title >= 0.5
        and text.prose >= 0.6
        and layout.reports(text.text)
    }
    return [
        evolve(unit, block=evolve(unit.block, region="inset"), marks=()) if unit.index in labels else unit
        for unit in found
    ]


def _with_names(found: list[Unit], document: Document, layout: ModuleType) -> list[Unit]:
    """The units, in which lines about the publication itself are known: they begin with its name and tell nothing."""
    said = [document.metadata.publisher or ""]
    said += [line for line in (document.metadata.title or "",) if layout.is_issued(line)]
    said += [unit.text for unit in found[:_HEAD_UNITS] if unit.issued and not unit.dated and unit.title >= 0.5][:1]
    if len(found) > 1 and found[0].title >= 0.5 and found[1].issued:  # the name over the number or the day of the issue
        said.append(found[0].text)
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


def _repeated_rules(document: Document, layout: ModuleType) -> set[str]:
    """Drawn lines with words in them that stand more than once: they part stories and head none, but an advertisement
    says each time that it is one."""
    seen: set[str] = set()
    repeated: set[str] = set()
    for block in document.blocks:
        if block.kind == "rule":
            line = block.span.of(document.text)
            (repeated if line in seen else seen).add(line)
    return {line for line in repeated if not any(kind == "advert" for kind, _ in layout.marks(line))}


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
    dresses: dict[tuple[object, ...], int],
    layout: ModuleType,
) -> Unit:
    told = _told(text, block, span, layout)
    joined = " ".join(told.of(text).split())
    strong = bool(block.strong) and _covered(span, block.strong) >= 0.9
    strong = strong or (part == "head" and runs_in is not None and runs_in.strong)
    # The full stop of a head in bold parts it from the text, and makes no sentence of a title.
    seen = features(joined.rstrip(".") if part == "head" and strong else joined, layout)
    linked = bool(block.links) and _is_linked(text, block, span)
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
        seen.caps,
        decorated,
        bool(fence),
    )
    return Unit(
        index,
        told,
        block,
        part,
        joined,
        *seen,
        strong,
        linked,
        fence,
        runs_in.weight if runs_in else 0.0,
        part == "head" and runs_in is not None and runs_in.label,
        decorated,
        named != "" and seen.words > 1 and joined.lower() in named,
        dresses.setdefault(dress, len(dresses)),
    )


def _told(text: str, block: Block, span: Span, layout: ModuleType) -> Span:
    """What a block says before the link to the full text with which it ends, or the words of one, if anything."""
    if not block.links:
        tail = (
            None
            if text[span.end - 1] in _ENDS
            else _TAIL.search(text, max(span.start, span.end - _TAIL_MOST), span.end)
        )
        worded = tail is not None and any(kind == "more" for kind, _ in layout.marks(tail["words"]))
        return Span(span.start, tail.end("told")) if tail is not None and worded else span
    last = block.links[-1].span
    if last.end < span.end - 3 or last.start - span.start < 20 or last not in span:
        return span
    if text.startswith("http", last.start) or not any(kind == "more" for kind, _ in layout.marks(last.of(text))):
        return span
    told = text[span.start : last.start].rstrip(" \t\n\r([|·–—-")
    within = told.rfind("(") > told.rfind(")")  # a bracket that says more than the link
    return span if within else Span(span.start, span.start + len(told))


def _is_linked(text: str, block: Block, span: Span) -> bool:
    """Whether a span is a link, or links and no more than a few words beside them."""
    if span in block.links[0].span:
        return True
    return _covered(_lettered(text, span), [link.span for link in block.links]) >= 0.85


def _lettered(text: str, span: Span) -> Span:
    """A span without the numbers and signs before its first letter: the time or the number that an entry has."""
    letter = _LETTER_ONLY.search(text, span.start, span.end)
    return Span(letter.start(), span.end) if letter else span


def _covered(span: Span, stretches: Sequence[Span]) -> float:
    """The share of a span that the stretches cover."""
    covered = sum(max(0, min(span.end, other.end) - max(span.start, other.start)) for other in stretches)
    return covered / max(1, len(span))
