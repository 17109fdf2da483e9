"""Ids that come from content: the same content gives the same id, in whatever order files are read."""

from __future__ import annotations

from hashlib import sha256

_LENGTH = 16


def content_id(prefix: str, *parts: object) -> str:
    """A letter and 16 hexadecimal digits of the SHA-256 of the parts.

    The letter keeps a spreadsheet from reading the id as a number. Lone surrogates, which UTF-8 has no form for, count
    as they stand.
    """
    digest = sha256("\x1f".join(map(str, parts)).encode("utf-8", "surrogatepass"))
    return prefix + digest.hexdigest()[:_LENGTH]
