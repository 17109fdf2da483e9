"""The built-in readers, and how one is chosen."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePath

from beldigest.errors import InputError, UnknownFormatError
from beldigest.readers.base import Reader
from beldigest.readers.feeds import FeedReader, JsonFeedReader
from beldigest.readers.html import HtmlReader
from beldigest.readers.mail import MailboxReader, MailReader
from beldigest.readers.markdown import MarkdownReader
from beldigest.readers.text import TextReader

#: The built-in readers.
BUILTIN: tuple[Reader, ...] = (
    TextReader(),
    MarkdownReader(),
    HtmlReader(),
    MailReader(),
    MailboxReader(),
    FeedReader(),
    JsonFeedReader(),
)


def choose(name: str, head: bytes, readers: Sequence[Reader], format: str | None = None) -> Reader:
    """The reader for a source: by the format or media type asked for, else by suffix, else by content.

    Raises ``UnknownFormatError`` where no reader has the format asked for, and ``InputError`` where none of them knows
    what the source is.
    """
    if format is not None:
        wanted = format.split(";")[0].strip().lower()
        for reader in readers:
            if wanted == reader.format or wanted in reader.media_types:
                return reader
        known = ", ".join(sorted(reader.format for reader in readers))
        raise UnknownFormatError(f"no reader for the format {format!r}", where=name, hint=f"known formats are {known}")
    suffix = PurePath(name).suffix.lower()
    for reader in readers:
        if suffix and suffix in reader.suffixes:
            return reader
    best = max(readers, key=lambda reader: reader.sniff(head), default=None)
    if best is None or best.sniff(head) <= 0:
        raise InputError(
            "the format of the source is not recognised", where=name, hint="name it with the format option"
        )
    return best
