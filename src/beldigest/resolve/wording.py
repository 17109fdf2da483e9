"""How the words of an event read when they stand alone."""

from __future__ import annotations

import re
from collections.abc import Sequence

from beldigest.model import Span

_MARKS = " ,;:–—"
_SPACED = re.compile(r"\s+([,;.!?)”])|(?<=[(“])\s+")
#: Quotation marks around nothing but a date, which was taken out.
_EMPTY = re.compile(r"\s*(?:\"\s*\"|“\s*”)")
#: What opens a quotation, and the gap behind it that a date has left.
_QUOTES = ('"', "“", "‘", "'", "«")
_OPENED = re.compile(r"\A([\"“‘'«])\s+")
_STOP = re.compile(r"\.([”\"’']?)\Z")
_SHORTENED = re.compile(r"\b[A-Z][a-z]?\.\Z")
#: What ends words that need no further comma: a comma inside quotation marks.
_QUOTED_COMMA = (",”", ',"', ",'", ",’")


def tidied(words: str, *, capital: bool = True) -> str:
    """Words that stand alone: spaces and marks as they should be, a capital to begin with, no full stop at the end."""
    words = _SPACED.sub(lambda gap: gap[1] or "", " ".join(words.split()).strip(_MARKS))
    if not _SHORTENED.search(words):
        words = _STOP.sub(r"\1", words)
    words = _OPENED.sub(r"\1", _balanced(words.rstrip(_MARKS)))
    first = 1 if words[:1] in _QUOTES else 0
    return words[:first] + words[first : first + 1].upper() + words[first + 1 :] if capital else words


def _balanced(words: str) -> str:
    """Words without the quotation mark or bracket whose other half they do not have."""
    for opening, closing in ("“”", "()"):
        if words.count(opening) + words.count(closing) == 1:
            words = words.replace(opening, "").replace(closing, "")
    words = _EMPTY.sub("", words)
    return words.replace('"', "") if words.count('"') == 1 and words.count("”") + words.count("“") == 0 else words


def closed(text: str, group: Span) -> Span:
    """A noun group with the comma that closes what is inserted in it: "Ann Lee, the mayor, | said"."""
    return Span(group.start, group.end + ("," in group.of(text) and text.startswith(",", group.end)))


def attributed(words: str, by: str) -> str:
    """What is said, with who says so behind it."""
    return f"{words} {by}" if words.endswith(_QUOTED_COMMA) else f"{words}, {by}"


def uninterrupted(text: str, pieces: Sequence[Span], aside: Span) -> list[Span]:
    """The pieces of a clause without what interrupts it, and the commas around that."""
    found: list[Span] = []
    for piece in pieces:
        if not aside.overlaps(piece):
            found.append(piece)
            continue
        head = text[piece.start : aside.start].rstrip(" ,")
        tail = text[aside.end : piece.end].lstrip(" ,")
        found += [Span(piece.start, piece.start + len(head))] if head else []
        found += [Span(piece.end - len(tail), piece.end)] if tail else []
    return found
