"""Text as an iCalendar property can hold it."""

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
