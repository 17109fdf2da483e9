"""Whether a clause tells of what was or of what is to come, by its verb group.

English marks past tense on the verb, and the future with auxiliaries or with verbs whose complement lies ahead (Quirk
et al., A Comprehensive Grammar of the English Language, 1985, sections 4.41-4.48). The verb group nearest before an
expression governs it; an expression that opens its sentence belongs to the first group after it.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from beldigest.language.en.dates.context import words as context_words
from beldigest.language.lexicon import lexicon
from beldigest.language.temporal import Direction
from beldigest.model import Span

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*(?:['’]t\b)?|['’]ll\b|\d(?:[\d.,]*\d)?|[;:,“”\"()–—]")
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
    r"\b(?:as (?:soon|early|late) as|no later than|starting|beginning|effective|payable|due|ahead of)\s+"
    r"(?:on |in |the )?\Z",
    re.IGNORECASE,
)
_UNTIL = re.compile(r"\b(?:until|till|through)\s+\Z", re.IGNORECASE)
_LIMIT = re.compile(r"\b(?:by|to)\s+\Z", re.IGNORECASE)
#: "demanded elections by November", "called a rally for Friday": what is asked for lies ahead.
_AWAITED = re.compile(r"\b(?:by|before|for)\s+\Z", re.IGNORECASE)
_SINCE = re.compile(r"\bsince\s+(?:early\s+|late\s+|mid-)?\Z", re.IGNORECASE)
_BY = re.compile(r"\bby\s+\Z", re.IGNORECASE)
_FOR = re.compile(r"\bfor\s+\Z", re.IGNORECASE)
_OWNER = re.compile(r"(?:\b(?:the|a|an|its|his|her|their|our|this|that)|['’]s)\s+\Z", re.IGNORECASE)
_NEXT = re.compile(r"[\s-]+([a-z]{3,})")
#: Classes of verbs whose complement lies ahead of them.
_LOOK_AHEAD = frozenset(("plan", "governor", "deferral"))
#: What no subject ends with: a verb behind one of them is an infinitive, an imperative or a participle.
_NO_SUBJECT = _DETERMINERS | frozenset(
    ("to", "be", "not", "i", "you", "we", "they", "and", "or", "of", "in", "on", "for", "with")
)
#: What puts the thing that a day belongs to before the verb.
_BEHIND = frozenset(("after", "following", "over", "since"))
#: What can belong to a verb, between it and its object: "set | out | plans".
_PARTICLES = frozenset(("out", "up", "off", "down", "aside", "forward", "back"))
#: What begins the object of a verb, or belongs to the verb.
_OBJECT = (
    (_DETERMINERS - {"still", "previously", "as"}) | _PARTICLES | {"him", "her", "it", "them", "no", "some", "new"}
)
#: What joins one clause, or one verb, to another.
_JOINS = _PUNCTUATION | frozenset(
    (
        "and",
        "or",
        "but",
        "that",
        "who",
        "which",
        "after",
        "before",
        "since",
        "because",
        "when",
        "while",
        "as",
        "if",
        "where",
    )
)
#: Words between a participle and the expression that dates it ("the men detained | early on").
_CLOSE = 2
#: What goes on behind a verb that has no object ("talks open | on Friday").
_WHEN = frozenset(("on", "in", "at", "next", "this", "late", "early", "again"))
#: Words behind an expression within which a subject that stands before it has its verb ("the court on Monday | freed").
_FOLLOWS = 3
#: What may stand behind the base form of a timetable's verb: its "when", and what makes a phrase of it ("take effect").
_SCHEDULED = _WHEN | frozenset(("effect", "place", "into", "to"))
#: Modal verbs that look ahead; but "could" tells of the past where it is denied, or of what was perceived (Quirk et al.
#: 1985, section 4.52).
_AHEAD = frozenset(("would", "wouldn't", "must", "should", "may", "might", "can", "can't", "cannot", "could"))
_DENIALS = frozenset(("neither", "nor", "nobody", "none"))
_PERCEIVED = frozenset(("not", "see", "hear", "feel", "smell", "seen", "heard", "felt", "have"))
#: The present of "be", whose complement a day can be ("the deadline is | Friday").
_BE = frozenset(("is", "are", "isn't", "aren't"))
#: How far before and after an expression its verb is looked for, in characters.
_BEFORE, _AFTER = 400, 200


class _Cue(NamedTuple):
    """A verb group: its direction, how sure that is (1 or 2), and where in the words it ends.

    ``awaits`` says that its complement lies ahead of it: what is demanded, promised, expected.
    """

    direction: int
    weight: int
    end: int
    awaits: bool = False


@cache
def _classes() -> dict[str, str]:
    return {row[0]: row[1] for row in lexicon("en", "dates_tense")}


def direction(text: str, sentence: Span, at: Span) -> Direction:
    """The direction of the clause of ``sentence`` in which the expression ``at`` stands."""
    start = max(sentence.start, at.start - _BEFORE, text.rfind(";", sentence.start, at.start) + 1)
    before = text[start : at.start]
    if _LIES_AHEAD.search(before):
        return 2
    if _SINCE.search(before):
        return -2
    if _of_a_thing(text, sentence, at, before):
        return 0
    if text.startswith(("'s", "’s"), at.end):  # "Tuesday's vote will ..."
        words = _words(text, at.end + len("'s"), min(sentence.end, at.end + _AFTER))
        clause = next((index for index, word in enumerate(words) if word in _PUNCTUATION), len(words))
        return 1 if any(cue.direction > 0 for cue in _cues(words[:clause], opening=True)[:1]) else 0
    words = _words(text, start, at.start)
    cues = _cues(words)
    if not cues:
        return _first_after(text, sentence, at) or int(_BY.search(before) is not None)  # type: ignore[return-value]
    way = cues[-1].direction
    if way > 0 and cues[-1].weight < 2 and _BEHIND.intersection(words[cues[-1].end :]):
        return 0  # "are meeting after the attack on Monday"
    if way <= 0 and _UNTIL.search(before):
        return 1  # "extended until": a past act, a limit ahead
    gap = words[cues[-1].end :]
    if cues[-1].awaits and len(gap) > 1 and _AWAITED.search(before):
        return 2
    if cues[-1].awaits and _asks(gap):
        return 1
    if way == 0 and words[cues[-1].end - 1] in _BE and _WHEN.issuperset(gap):
        return 1
    if way < 0 and len(gap) > 1 and gap[-1] == "for" and text.endswith("day", at.start, at.end):
        return 1  # "called a strike for Friday"
    if way < 0 and (_LIMIT.search(before) or _FOR.search(before)):
        return 0
    near = len(gap) <= _NEAR and not _PUNCTUATION.intersection(gap)
    return _signed(way, cues[-1].weight if near else 1)


def _asks(gap: list[str]) -> bool:
    """Whether an infinitive tells what is demanded: "urged | voters to turn out"."""
    return any(a == "to" and b.islower() for a, b in pairwise(gap[1:]))


def _of_a_thing(text: str, sentence: Span, at: Span, before: str) -> bool:
    """Whether it dates a thing, of which the verb says nothing: "the May 9 deadline", "third-quarter loss"."""
    noun = _NEXT.match(text, at.end, sentence.end)
    if noun is None or noun[1] in context_words("continues"):
        return False
    return _OWNER.search(before) is not None or "-" in at.of(text)


def _first_after(text: str, sentence: Span, at: Span) -> Direction:
    words = _words(text, at.end, min(sentence.end, at.end + _AFTER))
    cues = _cues(words, opening=True)
    if not cues:
        return 0
    if words[0] in _BE and at.start - sentence.start <= _OPENING:
        return 1  # "Friday is the last day"
    # An expression that opens the sentence, or stands between a subject and its verb, belongs to that verb.
    bound = at.start - sentence.start <= _OPENING or (cues[0].direction < 0 and cues[0].end <= _FOLLOWS)
    return _signed(cues[0].direction, cues[0].weight if bound else 1)


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
        if cue is not None and found and _ends_in_ed(words[at]) and not _JOINS.intersection(words[found[-1].end : at]):
            # One clause has one finite verb: "will redeem the preferred shares", "met the men detained on".
            cue = _Cue(cue.direction, 1, cue.end) if len(words) - cue.end <= _CLOSE else None
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
            return _modal(words, at)
        case "plan" | "governor" as kind:
            return _planned(words, at, kind, opening)
        case "past":
            verb = _behind_adverbs(words, at + 1)
            if word == "had" and _class(words, verb) in _LOOK_AHEAD:
                return _Cue(-1, 1, _behind_verb(words, verb + 2))  # "had been due to expire"
            return _Cue(-1, 2, verb + (_is_participle(words, verb) and _class(words, verb) not in _LOOK_AHEAD))
        case "present":
            return _present(words, at)
        case "appeal":
            awaits = words[at + 1 : at + 2] in (["for"], ["on"])
            return _Cue(-word.endswith("ed"), 1, at + 1, awaits) if awaits or word.endswith("ed") else None
        case "invariant":
            return _invariant(words, at, opening)
        case "timetable" | "timetable_noun" as kind:
            return _timetable(words, at, kind)
        case "deferral" if words[at + 1 :] in (["to"], ["for"], ["until"], ["till"]):  # and the day behind it
            return _Cue(1, 2, at + 2)
    if word == "to" and at and words[at - 1] in _PUNCTUATION and words[at + 1 : at + 2] != ["be"]:
        return _Cue(1, 1, min(at + 2, len(words)))  # "the truce, to begin on Friday"
    if word == "to" and words[at + 1 : at + 2] == ["be"] and words[at - 1].lower() not in ("had", "has", "have"):
        return _Cue(1, 1, min(at + 3, len(words)))  # "a report to be published"
    return _Cue(-1, 2, at + 1) if _ends_in_ed(word) and not _is_adjective(words, at) else None


def _modal(words: list[str], at: int) -> _Cue:
    """ "The vote could come on Friday", "he could not be reached on Monday"."""
    word = words[at].lower()
    denied = not _DENIALS.isdisjoint(words[:at]) or not _PERCEIVED.isdisjoint(words[at + 1 : at + 3])
    looks_back = word in ("could", "might") and denied
    return _Cue(int(word in _AHEAD and not looks_back), 1, _behind_verb(words, at + 1))


def _is_adjective(words: list[str], at: int) -> bool:
    """Whether a form in -ed stands where an adjective does ("the agreed date"), or behind "to" or "be"."""
    previous = words[at - 1] if at else ""
    return previous in _DETERMINERS or previous in ("to", "be") or previous.endswith("ly")


def _invariant(words: list[str], at: int, opening: bool) -> _Cue | None:
    """ "The court set a date": a verb whose past tense is its base form, after a subject in the singular (a present
    tense would have -s) and before an object (a noun, as in "a rate cut", has none)."""
    subject = at - 1
    while subject >= 0 and words[subject].endswith("ly"):
        subject -= 1
    noun = words[subject] if subject >= 0 else ""
    following = words[at + 1] if at + 1 < len(words) else ""
    singular = noun[:1].isalpha() and not noun.endswith("ing") and (not noun.endswith("s") or noun.endswith("ss"))
    has_subject = singular and noun.lower() not in _NO_SUBJECT and not _classes().get(noun.lower())
    has_object = following in _OBJECT or following[:1].isupper() or following[:1].isdigit() or following.endswith("s")
    if has_subject and has_object:
        return _Cue(-1, 2, at + 1)
    return _planned(words, at, "plan", opening) if words[at] == "set" else None


def _timetable(words: list[str], at: int, kind: str) -> _Cue | None:
    """ "The trial opens on Friday": the simple present of what begins and ends by a timetable tells of the future
    (Quirk et al. 1985, section 4.45). After a plural, or a name, the form is that of a noun or an adjective, too; and
    what is a noun in the plural besides ("visits") is a verb before an object."""
    previous = words[at - 1] if at else ""
    following = words[at + 1] if at + 1 < len(words) else ""
    if previous in ("and", "but", ",") and words[at].endswith("s") and kind == "timetable":
        return _Cue(1, 1, at + 1)  # "turned 50 and retires", "the truce, reached in May, expires"
    if not previous[:1].isalpha() or previous.lower() in _NO_SUBJECT or _class(words, at - 1):
        return None  # "was open", "will start"
    plural = previous.endswith("s") and not previous.endswith("ss")
    if words[at].endswith("s"):
        has_object = following in _OBJECT or following == "to" or following[:1].isupper()
        return _Cue(1, 1, at + 1) if kind == "timetable" or (has_object and not plural) else None
    joined = words[at - 2 : at - 1] == ["and"] and previous[:1].isupper()
    if (plural or joined) and (not following or following in _SCHEDULED or following.endswith("ly")):
        return _Cue(1, 1, at + 1)
    return None


def _planned(words: list[str], at: int, kind: str, opening: bool) -> _Cue | None:
    """ "plans to meet", "scheduled for", "asked to leave": what is planned or asked for lies ahead."""
    following, further = [*words[at + 1 : at + 3], "", ""][:2]
    previous = words[at - 1] if at else ""
    if kind == "plan" and words[at].endswith("s") and (previous in _PARTICLES or _class(words, at - 1) == "past"):
        return None  # "set out plans": a noun
    if words[at] == "due" and (further in _DETERMINERS or further[:1].isupper()):
        return None  # "due to the vote": a cause
    past = words[at].endswith("ed") or words[at] == "forecast"
    if opening and past:
        return _Cue(-1, 1, at + 1)  # "On Monday they planned": the planning
    if following in ("to", "for") or (kind == "plan" and following in ("on", "by", "in") and words[at] != "set"):
        return _Cue(1, 2, _behind_verb(words, at + 2))
    if kind == "plan":
        return None if opening else _Cue(1, 1, at + 1, awaits=True)
    return _Cue(-1, 1, at + 1, awaits=True) if past else None


def _present(words: list[str], at: int) -> _Cue | None:
    """ "is to meet", "has met", "are meeting": the verb behind the auxiliary decides."""
    verb = _behind_adverbs(words, at + 1)
    if verb < len(words) and words[verb] == "to":
        return _Cue(1, 2, verb + 1)
    be = words[at].lower() in _BE
    perfect = words[at].lower().startswith(("has", "have"))
    kind = _class(words, verb)
    if perfect and kind == "appeal" and words[verb + 1 : verb + 2] in (["for"], ["on"]):
        return _Cue(1, 1, verb + 1, awaits=True)  # "have called for": a day behind the perfect is not that of the call
    if kind in _LOOK_AHEAD:
        # "is expected", "are likely"; what "plans to" and the like look ahead to is read with them.
        ahead = be and (words[verb].endswith("ed") or words[verb] in ("likely", "forecast", "set", "due"))
        return _Cue(1, 2, verb + 1, awaits=True) if ahead else None
    if be and kind == "arranged":
        return _Cue(1, 1, verb + 1)  # "are meeting"
    participle = _is_participle(words, verb)
    return _Cue(-1, 2, verb + 1) if perfect and participle else _Cue(0, 1, verb + participle)


def _ends_in_ed(word: str) -> bool:
    return len(word) > 3 and word.endswith("ed") and not word.endswith("eed") and "-" not in word


def _is_participle(words: list[str], at: int) -> bool:
    return at < len(words) and (words[at].endswith("ed") or _class(words, at) == "past")


def _behind_adverbs(words: list[str], at: int) -> int:
    """The index behind adverbs and forms of "be": "will | not have been | told"."""
    while at < len(words) and (words[at] in _BETWEEN or (words[at].endswith("ly") and not _class(words, at))):
        at += 1
    return at


def _behind_verb(words: list[str], at: int) -> int:
    """The index behind the verb that an auxiliary introduces: "will | not have been told"."""
    return min(_behind_adverbs(words, at) + 1, len(words))


def verbs(text: str, start: int, end: int) -> int:
    """How many finite verb groups a stretch has, as far as their form shows it."""
    return len(_cues(_words(text, start, end)))


def first_verb(text: str, start: int, end: int) -> int | None:
    """Where the first finite verb group of a stretch begins; None where no form shows one."""
    found = list(_WORD.finditer(text, start, end))
    words = [match.group().replace("’", "'") for match in found]
    at = next((at for at in range(len(words)) if _cue(words, at, False) is not None), None)
    return None if at is None else found[at].start()


def is_verb(word: str) -> bool:
    """Whether a word by itself is a finite verb or an auxiliary and no noun: "was", "wore", "will"."""
    return _classes().get(word.lower()) in ("past", "present", "future", "modal")
