"""Whether a clause tells of what was or of what is to come, by its verb group.

English marks past tense on the verb, and the future with auxiliaries or with verbs whose complement lies ahead (Quirk
et al., A Comprehensive Grammar of the English Language, 1985, sections 4.41-4.48). The verb group nearest before an
expression governs it; an expression that opens its sentence belongs to the first group after it.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from beldigest.language.en.dates.context import words as context_words
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
_OWNER = re.compile(r"(?:\b(?:the|a|an|its|his|her|their|our|this|that)|['’]s)\s+\Z", re.IGNORECASE)
_NEXT = re.compile(r"[\s-]+([a-z]{3,})")
#: Modal verbs that look ahead; "could" and "might" as often look back.
_AHEAD = frozenset(("would", "wouldn't", "must", "should", "may"))
#: How far before and after an expression its verb is looked for, in characters.
_BEFORE, _AFTER = 400, 200


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
    start = max(sentence.start, at.start - _BEFORE)
    before = text[start : at.start]
    if _LIES_AHEAD.search(before):
        return 2
    if _of_a_thing(text, sentence, at, before):
        return 0
    if text.startswith(("'s", "’s"), at.end):  # "Tuesday's vote will ..."
        return 1 if _first_after(text, sentence, at) > 0 else 0
    words = _words(text, start, at.start)
    cues = _cues(words)
    if not cues:
        return _first_after(text, sentence, at)
    way = cues[-1].direction
    if way <= 0 and _UNTIL.search(before):
        return 1  # "extended until": a past act, a limit ahead
    if way < 0 and _LIMIT.search(before):
        return 0
    gap = words[cues[-1].end :]
    near = len(gap) <= _NEAR and not _PUNCTUATION.intersection(gap)
    return _signed(way, cues[-1].weight if near else 1)


def _of_a_thing(text: str, sentence: Span, at: Span, before: str) -> bool:
    """Whether it dates a thing, of which the verb says nothing: "the May 9 deadline", "third-quarter loss"."""
    noun = _NEXT.match(text, at.end, sentence.end)
    if noun is None or noun[1] in context_words("continues"):
        return False
    return _OWNER.search(before) is not None or "-" in at.of(text)


def _first_after(text: str, sentence: Span, at: Span) -> Direction:
    cues = _cues(_words(text, at.end, min(sentence.end, at.end + _AFTER)), opening=True)
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
        cue = _cue(words, at, opening)
        if cue is not None:
            found.append(cue)
        at = max(at + 1, cue.end if cue is not None else 0)
    return found


def _class(words: list[str], at: int) -> str:
    """The class of a word in the lexicon; the first one may have a capital because it opens the sentence."""
    if at >= len(words):
        return ""
    return _classes().get(words[at].lower() if at == 0 else words[at], "")


def _cue(words: list[str], at: int, opening: bool) -> _Cue | None:
    """The verb group that begins at an index, if one does."""
    word = words[at]
    match _class(words, at):
        case "future":
            return _Cue(1, 2, _behind_verb(words, at + 1))
        case "modal":
            return _Cue(int(word.lower() in _AHEAD), 1, _behind_verb(words, at + 1))
        case "plan" | "governor" as kind:
            return _planned(words, at, kind, opening)
        case "past":
            verb = _behind_adverbs(words, at + 1)
            return _Cue(-1, 2, verb + (_is_participle(words, verb) and _class(words, verb) not in ("plan", "governor")))
        case "present":
            return _present(words, at)
    previous = words[at - 1] if at else ""
    adjective = previous in _DETERMINERS or previous.endswith("ly")
    return _Cue(-1, 1, at + 1) if _ends_in_ed(word) and not adjective else None


def _planned(words: list[str], at: int, kind: str, opening: bool) -> _Cue | None:
    """ "plans to meet", "scheduled for", "asked to leave": what is planned or asked for lies ahead."""
    following, further = [*words[at + 1 : at + 3], "", ""][:2]
    if words[at] == "due" and (further in _DETERMINERS or further[:1].isupper()):
        return None  # "due to the vote": a cause
    if opening and words[at].endswith("ed"):
        return _Cue(-1, 1, at + 1)  # "On Monday they planned": the planning
    if following in ("to", "for") or (kind == "plan" and following in ("on", "by", "in")):
        return _Cue(1, 2, _behind_verb(words, at + 2))
    if kind == "plan":
        return None if opening else _Cue(1, 1, at + 1)
    return _Cue(-1, 1, at + 1) if words[at].endswith("ed") else None


def _present(words: list[str], at: int) -> _Cue | None:
    """ "is to meet", "has met", "are meeting": the verb behind the auxiliary decides."""
    verb = _behind_adverbs(words, at + 1)
    if verb < len(words) and words[verb] == "to":
        return _Cue(1, 2, verb + 1)
    if _class(words, verb) in ("plan", "governor"):
        return None
    participle = _is_participle(words, verb)
    perfect = participle and words[at].lower().startswith(("has", "have"))
    return _Cue(-1, 2, verb + 1) if perfect else _Cue(0, 1, verb + participle)


def _ends_in_ed(word: str) -> bool:
    return len(word) > 4 and word.endswith("ed") and not word.endswith("eed") and "-" not in word


def _is_participle(words: list[str], at: int) -> bool:
    return at < len(words) and (words[at].endswith("ed") or _class(words, at) == "past")


def _behind_adverbs(words: list[str], at: int) -> int:
    """The index behind adverbs and forms of "be": "will | not have been | told"."""
    while at < len(words) and (words[at] in _BETWEEN or words[at].endswith("ly")):
        at += 1
    return at


def _behind_verb(words: list[str], at: int) -> int:
    """The index behind the verb that an auxiliary introduces: "will | not have been told"."""
    return min(_behind_adverbs(words, at) + 1, len(words))


def verbs(text: str, start: int, end: int) -> int:
    """How many finite verb groups a stretch has, as far as their form shows it."""
    return len(_cues(_words(text, start, end)))
