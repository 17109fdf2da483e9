"""What an English imprint says of the issue it stands in: "Compiled on 6 October 2026 by the desk"."""

from __future__ import annotations

import re

from beldigest.model import Span

#: What an issue has behind it when it comes out. "Next issue" and "first published" tell of another one.
_MADE = re.compile(
    r"(?<!first )(?<!originally )(?<!previously )\b(?:compiled|published|issued|released|sent|produced|prepared|closed"
    r"|(?:last |latest )?updated?|date of (?:issue|publication)|publication date|closing date|information cut-?off"
    r"|(?:current|correct|accurate|valid) as (?:of|at))\b",
    re.IGNORECASE,
)
#: Characters between such words and the date: "Last update by the desk: ".
_BETWEEN = 40


def made(text: str, line: Span) -> Span | None:
    """The stretch of an imprint's line in which the day of the issue stands, if it gives one; None if it does not."""
    found = _MADE.search(text, line.start, line.end)
    return Span(found.end(), line.end) if found else None


def follows(text: str, end: int, start: int) -> bool:
    """Whether a date that begins at ``start`` belongs to the words that end at ``end``."""
    between = text[end:start]
    return len(between) <= _BETWEEN and not any(mark in between for mark in ".;\n")
