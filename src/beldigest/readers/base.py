"""The contract of a reader, for the built-in ones and for those of plug-ins alike."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO, Protocol

from beldigest.document import Document


class Reader(Protocol):
    """Reads one format.

    ``format`` is its short name (``txt``, ``md``, ``html``, ``eml``, ``mbox``, ``xml``). ``media_types`` and
    ``suffixes`` (with the dot, lower case) are what it is chosen by.
    """

    @property
    def format(self) -> str:
        """The short name."""
        ...

    @property
    def media_types(self) -> tuple[str, ...]:
        """Media types that it reads, the canonical one first."""
        ...

    @property
    def suffixes(self) -> tuple[str, ...]:
        """File suffixes that it reads."""
        ...

    def sniff(self, head: bytes) -> float:
        """How sure the reader is, from 0 to 1, that a source is of its format, by its first (up to 4096) bytes."""
        ...

    def read(self, stream: BinaryIO, name: str) -> Iterator[Document]:
        """The documents of a source, one after the other, so that a large mailbox is never held whole.

        ``name`` is what the source is called in errors and in ``Document.source``. Raises ``InputError`` where the
        source is not of the format at all; whatever can be read of a damaged one is read, with warnings.
        """
        ...
