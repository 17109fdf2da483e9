"""Whether an English clause tells of what has happened, of what is planned, or of what may happen."""

from __future__ import annotations

import re
from typing import Literal

from beldigest.language.en.events.clause import Clause
from beldigest.language.en.events.marks import INNER, last_comma
from beldigest.language.en.events.sentence import Sentence
from beldigest.language.en.events.words import words
from beldigest.language.en.verbs.forms import VerbGroup
from beldigest.model import EventStatus, Span

#: Whether a date is over (-1), lies ahead (1), or is neither or not known to be (0).
Ahead = Literal[-1, 0, 1]
_IF = re.compile(r"\b(?:if|unless|in case|provided that)\b|\AShould\b", re.IGNORECASE)
#: What stands before the verb of one, behind another clause; "if" may ask there, as "whether" does.
_CONDITION = re.compile(r"\bunless\b", re.IGNORECASE)
#: What opens a condition, by itself or before its subject: "Should the strike go on".
_OPENING_IF = re.compile(r"(?:(?:if|unless|in case|provided that)\b|(?-i:Should|Had|Were)\s)", re.IGNORECASE)
#: Prepositions with which a past act sets a limit or a day ahead: "extended until", "called for".
_AHEAD_LEAD = re.compile(
    r"\b(?:by|until|till|through|for|to|before|from|between|effective|starting|beginning|or)\b", re.IGNORECASE
)
#: Participles of what was to be: "the concert | planned for".
_PLANNED = re.compile(
    r"\b(?:planned|scheduled|slated|due|set|expected|announced|booked|meant|supposed|[Pp]lans?)\s+(?:to|for|on|in|at)\b"
)
#: Verbs by which what was planned does not come about, or on another day.
_CALLED_OFF = re.compile(
    r"\b(?:cancel(?:l?ed|s)?|postponed?|postpones|call(?:ed|s)? off|put(?:s)? off|scrap(?:ped|s)?|abandon(?:ed|s)?|"
    r"adjourn(?:ed|s)?|suspend(?:ed|s)?|delay(?:ed|s)?|shelved?|shelves|drop(?:ped|s)?|rescheduled?|"
    r"brought forward|moved|never|failed to|did not|didn['’]t|was not|were not)\b",
    re.IGNORECASE,
)
_MOVED = re.compile(
    r"\b(?:postpon(?:ed?|es|ing)|put(?:s|ting)? (?:back|off)|delay(?:ed|s|ing)?|rescheduled?|brought forward|moved|"
    rf"adjourn(?:ed|s)?|pushed back)\b{INNER}*\b(?:to|until|till|for)\s+\Z|\bextend(?:ed|s)?\b{INNER}*\bto\s+\Z",
    re.IGNORECASE,
)
#: Verbs of moving something in time, from one day to another.
MOVES = re.compile(r"(?:postpon|delay|reschedul|mov|adjourn|extend|push|shift|put|br(?:ing|ought))")
_NOT_UNTIL = re.compile(
    rf"(?:\Anot since|(?:\b(?:not|never)|n['’]t)\b{INNER}{{0,80}}\b(?:until|till|before))\s+(?:the\s+)?\Z",
    re.IGNORECASE,
)
#: "a payment | due on | Tuesday": the date is one of the noun's, and "is due on Tuesday" one of the clause.
_DUE = re.compile(
    r"(?!\b(?:is|are|was|were|be|been|being|falls?|fell|comes?|came|not|now|still|also|both|all|[a-z]+ly)\s)\b[\w-]+\s+due\s+"
    r"(?:(?:on|in|by|at)\s+)?(?:the\s+)?\Z"
)
#: How far before a date the words stand that a clause keeps it for, in characters.
_LEAD = 160
#: "gave the owners | until July"
_GIVEN = re.compile(rf"\bg(?:ave|iven?|iving)\b{INNER}*\b(?:until|till)\s+\Z", re.IGNORECASE)
#: "if the levy is raised, | as the minister proposed on Thursday, | prices could ...": the date is that of the proposal
_COMPARED = re.compile(rf"\bas\s+{INNER}*\Z", re.IGNORECASE)
#: A question in a quotation, which goes on behind it.
_ASKED = re.compile(r"[^.;!]*\?")
#: "according to a decree published on | March 2, students can be called up": when it was made known
_SOURCE = re.compile(rf"\baccording to\s{INNER}*\Z", re.IGNORECASE)
#: Adverbs of what happens again and again.
_HABITUAL = frozenset(("always", "normally", "often", "sometimes", "traditionally", "typically", "usually"))
_BUT = re.compile(r"\b(?:but|before|only to|until)\b", re.IGNORECASE)


def is_moved(sentence: Sentence, clause: Clause, at: Span) -> bool:
    """Whether the clause puts off or brings forward what it tells of, to that date."""
    return _MOVED.search(sentence.text, clause.span.start, at.start) is not None


def keeps_date(sentence: Sentence, clause: Clause, at: Span) -> bool:
    """Whether a clause would not read without its date: to which something is put off, until which it is given or does
    not happen, or on which a thing in it is due."""
    lead = sentence.text[max(clause.span.start, at.start - _LEAD) : at.start]
    patterns = (_GIVEN, _NOT_UNTIL) if clause.reduced else (_GIVEN, _NOT_UNTIL, _DUE)
    kept = any(pattern.search(lead) is not None for pattern in patterns)
    return clause.keeps_date or kept or is_moved(sentence, clause, at)


def is_condition(sentence: Sentence, piece: Span) -> bool:
    """Whether a clause begins with what makes it a condition."""
    return _OPENING_IF.match(sentence.text, piece.start) is not None


def is_void(sentence: Sentence, clause: Clause, at: Span) -> bool:
    """Whether nothing is told of that date: a question, or a plan of which the same sentence says that it failed."""
    text, span = sentence.text, clause.span
    if text[span.start : sentence.span.end].rstrip(" ”’\"')").endswith("?"):
        return True
    if _ASKED.match(text, at.end, sentence.span.end):
        return True
    if text[span.start : span.start + len("whether ")].lower() == "whether " or _is_habit(sentence, clause, at):
        return True
    if _OPENING_IF.match(text, span.start) and _COMPARED.search(text, span.start, at.start):
        return True
    lead = sentence.adjunct(at, span).start
    group = sentence.governing(span, at)
    perfect = group is None or (group.form == "finite" and (group.tense != "present" or sentence.is_state(group)))
    perfect = perfect or (group is not None and "have" in sentence.words.low[group.first : group.end])
    if not perfect and text.startswith("since", lead):
        return True  # "to demand wages unpaid since May": only a perfect tense can have it (Quirk et al., 4.23)
    finite = sentence.finite(span.start, at.start)
    if finite and finite[-1].tense == "future in the past" and sentence.words.low[finite[-1].first] == "had":
        return True  # "had been due to open": it did not
    planned = [
        found
        for found in _PLANNED.finditer(text, span.start, at.start)
        if found.end() >= lead - 60 and not sentence.finite(found.end(), lead)
    ]
    if not planned:
        return False
    begin = planned[-1].start()
    opened = last_comma(text, sentence.span.start, begin) + 1
    if _CALLED_OFF.search(text, opened or sentence.span.start, begin) or _CALLED_OFF.match(text, begin):
        return True
    but = _BUT.search(text, at.end, sentence.span.end)
    behind = text[at.end : sentence.span.end]
    return _CALLED_OFF.search(behind) is not None and (
        but is not None or bool(sentence.finite(at.end, sentence.span.end))
    )


def _is_habit(sentence: Sentence, clause: Clause, at: Span) -> bool:
    """Whether a clause tells of what happens again and again: "rains that normally start in October"."""
    group = sentence.governing(clause.span, at)
    if group is None or group.tense != "present":
        return False
    return not _HABITUAL.isdisjoint(sentence.words.low[max(0, group.first - 1) : group.end + 1])


def status(sentence: Sentence, clause: Clause, at: Span, ahead: Ahead, *, told: bool = False) -> EventStatus | None:
    """What a clause tells of; None where the date cannot be when it did, for then it was misread.

    ``ahead`` says where the date lies, and ``told`` that the clause is what somebody says.
    """
    before = sentence.text[max(sentence.span.start, clause.span.start - 12) : clause.span.start]
    if _OPENING_IF.match(sentence.text, clause.span.start) or re.search(r"\b(?:if|unless)\s+\Z", before, re.IGNORECASE):
        return "conditional"
    if is_moved(sentence, clause, at):
        return "planned" if ahead >= 0 else "reported"
    if ahead <= 0 and _SOURCE.search(sentence.text, clause.span.start, at.start):
        return "reported"
    if clause.nominal:
        return "planned" if ahead > 0 else "reported"
    hull = clause.span
    finite = sentence.finite(hull.start, hull.end)
    group = sentence.governing(hull, at)
    if group is not None and _is_conditional(sentence, hull, group):
        return "conditional"
    main = finite[0] if finite else None
    if group is None:
        limit = re.search(r"\bby\b", sentence.text[sentence.adjunct(at, hull).start : at.start], re.IGNORECASE)
        return "planned" if ahead > 0 or (limit is not None and ahead == 0) else "reported"
    if group.tense == "possible" and ahead < 0 and (told or sentence.words.low[group.first] in ("may", "might")):
        return None
    if group.tense != "past" and sentence.is_unreal(group):
        return "conditional"
    if "possible" in (group.tense, main.tense if main is not None and main.first <= group.first else ""):
        return "conditional"
    lead = sentence.text[sentence.adjunct(at, hull).start : at.start]
    if group.form == "infinitive":
        return _infinitive(sentence, group, main, ahead, lead)
    if group.tense == "would":
        if _IF.search(sentence.span.of(sentence.text)):
            return "conditional"
        return "planned" if ahead > 0 or (told and not _is_refusal(sentence, group, ahead)) else "reported"
    if (
        group.tense == "past"
        and ahead > 0
        and not _AHEAD_LEAD.search(lead)
        and not sentence.within(sentence.end(group), at.start)
    ):
        return None if clause.subject is None and _is_near(sentence, group, at) else "planned"
    if group.tense == "future" and ahead < 0:
        return None
    low = sentence.words.low
    owed = low[group.first] in ("should", "must") or (group.tense == "present" and low[group.verb] in words("meant"))
    if (owed and ahead >= 0) or group.tense in ("future", "future in the past"):
        return "planned"
    return "planned" if ahead > 0 else "reported"


def _is_conditional(sentence: Sentence, hull: Span, group: VerbGroup) -> bool:
    """Whether a verb behind another one is that of a condition: "will strike | unless he is freed by May"."""
    begin = sentence.start(group)
    before = sentence.finite(hull.start, begin)
    return bool(before) and _CONDITION.search(sentence.text, sentence.end(before[-1]), begin) is not None


def _infinitive(sentence: Sentence, group: VerbGroup, main: VerbGroup | None, ahead: Ahead, lead: str) -> EventStatus:
    if ahead > 0:
        return "planned"
    if main is not None and (
        main.tense in ("future", "future in the past") or sentence.words.low[main.verb] in words("meant")
    ):
        return "planned"
    return "reported"


def _is_refusal(sentence: Sentence, group: VerbGroup, ahead: Ahead) -> bool:
    """Whether "would not" tells of what somebody refused in the past, and not of what was to come."""
    return ahead < 0 and any(word in ("not", "n't") for word in sentence.words.low[group.first : group.end])


def _is_near(sentence: Sentence, group: VerbGroup, at: Span) -> bool:
    """Whether no noun of what is to come stands between a verb and a date: "announced | elections in June"."""
    return len(sentence.shown(sentence.end(group), at.start)) <= 2
