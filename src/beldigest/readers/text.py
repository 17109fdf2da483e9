"""Plain text, in any encoding, wrapped or not."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import BinaryIO

from beldigest.document import Document
from beldigest.model import Notice, Source
from beldigest.readers import lines
from beldigest.readers.encoding import decode

MEDIA_TYPE = "text/plain"


def document(text: str, source: Source, warnings: tuple[Notice, ...] = ()) -> Document:
    """The document that a plain text is."""
    return Document(text, lines.blocks(text), source, warnings=warnings)


class TextReader:
    """Reads plain text."""

    format = "txt"
    media_types: tuple[str, ...] = (MEDIA_TYPE,)
    suffixes: tuple[str, ...] = (".txt", ".text", ".asc", ".log")

    def sniff(self, head: bytes) -> float:
        """Anything can be text: the last resort."""
        return 0.1

    def read(self, stream: BinaryIO, name: str) -> Iterator[Document]:
        """One document."""
        data = stream.read()
        text, notices = decode(data, name)
        yield document(text, Source(name, MEDIA_TYPE, hashlib.sha256(data).hexdigest()), notices)
