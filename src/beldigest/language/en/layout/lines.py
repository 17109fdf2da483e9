"""What is searched of a line: its first characters, in small letters, and their words."""

from __future__ import annotations

import re

WORD = re.compile(r"[^\W_]+(?:['.-][^\W_]+)*")
#: Words, the parts of joined ones apart, and signs that say as much.
PIECE = re.compile(r"[^\W\d_]+|[©℗#№]")
_ASCII_PIECE = re.compile(r"[a-z]+|#")
_CORE = re.compile(r"[^\W_](?:.*[^\W_])?", re.DOTALL)
#: Characters of a line that are searched for phrases; further ones belong to prose.
SEARCHED = 160


def core_of(line: str) -> str:
    """A line without what is no letter or digit at its ends."""
    match = _CORE.search(line)
    return match.group() if match else ""


def fold(line: str) -> str:
    """The characters of a line that are searched, in small letters."""
    return " ".join(line[:SEARCHED].replace("’", "'").lower().split())


def pieces_of(folded: str) -> frozenset[str]:
    """The words of a line in small letters, and the signs that say as much."""
    return frozenset((_ASCII_PIECE if folded.isascii() else PIECE).findall(folded))
