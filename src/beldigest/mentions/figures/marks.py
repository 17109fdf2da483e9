"""Stretches that hold digits but no quantity, by their form alone: clock times, dates in digits, addresses, phone numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from beldigest.model import Span

_ADDRESS = r"(?:https?://|www\.)\S++|[\w.+-]{1,64}@[\w-]++(?:\.[\w-]++)++"
_CLOCK = r"\d{1,2}:\d\d(?::\d\d)?(?![\d:])"
_HEX = r"[0-9A-Fa-f]{0,4}(?::{1,2}[0-9A-Fa-f]{1,4}){2,8}"
_CHAIN = r"\(?\+?\(?\d{1,14}\)?(?:(?:[ ]?[-–./][ ]?|[ ]?\(|\)[ ]?)\(?\d{1,14}\)?){2,9}"
_PHONE = r"\+(?=(?:[ \-./()]?\d){7})\d{1,14}(?:[ \-./()]{1,3}\d{1,14}){1,9}|\+\d{7,15}"
_PAREN_PHONE = r"\(\+?\d{1,4}\)[ \-]?\d{1,14}(?:[ \-]\d{2,14}){0,4}(?<=\d\d\d\d)"
_DAY = r"(?<![\d$€£])\d{4}[-/]\d{1,2}(?:[-/]\d{1,2})?(?!\d)|\d{1,2} ?[-/] ?(?:19|20)\d\d(?!\d)|\d{1,2}/\d{1,2}(?:/\d{2,4})?(?= )?"
_YEARS = r"(?:1[5-9]|20)\d\d ?[-–/—] ?\d\d(?![\d,]|\.\d)"
_LEFT = r"(?<![\w.,])"

_MARK = re.compile(
    rf"{_ADDRESS}|{_LEFT}(?:{_HEX}|{_CLOCK})(?!\w)|{_LEFT}(?:{_YEARS})|{_LEFT}(?:{_PHONE})|(?:{_PAREN_PHONE})|(?<![\w$€£])(?:{_CHAIN})(?![\w%])"
)


def marks(text: str, start: int, end: int) -> Iterator[Span]:
    """The stretches of ``text[start:end]`` whose form says that they are no quantity, in order."""
    for match in _MARK.finditer(text, start, end):
        yield Span(*match.span())
