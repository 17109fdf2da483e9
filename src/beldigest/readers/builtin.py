"""The built-in readers, and how one is chosen."""

from __future__ import annotations

from collections.abc import Sequence

from beldigest.readers.base import Reader

#: The built-in readers.
BUILTIN: tuple[Reader, ...] = ()


def choose(name: str, head: bytes, readers: Sequence[Reader], format: str | None = None) -> Reader:
    """The reader for a source: by the format or media type asked for, else by suffix, else by content."""
    raise NotImplementedError
