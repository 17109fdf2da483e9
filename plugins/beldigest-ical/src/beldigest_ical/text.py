"""Text as an iCalendar property can hold it, and content lines as a file does."""

from __future__ import annotations

import re

_BREAKS = re.compile(r"\r\n?|[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
# TEXT is made of characters other than controls (RFC 5545, 3.3.11); clients cut the value at them or refuse it.
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1b\x1f\x7f-\x9f]")
_SURROGATES = re.compile(r"[\ud800-\udfff]")


def text(value: str) -> str:
    """A value of several lines: line breaks as newlines, no controls, lone surrogates as U+FFFD."""
    return _SURROGATES.sub("\ufffd", _CONTROLS.sub("", _BREAKS.sub("\n", value))).strip()


def line(value: str) -> str:
    """A value of one line, every run of white space a space."""
    return " ".join(text(value).split())


#: The octets of a line, one less than RFC 5545 (3.1) allows, for those that follow begin with a space.
_LINE = 74


def folded(content_line: str) -> bytes:
    """A content line with its end, folded where icalendar folds it, many times as fast."""
    octets = content_line.encode()
    pieces, start = [], 0
    while len(octets) - start > _LINE:
        end = start + _LINE
        while octets[end] & 0b1100_0000 == 0b1000_0000:  # within a character
            end -= 1
        # Some clients do not find the second half of an escape on the next line.
        if octets[end - 1] in b"\\^":
            end -= 1
        pieces.append(octets[start:end])
        start = end
    pieces.append(octets[start:])
    return b"\r\n ".join(pieces) + b"\r\n"
