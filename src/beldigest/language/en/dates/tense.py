"""Whether a clause tells of what was or of what is to come, by its verb group.

The verb group nearest before an expression governs it; an expression that opens its sentence belongs to the first group
after it.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Literal

from beldigest.language.en.dates.context import words as context_words
from beldigest.language.en.dates.verb_groups import (
    BE,
    DETERMINERS,
    PUNCTUATION,
    WHEN,
    VerbGroup,
    shift,
    verb_groups,
    words_of,
)
from beldigest.language.en.verbs.forms import THIRD, forms, framed, is_base, relational
from beldigest.language.en.words.cues import cue_forms
from beldigest.language.temporal import Direction
from beldigest.model import Span

#: How many words after its verb an expression can stand and surely belong to it.
_NEAR = 10
#: Words of a verb group at the most, and the auxiliaries of what was to come at the time told of.
_VERB, _WAS = 4, frozenset(("was", "were", "would"))
#: How many words may stand between, where there is no doubt.
_BESIDE = 1
#: How many characters can stand before an expression that opens its sentence ("But on", "In late").
_OPENING = 12

#: What leads to an expression and shows its direction whatever the verb. What begins may be near on either side: "cut
#: fees starting Friday".
_LEADS = re.compile(
    r"""\b(?:
        (?P<ahead> as\ (?:soon|early|late)\ as | no\ later\ than | payable | ahead\ of | await(?:s|ing)?
          | wait(?:s|ing)?\ for | prepar(?:es?|ing)\ for)\s+(?:on\ |in\ |the\ )?
      | (?P<back> since | (?:back)?dat(?:ed|ing)\s+(?:back\s+)?to | retroactive\s+to)\s+(?:early\s+|late\s+|mid-)?
      | (?P<due> due)\s+(?:back\ )?(?:on\ |in\ |by\ |the\ )?
      | (?P<begins> starting | beginning | effective)\s+(?:on\ |in\ |the\ )?
    )\Z""",
    re.IGNORECASE | re.VERBOSE,
)
_LED: dict[str | None, Direction] = {"ahead": 2, "back": -2, "begins": 1}
#: A day that is one by which something must be done: "a Friday deadline", "set Friday as the deadline".
_DEADLINE = re.compile(
    r"(?:(?P<known>['’]s)|-|\s)\s?(?:[a-z]{3,}\s)?deadline\b(?P<over>\s(?:has\s|had\s)?(?:passed|expired|lapsed)\b)?"
    r"|\sas\s(?:the|an?|its|their|his|her)\s(?:[a-z]{3,}\s)?(?:deadline|date|day)\b"
)
#: The article of a deadline that is known.
_THE = re.compile(r"\bthe\s+\Z", re.IGNORECASE)
#: What puts something behind a day on which it was due.
_PAST_IT = frozenset(("after", "past", "since"))
_UNTIL = frozenset(("until", "till", "through"))
_LIMIT = frozenset(("by", "to", "for"))
#: "demanded elections by November", "called a rally for Friday": what is asked for lies ahead.
_AWAITED = frozenset(("by", "before", "for"))
_WEEKDAY, _DAY = re.compile(r"day\b"), re.compile(r"day\b|\b\d{1,2}\b")
_OWNER = re.compile(r"(?:\b(?:the|a|an|its|his|her|their|our|this|that)|['’]s)\s+\Z", re.IGNORECASE)
_NEXT = re.compile(r"[\s-]+([a-z]{3,})")
#: What puts the thing that a day belongs to before the verb.
_BEHIND = frozenset(("after", "following", "over", "since"))
#: Words behind an expression within which a subject that stands before it has its verb ("the court on Monday | freed").
_FOLLOWS = 3
#: Words of a clause that says whose words are told, between two commas: ", the fund | says,".
_COMMENT = 8
#: What is one with a verb: "takes | office in January", "goes | on sale in May".
_PHRASE = frozenset(("effect", "force", "into", "office", "on", "place", "power", "sale", "trial"))
#: What leads to a quarter in which something happens.
_WITHIN = frozenset(("in", "during", "by", "from", "until", "within"))
#: What shows that the word before it, in -s, has no object.
_NO_OBJECT = frozenset(("of", "from", "in", "on", "at", "to", "for", "by", "and", "with"))
#: Marks that end a sentence, or a paragraph.
_STOPS = (". ", "? ", "! ", "\n")
#: How far before and after an expression its verb is looked for, and what leads to the expression, in characters.
_BEFORE, _AFTER, _LEAD = 400, 200, 40


def direction(text: str, sentence: Span, at: Span) -> Direction:
    """The direction of the clause of ``sentence`` in which the expression ``at`` stands."""
    start = max(sentence.start, at.start - _BEFORE, text.rfind(";", sentence.start, at.start) + 1)
    before = text[max(start, at.start - _LEAD) : at.start]
    if (led := _LEADS.search(before)) is not None:
        owed = led.lastgroup == "due"
        return _of_what_is_owed(text, start, at.start - len(led[0])) if owed else _LED[led.lastgroup]
    if (deadline := _DEADLINE.match(text, at.end, sentence.end)) is not None:
        if deadline["over"]:
            return -1
        known = deadline["known"] is not None or _THE.search(before) is not None
        return _of_what_is_owed(text, start, at.start, known=known)
    if _of_a_thing(text, sentence, at, before):
        return 0
    if text.startswith(("'s", "’s"), at.end):
        return _of_owned(text, sentence, at)
    words = words_of(text, start, at.start)
    groups = verb_groups(words)
    if groups:
        if len(groups) > 1 and groups[-2].direction > 0 and "soon as" in " ".join(words[groups[-2].end :]):
            return 1  # "would sell as soon as trading opened on Monday": past only in agreement with what is reported
        return _by_group(groups[-1], words, at.of(text))
    lead = words[-1].lower() if words else ""
    if lead in _UNTIL and at.start - sentence.start > _OPENING:
        return 1  # "the curfew stays in force until": its verb is one of the present
    if text[sentence.end - 1 : sentence.end].isalnum() and _announces(words):
        return 1
    after = _first_after(text, sentence, at)
    return 1 if after == 0 and lead == "by" else after


def moved(text: str, at: Span) -> Literal[-1, 0, 1]:
    """1 where something is put off from ``at``, -1 where it is brought forward: then the day behind "to" is a new one,
    and ends no stretch. Else 0."""
    if not text[max(0, at.start - _LEAD) : at.start].rstrip().endswith("from"):
        return 0
    start = max(0, at.start - _BEFORE)
    words = words_of(text, max(start, *(text.rfind(mark, start, at.start) for mark in _STOPS)), at.start)
    groups = verb_groups(words)
    near = bool(groups) and len(words) - groups[-1].end <= _NEAR
    return shift(words, groups[-1].end) if near else 0


def _of_what_is_owed(text: str, start: int, end: int, *, known: bool = False) -> Direction:
    """The direction of the day by which something is due. It lies ahead, unless the verb before it says that what was
    due has been done, or was not done: "missed a payment | due on Friday"; on a ``known`` one ("the Friday deadline")
    only where the verb does not tell of what was."""
    words = words_of(text, start, end)
    lead = words[-1].lower() if words else ""
    if lead in BE or lead in ("was", "were", "falls", "fall"):
        return 2
    groups = verb_groups(words)
    told = bool(groups) and groups[-1].direction < 0
    if told and words[groups[-1].end - 1].lower() in context_words("settles"):
        return -1
    if not _PAST_IT.isdisjoint(word.lower() for word in words[-2:]):
        return -1
    return 0 if known and (told or not groups) else 1


def _announces(words: list[str]) -> bool:
    """Whether a headline, which ends without a stop and leaves out "is", tells of what is to come: "Senate | to debate
    fuel prices on"; or the verb of its present of what begins: "Lifts | curfew from"."""
    things = relational()  # "Response to strike call on"
    infinitives = (at for at, (a, b) in enumerate(pairwise(words)) if at and a == "to" and is_base(b))
    verb = next((at for at in infinitives if words[at - 1].lower() not in things), None)
    if verb is None:
        return words[-1:] == ["from"] and _has_present(words[:-1])
    if not _BEHIND.isdisjoint(words[verb:]):
        return False  # "to boost patrols after the blast on Friday"
    # "Storm forces villagers to flee on Friday" tells what was, but "Court orders them to leave on Friday".
    return not _has_present(words[1:verb]) or not framed("request", "present").isdisjoint(words[1:verb])


def _has_present(words: list[str]) -> bool:
    """Whether one of the words is a present in -s with an object."""
    return any(b not in _NO_OBJECT and forms(a.lower()) & THIRD for a, b in pairwise(words))


def _by_group(group: VerbGroup, words: list[str], day: str) -> Direction:
    """The direction that the verb group before an expression gives it, by what leads from one to the other."""
    way = group.direction
    verb = words[group.end - 1]
    gap = words[group.end :]
    lead = words[-1].lower()
    if way > 0 and group.weight < 2 and _BEHIND.intersection(gap):
        return 0  # "are meeting after the attack on Monday"
    if way <= 0 and lead in _UNTIL:
        return -2 if way < 0 and _lasted(words, group.end) else 1  # "extended until": a past act, a limit ahead
    if group.awaits and len(gap) > 1 and lead in _AWAITED:
        return 2
    if "to" in gap and _asks(gap) and (group.awaits or _requests(verb, lead, day)):
        return 1
    if way == 0 and verb in BE and WHEN.issuperset(gap):
        return 1  # "the deadline is on Friday"
    if way <= 0 and lead == "for" and gap and _DAY.search(day) is not None:
        return 2 if len(gap) == 1 else 1  # "a match cancelled for Friday", "called a strike for Friday"
    if way < 0 and lead in ("from", "to") and len(gap) <= _NEAR and shift(words, group.end):
        # The new day lies ahead, unless that was before what is told; the old one may be over.
        return 1 if lead == "to" and "had" not in words[max(0, group.end - _NEAR) : group.end] else 0
    if way <= 0 and lead in _LIMIT:
        return 1 if lead == "by" and (way == 0 or verb in context_words("sets")) else 0
    if way > 0 and day.endswith("quarter") and (lead not in _WITHIN or verb in context_words("reports")):
        return 1  # "is to report a loss for the fourth quarter"
    if way > 0 and not group.awaits and sum(word not in _PHRASE for word in gap) <= _BESIDE:
        # "takes effect January 1", but "was to take effect January 1", as it may have done.
        return 2 if _WAS.isdisjoint(words[max(0, group.end - _VERB) : group.end]) else 1
    near = len(gap) <= _NEAR and not PUNCTUATION.intersection(gap)
    return _signed(way, group.weight if near else 1)


def _of_owned(text: str, sentence: Span, at: Span) -> Direction:
    """The direction of what a day has: "Tuesday's vote will ..."."""
    words = words_of(text, at.end + len("'s"), min(sentence.end, at.end + _AFTER))
    clause = next((index for index, word in enumerate(words) if word in PUNCTUATION), len(words))
    groups = verb_groups(words[:clause], opening=True)
    return 1 if groups and groups[0].direction > 0 else 0


def _asks(gap: list[str]) -> bool:
    """Whether an infinitive tells what is demanded: "urged | voters to turn out", "were told | to leave"."""
    return any(a == "to" and b.islower() and b not in DETERMINERS for a, b in pairwise(gap))


def _lasted(words: list[str], end: int) -> bool:
    """Whether the verb group up to an index tells what went on: "held", "remained shut"; but not "ordered him held"."""
    verb = words[max(0, end - 2) : end]
    return not context_words("lasts").isdisjoint(verb) and framed("request").isdisjoint(words[:end])


def _requests(verb: str, lead: str, day: str) -> bool:
    """Whether a verb of asking leads to a day on which something is to be done. A weekday, unless it is a limit, is as
    well that of the asking: "told them to leave by Friday", "ordered him to return on April 2"."""
    return (lead in _AWAITED or _WEEKDAY.search(day) is None) and verb in framed("request")


def _of_a_thing(text: str, sentence: Span, at: Span, before: str) -> bool:
    """Whether it dates a thing, of which the verb says nothing: "the May 9 deadline", "a five-day strike".

    Of the "first-quarter loss" that is reported the verb says that the quarter, or the most of it, is over.
    """
    noun = _NEXT.match(text, at.end, sentence.end)
    if noun is None or noun[1] in context_words("continues"):
        return False
    return _OWNER.search(before) is not None or ("-" in at.of(text) and not text.endswith("quarter", at.start, at.end))


def _first_after(text: str, sentence: Span, at: Span) -> Direction:
    """The direction of the first verb group behind an expression."""
    words = _without_comment(words_of(text, at.end, min(sentence.end, at.end + _AFTER)))
    groups = verb_groups(words, opening=True)
    if not groups:
        return 0
    if words[0] in BE and at.start - sentence.start <= _OPENING:
        return 1  # "Friday is the last day"
    # An expression that opens the sentence, or stands between a subject and its verb, belongs to that verb.
    bound = at.start - sentence.start <= _OPENING or (groups[0].direction < 0 and groups[0].end <= _FOLLOWS)
    return _signed(groups[0].direction, groups[0].weight if bound else 1)


def _without_comment(words: list[str]) -> list[str]:
    """The words behind a comment clause (Quirk et al. 1985, section 15.53), where one opens them: "By Sunday, the fund
    says, | it had paid"."""
    if words[:1] != [","] or "," not in words[2:_COMMENT]:
        return words
    end = words.index(",", 2)
    return words[end + 1 :] if {words[1], words[end - 1]} & cue_forms().keys() else words


def _signed(way: int, weight: int) -> Direction:
    found: tuple[Direction, ...] = (-2, -1, 0, 1, 2)
    return found[way * weight + 2]
