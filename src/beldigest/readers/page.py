"""The block walker: an HTML tree -> its text, and the blocks in it.

Extractors of main text look for one article and drop headings, bullets or sections of a digest. So every visible word
is kept here, with what the markup says of it: element, heading level, list nesting, emphasis, font size, links, and
the part of the page that it stands in. Which of it is boilerplate is decided later, with the rest of the evidence.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from attrs import evolve

from beldigest.document import Block
from beldigest.readers import regions, stylesheet
from beldigest.readers.content import UNREADABLE, Content, Context
from beldigest.readers.elements import BLOCKS, FONT_SIZES, REGIONS, SKIPPED, TYPES, UNITS, UNSEEN
from beldigest.readers.lines import Look
from beldigest.readers.regions import Part

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

_FONT_SIZE = re.compile(
    r"font(?:-size)?\s{0,5}:[^;]{0,200}?(\d{1,3}(?:\.\d{1,4})?)\s{0,3}(px|pt|em|rem|%)", re.IGNORECASE
)
_BOLD = re.compile(r"font(?:-weight)?\s{0,5}:[^;]{0,200}?\b(?:bold|bolder|[6-9]00)\b", re.IGNORECASE)
_COLOUR = re.compile(r"(?:^|;)\s*(?:background-)?color\s*:\s*([^;]{1,40})", re.IGNORECASE)
_NO_SIZE = re.compile(r"font-size\s*:\s*0\s*(?:;|!|$)", re.IGNORECASE)
#: Hidden with all that stands in it. The size of the font is none of that: elements within may set another.
_HIDDEN = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|max-height\s*:\s*[01](?:px)?\s*(?:;|!|$)", re.IGNORECASE
)
_NO_SHEET: Mapping[str, str] = {}
_DISPLAY = re.compile(r"(?:^|;)\s*display\s*:\s*([a-z-]{1,40})", re.IGNORECASE)
#: Values of ``display`` with which an element stands in a line of text (CSS Display 3).
_IN_LINE = frozenset(("inline", "inline-block", "inline-flex", "inline-grid", "inline-table", "contents"))


def walk(root: LexborNode, sheet: Mapping[str, str] = _NO_SHEET) -> tuple[str, tuple[Block, ...]]:
    """The visible text under a node, and its blocks. Nesting of any depth is followed without recursion.

    ``sheet`` has the declarations of the style sheets in the page.
    """
    page = Content()
    alike: dict[tuple[str, Context], Context] = {}  # what elements pass on that nothing but their names tells apart
    stack: list[tuple[LexborNode | None, Context]] = [(root, Context())]
    while stack:
        node, context = stack.pop()
        if node is None:  # the end of a block
            page.close(context)
            continue
        tag = node.tag or ""
        if tag == "-text":
            page.write(node.text_content or "", context)
            continue
        if tag.startswith(("-", "!")) or tag in SKIPPED:
            continue
        if tag == "br":
            page.line_break(context)
            continue
        if tag == "hr":
            page.rule(context)
            continue
        if tag == "img" and context.pictured:
            page.write(node.attributes.get("alt") or "", context)
            continue
        attributes = node.attributes
        inner = None if attributes else alike.get((tag, context))
        if inner is None:
            inner = _enter(node, tag, attributes, context, page, sheet)
            if inner is None:
                continue
            if not attributes and inner.parts is context.parts and inner.look.kind != "heading":
                alike[tag, context] = inner
        if inner.block:
            page.end(context)
            page.begin(tag)
            stack.append((None, inner))
        children = [*node.iter(include_text=True)]
        if tag == "tr":
            inner = inner._replace(row=page.row(sum(child.tag in ("td", "th") for child in children)))
        stack.extend([(child, inner) for child in reversed(children)])
    return page.finish()


def _enter(
    node: LexborNode,
    tag: str,
    attributes: Mapping[str, str | None],
    outer: Context,
    page: Content,
    sheet: Mapping[str, str],
) -> Context | None:
    """The context inside an element, or None where the element is hidden."""
    classes, style = attributes.get("class") or "", attributes.get("style") or ""
    if sheet and (general := stylesheet.of(sheet, tag, classes, attributes.get("id"))):
        style = f"{style};{general}"
    if "hidden" in attributes or (style and _HIDDEN.search(style)):
        return None
    if (classes and not UNSEEN.isdisjoint(classes.split())) or (tag == "dialog" and "open" not in attributes):
        return None
    credited = False
    if attributes:
        if name := attributes.get("id"):
            page.anchor(name)
        credited = (classes != "" and regions.is_credit(classes)) or attributes.get("itemprop") == "author"
    look, depth, marker, strong, href, preformatted, parts, pictured, _, row = outer
    size, dressing, block = look.size, "", tag in BLOCKS
    if style:
        if (match := _FONT_SIZE.search(style)) is not None:
            size = max(UNREADABLE, float(match.group(1)) * UNITS[match.group(2).lower()])
        elif _NO_SIZE.search(style) is not None:
            size = UNREADABLE
        if (match := _DISPLAY.search(style)) is not None:
            value = match.group(1).lower()
            block = value not in _IN_LINE if not block else value != "inline"
        strong = strong or _BOLD.search(style) is not None
        dressing = " ".join(colour.strip().lower() for colour in _COLOUR.findall(style))
    if tag in ("b", "strong", "th"):
        strong = True
    elif tag == "font":
        size = _font_size(attributes.get("size"), size)
        dressing = (attributes.get("color") or "").lower()
    elif tag == "a":
        target = (attributes.get("href") or "").strip()
        if target.startswith("#") and not any(map(str.isalnum, node.text())):
            return None  # the sign that hands out the address of a heading
        if target and not target.lower().startswith("javascript:"):
            href = target
        if related := attributes.get("rel"):
            if "tag" in related.split():
                parts = (*parts, regions.TAG)
            credited = credited or "author" in related.split()
        if name := attributes.get("name"):
            page.anchor(name)
    if tag in ("sup", "a") and classes.startswith("footnote-"):
        return None
    if dressing or size != look.size:
        look = evolve(look, size=size, style=f"{look.style} {dressing}".strip()[-120:])
    if credited:
        parts = (*parts, Part(credit=True))
    if block:
        look, part = _block_look(tag, attributes, look, depth, row, parts)
        if part is not None and len(parts) < regions.DEEPEST:
            parts = (*parts, part)
        if tag in ("ul", "ol", "menu", "dir"):
            depth += 1
            marker = "ol" if tag == "ol" else "ul"
        elif tag == "li":
            marker = marker or "ul"
        elif tag == "pre":
            preformatted = True
        elif look.kind == "heading" != outer.look.kind:
            pictured = not node.text().strip()  # the words for a picture are its only name
    return Context(look, depth, marker, strong, href, preformatted, parts, pictured, block, row)


def _block_look(
    tag: str, attributes: Mapping[str, str | None], look: Look, depth: int, row: int, parts: Sequence[Part]
) -> tuple[Look, Part | None]:
    """How the lines of a block element look, and the part of the page that it may be."""
    kind, level, region = look.kind, look.level, look.region
    names, role, type_, dressing = "", "", "", ""
    if attributes:
        names = " ".join(filter(None, (attributes.get("class"), attributes.get("id"), attributes.get("itemprop"))))
        type_ = (attributes.get("itemtype") or "").rpartition("/")[2]
        role = (attributes.get("role") or "").lower()
        dressing = (attributes.get("bgcolor") or attributes.get("background") or "")[-40:].lower()
    part: Part | None = None
    if tag[0] == "h" and tag[1:].isdigit():
        kind, level = "heading", int(tag[1])
    elif role == "heading":
        kind, level = "heading", _heading_level(attributes.get("aria-level"))
    elif tag == "li":
        kind, level = "list item", depth or 1
    elif tag == "blockquote":
        kind, level = "quotation", level + 1 if kind == "quotation" else 1
    elif tag == "pre":
        kind = "preformatted"
    elif tag in ("td", "th") and kind == "paragraph":
        kind = "table cell"
    elif tag in ("p", "div") and kind == "table cell":
        kind = "paragraph"
    if tag == "th" and region == "body":
        region = "header"
    elif region in ("body", "header"):
        stated = REGIONS.get(role) or REGIONS.get(tag) or TYPES.get(type_)
        if stated and not (tag in ("header", "footer") and any(outer.article for outer in parts)):
            region = stated
        else:
            part = regions.part(tag, f"{names} {type_}" if type_ else names, role, row)
    style = look.style.partition("|")[2]
    if dressing:
        style = f"{style} {dressing}".strip()
    return Look(kind, level, region, look.size, f"{tag}.{names.lower()}|{style}"[:160]), part


def _heading_level(stated: str | None) -> int:
    """The level of what is a heading by its role; 2 where none is stated (WAI-ARIA 1.2)."""
    return int(stated) if stated in ("1", "2", "3", "4", "5", "6") else 2


def _font_size(value: str | None, current: float) -> float:
    """The size that a ``font`` element sets, absolute or relative to the size 3."""
    match = re.fullmatch(r"\s*([+-]?)(\d{1,2})\s*", value or "")
    if match is None:
        return current
    number = int(match.group(2))
    if match.group(1):
        number = 3 + number if match.group(1) == "+" else 3 - number
    return FONT_SIZES[max(1, min(7, number))]
