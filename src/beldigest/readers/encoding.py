"""Bytes -> text: which encoding a source is in, where nothing or something wrong declares it.

A byte order mark decides (Unicode Standard, 23.8). Else UTF-8 is tried, which bytes of another encoding almost never
satisfy; then UTF-16 without a mark, which shows in the zero bytes of its ASCII characters; then what was declared. What
is left is read as windows-1252, as the WHATWG Encoding Standard does for undeclared and "iso-8859-1" text.
"""

from __future__ import annotations

import codecs

from beldigest.errors import InputError
from beldigest.model import Notice

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16: its mark begins with that one
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

#: C0 controls that no text format uses: all but tab, line feed, vertical tab, form feed, return, ^Z and escape.
_BINARY = bytes((*range(0x09), *range(0x0E, 0x1A), *range(0x1C, 0x20)))
_SAMPLE = 65536

#: The share of control characters from which on a source is no text, and that of stray bytes up to which it is UTF-8.
_BINARY_SHARE = 0.02
_STRAY_SHARE = 0.2


def decode(data: bytes, name: str, declared: str | None = None) -> tuple[str, tuple[Notice, ...]]:
    """The text of ``data``, and what had to be guessed or replaced on the way.

    ``declared`` is the encoding that a header or a tag names; it gives way to a byte order mark and to valid UTF-8.
    Raises ``InputError`` where the data is binary.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _replacing(data[len(mark) :], encoding, name)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    else:
        if "\0" not in text[:_SAMPLE]:
            _refuse_binary(data, name)
            return text, ()
    if wide := _wide(data):
        return _replacing(data, wide, name)
    _refuse_binary(data, name)
    if declared and (codec := _codec(declared)) and codec != "utf-8":
        return _replacing(data, codec, name)
    text = data.decode("utf-8", "replace")
    if text.count("\ufffd") <= _STRAY_SHARE * (len(text) - len(text.encode("ascii", "ignore"))):
        return text, (Notice("bytes that are no UTF-8 were replaced by U+FFFD", name),)
    return _replacing(data, "cp1252", name, "the encoding is not declared; read as windows-1252")


def _replacing(data: bytes, encoding: str, name: str, note: str = "") -> tuple[str, tuple[Notice, ...]]:
    notices = [Notice(note, name)] if note else []
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        text = data.decode(encoding, "replace")
        notices.append(Notice(f"bytes that are no {encoding} were replaced by U+FFFD", name))
    return text, tuple(notices)


def _codec(label: str) -> str | None:
    """The Python codec for a declared label; Latin-1 and ASCII stand for windows-1252, as on the web."""
    try:
        codec = codecs.lookup(label.strip().strip("\"'")).name
    except (LookupError, ValueError):
        return None
    if codec in ("iso8859-1", "ascii"):
        return "cp1252"
    try:
        "".encode(codec)
    except LookupError:  # a transform such as base64, which is no encoding of text
        return None
    return codec


def _wide(data: bytes) -> str | None:
    """UTF-16 without a mark: nearly every second byte of Western text is zero."""
    sample = data[: _SAMPLE & ~1]
    if len(sample) < 4:
        return None
    high, low = sample[::2].count(0), sample[1::2].count(0)
    half = len(sample) // 2
    if low > 0.6 * half and high < 0.1 * half:
        return "utf-16-le"
    if high > 0.6 * half and low < 0.1 * half:
        return "utf-16-be"
    return None


def _refuse_binary(data: bytes, name: str) -> None:
    sample = data[:_SAMPLE]
    controls = len(sample) - len(sample.translate(None, _BINARY))
    if controls > max(1, _BINARY_SHARE * len(sample)):
        raise InputError(
            "the source is binary data, no text", where=name, hint="convert it to text, HTML or Markdown first"
        )
