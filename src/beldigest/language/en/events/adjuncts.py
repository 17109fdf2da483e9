"""English adjuncts of time: how far they reach in their clause, and how it reads without them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from beldigest.language.en.events.marks import INNER
from beldigest.language.en.verbs.forms import is_finite_word
from beldigest.model import Span

#: How far before a date the words that introduce it stand, in characters.
_NEAR = 60
#: What makes a preposition the adverb of the verb before it: "was sworn in | on March 5", "moved in | last week".
_PARTICLE = r"(?![\s-]+(?:on|in|at|by|since|until|till|during|before|after|last|next|this)\b)"
#: Behind these a word that can introduce a date is the predicate: "is beginning | in May", "became effective | in May".
_PREDICATE = (
    r"(?<!\bbe )(?<!\bis )(?<!\bare )(?<!\bwas )(?<!\bwere )(?<!\bbeen )(?<!\bnot )(?<!\bbecame )(?<!\bbecomes )"
)
#: Words that only introduce a date, right before it; "over" does before "the weekend", and else belongs to its verb.
LEAD_IN = re.compile(
    r"(?:(?<!-)\b(?:i\.e\.|on or (?:about|around|before|after)|(?:no|not) later than|up (?:until|till|to)|"
    r"(?:(?:an?\s+(?:[a-z]+\s+)?)?part|most|much|all|the rest) of|"
    rf"or|(?:on|in){_PARTICLE}|at|by|since|until|till|from|during|before|after|beyond|through|throughout|of|for|between|"
    r"around|about|as of|as (?:early|late|recently|soon|far back) as|between now and|from now (?:to|until)|"
    r"both|just|possibly|perhaps|probably|early|late|later|earlier|(?:well )?into|dated|mid|(?<=[bB]y )end|"
    rf"{_PREDICATE}(?:starting|beginning|effective))[\s-]+){{1,3}}\Z",
    re.IGNORECASE,
)
#: The part of a day that a date goes on to name: "in the early hours | of Sunday".
_PART_OF_DAY = re.compile(
    r"\b(?:in|on|at|during|by|since|until|before|after)?\s*\bthe\s+(?:(?:early|late|small|first|last|final)\s+)?"
    r"(?:hours|morning|afternoon|evening|night|eve|beginning|start|end|course)\s+(?:of|on)\s+\Z",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"\b(the\s+)\Z", re.IGNORECASE)
#: What only says how exact a date is, or that it begins a period, behind it: "by November | at the latest", "until 1994
#: | or later", "from Monday | on".
_TRAIL = re.compile(
    r",?\s+(?:at the (?:latest|earliest)|or (?:later|earlier|before|after|so|thereabouts)|onwards?|alone|itself|"
    r"on(?=[,.;:]|\Z))\b"
)
_OVER = re.compile(r"\bover\s+\Z", re.IGNORECASE)
#: A relative clause that says nothing but when: "a visit | that ended on May 9".
_ONLY_WHEN = re.compile(r",?\s+(?:that|which)\s+(?:(?:was|were|is|are|will)\s+)?[a-z]+\s*\Z")
#: What joins two dates to one list.
_LISTED = re.compile(r"(?:,\s*(?:(?:and|or)\s+)?|\s+(?:and|or)\s+)(?:\b(?:in|on|for|from|at)\s+)?")
#: What joins two dates and no clauses: "in late June | and | July".
BETWEEN_DATES = re.compile(r"\s+(?:and|or)\s+")
#: "the quarter | ended | Sept. 30": the second date says which period the first one is.
_ENDED = re.compile(r"\s+(?:that\s+)?(?:ended|ending)\s+(?:on\s+)?")
#: What a date stands before, where it is one word in small letters.
SMALL_NOUN = re.compile(r"[\s-]+([a-z]{3,})\b")
#: A period joined by a hyphen, as before a noun: "third-quarter".
_JOINED = re.compile(r"[a-z]-(?:quarter|half|year|month|week|day|ago|earlier)\Z")
#: A clause that says more of the day that bounds a period: "since August | , when they stood at $10".
BOUND = re.compile(r"(?:since|until|till|by|before|after|from)\b", re.IGNORECASE)
WHEN = re.compile(rf",?\s+when\s+(?P<told>{INNER}*)")
#: The mark behind a date that opens a line or a bracket: "9 May: | the parade", "(3 March, | after a year)".
_BEFORE_CLAUSE = re.compile(r",(?=\s+(?:when|after|before|while|because|as)\s)")
_SET_OFF = re.compile(r"\s*(?:[,;:]|[–—](?=\s))\s*")
#: The genitive of a date.
OWNING = ("'s ", "’s ")
WORD = re.compile(r"\s*([^\W\d_]+)")


def adjunct(text: str, within: Span, at: Span) -> Span:
    """A date with the words that only introduce it, as far as they lie within a stretch."""
    if _JOINED.search(text, at.start, at.end) and SMALL_NOUN.match(text, at.end):
        return at  # "a drop in | third-quarter | profit"
    start = max(within.start, at.start - _NEAR)
    article = _ARTICLE.search(text, start, at.start)
    first = at.start if article is None else article.start(1)
    lead = _PART_OF_DAY.search(text, start, at.start) or LEAD_IN.search(text, start, first)
    if lead is None and text.startswith("the ", at.start):
        lead = _OVER.search(text, start, at.start)
    if lead is None:
        return at if article is None else Span(first, at.end)
    begin = lead.start()
    while begin < at.start and text[begin].isspace():
        begin += 1
    return Span(begin, at.end)


def coordinated(text: str, at: Span, dates: Sequence[Span]) -> Span:
    """A date with those that it stands in a list with: "in the early 1970s and late 1980s"; or with its genitive."""
    if text.startswith(OWNING, at.end):
        return Span(at.start, at.end + len("'s"))
    for date in dates:
        if date.start >= at.end and _ENDED.fullmatch(text, at.end, date.start):
            at = Span(at.start, date.end)
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
        cut = max(adjunct(text, piece, at).start, piece.start)
        if only_when := _ONLY_WHEN.search(text[piece.start : cut].rstrip()):
            cut = piece.start + only_when.start()
        trail = _TRAIL.match(text, at.end, piece.end)
        rest = min(at.end if trail is None else trail.end(), piece.end)
        if BOUND.match(text, cut, at.start) and (when := WHEN.match(text, rest, piece.end)) is not None:
            rest = when.end()
        head = text[piece.start : cut].rstrip()
        if head.endswith("("):
            if text.startswith(")", rest):
                head, rest = head[:-1].rstrip(), rest + 1
            elif (gap := _SET_OFF.match(text, rest, piece.end)) is not None:
                rest = gap.end()
        elif text.startswith(")", rest) and head.endswith((",", ";")):
            head = head[:-1].rstrip()
        if (gap := (_BEFORE_CLAUSE if head else _SET_OFF).match(text, rest, piece.end)) is not None:
            rest = gap.end()
        elif head.endswith(",") and text.startswith(",", rest):
            rest += 1
            word = WORD.match(text, rest, piece.end)
            if word is not None and is_finite_word(word[1]):
                head = head[:-1]  # "National Day, 2 September, will be": between a subject and its verb
        tail = text[rest : piece.end].lstrip()
        found += [Span(piece.start, piece.start + len(head))] if head else []
        found += [Span(piece.end - len(tail), piece.end)] if tail else []
    return found
