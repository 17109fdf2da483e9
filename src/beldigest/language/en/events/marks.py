"""Marks that part the phrases of an English clause; one before a digit stands inside a number ("1,300", "10:30")."""

from __future__ import annotations

import re

PARTING_COMMA = re.compile(r",(?!\d)")
#: Where a phrase ends: at a comma, a semicolon or a colon.
MARK = re.compile(r"[,;:](?!\d)")
#: A character of a phrase.
INNER = r"(?:[^,;]|,(?=\d))"


def last_comma(text: str, start: int, end: int) -> int:
    """Where the last comma of a stretch stands; -1 where it has none."""
    mark = text.rfind(",", start, end)
    while mark >= 0 and text[mark + 1 : mark + 2].isdigit():
        mark = text.rfind(",", start, mark)
    return mark
