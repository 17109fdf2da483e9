"""English adjuncts of time in their clause: which of them date a happening, and how the clause reads without them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from beldigest.language.en.dates.tense import is_verb, verbs
from beldigest.model import Span

#: How far before a date the words that introduce it stand, and its verb, in characters.
_NEAR, _REACH = 60, 400
#: Words that only introduce a date, right before it; "over" does before "the weekend", and else belongs to its verb.
LEAD_IN = re.compile(
    r"(?:\b(?:on or (?:about|around|before|after)|or|on|in|at|by|since|until|till|from|during|before|after|through|"
    r"throughout|of|for|between|around|about|as of|as (?:early|late) as|between now and|early|late|later|earlier|"
    r"effective|starting|beginning|dated|end|mid)[\s-]+){1,3}"
    r"\Z",
    re.IGNORECASE,
)
_OVER = re.compile(r"\bover\s+\Z", re.IGNORECASE)
#: A relative clause that says nothing but when: "a visit | that ended on May 9".
_ONLY_WHEN = re.compile(r",?\s+(?:that|which)\s+(?:(?:was|were|is|are|will)\s+)?[a-z]+\s*\Z")
_DETERMINER = re.compile(
    r"(?:\b(?:the|a|an|its|his|her|their|our|my|this|that|these|those)|['’]s)\s+(?:[a-z-]+\s+)?\Z", re.IGNORECASE
)
_NOUN = re.compile(
    r"[\s-]+(?!(?:and|or|but|to|in|on|at|by|for|from|with|as|of|after|before|when|while|that|which|who|has|had|have|is|are|"
    r"was|were|will|would|said)\b)[^\W\d_]"
)
#: "eased to 38% from 39% in": the number of another time, and when that was.
_COMPARED_NUMBER = re.compile(
    r"\b(?:from|against|after)\s+(?:(?:about|around|only|just|an?)\s+)*[$€£]?\d\S*\s+(?:(?!to\b|until\b|on\b)\S+\s+){0,3}\Z",
    re.IGNORECASE,
)
_COMPARED = re.compile(
    r"\b(?:than|as (?:many|much|few|little|high|low|large) as|"
    r"compared (?:to|with)|in contrast to|unlike|versus|vs\.?|up from|down from)\s+"
    r"(?:\S+\s+){0,3}(?:(?:in|on|at|during|for|of)\s+)?\Z",
    re.IGNORECASE,
)
#: A comparison that is one expression with its date: "fewer than a year earlier".
_THAN = re.compile(r"(?:more|less|fewer) than\b", re.IGNORECASE)
#: "the financial year | that begins in April": what says which period is meant.
_DEFINED = re.compile(r"\s+(?:that|which)\s+(?:begins?|began|ends?|ended|starts?|started|runs?|ran|was|is|will)\b")
DATELINE = re.compile(
    r"[^\W\d_a-z]{2}[^a-z,(–—]{0,40}(?:,[^–—]{0,60}?)?(?:\s*\([^)]{1,30}\))?\s*(?:–|—|--|_|(?<=\s)-)\s+"
)
_LISTED = re.compile(r"(?:,\s*)?(?:\s*(?:and|or))?\s*")
_SMALL_NOUN = re.compile(r"[\s-]+([a-z]{3,})\b")
#: Where a noun group begins, and what follows on one.
_PREPOSED = re.compile(r"(?:\A|[,;:–—(]\s*|\b(?:and|or|of|for|with|to|into|about|the)\s+)\Z")
_GROUP_END = re.compile(r"\s*(?:[,.;:]|\Z)|\s+(?:and|or|by|to|from|of|for|at)\s")
#: A day or month that only says which one of its kind a noun names: "Sunday | pay".
_BARE = re.compile(r"[^\W\d_]+\Z")
#: The mark behind a date that opens a line or a bracket: "9 May: | the parade", "(3 March, | after a year)".
_SET_OFF = re.compile(r"\s*(?:[,;:]|[–—](?=\s))\s*")
WORD = re.compile(r"\s*([^\W\d_]+)")


def attributive(text: str, sentence: Span, at: Span) -> bool:
    """Whether a date is of no happening: it tells apart what a noun names ("the 2020 elections"), or what something is
    compared with, or stands in a dateline."""
    dateline = DATELINE.match(text, sentence.start, sentence.end)
    if dateline is not None and at.start < dateline.end():
        return True
    before = text[max(sentence.start, at.start - _NEAR) : at.start]
    if _DEFINED.match(text, at.end, sentence.end) is not None:
        return True
    if (
        _COMPARED.search(before)
        or _COMPARED_NUMBER.search(before)
        or _THAN.match(text, at.start, at.end)
        or _tells_apart(text, sentence, at)
        or (before.endswith("-") and LEAD_IN.search(before) is None)
        or text.startswith(("'s ", "’s "), at.end)
    ):
        return True
    return _DETERMINER.search(before) is not None and _NOUN.match(text, at.end, sentence.end) is not None


def _tells_apart(text: str, sentence: Span, at: Span) -> bool:
    """Whether a bare word of time says which one of its kind the noun behind it names: "Sunday pay rose"."""
    if (
        _BARE.match(at.of(text)) is None
        or LEAD_IN.search(text, max(sentence.start, at.start - _NEAR), at.start) is not None
    ):
        return False
    noun = _SMALL_NOUN.match(text, at.end, sentence.end)
    if noun is None or _NOUN.match(text, at.end, sentence.end) is None:
        return False
    if _PREPOSED.search(text[max(sentence.start, at.start - _NEAR) : at.start]) is None and (
        verbs(text, max(sentence.start, at.start - _REACH), at.start) == 0
        or _GROUP_END.match(text, noun.end(), sentence.end) is None
    ):
        return False
    return not is_verb(noun[1]) and not noun[1].endswith(("ed", "ly", "ing"))


def coordinated(text: str, at: Span, dates: Sequence[Span]) -> Span:
    """A date with those that it stands in a list with: "in the late 1980s and early 1990s"."""
    for date in dates:
        if date.start >= at.end and _LISTED.fullmatch(text, at.end, date.start):
            at = Span(at.start, date.end)
    for date in reversed(dates):
        if date.end <= at.start and _LISTED.fullmatch(text, date.end, at.start):
            at = Span(date.start, at.end)
    return at


def without(text: str, pieces: Sequence[Span], at: Span) -> list[Span]:
    """The pieces of a clause without a date and what only introduces it or sets it off: prepositions, the brackets
    that hold nothing else, the colon behind it, and of its commas all but one."""
    found: list[Span] = []
    for piece in pieces:
        if not piece.overlaps(at):
            found.append(piece)
            continue
        lead = LEAD_IN.search(text, piece.start, at.start)
        if lead is None and text.startswith("the ", at.start):
            lead = _OVER.search(text, piece.start, at.start)
        cut = lead.start() if lead else max(at.start, piece.start)
        if only_when := _ONLY_WHEN.search(text[piece.start : cut].rstrip()):
            cut = piece.start + only_when.start()
        rest = min(at.end, piece.end)
        head = text[piece.start : cut].rstrip()
        if head.endswith("("):
            if text.startswith(")", rest):
                head, rest = head[:-1].rstrip(), rest + 1
            elif (gap := _SET_OFF.match(text, rest, piece.end)) is not None:
                rest = gap.end()
        elif text.startswith(")", rest) and head.endswith((",", ";")):
            head = head[:-1].rstrip()
        if not head and (gap := _SET_OFF.match(text, rest, piece.end)) is not None:
            rest = gap.end()
        elif head.endswith(",") and text.startswith(",", rest):
            rest += 1
            word = WORD.match(text, rest, piece.end)
            if word is not None and is_verb(word[1]):
                head = head[:-1]  # "National Day, 2 September, will be": between a subject and its verb
        tail = text[rest : piece.end].lstrip()
        found += [Span(piece.start, piece.start + len(head))] if head else []
        found += [Span(piece.end - len(tail), piece.end)] if tail else []
    return found
