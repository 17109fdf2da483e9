"""E-mail: one message (RFC 5322, MIME), a mailbox of many (mbox, RFC 4155), digests of messages (RFC 1153, RFC 2046).

A message's text is what mail programs show one after the other, and of alternatives the richest that says all: the
HTML with its headings and links, unless the plain text says more. The header is metadata and no part of the text. A
digest of whole messages becomes one document with an item a message.
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
    """Adds the texts of a message, and the messages in it that are items of a digest, in their order."""
    shown = _shown(parsed)
    if depth >= _DEEPEST:
        shown = [part for part in shown if not _held(part)]
    if len(shown) == 1 and len(held := _held(shown[0])) == 1:  # a forwarded message
        _add(held[0], builder, notices, name, depth + 1)
        return
    group = 0
    for part in shown:
        for item in _held(part):
            group += 1
            for field in ("subject", "from", "date"):
                value = _subject(item) if field == "subject" else _field(item, field)
                builder.line(value, marker=f"{field}:", group=group)
            for inner in _shown(item):
                if not _held(inner):
                    builder.add(*_read(inner, notices, name), group)
        if not _held(part):
            builder.add(*_read(part, notices, name))


def _held(part: Message) -> list[Message]:
    """The whole messages that a part holds."""
    held = part.get_payload() if part.get_content_type() == "message/rfc822" else ()
    return [inner for inner in held if isinstance(inner, Message)] if isinstance(held, list) else []


def _shown(parsed: Message) -> list[Message]:
    """The parts of a message that mail programs show one after the other: texts, and whole messages.

    Of alternatives one is shown. Some programs call their alternatives parts of one text; they say the same.
    """
    found: list[tuple[Message, Message | None]] = []
    for part, choice in _parts(parsed):
        if _held(part) or _is_text(part):
            last, other = found[-1] if found else (None, None)
            if (
                last is not None
                and not (_held(last) or _held(part))
                and (choice is other is not None or _same(last, part))
            ):
                found[-1] = (_richer(last, part), choice)
            else:
                found.append((part, choice))
    return [part for part, _ in found]


def _parts(parsed: Message) -> Iterator[tuple[Message, Message | None]]:
    """The parts of a message that are no multiparts, each with the outermost set of alternatives that it is one of;
    those of a message in it belong to that."""
    stack: list[tuple[Message, Message | None]] = [(parsed, None)]
    while stack:
        part, choice = stack.pop()
        payload = part.get_payload()
        if isinstance(payload, list) and part.get_content_maintype() == "multipart":
            if choice is None and part.get_content_subtype() == "alternative":
                choice = part
            stack.extend((inner, choice) for inner in reversed(payload) if isinstance(inner, Message))
        else:
            yield part, choice


def _is_text(part: Message) -> bool:
    """Whether a part is a text that is shown: plain or HTML, and no attachment."""
    kind = part.get_content_type()
    return kind in ("text/plain", "text/html") and not _attached(part) and bool(_content(part)[0].strip())


def _same(one: Message, other: Message) -> bool:
    """Whether two texts of which one is HTML have nearly all words in common."""
    if one.get_content_subtype() == other.get_content_subtype():
        return False
    few, many = sorted((_words(one), _words(other)), key=len)
    return len(set(few).intersection(many)) >= _AS_MUCH * len(set(few)) and len(few) >= _AS_MUCH * len(many)


def _richer(one: Message, other: Message) -> Message:
    """The text to read of two alternatives: the last is the richest (RFC 2046, 5.1.4), unless it says less."""
    if one.get_content_subtype() == other.get_content_subtype():
        return one
    plain, rich = (one, other) if other.get_content_subtype() == "html" else (other, one)
    return rich if len(_words(rich)) >= _AS_MUCH * len(_words(plain)) else plain


def _words(part: Message) -> list[str]:
    """The words that a text shows, addresses left out; none of HTML without its parser: the plain text has to do."""
    content = _content(part)[0]
    if part.get_content_subtype() != "html":
        return _WORD.findall(URL.sub(" ", content))
    try:
        return _WORD.findall(html.fragment(content, "")[0])
    except InputError:
        return []


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
