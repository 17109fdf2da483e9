"""Whether a clause tells of what was or of what is to come, by its verb group.

English marks past tense on the verb and the future with auxiliaries (Quirk et al., A Comprehensive Grammar of the
English Language, 1985, chapter 4). The verb group nearest before an expression governs it; without one, the nearest after.
"""

from __future__ import annotations

import re
from functools import cache

from beldigest.language.lexicon import lexicon
from beldigest.language.temporal import Direction
from beldigest.model import Span

_WORD = re.compile(r"[^\W\d_]+(?:['’]t\b)?|['’]ll\b|[;:,“”\"()–—]")
#: What may stand between an auxiliary and its verb.
_BETWEEN = frozenset("not also only soon now then be been have being it".split())


@cache
def _classes() -> dict[str, str]:
    return {row[0]: row[1] for row in lexicon("en", "dates_tense")}


def _class(word: str) -> str:
    known = _classes().get(word)
    if known is not None:
        return known
    return "past" if word.endswith("ed") and len(word) > 4 and not word.endswith("eed") else ""


def direction(text: str, sentence: Span, at: Span) -> Direction:
    """The direction of the clause of ``sentence`` in which the expression ``at`` stands."""
    start = max(sentence.start, at.start - 400)
    before = _cues(text, start, at.start)
    if before:
        return before[-1]
    after = _cues(text, at.end, min(sentence.end, at.end + 200))
    return after[0] if after else 0


def _cues(text: str, start: int, end: int) -> list[Direction]:
    """The direction of each verb group of a stretch, in order."""
    words = [match.group().replace("’", "'") for match in _WORD.finditer(text, start, end)]
    found: list[Direction] = []
    at = 0
    while at < len(words):
        word = words[at].lower() if not words[at][:1].isupper() or not found else words[at]
        kind = _class(word)
        at += 1
        if kind in ("future", "modal") or word == "'ll":
            found.append(1)
            at = _end_of_group(words, at)
        elif kind == "governor" and at < len(words) and _ahead(words, at):
            found.append(1)
            at = _end_of_group(words, at + 1)
        elif kind == "governor":
            if word.endswith("ed"):
                found.append(-1)
        elif kind == "past":
            found.append(-1)
            # "was expected to", "had planned to": what is to come, seen from then.
            while at < len(words) and words[at] in _BETWEEN:
                at += 1
        elif kind == "present":
            at = _present(words, at, found)
    return found


def _ahead(words: list[str], at: int) -> bool:
    return words[at] in ("to", "for") or (
        words[at] in ("on", "by", "in", "him", "her", "them") and words[at - 1] in ("due", "set")
    )


def _present(words: list[str], at: int, found: list[Direction]) -> int:
    """ "is to", "has met", "are meeting": the verb behind the auxiliary decides."""
    auxiliary = words[at - 1].lower()
    while at < len(words) and (words[at] in _BETWEEN or words[at].endswith("ly")):
        at += 1
    if at >= len(words):
        found.append(0)
        return at
    if words[at] == "to":
        found.append(1)
        return at + 1
    kind = _class(words[at])
    if kind == "governor":
        return at
    if auxiliary.startswith(("has", "have")) or kind == "past":
        found.append(-1)
        return at + (kind == "past")
    found.append(0)
    return at


def _end_of_group(words: list[str], at: int) -> int:
    """The index behind the verb that an auxiliary introduces: "will | not have been | told"."""
    while at < len(words) and (words[at] in _BETWEEN or words[at].endswith("ly")):
        at += 1
    return min(at + 1, len(words))
