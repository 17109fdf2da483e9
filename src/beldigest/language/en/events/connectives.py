"""Words that tie an English sentence to the one before it, and say nothing where it stands alone."""

from __future__ import annotations

import re
from functools import cache

from beldigest.language.lexicon import lexicon


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    entries = lexicon("en", "events_connectives")
    words = "|".join(sorted((entry[0].replace(" ", r"\s+") for entry in entries), key=len, reverse=True))
    bare = "|".join(entry[0] for entry in entries if entry[1] == "bare")
    return (
        re.compile(rf"(?:(?:{words})\s*,\s*|(?:{bare})\s+)(?=\S)", re.IGNORECASE),
        re.compile(rf",\s+(?:{words}),", re.IGNORECASE),
    )


def behind(text: str, start: int, end: int) -> int:
    """Where a clause goes on behind the connectives that open it."""
    opening, _ = _patterns()
    while (found := opening.match(text, start, end)) is not None:
        start = found.end()
    return start


def without_connectives(words: str) -> str:
    """A clause without the connectives that open it or are set off by commas in it."""
    _, inside = _patterns()
    words = inside.sub("", words)
    return words[behind(words, 0, len(words)) :]
