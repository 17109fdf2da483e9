"""Stretches whose form alone says that their digits are no quantity: clock times, addresses, telephone numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from beldigest.model import Span

_ADDRESS = re.compile(r"(?:https?://|www\.)\S++|[\w.+-]{1,64}@[\w-]++(?:\.[\w-]++)++")
_CLOCK = r"\d{1,2}:\d\d(?::\d\d)?(?![\d:])"
_HEXADECIMAL = r"[0-9A-Fa-f]{0,4}(?::{1,2}[0-9A-Fa-f]{1,4}){2,8}"
# A year and the last two digits of the next.
_SEASON = r"(?:1[5-9]|20)\d\d ?[-–/—] ?\d\d(?![\d,]|\.\d)"
# A range of decimals, "2.5-3.5"; not one of days with their months, "12.05-14.05".
_DECIMAL = r"\d{1,4}(?:\.\d{1,2})?"
_DECIMALS = rf"(?!\d\d\.[01]\d ?[-–] ?\d\d\.[01]\d(?!\d)){_DECIMAL} ?[-–] ?{_DECIMAL}(?!\d|[-–./]\d)"
# Three or more groups of digits, but not groups of three as in "1.234.567": telephone numbers, dates, versions.
_CHAIN = rf"(?!\d{{1,3}}(?:\.\d{{3}})++(?![\d.])|{_DECIMALS})"
_CHAIN += r"\(?\+?\(?\d{1,14}\)?(?:(?:[ ]?[-–./][ ]?|[ ]?\(|\)[ ]?)\(?\d{1,14}\)?){2,9}"
# A telephone number of North America; no number has a group of four digits behind one of three.
_SPACED = r"\d{3} \d{3} \d{4}(?![\d,]|\.\d)"
_OCTET = r"(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)"
_IP = rf"{_OCTET}(?:\.{_OCTET}){{3}}(?![\d,]|\.\d)"
_INTERNATIONAL = r"\+(?=(?:[ \-./()]?\d){7})\d{1,14}(?:[ \-./()]{1,3}\d{1,14}){0,9}"
_AREA_CODE = r"\(\+?\d{1,4}\)[ \-]?\d{1,14}(?:[ \-]\d{2,14}){0,4}(?<=\d\d\d\d)"

_MARK = re.compile(
    rf"(?<![\w.,])(?:(?:{_HEXADECIMAL}|{_CLOCK})(?!\w)|{_SEASON}|{_INTERNATIONAL}|{_IP}|{_SPACED})|{_AREA_CODE}"
    rf"|(?<![\w$€£.,\-/])(?:{_CHAIN})(?![\w%])"
)


def marks(text: str, start: int, end: int) -> Iterator[Span]:
    """The stretches of ``text[start:end]`` that hold no quantity by their form."""
    patterns = (_MARK, _ADDRESS) if any(text.find(sign, start, end) >= 0 for sign in ("@", "://", "www.")) else (_MARK,)
    for pattern in patterns:
        for match in pattern.finditer(text, start, end):
            yield Span(match.start(), match.end())
