"""Headlines that run into the text: a bold sentence, a title before a colon, a linked title before its source.

What the format shows (emphasis, a link) weighs more than what only punctuation shows. Whether the head really is a
headline is decided with everything else that is known of the document; here it is only found.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from types import ModuleType

from attrs import frozen

from beldigest.document import Block
from beldigest.model import Span

_LETTER = re.compile(r"[^\W_]")
_WORDS = re.compile(r"[^\W\d_]")
_GAP = re.compile(r"[\s:：|–—-]*")
_ASIDE = re.compile(r"\s?\([^()\n]{1,80}\)\s?")
_BRACKETED = re.compile(r"\[([^\[\]\n]{3,300})\]\s?\(?<?(?:https?://[^\s<>)]{1,2000})>?\)?")
#: A title before its address in brackets, where a new line or a dash follows.
_ADDRESSED = re.compile(
    r"(?P<title>[^\W_](?:[^.!?…\n<>()\[\]]|[.!?](?=[^\s.!?])){2,160}?)\s?[<(\[]https?://[^\s<>()\[\]]{1,1000}[>)\]]"
    r"(?:[ \t]{0,4}\n\s{0,20}|\s?[-–—:|]{1,2}\s)"
)
_COLON = re.compile(r"[^\W\d_a-z][^.!?:：;\n]{1,90}?[:：](?=\s)")
_WIDE_COLON = re.compile(r"[\u3040-\u9fff][^。！？：\n]{1,40}：")
#: A colon parts a title in two where more than a word in capitals stands after it.
_CAPITALS = re.compile(
    r"[^\W\d_a-z](?:[^\W_a-z]|[ ,'’&/$%()-]|:(?=\s[^\W_a-z]{1,30}\s[^\W_a-z]{2})){11,120}"
    r"(?:[.:!?]|\s[–—-])(?=\s+[^\W_])"
)
#: A dateline of an agency: places in capitals, of which a comma or a slash parts two or the agency's name stands after
#: them, then a dash ("LONDON (APA) -", "BRUSSELS/STRASBOURG, May 3 -").
_DATELINE = re.compile(
    r"[^\W\d_a-z](?:[^\W\d_a-z]|[ .'’-](?=[^\W\d_a-z])|\.){1,40}"
    r"(?:(?:\s?[/,]\s?[\w.]{1,20}(?:\s[\w.]{1,20}){0,2}){1,3}(?:\s?\([^()\n]{2,40}\))?|\s?\([^()\n]{2,40}\))\s?[-–—]{1,2}\s"
)
_LABEL = re.compile(
    r"(?P<name>[^\W\d_a-z][^.!?:：;,\n]{1,40}:|[^\W\d_a-z](?:[^\W\d_a-z]|[ .'’&-](?=[^\W\d_a-z])){2,40}\s?[-–—]{1,2})"
    r"\s(?=[\"“'‘]?[^\W_a-z])"
)
_DASHED = re.compile(r"(?P<title>[^\W_](?:[^.!?…\n–—]|[.!?](?=[^\s.!?])){5,120}?(?<=\S))\s[-–—]\s(?=[\"“'‘]?[^\W_a-z])")
_DASHED_ITEM = re.compile(r"(?P<title>[^\W_][^\n–—]{2,120}?(?<=\S))\s[-–—]\s(?=\S)")
_DASHES = (" — ", " – ", " - ")
_DASHED_MOST = 130
"""Characters within which the dash after such a title stands."""
_ENDS = ".!?…\"”'’)"
_DASH = re.compile(r"\W*[-–—]\W*")
_TAIL = re.compile(r"\s+(?:[-–—|]{1,2}\s+|\()(?=\S)")
_PARTING = re.compile(r"[-–—|(]")
_URL = re.compile(r"<?https?://\S+")
#: The full stop after a linked sentence, and the next sentence.
SENTENCE_END = re.compile(r"[.!?]\s(?=[\"“'‘«(]?[^\W\d_a-z])")

#: Characters that the title of a document, with its date, may have.
_TITLE_MOST = 100

#: Words of the place in a dateline.
_PLACE_MOST = 3
#: Words that the name of a part has at most.
_LABEL_MOST = 4

#: Headings with such heads under them that it takes to tell what those are.
_HEADED = 3
#: Heads under each heading, on average, up to which they head no stories.
_FEW = 1.25
#: Paragraphs in a row that it takes for their labels to be those of items, and words that each of them tells.
_LABELLED = 3
_TOLD = 8
#: Words that are told after a colon where others of a list tell more.
_TOLD_LEAST = 3


@frozen
class Head:
    """A head that runs into a block: its ends, where the rest begins, and how much speaks for it (0 to 1).

    ``label`` says that it is the name of what follows, a few words before a colon, and ``strong`` that it begins and
    ends in emphasis.
    """

    start: int
    end: int
    rest: int
    weight: float
    label: bool = False
    strong: bool = False


def heads(text: str, blocks: Sequence[Block], layout: ModuleType) -> dict[int, Head]:
    """The heads that run into the blocks of a document, by the index of the block."""
    found = _labelled(text, blocks, layout) | _listed(text, blocks)
    found |= _dashed(text, blocks, layout) | _dashed_items(text, blocks, layout)
    first = next(
        (index for index, block in enumerate(blocks) if _LETTER.search(text, block.span.start, block.span.end)), 0
    )
    for index, block in enumerate(blocks):
        if by_itself := _head(text, block, layout, first=index <= first):
            found[index] = by_itself
    openings = _openings(text, blocks, found)
    return {index: head for index, head in found.items() if index not in openings}


def _openings(text: str, blocks: Sequence[Block], found: Mapping[int, Head]) -> set[int]:
    """The blocks whose emphasised heads are first sentences of the text under a heading.

    Under the name of a section stand several such heads; where hardly any heading has another one under it, they tell
    the stories that the headings head. No text goes on after a title, but who wrote it.
    """
    under: dict[int, dict[int, list[int]]] = defaultdict(lambda: defaultdict(list))
    level = above = 0
    for index, block in enumerate(blocks):
        if block.kind == "heading":
            level, above = block.level, index
        elif level and block.kind == "paragraph" and index in found:
            head = found[index]
            if head.strong and not head.label and len(text[head.rest : block.span.end].split()) >= _TOLD:
                under[level][above].append(index)
    return {
        index
        for groups in under.values()
        if len(groups) >= _HEADED and sum(map(len, groups.values())) <= _FEW * len(groups)
        for group in groups.values()
        for index in group
    }


def _head(text: str, block: Block, layout: ModuleType, *, first: bool = False) -> Head | None:
    """The head that runs into a block, or None.

    In the ``first`` block of a document it must be shown by more than punctuation: after a title stands its issue.
    """
    if block.kind in ("heading", "preformatted", "table row", "rule") or len(block.span) < 8:
        return None
    if block.marker == "subject:":
        return None
    if _URL.match(text, block.span.start):
        return None
    found = _emphasised(text, block) or _addressed(text, block) or _linked(text, block, layout)
    if found is None and not (first and len(block.span) < _TITLE_MOST and not block.links):
        found = _punctuated(text, block) or _sourced(text, block, layout)
    if found is None or _WORDS.search(text, found.start, found.end) is None:
        return None
    if _DATELINE.match(text, block.span.start, block.span.end) and not _is_long(text, found, layout):
        return None
    return None if layout.is_dated(text[found.start : found.end]) else found  # a date before an announcement


def _is_long(text: str, found: Head, layout: ModuleType) -> bool:
    """Whether a head has more words than the places in a dateline, and no day."""
    words = text[found.start : found.end]
    return len(words.split()) > _PLACE_MOST and not layout.dates(words)


def _labelled(text: str, blocks: Sequence[Block], layout: ModuleType) -> dict[int, Head]:
    """The labels with which paragraphs in a row begin, each with another one: items of a column in brief.

    By the index of the block. They stand before a colon, or in capitals before a dash. The labels of speakers in an
    interview come back, and a contents list tells nothing.
    """
    found: dict[int, Head] = {}
    run: dict[int, Head] = {}
    for index, block in enumerate(blocks):
        label = _label(text, block)
        if label is not None:
            run[index] = label
        if (label is None or index + 1 == len(blocks)) and run:
            labels = {text[head.start : head.end] for head in run.values()}
            told = sum(layout.reports(text[head.rest : blocks[at].span.end]) for at, head in run.items())
            if len(labels) == len(run) >= _LABELLED and 2 * told > len(run):
                found |= run
            run = {}
    return found


def _dashed(text: str, blocks: Sequence[Block], layout: ModuleType) -> dict[int, Head]:
    """The titles before a dash with which most of the paragraphs begin here, each with a sentence after it.

    By the index of the block. In running text a small letter stands after a dash; datelines are shorter, or have a day.
    """
    if sum(map(text.count, _DASHES)) < _LABELLED:
        return {}
    texts = [index for index, block in enumerate(blocks) if block.kind in ("paragraph", "list item")]
    found = {index: head for index in texts if (head := _before_dash(text, blocks[index], layout))}
    told = sum(text[blocks[index].span.end - 1] in _ENDS and len(blocks[index].span) > 50 for index in texts)
    words = sorted(len(text[head.start : head.end].split()) for head in found.values())
    return found if len(found) >= _LABELLED and 2 * len(found) > told and words[len(words) // 2] > _PLACE_MOST else {}


def _dashed_items(text: str, blocks: Sequence[Block], layout: ModuleType) -> dict[int, Head]:
    """The titles before a dash with which most items of the lists here begin, with a few words about each after it.

    By the index of the block.
    """
    if sum(map(text.count, _DASHES)) < _LABELLED:
        return {}
    items = [index for index, block in enumerate(blocks) if block.kind == "list item"]
    found: dict[int, Head] = {}
    for index in items:
        span = blocks[index].span
        match = _DASHED_ITEM.match(text, span.start, min(span.end, span.start + _DASHED_MOST))
        if match and not match["title"].isupper() and not layout.dates(match["title"]):
            found[index] = Head(span.start, match.end("title"), match.end(), 0.9)
    return found if len(found) >= _LABELLED and 2 * len(found) > len(items) else {}


def _before_dash(text: str, block: Block, layout: ModuleType) -> Head | None:
    start, end = block.span.start, min(block.span.end, block.span.start + _DASHED_MOST)
    if not any(text.find(dash, start, end) >= 0 for dash in _DASHES):
        return None
    match = _DASHED.match(text, block.span.start, block.span.end)
    if match is None or text[block.span.end - 1] not in _ENDS or match.group("title").isupper():
        return None
    if layout.dates(match.group("title")):
        return None
    return Head(block.span.start, match.end("title"), match.end(), 1.0)


def _listed(text: str, blocks: Sequence[Block]) -> dict[int, Head]:
    """The titles before a colon of list items that tell little, where others of the list tell more after theirs.

    By the index of the block.
    """
    found: dict[int, Head] = {}
    levels: dict[int, list[int]] = defaultdict(list)
    for index, block in enumerate(blocks):
        if block.kind == "list item":
            levels[block.level].append(index)
    for items in levels.values():
        heads = {index: head for index in items if (head := _before_colon(text, blocks[index], _TOLD_LEAST))}
        full = [index for index in heads if _before_colon(text, blocks[index], _TOLD)]
        if len(full) > 1 and 2 * len(heads) > len(items):
            found |= heads
    return found


def _label(text: str, block: Block) -> Head | None:
    if block.kind != "paragraph" or block.links or text[block.span.end - 1] not in ".!?\"”'’":
        return None
    match = _LABEL.match(text, block.span.start, block.span.end)
    if match is None:
        return None
    name = match.group("name").rstrip(" :–—-")
    if len(name.split()) > 3 or len(text[match.end() : block.span.end].split()) < _TOLD:
        return None
    return Head(block.span.start, block.span.start + len(name), match.end(), 1.0)


def _emphasised(text: str, block: Block) -> Head | None:
    """Emphasis from the first word on, to the end of a sentence or before a dash, a colon or a new sentence."""
    if not block.strong or _LETTER.search(text, block.span.start, block.strong[0].start):
        return None
    strong = _joined(text, block)
    words = len(strong.of(text).split())
    if strong.end >= block.span.end - 1 or words > 30:
        return None
    last, rest = text[strong.end - 1], _after(text, strong.end, block.span.end)
    if rest is None:
        return None
    gap = text[strong.end : rest]
    if (
        words <= _PLACE_MOST
        and strong.of(text).isupper()
        and _DASH.fullmatch(gap if gap.strip() else strong.of(text)[-2:])
    ):
        return None  # the place of a dateline; in a row of them see :func:`_labelled`
    end = strong.start + len(strong.of(text).rstrip(" :：–—-|"))
    if last in ".!?:：。！？" or gap.strip():
        colon = last in ":：" or gap.strip() in (":", "：")
        return Head(strong.start, end, rest, 1.0, label=colon and words <= _LABEL_MOST, strong=True)
    if words >= 3 and not text[rest].islower():
        return Head(strong.start, end, rest, 0.8, strong=True)
    return None


def _addressed(text: str, block: Block) -> Head | None:
    """A title before its address in a list item of a plain text."""
    if block.kind != "list item" or not block.links or "://" not in block.links[0].span.of(text):
        return None
    match = _ADDRESSED.match(text, block.span.start, block.span.end)
    rest = _after(text, match.end(), block.span.end) if match else None
    return Head(*match.span("title"), rest, 0.9) if match and rest is not None else None


def _joined(text: str, block: Block) -> Span:
    """The first emphasis, with a further one after words in brackets: ``**Bill 7** (Osei) **Tolls.**``."""
    first = block.strong[0]
    if len(block.strong) > 1 and _ASIDE.fullmatch(text, first.end, block.strong[1].start):
        return Span(first.start, block.strong[1].end)
    return first


def _linked(text: str, block: Block, layout: ModuleType) -> Head | None:
    """A link from the first word on, where the sentence does not simply go on after it."""
    bracketed = _BRACKETED.match(text, block.span.start, block.span.end)
    if bracketed:
        start, end, rest_from = bracketed.start(1), bracketed.end(1), bracketed.end(1) + 1
    elif block.links and not _LETTER.search(text, block.span.start, block.links[0].span.start):
        start, end = block.links[0].span.start, block.links[0].span.end
        rest_from = end
    else:
        return None
    words = len(text[start:end].split())
    rest = _after(text, rest_from, block.span.end)
    if rest is None:
        return None
    dashed = block.kind == "list item" and _DASH.fullmatch(text, rest_from, rest)  # one word may be the name of a thing
    if words < 2 and not (bracketed or dashed):
        return None
    gap, follows = text[rest_from:rest], text[rest : block.span.end]
    credit = layout.credit(text, end, block.span.end)
    if credit is not None:
        rest = _after(text, credit[1], block.span.end)
        return Head(start, end, rest, 0.9) if rest is not None else None
    if gap.strip() or follows[0] in "([<|•·/" or layout.is_byline(follows[:160]) or bracketed:
        return Head(start, end, rest, 0.9)
    if words >= 4 and (text[rest].isupper() or SENTENCE_END.match(follows) or _attributed(follows, layout)):
        return Head(start, end, rest, 0.7)
    return None


def _punctuated(text: str, block: Block) -> Head | None:
    """A title before a colon in a list item, or in capitals at the head of a paragraph."""
    if match := _CAPITALS.match(text, block.span.start, block.span.end):
        words = match.group().split()
        if len(words) >= 3 and sum(map(str.isupper, words)) >= len(words) - 2:
            rest = _after(text, match.end(), block.span.end)
            end = block.span.start + len(match.group().rstrip(" .:–—-"))
            return Head(block.span.start, end, rest, 0.8) if rest is not None else None
    return _before_colon(text, block, _TOLD) if block.kind == "list item" else None


def _before_colon(text: str, block: Block, least: int) -> Head | None:
    """A title before a colon and at least so many words of a sentence."""
    start, end = block.span.start, block.span.end
    if text.find(":", start, end) < 0 and text.find("：", start, end) < 0:
        return None
    colon = _COLON.match(text, start, end) or _WIDE_COLON.match(text, start, end)
    if colon is None or len(colon.group().split()) > 10:
        return None
    rest = _after(text, colon.end(), end)
    told = len(text[rest:end].split()) if rest is not None else 0
    if rest is None or told < least or not (text[end - 1] in ".。" or (told > 15 and not block.links)):
        return None
    return Head(start, colon.end() - 1, rest, 0.4)


def _sourced(text: str, block: Block, layout: ModuleType) -> Head | None:
    """A title before its source, date or address: ``Title - Source, 3 March <address>``."""
    if len(block.span) > 400:
        return None
    line = block.span.of(text)
    if _PARTING.search(line) is None:
        return None
    url = _URL.search(line) if "://" in line else None
    head_end = url.start() if url else len(line)
    for match in list(_TAIL.finditer(line, 0, head_end))[::-1]:
        tail = line[match.end() : head_end].strip(" \t\n()<>")
        dashed = match.group().strip() != "("
        if len(tail.split()) <= 8 and ((dashed and layout.is_dated(tail)) or (url and layout.dates(tail))):
            return Head(block.span.start, block.span.start + match.start(), block.span.start + match.end(), 0.8)
    return None


def _attributed(follows: str, layout: ModuleType) -> bool:
    return any(kind == "attribution" for kind, _ in layout.marks(follows[:80]))


def _after(text: str, start: int, end: int) -> int | None:
    """Where the words begin again after a gap of spaces, colons and dashes; None where there are no more."""
    match = _GAP.match(text, start, end)
    at = match.end() if match else start
    return at if at < end and _LETTER.search(text, at, end) else None
