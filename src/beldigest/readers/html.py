"""HTML pages and fragments of them."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, BinaryIO

from beldigest.document import Block, Document, Metadata
from beldigest.errors import InputError
from beldigest.model import Notice, Source
from beldigest.readers import days, stylesheet
from beldigest.readers import text as plain
from beldigest.readers.encoding import decode
from beldigest.readers.page import walk

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser

MEDIA_TYPE = "text/html"

_CHARSET = re.compile(rb"""(?:charset|encoding)\s{0,5}=\s{0,5}["']?\s{0,5}([A-Za-z0-9_:.-]{2,40})""", re.IGNORECASE)
_TAG = re.compile(
    rb"<(?:!doctype html|html|head|body|table|div|p|br|h[1-6]|ul|ol|li|a|span|td|center|font)\b", re.IGNORECASE
)


#: Tags of elements that nest: neither void nor closed by the next one of their kind (HTML Standard, 13.1.2).
_NESTING = re.compile(
    r"<(/?)(?!(?:a|area|base|body|br|button|caption|col|colgroup|dd|dt|embed|h[1-6]|head|hr|html|img|input|li|link|meta|nobr"
    r"|optgroup|option|p|rp|rt|source|tbody|td|tfoot|th|thead|tr|track|wbr)\b)[a-z][^<>]*>",
    re.IGNORECASE,
)
#: Elements are nested to the depth that browsers stop at; the parser's time grows with the square of the depth.
_DEEPEST = 512


class HtmlReader:
    """Reads HTML pages."""

    format = "html"
    media_types: tuple[str, ...] = (MEDIA_TYPE, "application/xhtml+xml")
    suffixes: tuple[str, ...] = (".html", ".htm", ".xhtml")
    #: The extra that installs what it needs beside the library, and the modules of that.
    needs: tuple[str, tuple[str, ...]] = ("html", ("selectolax",))

    def sniff(self, head: bytes) -> float:
        """Sure of a document type or an ``html`` element; else the more tags, the surer."""
        if re.match(rb"(?:\xef\xbb\xbf)?\s*(?:<!--.{0,2000}?-->\s*)?<(?:!doctype html|html\b)", head, re.I | re.S):
            return 0.95
        return min(0.8, 0.1 * len(_TAG.findall(head)))

    def read(self, stream: BinaryIO, name: str) -> Iterator[Document]:
        """One document; raises ``InputError`` where the source is binary or the parser is not installed."""
        data = stream.read()
        declared = _CHARSET.search(data[:4096])
        text, notices = decode(data, name, declared.group(1).decode("ascii") if declared else None)
        yield document(text, Source(name, MEDIA_TYPE, hashlib.sha256(data).hexdigest()), notices)


def document(html: str, source: Source, warnings: tuple[Notice, ...] = ()) -> Document:
    """The document that an HTML page or fragment is."""
    tree = _parse(html, source.name)
    written = _preformatted(tree)
    text, found = (written, plain.blocks(written)) if written else _walked(tree)
    return Document(text, found, source, _metadata(tree), warnings)


def _preformatted(tree: LexborHTMLParser) -> str:
    """The text of the one preformatted element that is most of a page, as archives of mailing lists show what was sent:
    a plain text, whatever the links around it; an empty string for another page."""
    elements = tree.css("pre")
    if len(elements) != 1 or tree.body is None:
        return ""
    text = elements[0].text()
    return text if 2 * len("".join(text.split())) > len("".join(tree.body.text().split())) else ""


def fragment(html: str, name: str) -> tuple[str, tuple[Block, ...]]:
    """The text and the blocks of a fragment of HTML, such as a feed holds."""
    return _walked(_parse(html, name))


def _parse(html: str, name: str) -> LexborHTMLParser:
    try:
        from selectolax.lexbor import LexborHTMLParser
    except ImportError as error:
        raise InputError(
            "reading HTML needs the selectolax package", where=name, hint="pip install 'beldigest[html]'"
        ) from error
    return LexborHTMLParser(_shallow(html).encode("utf-8", "replace").decode("utf-8"))


def _shallow(html: str) -> str:
    """The HTML without the start tags of elements that are nested too deep."""
    if html.count("<") - html.count("</") <= _DEEPEST:
        return html
    kept: list[str] = []
    depth = at = 0
    for tag in _NESTING.finditer(html):
        if tag.group(1):
            depth = max(0, depth - 1)
        elif depth < _DEEPEST:
            depth += 1
        else:
            kept.append(html[at : tag.start()])
            at = tag.end()
    kept.append(html[at:])
    return " ".join(kept)


def _walked(tree: LexborHTMLParser) -> tuple[str, tuple[Block, ...]]:
    root = tree.body or tree.root
    sheet = stylesheet.declarations(style.text() for style in tree.css("style"))
    return ("", ()) if root is None else walk(root, sheet)


def _metadata(tree: LexborHTMLParser) -> Metadata:
    """What the head of a page says: its title, and the properties of HTML, Open Graph and Dublin Core."""
    said: dict[str, str] = {}
    for meta in tree.css("meta"):
        attributes = meta.attributes
        key = (attributes.get("property") or attributes.get("name") or attributes.get("itemprop") or "").lower()
        content = " ".join((attributes.get("content") or "").split())
        if key and content:
            said.setdefault(key, content)
    title = tree.css_first("title")
    root = tree.css_first("html")
    canonical = tree.css_first("link[rel=canonical]")

    def first(*keys: str) -> str | None:
        return next((said[key] for key in keys if key in said), None)

    published = first("article:published_time", "datepublished", "dc.date", "dcterms.date", "date", "pubdate")
    return Metadata(
        title=first("og:title", "dc.title") or (" ".join(title.text().split()) if title else "") or None,
        publisher=first("og:site_name", "dc.publisher", "application-name"),
        author=first("author", "article:author", "dc.creator"),
        published=days.iso(published or ""),
        url=(canonical.attributes.get("href") if canonical else None) or first("og:url"),
        language=(root.attributes.get("lang") if root else None) or first("og:locale") or None,
    )
