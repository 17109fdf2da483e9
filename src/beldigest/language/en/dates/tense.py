"""Whether a clause tells of what was or of what is to come, by its verb group.

English marks past tense on the verb, and the future with auxiliaries or with verbs whose complement lies ahead (Quirk
et al., A Comprehensive Grammar of the English Language, 1985, sections 4.41-4.48). The verb group nearest before an
expression governs it; an expression that opens its sentence belongs to the first group after it.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from beldigest.language.lexicon import lexicon
from beldigest.language.temporal import Direction
from beldigest.model import Span

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*(?:['’]t\b)?|['’]ll\b|\d[\d.,]*|[;:,“”\"()–—]")
_PUNCTUATION = frozenset(';:,“”"()–—')
#: What may stand between an auxiliary and its verb, besides adverbs in -ly.
_BETWEEN = frozenset(
    ("not", "also", "only", "soon", "now", "then", "ever", "never", "still", "be", "have", "been", "being", "it")
)
#: Determiners: a form in -ed behind one of them is an adjective.
_DETERMINERS = frozenset(
    ("a", "an", "the", "this", "its", "his", "her", "their", "our", "my", "your", "still", "previously", "as")
)
#: How many words after its verb an expression can stand and surely belong to it.
_NEAR = 7
#: How many characters can stand before an expression that opens its sentence ("But on", "In late").
_OPENING = 12

_LIES_AHEAD = re.compile(
    r"\b(?:as (?:soon|early|late) as|no later than|starting|beginning|effective|payable|due)\s+(?:on |in )?\Z",
    re.IGNORECASE,
)
_UNTIL = re.compile(r"\b(?:until|till|through)\s+\Z", re.IGNORECASE)
_LIMIT = re.compile(r"\b(?:by|to)\s+\Z", re.IGNORECASE)
#: "the Jan. 14 deadline", "a third-quarter loss": the verb says nothing of the date of a thing.
_OF_A_THING = re.compile(r"(?:\b(?:the|a|an|its|his|her|their|our|this|that)|['’]s)\s+\Z", re.IGNORECASE)
_THING = re.compile(
    r"[\s-]+(?!(?:and|or|but|to|in|on|at|by|for|from|with|as|of|after|before|when|while|that|which|who|has|had|have|is|are|was|"
    r"were|will|would|he|she|it|they)\b)[a-z]{3}"
)


class _Cue(NamedTuple):
    """A verb group: its direction, how sure that is (1 or 2), and where in the words it ends."""

    direction: int
    weight: int
    end: int


@cache
def _classes() -> dict[str, str]:
    return {row[0]: row[1] for row in lexicon("en", "dates_tense")}


def direction(text: str, sentence: Span, at: Span) -> Direction:
    """The direction of the clause of ``sentence`` in which the expression ``at`` stands."""
    start = max(sentence.start, at.start - 400)
    before = text[start : at.start]
    if _LIES_AHEAD.search(before):
        return 2
    thing = _THING.match(text, at.end, sentence.end) is not None
    if thing and (_OF_A_THING.search(before) or "-" in at.of(text)):
        return 0
    if text[at.end : at.end + 2] in ("'s", "’s"):
        after = _first_after(text, sentence, at)
        return 1 if after > 0 else 0
    words = _words(text, start, at.start)
    cues = _cues(words)
    if not cues:
        return _first_after(text, sentence, at)
    cue = cues[-1]
    way = cue.direction
    if way <= 0 and _UNTIL.search(before):
        return 1  # "extended until": a past act, a limit ahead
    if way < 0 and _LIMIT.search(before):
        return 0
    gap = words[cue.end :]
    near = len(gap) <= _NEAR and not _PUNCTUATION.intersection(gap)
    return _signed(way, 2 if near and cue.weight == 2 else 1)


def _first_after(text: str, sentence: Span, at: Span) -> Direction:
    cues = _cues(_words(text, at.end, min(sentence.end, at.end + 200)), opening=True)
    opens = at.start - sentence.start <= _OPENING
    return _signed(cues[0].direction, cues[0].weight if opens else 1) if cues else 0


def _signed(way: int, weight: int) -> Direction:
    found: tuple[Direction, ...] = (-2, -1, 0, 1, 2)
    return found[way * weight + 2]


def _words(text: str, start: int, end: int) -> list[str]:
    return [match.group().replace("’", "'") for match in _WORD.finditer(text, start, end)]


def _cues(words: list[str], *, opening: bool = False) -> list[_Cue]:
    """The verb groups of a stretch, in order; ``opening`` says that the expression stands before them."""
    found: list[_Cue] = []
    at = 0
    while at < len(words):
        word = words[at].lower() if at == 0 else words[at]
        kind = _classes().get(word, "")
        at += 1
        if kind == "future":
            at = _verb_end(words, at)
            found.append(_Cue(1, 2, at))
        elif kind == "modal":
            at = _verb_end(words, at)
            found.append(_Cue(1 if word in ("would", "wouldn't", "must", "should", "may") else 0, 1, at))
        elif kind in ("plan", "governor"):
            if word == "due" and at + 1 < len(words) and (words[at + 1] in _DETERMINERS or words[at + 1][:1].isupper()):
                continue  # "due to the vote": a cause
            ahead = at < len(words) and (
                words[at] in ("to", "for") or (kind == "plan" and words[at] in ("on", "by", "in"))
            )
            if opening and word.endswith("ed"):
                found.append(_Cue(-1, 1, at))
            elif ahead:
                at = _verb_end(words, at + 1)
                found.append(_Cue(1, 2, at))
            elif kind == "plan" and not opening:
                found.append(_Cue(1, 1, at))
        elif kind == "past":
            while at < len(words) and (words[at] in _BETWEEN or words[at].endswith("ly")):
                at += 1
            if at < len(words) and (words[at].endswith("ed") or _classes().get(words[at]) == "past"):
                at += _classes().get(words[at], "") not in ("plan", "governor")
            found.append(_Cue(-1, 2, at))
        elif kind == "present":
            at = _present(words, at, found)
        elif word.endswith("ed") and len(word) > 4 and not word.endswith("eed") and not kind and "-" not in word:
            previous = words[at - 2] if at > 1 else ""
            if previous not in _DETERMINERS and not previous.endswith("ly"):
                found.append(_Cue(-1, 1, at))
    return found


def _present(words: list[str], at: int, found: list[_Cue]) -> int:
    """ "is to meet", "has met", "are meeting": the verb behind the auxiliary decides."""
    auxiliary = words[at - 1].lower()
    while at < len(words) and (words[at] in _BETWEEN or words[at].endswith("ly")):
        at += 1
    kind = _classes().get(words[at], "") if at < len(words) else ""
    if at < len(words) and words[at] == "to":
        found.append(_Cue(1, 2, at + 1))
        return at + 1
    if kind in ("plan", "governor"):
        return at
    participle = kind == "past" or (at < len(words) and words[at].endswith("ed"))
    if auxiliary.startswith(("has", "have")) and participle:
        found.append(_Cue(-1, 2, at + 1))
    else:
        found.append(_Cue(0, 1, at + participle))
    return at + participle


def _verb_end(words: list[str], at: int) -> int:
    """The index behind the verb that an auxiliary introduces: "will | not have been told"."""
    while at < len(words) and (words[at] in _BETWEEN or words[at].endswith("ly")):
        at += 1
    return min(at + 1, len(words))


def verbs(text: str, start: int, end: int) -> int:
    """How many finite verb groups a stretch has, as far as their form shows it."""
    return len(_cues(_words(text, start, end)))
