"""E-mail: one message (RFC 5322, MIME), a mailbox of many (mbox, RFC 4155), digests of messages (RFC 1153, RFC 2046).

A message's text is the richest of its parts that says all: the HTML with its headings and links, unless the plain text
says more. The header is metadata and no part of the text. A digest of whole messages becomes one document with an item
a message.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.message import Message
from email.utils import getaddresses
from typing import BinaryIO

from attrs import evolve

from beldigest.document import Block, Document, Metadata
from beldigest.errors import InputError
from beldigest.model import Notice, Source
from beldigest.readers import days, fields, html, text
from beldigest.readers.builder import Builder
from beldigest.readers.encoding import decode
from beldigest.readers.lines import URL

MEDIA_TYPE = "message/rfc822"

_FROM = re.compile(rb"From \S{1,300} .{0,60}\d{4}")
_HEADER = re.compile(rb"[!-9;-~]{1,80}:[ \t]|[ \t]+\S")
_KNOWN = re.compile(
    rb"^(?:From|To|Subject|Date|Received|Return-Path|Message-ID|MIME-Version|Delivered-To):",
    re.IGNORECASE | re.MULTILINE,
)
_WORD = re.compile(r"\w+")

#: The share of the plain text's words from which on the HTML says the same.
_AS_MUCH = 0.8

#: Messages within messages are followed to this depth.
_DEEPEST = 20

#: Characters of a header field that are read; the header parser's time grows with the square of its length.
_FIELD_MOST = 2000

#: What the standard library's header parser raises on some malformed headers.
_MALFORMED = (ValueError, LookupError, TypeError, AttributeError)


class _Policy(policy.EmailPolicy):
    """The policy of the standard library, which reads the beginning of endless header fields."""

    def header_source_parse(self, sourcelines: list[str]) -> tuple[str, str]:
        name, value = super().header_source_parse(sourcelines)
        return name, value[:_FIELD_MOST]


class MailReader:
    """Reads one message."""

    format = "eml"
    media_types: tuple[str, ...] = (MEDIA_TYPE,)
    suffixes: tuple[str, ...] = (".eml", ".mht")

    def sniff(self, head: bytes) -> float:
        """Sure of a header with two fields that every message has."""
        lines = head.lstrip(b"\xef\xbb\xbf").splitlines()[:3]
        if not lines or not all(_HEADER.match(line) or _FROM.match(line) for line in lines):
            return 0.0
        return min(0.9, 0.3 * len(set(_KNOWN.findall(head.split(b"\n\n")[0]))))

    def read(self, stream: BinaryIO, name: str) -> Iterator[Document]:
        """One document; raises ``InputError`` where the source is no message or has no text."""
        yield message(stream.read(), name)


class MailboxReader:
    """Reads a mailbox, one message after the other."""

    format = "mbox"
    media_types: tuple[str, ...] = ("application/mbox",)
    suffixes: tuple[str, ...] = (".mbox", ".mbx")

    def sniff(self, head: bytes) -> float:
        """Sure of the line that parts messages."""
        return 0.92 if _FROM.match(head) else 0.0

    def read(self, stream: BinaryIO, name: str) -> Iterator[Document]:
        """One document a message; one without text is passed over with a notice on the next that has any."""
        passed: list[Notice] = []
        number = 0
        for data in _messages(stream):
            number += 1
            try:
                document = message(data, f"{name}#{number}")
            except InputError as error:
                passed.append(Notice(error.what, error.where))
                continue
            yield evolve(document, warnings=(*passed, *document.warnings))
            passed.clear()
        if not number or len(passed) == number:
            raise InputError(
                "the mailbox holds no message with text", where=name, hint="check that it is in mbox format"
            )


def message(data: bytes, name: str) -> Document:
    """The document that a message is; raises ``InputError`` where it has no text."""
    source = Source(name, MEDIA_TYPE, hashlib.sha256(data).hexdigest())
    try:
        parsed = message_from_bytes(data, policy=_Policy())
    except (*_MALFORMED, RecursionError) as error:
        raise InputError("the message cannot be taken apart", where=name, hint="export it again") from error
    if not parsed.keys():
        raise InputError("the source is no e-mail message: it has no header", where=name, hint="name its format")
    builder, notices = Builder(), list[Notice]()
    _add(parsed, builder, notices, name)
    content, blocks = builder.finish()
    if not content.strip():
        raise InputError("the message has no text part", where=name, hint="attachments are not read")
    return Document(content, blocks, source, _metadata(parsed), tuple(notices))


def _messages(stream: BinaryIO) -> Iterator[bytes]:
    """The messages of a mailbox, each held alone; ``>From`` is unquoted."""
    lines: list[bytes] = []
    blank = True
    for line in stream:
        if blank and line.startswith(b"From ") and _FROM.match(line):
            if lines:
                yield b"".join(lines)
            lines = []
        else:
            lines.append(line[1:] if line.startswith(b">From ") else line)
        blank = not line.strip()
    if any(line.strip() for line in lines):
        yield b"".join(lines)


def _add(parsed: Message, builder: Builder, notices: list[Notice], name: str, depth: int = 0) -> None:
    """Adds the text of a message, and of those in it that are items of a digest."""
    inner = _digested(parsed) if depth < _DEEPEST else []
    if len(inner) == 1 and _best(parsed) is None:  # a forwarded message
        _add(inner[0], builder, notices, name, depth + 1)
        return
    if (part := _best(parsed)) is not None:
        builder.add(*_read(part, notices, name))
    for group, item in enumerate(inner, 1):
        for field in ("subject", "from", "date"):
            value = _subject(item) if field == "subject" else _field(item, field)
            builder.line(value, marker=f"{field}:", group=group)
        if (part := _best(item)) is not None:
            builder.add(*_read(part, notices, name), group)


def _digested(parsed: Message) -> list[Message]:
    """The whole messages that a message holds."""
    return [
        inner
        for part in _parts(parsed)
        if part.get_content_type() == "message/rfc822" and isinstance(held := part.get_payload(), list)
        for inner in held
        if isinstance(inner, Message)
    ]


def _parts(parsed: Message) -> Iterator[Message]:
    """The parts of a message that are no multiparts; those of a message in it belong to that."""
    stack = [parsed]
    while stack:
        part = stack.pop()
        payload = part.get_payload()
        if isinstance(payload, list) and part.get_content_maintype() == "multipart":
            stack.extend(inner for inner in reversed(payload) if isinstance(inner, Message))
        else:
            yield part


def _best(parsed: Message) -> Message | None:
    """The part to read: of alternatives the last is the richest (RFC 2046, 5.1.4), unless it says less."""
    texts = [part for part in _parts(parsed) if part.get_content_maintype() == "text" and not _attached(part)]
    plain = next((part for part in texts if part.get_content_subtype() == "plain" and _content(part)[0].strip()), None)
    rich = next((part for part in texts if part.get_content_subtype() == "html" and _content(part)[0].strip()), None)
    if plain is None or rich is None:
        return plain or rich
    try:
        shown, _ = html.fragment(_content(rich)[0], "")
    except InputError:  # without the parser for HTML the plain text has to do
        return plain
    said = URL.sub(" ", _content(plain)[0])
    return rich if len(_WORD.findall(shown)) >= _AS_MUCH * len(_WORD.findall(said)) else plain


def _attached(part: Message) -> bool:
    try:
        return part.get_content_disposition() == "attachment"
    except _MALFORMED:
        return False


def _content(part: Message, name: str = "") -> tuple[str, tuple[Notice, ...]]:
    """A part's text, its transfer encoding and character set undone."""
    payload = part.get_payload(decode=True)
    try:
        charset = part.get_content_charset()
    except _MALFORMED:
        charset = None
    try:
        return decode(payload if isinstance(payload, bytes) else b"", name, charset)
    except InputError:
        return "", (Notice("a part that is called text holds binary data; it was left out", name),)


def _read(part: Message, notices: list[Notice], name: str) -> tuple[str, tuple[Block, ...]]:
    content, found = _content(part, name)
    notices.extend(found)
    if part.get_content_subtype() == "html":
        return html.fragment(content, name)
    content = content.replace("\r\n", "\n")
    if str(part.get_param("format", "")).lower() == "flowed":
        content = _unflowed(content, delete=str(part.get_param("delsp", "")).lower() == "yes")
    return content, text.blocks(content)


def _unflowed(content: str, *, delete: bool) -> str:
    """The text with soft line breaks undone (RFC 3676): a line that ends with a space goes on in the next."""
    out: list[str] = []
    open_depth: int | None = None
    for line in content.split("\n"):
        depth = len(line) - len(line.lstrip(">"))
        words = line[depth:].removeprefix(" ")
        if open_depth == depth and words != "-- ":
            out[-1] += words
        else:
            out.append(f"{'>' * depth} {words}" if depth else words)
        open_depth = depth if words.endswith(" ") and words != "-- " else None
        if open_depth is not None and delete:
            out[-1] = out[-1][:-1]
    return "\n".join(out)


def _field(parsed: Message, name: str) -> str:
    """The value of a header field on one line, encoded words decoded (RFC 2047); empty where there is none."""
    try:
        return " ".join(str(parsed.get(name, "")).split())
    except _MALFORMED:
        return ""


def _subject(parsed: Message) -> str:
    """The subject without the marks of an answer."""
    subject = _field(parsed, "subject")
    return fields.REPLY.sub("", subject, count=1) or subject if fields.REPLY.match(subject) else subject


def _metadata(parsed: Message) -> Metadata:
    """Subject, sender and date. A mailing list's own name (RFC 2919) is its publisher, the sender then the author."""
    senders = [name or address for name, address in getaddresses([_field(parsed, "from")])]
    sender = senders[0] if senders and senders[0] else None
    listed = re.match(r'"?([^"<]+?)"?\s*<', _field(parsed, "list-id"))
    return Metadata(
        title=_subject(parsed) or None,
        publisher=listed.group(1) if listed else sender,
        author=sender if listed else None,
        published=days.mail(_field(parsed, "date")),
        url=_field(parsed, "archived-at").strip("<>") or None,
        language=_field(parsed, "content-language") or None,
    )
