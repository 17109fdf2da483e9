"""Where English sentences end.

The boundaries are nupunkt's, whose model takes some hundreds of ordinary words for abbreviations ("left the bank.
Police came") and ends a sentence after some that never end one ("Lt. Gov. Ito"). What the spelling of the words around
a full stop says is put over it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from beldigest.language.lexicon import lexicon

#: A word with its full stop, the marks that close after it, and a capital or a number that follows.
_WORD = re.compile(
    r"""(?<![\w.&'’/-])([^\W\d_]{2,})\.["”’»)\]]*(?:\[\d{1,3}\])*\s+(?=["“‘«(\[]?[^\W_])(?!["“‘«(\[]?[a-z])"""
)
#: A time of day, and the two words after it.
_TIME = re.compile(r"\b[ap]\.m\.\s+(?=([A-Z][\w.]*)(?:\s+(\w+))?)")
#: The service X, which is written on; an initial is not.
_SERVICE = re.compile(r"\b(?:on|to|via) X\.\s+(?=[A-Z])")
#: Days, months and the names of time zones, which belong to the time of day before them.
_OF_TIME = re.compile(
    r"(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?"
    r"|(?:Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec)[a-z]*|May|June|July|Eastern|Central|Mountain|Pacific|[A-Z]{1,4})\.?"
)
#: The last word before a boundary, of so many letters at most; and what goes on behind one.
_LAST, _LAST_MOST = re.compile(r"(?<![\w.])([^\W\d_]+)\.\s*$"), 40
_BEHIND = re.compile(r"\s*(?:[a-z]+[\s,;]|\[\d{1,3}\])")
#: No sentence yet: an abbreviation of initials, with its article.
_BARE = re.compile(r"(?:The )?(?:[A-Z]\.){2,}\s*")
#: What ends every sentence but the last of a paragraph, and what the last one has.
_END, _WORD_CHARACTER = re.compile(r"[.!?…]"), re.compile(r"\w")
#: Letters of a capitalised word that is not taken for an abbreviation unless it is known as one.
_CAPITALISED_LEAST = 4


#: What opens a report before a dash: its place in capitals, with more places or the day, and its agency.
_DATELINE = re.compile(
    r"[^\W\d_a-z](?:[^\W\d_a-z]|[.'’/]|[ -](?=[^\W\d_a-z])){2,40}"
    r"(?:\s?,\s?[\w.'’/]{1,20}(?:\s[\w.'’/]{1,20}){0,3}){0,3}(?:\s?\([^()\n]{2,40}\))?\s?[-–—]{1,2}\s+"
    r"(?=[\"“‘]?[^\W_a-z])"
)


def spans(text: str) -> Iterator[tuple[int, int]]:
    """The sentences of a paragraph, in order, as start and end, which cover all of it; a dateline is one of its own."""
    dateline = _DATELINE.match(text)
    begin = dateline.end() if dateline else 0
    if begin:
        yield 0, begin
    for start, end in _sentences(text[begin:]):
        yield begin + start, begin + end


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    mark = _END.search(text)
    if text and (mark is None or _WORD_CHARACTER.search(text, mark.end()) is None):
        yield 0, len(text)
        return
    from nupunkt import sent_spans  # loads its model, which a reader of headlines alone can do without

    ends = {end for _, end in sent_spans(text)}
    ends = {end for end in ends if not _goes_on(text, end)} | set(_further(text))
    start = 0
    for end in sorted(ends | {len(text)} if text else ()):
        if not _BARE.fullmatch(text, start, end) or end == len(text):
            yield start, end
            start = end


@cache
def _abbreviations() -> dict[str, str]:
    return {entry[0]: entry[1] for entry in lexicon("en", "sentences_abbreviations")}


def _goes_on(text: str, end: int) -> bool:
    """Whether a sentence goes on over a boundary: before a small letter or a note's number, or behind a title."""
    word = _LAST.search(text, max(0, end - _LAST_MOST), end)
    if word and _abbreviations().get(word[1]) == "before":
        return True
    return _BEHIND.match(text, end) is not None


def _further(text: str) -> Iterator[int]:
    """Ends that an ordinary word makes, a time of day before what is no day or zone, or the name of a service."""
    for found in _WORD.finditer(text):
        if not _may_be_short(found[1]):
            yield found.end()
    for found in _TIME.finditer(text):
        if not _OF_TIME.fullmatch(found[1]) and found[2] not in ("time", "Time"):
            yield found.end()
    for found in _SERVICE.finditer(text):
        yield found.end()


def _may_be_short(word: str) -> bool:
    """Whether a word may be an abbreviation: a known one, in whatever capitals, or a short capitalised one."""
    known = _abbreviations()
    if word.isupper():
        return word.capitalize() in known or word.lower() in known
    return word in known or (word[0].isupper() and len(word) < _CAPITALISED_LEAST)
