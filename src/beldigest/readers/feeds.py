"""Feeds: RSS, Atom and RDF, and JSON Feed 1.1. A feed is one briefing, an entry an item of it.

Nothing is fetched, and a document type is left out before parsing, so that no entity of it is expanded.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import io
import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, BinaryIO

from attrs import evolve, frozen

from beldigest.document import Block, Document, Metadata
from beldigest.errors import InputError
from beldigest.model import Notice, Source
from beldigest.readers import days, html
from beldigest.readers.builder import Builder
from beldigest.readers.encoding import decode

_ROOT = re.compile(rb"<(?:\w{1,20}:)?(rss|feed|rdf)\b", re.IGNORECASE)
_DOCTYPE = re.compile(rb"<!DOCTYPE[^\[>]{0,1000}(?:\[.*?\]\s{0,100})?>", re.IGNORECASE | re.DOTALL)
_REFERENCE = re.compile(rb"&#(?:x([0-9a-f]{1,20})|([0-9]{1,20}));?", re.IGNORECASE)
_WORD = re.compile(r"\w+")
#: The title of an issue up to its number or its day, after which it does not go on as "Top 10 ways" does.
_BEFORE_NUMBER = re.compile(r"(?:[^\d\n]*[^\W\d][^\d\n]*|#)(?=\d{1,4}(?!\d|\s[^\W\d_A-Z]))")

#: The share of a summary's words that stand in the content from which on it says nothing more.
_SAID_AGAIN = 0.8
#: Headings of its own that an issue has at least.
_TOLD = 2


class FeedReader:
    """Reads RSS, Atom and RDF feeds."""

    format = "xml"
    media_types: tuple[str, ...] = ("application/rss+xml", "application/atom+xml", "application/xml", "text/xml")
    suffixes: tuple[str, ...] = (".xml", ".rss", ".atom", ".rdf")
    #: The extra that installs what it needs beside the library, and the modules of that.
    needs: tuple[str, tuple[str, ...]] = ("feeds", ("feedparser", "selectolax"))

    def sniff(self, head: bytes) -> float:
        """Sure of the root element of a feed."""
        return 0.95 if _ROOT.search(head[:2000]) else 0.5 if head.lstrip().startswith(b"<?xml") else 0.0

    def read(self, stream: BinaryIO, name: str) -> Iterator[Document]:
        """One document; raises ``InputError`` where the source is no feed or the parser is not installed."""
        try:
            import feedparser
        except ImportError as error:
            raise InputError(
                "reading feeds needs the feedparser package", where=name, hint="pip install 'beldigest[feeds]'"
            ) from error
        data = stream.read()
        source = Source(name, self.media_types[0], hashlib.sha256(data).hexdigest())
        notices: list[Notice] = []
        declared = _DOCTYPE.search(data[:65536])
        if declared:
            data = data[: declared.start()] + data[declared.end() :]
            if b"<!ENTITY" in declared.group():
                notices.append(Notice("entities that the document type declares were left out", name))
        data = _REFERENCE.sub(_character, data)
        # A stream, never a string: feedparser takes a string for an address or a file name first.
        try:
            feed = feedparser.parse(io.BytesIO(data), sanitize_html=False, resolve_relative_uris=False)
        except (ValueError, LookupError, TypeError, AttributeError, RecursionError) as error:
            raise InputError("the feed cannot be taken apart", where=name, hint="save it again as UTF-8") from error
        if not feed.get("version") and not feed.entries:
            raise InputError("the source is no RSS or Atom feed", where=name, hint="name its format if it is another")
        if feed.bozo:
            problem = " ".join(str(feed.get("bozo_exception", "")).split())
            notices.append(Notice(f"the feed is damaged and was read as far as it goes: {problem}", name))
        entries: list[_Entry] = []
        for entry in feed.entries:
            contents = [str(content.get("value", "")) for content in entry.get("content", [])]
            author = _author(entry)
            own = author if author != _author(feed.feed) else ""
            title, url, summary = (str(entry.get(field, "")) for field in ("title", "link", "summary"))
            entries.append(_entry(name, title, url, own, _day(entry), [summary, *contents]))
        text, blocks, dated = _put_together(entries)
        yield Document(text, blocks, source, _metadata(feed.feed), tuple(notices), dated)


class JsonFeedReader:
    """Reads JSON Feed."""

    format = "json"
    media_types: tuple[str, ...] = ("application/feed+json", "application/json")
    suffixes: tuple[str, ...] = (".json",)

    def sniff(self, head: bytes) -> float:
        """Sure of the address of the specification, which every feed names as its version."""
        return 0.95 if b"jsonfeed.org/version" in head else 0.0

    def read(self, stream: BinaryIO, name: str) -> Iterator[Document]:
        """One document; raises ``InputError`` where the source is no JSON Feed."""
        data = stream.read()
        content, notices = decode(data, name)
        try:
            feed = json.loads(content)
        except (ValueError, RecursionError) as error:
            raise InputError(f"the source is no JSON: {error}", where=name) from error
        items = feed.get("items") if isinstance(feed, dict) else None
        if not isinstance(feed, dict) or not isinstance(items, list):
            raise InputError("the source is no JSON Feed: it has no list of items", where=name)
        entries: list[_Entry] = []
        for item in (item for item in items if isinstance(item, dict)):
            day = days.iso(_string(item, "date_published") or _string(item, "date_modified"))
            plain = "".join(f"<p>{_escaped(line)}</p>" for line in _string(item, "content_text").splitlines())
            content = _string(item, "content_html") or plain
            url = _string(item, "url") or _string(item, "external_url")
            title, summary = _escaped(_string(item, "title")), _escaped(_string(item, "summary"))
            entries.append(_entry(name, title, url, _authors(item), day, [summary, content]))
        text, blocks, dated = _put_together(entries)
        metadata = Metadata(
            title=_string(feed, "title") or None,
            publisher=_string(feed, "title") or None,
            author=_authors(feed) or None,
            url=_string(feed, "home_page_url") or None,
            language=_string(feed, "language") or None,
        )
        source = Source(name, self.media_types[0], hashlib.sha256(data).hexdigest())
        yield Document(text, blocks, source, metadata, notices, dated)


def _character(reference: re.Match[bytes]) -> bytes:
    """A reference to a character; one to a surrogate, or beyond Unicode, becomes one to U+FFFD (XML 1.0, 2.2)."""
    code = int(reference.group(1), 16) if reference.group(1) else int(reference.group(2))
    return b"&#xFFFD;" if 0xD800 <= code <= 0xDFFF or code > 0x10FFFF else reference.group()


@frozen
class _Entry:
    """An entry; its pieces are the texts with their blocks that its summary and its contents hold."""

    title: str
    url: str
    author: str
    day: dt.date | None
    pieces: Sequence[tuple[str, tuple[Block, ...]]]

    @property
    def headings(self) -> set[str]:
        """The headings in it."""
        return {block.span.of(text) for text, blocks in self.pieces for block in blocks if block.kind == "heading"}


def _entry(name: str, title: str, url: str, author: str, day: dt.date | None, pieces: Sequence[str]) -> _Entry:
    """An entry of which title and pieces are given as HTML; of the pieces it keeps what says something new."""
    heading = " ".join(html.fragment(title, name)[0].split())
    return _Entry(heading, url, author, day, _new(heading, [html.fragment(piece, name) for piece in pieces]))


def _put_together(entries: Sequence[_Entry]) -> tuple[str, tuple[Block, ...], dict[int, dt.date]]:
    """The text of a feed, its blocks, and the days of its items by their group.

    The items are the entries, unless these are issues of a publication: then they are what stands under the headings in
    an issue, and its title stands over them.
    """
    builder, dated = Builder(), dict[int, dt.date]()
    issues = _are_issues(entries)
    group = 0
    for entry in entries:
        first = group = group + 1
        builder.line(entry.title, "heading", 1 if issues else 2, url=entry.url, group=0 if issues else group)
        if entry.title:
            builder.line(entry.author, marker="from:", group=0 if issues else group)
        for text, blocks in entry.pieces:
            if issues:
                parted, group = _parted(blocks, group)
                builder.add(text, parted)
            else:
                builder.add(text, blocks, group)
        if not entry.title:
            builder.line(entry.author, marker="from:", group=group)
        if entry.day:
            dated.update(dict.fromkeys(range(first, group + 1), entry.day))
    text, blocks = builder.finish()
    return text, blocks, dated


def _are_issues(entries: Sequence[_Entry]) -> bool:
    """Whether the entries are issues of a publication: their titles are alike up to a number, or to the word before it,
    which may be a month, and most of them tell several things under headings that are not those of the others."""
    matches = [_BEFORE_NUMBER.match(entry.title) for entry in entries]
    stems = {tuple(match.group().casefold().split()) if match else () for match in matches}
    begun = {stem[:-1] for stem in stems}
    if len(entries) < 2 or not all(stems) or (len(stems) > 1 and (len(begun) > 1 or not all(begun))):
        return False
    found = [entry.headings for entry in entries]
    times = Counter(heading for headings in found for heading in headings)
    told = sum(sum(times[heading] == 1 for heading in headings) >= _TOLD for headings in found)
    return 2 * told > len(entries)


def _parted(blocks: Sequence[Block], group: int) -> tuple[list[Block], int]:
    """The blocks of an issue, each heading of the usual level with what stands under it as an item; and the last
    number of a group."""
    levels = Counter(block.level for block in blocks if block.kind == "heading")
    usual = max(levels, key=lambda level: (levels[level], level), default=0)
    found: list[Block] = []
    open_ = False
    for block in blocks:
        if block.kind == "heading" and block.level <= usual:
            open_ = block.level == usual
            group += open_
        found.append(evolve(block, group=group) if open_ else block)
    return found, group


def _new(title: str, pieces: Sequence[tuple[str, tuple[Block, ...]]]) -> list[tuple[str, tuple[Block, ...]]]:
    """The pieces without those that the title, a longer one, or one of as many words before them has nearly all the
    words of."""
    words = [_WORD.findall(text.lower()) for text, _ in pieces]
    kept: list[int] = []
    titled = set(_WORD.findall(title.lower()))
    said: set[str] = set()
    for index in sorted(range(len(pieces)), key=lambda index: -len(words[index])):
        again = max(sum(word in other for word in words[index]) for other in (titled, said))
        if again < _SAID_AGAIN * len(words[index]):
            kept.append(index)
            said.update(words[index])
    return [pieces[index] for index in sorted(kept)]


def _authors(stated: Mapping[str, object]) -> str:
    """The names of the authors of a JSON Feed or of an item in it; version 1.0 has one only."""
    authors = stated.get("authors") or [stated.get("author")]
    named = (
        [_string(author, "name") for author in authors if isinstance(author, dict)] if isinstance(authors, list) else []
    )
    return ", ".join(filter(None, named))


def _author(stated: Mapping[str, Any]) -> str:
    """The names of the authors of a feed or of an entry in it."""
    named = [" ".join(html.fragment(author.get("name") or "", "")[0].split()) for author in stated.get("authors", [])]
    return ", ".join(filter(None, named))


def _day(entry: Mapping[str, Any]) -> dt.date | None:
    """The day of an entry, in the zone that the feed gives it in; that of its last change where it has no other."""
    for field in ("published", "updated"):
        if stated := entry.get(field):
            return days.iso(str(stated)) or days.mail(str(stated))
    return None


def _metadata(feed: Mapping[str, Any]) -> Metadata:
    stamp = feed.get("published_parsed") or feed.get("updated_parsed")
    published = days.iso(f"{stamp[0]:04}-{stamp[1]:02}-{stamp[2]:02}") if stamp else None
    title = html.fragment(feed.get("title", ""), "")[0].strip() or None
    return Metadata(
        title=title,
        publisher=feed.get("publisher") or title,
        author=_author(feed) or feed.get("author") or None,
        published=published,
        url=feed.get("link") or None,
        language=feed.get("language") or None,
    )


def _string(fields: Mapping[str, object], key: str) -> str:
    value = fields.get(key)
    return value if isinstance(value, str) else ""


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")
