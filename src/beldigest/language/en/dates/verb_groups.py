"""Finite verb groups of English, and the time that their form shows.

English marks past tense on the verb, and the future with auxiliaries or with verbs whose complement lies ahead (Quirk
et al., A Comprehensive Grammar of the English Language, 1985, sections 4.41-4.48).
"""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from typing import Literal, NamedTuple

from beldigest.language.en.verbs.forms import is_base
from beldigest.language.en.words.inflection import irregular
from beldigest.language.lexicon import lexicon

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*(?:['’]t\b)?|['’]ll\b|\d(?:[\d.,]*\d)?|[;:,“”\"()–—]")
#: The marks among the words.
PUNCTUATION = frozenset(';:,“”"()–—')
#: What may stand between an auxiliary and its verb, besides adverbs in -ly.
_BETWEEN = frozenset(
    ("not", "also", "only", "soon", "now", "then", "ever", "never", "still", "be", "have", "been", "being", "it")
)
#: Determiners: a form in -ed behind one of them is an adjective.
DETERMINERS = frozenset(
    ("a", "an", "the", "this", "its", "his", "her", "their", "our", "my", "your", "still", "previously", "as")
)
#: Classes of verbs whose complement lies ahead of them.
_LOOK_AHEAD = frozenset(("plan", "governor", "deferral"))
#: What no subject ends with: a verb behind one of them is an infinitive, an imperative or a participle.
_NO_SUBJECT = DETERMINERS | frozenset(
    ("to", "be", "not", "i", "you", "we", "they", "and", "or", "of", "in", "on", "for", "with", "please")
)
#: What leads from a verb of putting off to the new day.
_DEFERRED = frozenset(("to", "for", "until", "till"))
#: Verbs that put off, or bring forward, with one of these particles ("pushed the vote | back").
_SHIFTS = frozenset(("pushed", "put", "brought", "moved", "set"))
_SHIFTED = frozenset(("off", "back"))
_SHIFTED_FORWARD = frozenset(("forward", "up"))
#: What can belong to a verb, between it and its object: "set | out | plans".
_PARTICLES = frozenset(("out", "up", "off", "down", "aside", "forward", "back"))
#: What begins the object of a verb, or belongs to the verb.
_OBJECT = (DETERMINERS - {"still", "previously", "as"}) | _PARTICLES | {"him", "her", "it", "them", "no", "some", "new"}
#: What joins one clause, or one verb, to another.
_JOINS = PUNCTUATION | frozenset(
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
WHEN = frozenset(("on", "in", "at", "next", "this", "late", "early", "again"))
#: What may stand behind the base form of a timetable's verb: its "when", and what makes a phrase of it ("take effect").
_SCHEDULED = WHEN | frozenset(("effect", "place", "into", "to"))
#: Adverbs of what happens again and again.
_HABITS = frozenset(("always", "generally", "normally", "often", "traditionally", "typically", "usually"))
#: Modal verbs that look ahead; but "could" tells of the past where it is denied, or of what was perceived (Quirk et al.
#: 1985, section 4.52).
_AHEAD = frozenset(("would", "wouldn't", "must", "should", "may", "might", "can", "can't", "cannot", "could"))
_DENIALS = frozenset(("neither", "nor", "nobody", "none"))
#: Words of the second of two names that are a subject ("the mayor and Governor Lia Ormond | meet").
_NAMES = 6
#: How many words before a modal verb one of them can stand.
_SUBJECT = 12
_PERCEIVED = frozenset(("not", "see", "hear", "feel", "smell", "seen", "heard", "felt"))
#: The present of "be", whose complement a day can be ("the deadline is | Friday").
BE = frozenset(("is", "are", "isn't", "aren't"))


class VerbGroup(NamedTuple):
    """Its direction (-1 for the past, 1 for the future), how sure that is (1 or 2), and where in the words it ends.

    ``awaits`` says that its complement lies ahead of it: what is demanded, promised, expected.
    """

    direction: int
    weight: int
    end: int
    awaits: bool = False


@cache
def _classes() -> dict[str, str]:
    past = {past: "invariant" if past == base else "past" for base, (past, _) in irregular().items()}
    return past | {row[0]: row[1] for row in lexicon("en", "dates_tense")}


def words_of(text: str, start: int, end: int) -> list[str]:
    """The words and marks of a stretch that its verb groups are read from."""
    words: list[str] = _WORD.findall(text, start, end)
    return words if text.find("’", start, end) < 0 else [word.replace("’", "'") for word in words]


def verb_groups(words: list[str], *, opening: bool = False) -> list[VerbGroup]:
    """The verb groups of a stretch, in order; ``opening`` says that the expression stands before them."""
    found: list[VerbGroup] = []
    classes = _classes()
    joined = False
    at = 0
    while at < len(words):
        word = words[at]
        # Most words cannot begin a verb group; the first one can have a capital.
        may_begin = word in classes or word == "to" or word.endswith("ed") or at == 0
        group = _group(words, at, opening) if may_begin else None
        if group is not None and found and _ends_in_ed(word) and not joined:
            # One clause has one finite verb: "will redeem the preferred shares", "met the men detained on".
            group = VerbGroup(group.direction, 1, group.end) if len(words) - group.end <= _CLOSE else None
        if group is None:
            joined = joined or word in _JOINS
            at += 1
            continue
        found.append(group)
        joined = False
        at = max(at + 1, group.end)
    return found


def shift(words: list[str], end: int) -> Literal[-1, 0, 1]:
    """1 where the verb group up to an index, or its participle there, moves something to a later day, -1 to an earlier
    one: "pushed | the vote back", "was | postponed", "was | brought forward". Else 0."""
    verbs = words[end - 1 : end + 1]
    deferred = any(_classes().get(verb) == "deferral" for verb in verbs)
    shifts = deferred or not _SHIFTS.isdisjoint(verbs)
    if shifts and not _SHIFTED_FORWARD.isdisjoint(words[end:]):
        return -1
    return 1 if deferred or (shifts and not _SHIFTED.isdisjoint(words[end:])) else 0


def _class(words: list[str], at: int) -> str:
    """The class of a word in the lexicon; the first one may have a capital because it opens the sentence."""
    if at >= len(words):
        return ""
    return _classes().get(words[at].lower() if at == 0 else words[at], "")


def _group(words: list[str], at: int, opening: bool) -> VerbGroup | None:
    """The verb group that begins at an index, if one does."""
    word = words[at]
    match _class(words, at):
        case "future":
            return VerbGroup(1, 2, _behind_verb(words, at + 1))
        case "modal":
            return _modal(words, at)
        case "plan" | "governor" as kind:
            return _planned(words, at, kind, opening)
        case "past":
            verb = _behind_adverbs(words, at + 1)
            if word in ("was", "were") and "to" in words[verb : verb + 1] and "have" not in words[verb + 1 : verb + 2]:
                return VerbGroup(1, 1, _behind_verb(words, verb + 1))  # "was to open", but not "was to have opened"
            if word == "had" and _class(words, verb) in _LOOK_AHEAD:
                return VerbGroup(-1, 1, _behind_verb(words, verb + 2))  # "had been due to expire"
            return VerbGroup(-1, 2, verb + (_is_participle(words, verb) and _class(words, verb) not in _LOOK_AHEAD))
        case "present":
            return _present(words, at)
        case "appeal":
            awaits = words[at + 1 : at + 2] in (["for"], ["on"])
            return VerbGroup(-word.endswith("ed"), 1, at + 1, awaits) if awaits or word.endswith("ed") else None
        case "invariant":
            return _invariant(words, at, opening)
        case "directed":
            return _planned(words, at, "governor", opening) if words[at + 1 : at + 2] == ["to"] else None
        case "timetable" | "timetable_noun" as kind:
            return _timetable(words, at, kind)
        case "deferral" if at + 2 == len(words) and words[at + 1] in _DEFERRED:  # and the day behind it
            return VerbGroup(1, 2, at + 2)
    if word == "to" and at and words[at - 1] in PUNCTUATION and words[at + 1 : at + 2] != ["be"] and _begins(words, at):
        return VerbGroup(1, 1, at + 2)  # "the truce, to begin on Friday", but not "jailed him, to general surprise"
    if word == "to" and words[at + 1 : at + 2] == ["be"] and words[at - 1].lower() not in ("had", "has", "have"):
        return VerbGroup(1, 1, min(at + 3, len(words)))  # "a report to be published"
    return VerbGroup(-1, 2, at + 1) if _ends_in_ed(word) and not _is_adjective(words, at) else None


def _modal(words: list[str], at: int) -> VerbGroup:
    """ "The vote could come on Friday", "he could not be reached on Monday"."""
    word = words[at].lower()
    denied = not _DENIALS.isdisjoint(words[max(0, at - _SUBJECT) : at]) or not _PERCEIVED.isdisjoint(
        words[at + 1 : at + 3]
    )
    end = _behind_verb(words, at + 1)
    if any(a == "have" and b != "to" for a, b in pairwise(words[at + 1 : at + 4])):
        return VerbGroup(-1, 1, end)  # "may have been lost", but not "would have to go"
    looks_back = word in ("could", "might") and denied
    return VerbGroup(int(word in _AHEAD and not looks_back), 1, end)


def _is_adjective(words: list[str], at: int) -> bool:
    """Whether a form in -ed stands where an adjective does ("the agreed date"), or behind "to" or "be"."""
    previous = words[at - 1] if at else ""
    return previous in DETERMINERS or previous in ("to", "be") or previous.endswith("ly")


def _invariant(words: list[str], at: int, opening: bool) -> VerbGroup | None:
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
        return VerbGroup(-1, 2, at + 1)
    if words[at] != "set":
        return None
    if following in ("on", "in"):
        return VerbGroup(-1, 2, at + 1)  # "a record set | on May 5" was set then
    if following in ("for", "to") or noun.lower() in ("", "please"):
        return _planned(words, at, "plan", opening)  # "a vote set for May 5", "please set a day"
    # "Rebels set fire to a bus": a present of acts, which the form could be as well, has no day of its own.
    return VerbGroup(-1, 1, at + 1) if noun.lower() not in _NO_SUBJECT else None


def _timetable(words: list[str], at: int, kind: str) -> VerbGroup | None:
    """ "The trial opens on Friday": the simple present of what begins and ends by a timetable tells of the future
    (Quirk et al. 1985, section 4.45). After a plural, or a name, the form is that of a noun or an adjective, too; and
    what is a noun in the plural besides ("visits") is a verb before an object."""
    previous = words[at - 1] if at else ""
    following = words[at + 1] if at + 1 < len(words) else ""
    if previous in ("and", "but", ",") and words[at].endswith("s") and kind == "timetable":
        return VerbGroup(1, 1, at + 1)  # "turned 50 and retires", "the truce, reached in May, expires"
    if not previous[:1].isalpha() or previous.lower() in _NO_SUBJECT or _class(words, at - 1):
        return None  # "was open", "will start"
    if previous.lower() in _HABITS:
        return VerbGroup(0, 1, at + 1)  # "the harvest normally begins in March"
    plural = previous.endswith("s") and not previous.endswith("ss")
    if words[at].endswith("s"):
        has_object = following in _OBJECT or following == "to" or following[:1].isupper()
        return VerbGroup(1, 1, at + 1) if kind == "timetable" or (has_object and not plural) else None
    joined = "and" in words[max(0, at - _NAMES) : at] and previous[:1].isupper()
    if (plural or joined) and (not following or following in _SCHEDULED or following.endswith("ly")):
        return VerbGroup(1, 1, at + 1)
    return None


def _planned(words: list[str], at: int, kind: str, opening: bool) -> VerbGroup | None:
    """ "plans to meet", "scheduled for", "asked to leave": what is planned or asked for lies ahead."""
    following, further = [*words[at + 1 : at + 3], "", ""][:2]
    previous = words[at - 1] if at else ""
    if kind == "plan" and words[at].endswith("s") and (previous in _PARTICLES or _class(words, at - 1) == "past"):
        return None  # "set out plans": a noun
    if words[at] == "due" and (further in DETERMINERS or further[:1].isupper()):
        return None  # "due to the vote": a cause
    past = words[at].endswith("ed") or words[at] == "forecast"
    if opening and past:
        return VerbGroup(-1, 1, at + 1)  # "On Monday they planned": the planning
    if following in ("to", "for") or (kind == "plan" and following in ("on", "by", "in") and words[at] != "set"):
        # "is due on", but "the report, due on".
        aside = words[at] == "due" and following != "to" and previous in PUNCTUATION
        return VerbGroup(1, 2 - aside, _behind_verb(words, at + 2))
    if kind == "plan":
        return None if opening else VerbGroup(1, 1, at + 1, awaits=True)
    if past:
        return VerbGroup(-1, 1, at + 1, awaits=True)
    if opening or previous in DETERMINERS:
        return None  # "their hopes"
    known = "the" in words[at + 2 :]  # "seek witnesses to the crash", and not "expect a march", "expect the march"
    return VerbGroup(int(not known), 1, at + 1, awaits=True)


def _present(words: list[str], at: int) -> VerbGroup | None:
    """ "is to meet", "has met", "are meeting": the verb behind the auxiliary decides."""
    verb = _behind_adverbs(words, at + 1)
    if verb < len(words) and words[verb] == "to":
        return VerbGroup(1, 2, verb + 1)
    be = words[at].lower() in BE
    perfect = words[at].lower().startswith(("has", "have"))
    kind = _class(words, verb)
    if perfect and kind == "appeal" and words[verb + 1 : verb + 2] in (["for"], ["on"]):
        return VerbGroup(
            1, 1, verb + 1, awaits=True
        )  # "have called for": a day behind the perfect is not that of the call
    if kind in _LOOK_AHEAD:
        # "is expected", "are likely"; what "plans to" and the like look ahead to is read with them.
        if not be or not (words[verb].endswith("ed") or words[verb] in ("likely", "forecast", "set", "due")):
            return None
        if _begins(words, verb + 1) and words[verb + 2] != "have":
            return VerbGroup(1, 2, _behind_verb(words, verb + 2))  # "is due to open"
        return VerbGroup(1, 2, verb + 1, awaits=True)
    if be and kind == "permission" and words[verb + 1 : verb + 2] == ["to"]:
        return VerbGroup(1, 1, _behind_verb(words, verb + 2))  # "are allowed to leave", but not "were allowed to leave"
    if be and kind == "arranged":
        return VerbGroup(1, 1, verb + 1)  # "are meeting"
    participle = _is_participle(words, verb)
    return VerbGroup(-1, 2, verb + 1) if perfect and participle else VerbGroup(0, 1, verb + participle)


def _begins(words: list[str], at: int) -> bool:
    """Whether an infinitive begins at an index."""
    return words[at : at + 1] == ["to"] and at + 1 < len(words) and is_base(words[at + 1])


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
