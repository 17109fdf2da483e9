"""The words of a digest's layout: what marks contents lists, menus, footers, bylines and dates in English."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from beldigest.language.days import WRITTEN
from beldigest.language.en.words.inflection import irregular
from beldigest.language.lexicon import lexicon

#: Labels that say that the title follows.
TITLE_LABELS = ("title", "headline", "subject")

_MONTH = (
    r"(?:jan(?:uary|\.)?|feb(?:ruary|\.)?|mar(?:ch|\.)?|apr(?:il|\.)?|may|june?\.?|july?\.?|aug(?:ust|\.)?|"
    r"sept?(?:ember|\.)?|oct(?:ober|\.)?|nov(?:ember|\.)?|dec(?:ember|\.)?)"
)
_DAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day|\.)?"
_DATE = re.compile(
    rf"(?<!\w)(?:(?:{_DAY},?\s{{1,3}})?(?:"
    rf"{_MONTH}\s{{1,3}}\d{{1,2}}(?:st|nd|rd|th)?(?:\s?[-–—&]\s?(?:{_MONTH}\s{{1,3}})?\d{{1,2}})?(?:,?\s{{1,3}}\d{{4}})?"
    rf"|\d{{1,2}}(?:st|nd|rd|th)?(?:\s?[-–—]\s?\d{{1,2}})?\s{{1,3}}(?:of\s{{1,3}})?{_MONTH}(?:,?\s{{1,3}}\d{{4}})?"
    rf"|{_MONTH},?\s{{1,3}}\d{{4}}"
    rf"|\d{{4}}[-/.]\d{{1,2}}[-/.]\d{{1,2}}|\d{{1,2}}[/.]\d{{1,2}}[/.]\d{{2,4}}"
    rf"|\d{{4}}\s?年\s?\d{{1,2}}\s?月(?:\s?\d{{1,2}}\s?日)?(?:\s?(?:星期|周)[一二三四五六日天])?)"
    rf"|{_DAY}|\d{{1,2}}:\d{{2}}(?::\d{{2}})?(?:\s?[ap]\.?m\.?)?)(?!\w)",
    re.IGNORECASE,
)
#: What stands before the day of an issue ("As of 3 May 2023", "For the week of ...").
_PERIOD = re.compile(
    r"\A(?:(?:as|covering|date|edition|for|from|issue|of|on|period|posted|published|released|situation|to|update|updated|week)"
    r"\b:?\s{0,3}(?:the\s{1,3})?){1,6}",
    re.IGNORECASE,
)
#: What stands before the number of an issue, to look for first.
_COUNTED = frozenset(("issue", "edition", "vol", "volume", "nr", "no", "number", "week", "part", "#", "№"))
_YEAR = re.compile(r"(?:19|20)(?<!\d\d\d)\d\d(?!\d)")
_NUMBERED = re.compile(
    r"(?<!\w)(?:issue|edition|vol(?:ume|\.)?|n[or]\.?|number|week|part|#|№)\s{0,2}#?\s{0,2}\d{1,5}(?!\w)"
)
_NAME = r"[^\W\d_a-z][\w.’'-]{0,30}"
_NAMES = rf"{_NAME}(?:\s+(?:de|van|von|der|al|bin|of|the|for|{_NAME})){{0,6}}"
_BYLINE = re.compile(
    r"(?:[—–-]\s?)?(?:(?i:posted|written|reported|submitted|edited|compiled|story|text|words|article|analysis)\s+)?"
    rf"(?i:by):?\s+(?:the\s+)?{_NAMES}(?:(?:,|\s+and|\s+&|,\s+and)\s+{_NAMES}){{0,4}}"
)
#: A byline between a title that runs in and its text ("by Ann Lee - how the lamps were lit").
_CREDITED = re.compile(rf"[\s,]{{1,3}}(?P<byline>{_BYLINE.pattern})\s?[-–—:|]{{1,2}}\s(?=\S)")
#: In brackets after an author's name the account or the house.
_ACCOUNT = re.compile(r"\s\([^()\n]{2,40}\)$")
#: What blog software puts under a title, with the name of an account ("Posted on 22 May by shirin").
_POSTED = re.compile(r"(?i:posted|published|written|submitted)\s+(?:(?:on|at|in)\s+)?(?i:by)\s+[\w.@/-]{1,40}")
_PUBLISHER = re.compile(
    r"(?i:publication of|(?:published|produced|issued) (?:weekly |monthly )?by)"
    rf"\s{{1,3}}(?i:the\s{{1,3}})?(?P<name>{_NAME}(?:(?<!\w{{3}}\.)[ \n](?:of|for|the|and|&|on|in|{_NAME})){{0,7}})"
)
#: The names of three authors or more, and nothing else.
_PERSON = rf"{_NAME}(?:\s{_NAME}){{1,3}}"
_AUTHORS = re.compile(rf"{_PERSON}(?:,\s{_PERSON}){{1,8}},?\s(?:and|&)\s{_PERSON}")
#: What every byline has one of, to look for first.
_BY = frozenset(("by", "min", "minute", "author", "authors", "byline", "reporter", "reporters", "editor", "writer"))
#: A source with the time that its text takes to read ("Evening Post | 4 min read").
_TIMED = re.compile(r"[^|·•.\n]{2,60}\s[|·•]\s\d{1,3}[ -]min(?:ute)?s? read", re.IGNORECASE)
_AUTHOR = re.compile(r"(?:author|authors|byline|reporter|reporters|editor|writer)\s?:\s+\S.{0,80}\Z", re.IGNORECASE)
_READING_TIME = re.compile(r"\(?\d{1,3}\s?[- ]?min(?:ute)?s?\.?(?:\s+read)?\)?", re.IGNORECASE)
_CONTENTS = re.compile(
    r"(?:also |what's )?in(?:side)? (?:the|this|today's|our|your)(?: \S{1,30}){0,4}? "
    r"(?:issue|edition|newsletter|letter|digest|bulletin|briefing|report|e-?mail|update|post|article|page)\b"
    r"|(?:this|the|today's)(?: \S{1,30}){0,3}? (?:issue|edition|newsletter|digest|bulletin|briefing|update)\b.{0,60}"
    r"\b(?:contains|includes|features|covers|contents)\b"
)
_COPYRIGHT = re.compile(
    r"copyright\s{0,3}(?:©|\(c\)|\d{4})|(?:©|\(c\))\s{0,3}(?:copyright\s{0,3})?\d{4}|℗"
    r"|^\W{0,3}©|©[^.\n]{1,60}\b(?:19|20)\d\d\b"
)
#: What every notice of copyright has one of, to look for first.
_RIGHTS = frozenset(("copyright", "c", "©", "℗"))
#: What blog software puts under each entry of its feed, and papers under what they reprint.
_CREDIT = re.compile(
    r"the post\b.{1,500}\b(?:appeared first|first appeared) on\b"
    r"|(?:this (?:article|piece|post|story) )?(?:was )?"
    r"(?:appeared first|first appeared|(?:originally|first) published) (?:by|in|on)\b",
    re.IGNORECASE,
)
_COMMENTS = re.compile(
    r"(?:\d{1,5} )?comments?(?: \(\d{1,5}(?: \w{1,10})?\))?(?: \d{1,5})?|(?:no|\d{1,5}) (?:comments?|replies|responses)"
)
_SOURCE = re.compile(
    r"(?:sources?|references?|via|(?:originally )?published(?: in| by)?|links?|url|read(?: more)? at)\s?:"
    r"\s?(?:\S{1,40}\s?){0,12}"
)
#: What every post in an imprint has one of, to look for first.
_POSTS = frozenset(
    ("editor", "editors", "publisher", "publishers", "producer", "producers", "webmaster", "contact", "contacts")
)
_POST = r"(?:editors?|publishers?|producers?|webmaster|contact)(?:[ -]in[ -]chief)?"
_RANK = r"(?:assistant|associate|chief|contributing|copy|deputy|executive|founding|general|managing|news|senior|web)"
#: The label of a line in an imprint: a post before a colon, or alone. "Court jails editor" is neither.
_STAFF = re.compile(rf"(?:(?:\w{{1,20}}[ -]){{0,2}}{_POST}\s?:|(?:{_RANK}[ -]){{0,2}}{_POST}\Z)")
_DATED = re.compile(f"{_DATE.pattern}|{_NUMBERED.pattern}", re.IGNORECASE)
_ZONE = re.compile(r"\W{0,4}(?:[A-Z]{2,4}\W{0,3})?")
#: The name of a paper before the day of its issue ("El Sur (Lima), 3 May", "Evening Post, Leeds, 3 May").
_OUTLET = re.compile(rf"(?:{_NAME}\s){{0,3}}{_NAME}(?:,?\s\(?{_NAME}\)?)?,\s(?i:{_DATE.pattern})")
_LINKING = re.compile(r"\s(?:on|at|in)$")
_QUOTED = re.compile(r"[\"“][^\"“”]{0,600}[\"”]")
#: Who speaks in an imprint and whom it addresses, and what it calls itself.
_ADDRESSING = re.compile(
    r"\b(?:i|me|my|we|us|our|ours|you|your|yours|please)\b"
    r"|\b(?:the|this) (?:newsletter|digest|bulletin|mailing list)\b"
    r"|\bthis (?:\w{1,20} )?(?:document|edition|e-?mail|issue|list|message|page|publication|service|site|website)\b"
)
#: Words after which a regular past form is a participle ("an expressed wish"); of "was founded" the auxiliary counts.
_BEFORE_PARTICIPLE = re.compile(r"an?|the|of|in|on|at|by|for|from|with|to|is|are|be|been|being|as|and|or|not|no")
#: Adverbs with which a note begins that has a participle and no subject ("Last updated on Friday").
_NOTING = frozenset(("first", "initially", "last", "newly", "originally", "previously", "recently"))
_PARTING = re.compile(r"[.!?;:|]")
#: Words that stand after a participle, not after a verb in the past ("published by", "views expressed are").
_BEFORE_FINITE = re.compile(r"by|are|is|do|does|may|can|will")
#: What stands before the label in brackets with which a title ends ("Plan your fleet (Sponsor)").
_LABEL = re.compile(r".*[(\[]", re.DOTALL)
_END = re.compile(r"end of (?:\S{1,30} ){0,5}?(?:digest|newsletter|issue|bulletin|briefing|list|message)\b")
_PATTERNS = (
    ("contents", _CONTENTS.match),
    ("imprint", _END.match),
    ("more", _SOURCE.fullmatch),
    ("more", _CREDIT.match),
    ("more", _COMMENTS.fullmatch),
)
#: The first words of what the patterns match, numbers aside.
# fmt: off
_FIRSTS = frozenset((
    "also", "appeared", "comment", "comments", "end", "first", "in", "inside", "link", "links", "no", "originally",
    "published", "read", "reference", "references", "source", "sources", "the", "this", "today's", "url", "via", "was",
    "what's",
))
# fmt: on
_WORD = re.compile(r"[^\W_]+(?:['.-][^\W_]+)*")
#: The number of a part, which stands before its name.
_PART_NUMBER = re.compile(r"(?:[ivxl]{1,6}|[a-h]|\d{1,2})[.)] (?=\w)")
#: Words, the parts of joined ones apart, and signs that say as much.
_PIECE = re.compile(r"[^\W\d_]+|[©℗#№]")
_ASCII_PIECE = re.compile(r"[a-z]+|#")
_CORE = re.compile(r"[^\W_](?:.*[^\W_])?", re.DOTALL)
_DIGIT = re.compile(r"\d")
#: What every date and time has one of, to look for first: the name of a month or a day, or signs between numbers.
# fmt: off
_DATE_NAMES = frozenset((
    "jan", "january", "feb", "february", "mar", "march", "apr", "april", "may", "jun", "june", "jul", "july", "aug",
    "august", "sep", "sept", "september", "oct", "october", "nov", "november", "dec", "december",
    "mon", "monday", "tue", "tues", "tuesday", "wed", "wednesday", "thu", "thurs", "thursday", "fri", "friday",
    "sat", "saturday", "sun", "sunday",
))
# fmt: on
_DATE_SIGN = re.compile(r"[-/.:年](?:(?<=\d[-/.])\d{1,2}[-/.]\d|(?<=\d:)\d\d|(?<=年))")
#: Characters that a date with its weekday has at most.
_DATE_MOST = 48
#: Spaces that a line which is a date, and nothing else, has at most, and one which is the day of a week.
_DATE_SPACES = 12
_DAY_SPACES = 4

#: Characters of a line that are searched for phrases; further ones belong to prose.
_SEARCHED = 160


@cache
def _phrases(place: str) -> dict[str, tuple[tuple[str, str], ...]]:
    """The phrases that stand in one place with what each of them marks, by their first word, the longest first."""
    found: dict[str, list[tuple[str, str]]] = {}
    for phrase, mark, where in lexicon("en", "layout_phrases"):
        if where == place and (first := _WORD.search(phrase)):
            found.setdefault(first.group(), []).append((phrase, mark))
    return {first: tuple(sorted(phrases, key=lambda entry: -len(entry[0]))) for first, phrases in found.items()}


@cache
def _lines() -> dict[str, str]:
    """What whole lines mark."""
    return {phrase: mark for phrase, mark, where in lexicon("en", "layout_phrases") if where == "whole"}


@cache
def _telling() -> dict[str, list[str]]:
    """The phrases that may stand anywhere, by the longest word of each, which few lines have, to look for first."""
    found: dict[str, list[str]] = {}
    for phrases in _phrases("any").values():
        for phrase, _ in phrases:
            found.setdefault(max(_PIECE.findall(phrase), key=len), []).append(phrase)
    return found


def _core(line: str) -> str:
    """A line without what is no letter or digit at its ends."""
    match = _CORE.search(line)
    return match.group() if match else ""


def _at(line: str, word: str, start: int, place: str) -> tuple[str, str] | None:
    """What the longest phrase that begins with a word of a line, at ``start``, marks, and the phrase."""
    for phrase, mark in _phrases(place).get(word, ()):
        end = start + len(phrase)
        if line.startswith(phrase, start) and not (line[end : end + 1].isalnum() and phrase[-1].isalnum()):
            return mark, phrase
    return None


def _anywhere(line: str, pieces: frozenset[str]) -> Iterator[tuple[str, str]]:
    """What the phrases mark that stand anywhere in a line, and the phrases."""
    telling, firsts = _telling(), _phrases("any")
    if any(phrase in line for piece in telling.keys() & pieces for phrase in telling[piece]):
        for word in _WORD.finditer(line):
            if word.group() in firsts and (found := _at(line, word.group(), word.start(), "any")):
                yield found


class Signs(NamedTuple):
    """What the words of a line say: see :func:`is_byline`, :func:`is_dated`, :func:`is_issued` and :func:`marks`."""

    byline: bool
    dated: bool
    issued: bool
    marks: tuple[tuple[str, str], ...]


def signs(line: str) -> Signs:
    """What the words of a line say, all at once; single spaces part them."""
    folded = line[:_SEARCHED].replace("’", "'").lower().strip()
    pieces = _pieces(folded)
    return Signs(
        (not _BY.isdisjoint(pieces) and is_byline(line)) or _are_authors(line),
        _may_date(line, pieces) and is_dated(line),
        _may_issue(line, pieces) and is_issued(line),
        _marks(line, folded, pieces),
    )


def marks(line: str) -> tuple[tuple[str, str], ...]:
    """What the words of a line mark, with the words: pairs such as ``("imprint", "unsubscribe")``.

    The marks are ``more`` (a link to the full text), ``contents`` (the head of a contents list), ``points`` (that of a
    summary), ``summary`` (the beginning of one), ``advert``, ``sponsor`` (the same in fewer words), ``imprint``
    (about the publication itself), ``share`` (a button of a page), ``part`` (the name of a part that stories have),
    ``anaphora`` (a word that refers to what was said before), ``greeting``, ``caption``, ``masthead`` and
    ``attribution``.
    """
    folded = _folded(line)
    return _marks(line, folded, _pieces(folded))


def _folded(line: str) -> str:
    """The characters of a line that are searched, in small letters."""
    return " ".join(line[:_SEARCHED].replace("’", "'").lower().split())


def _pieces(folded: str) -> frozenset[str]:
    """The words of a line in small letters, and the signs that say as much."""
    return frozenset((_ASCII_PIECE if folded.isascii() else _PIECE).findall(folded))


def _marks(line: str, folded: str, pieces: frozenset[str]) -> tuple[tuple[str, str], ...]:
    word = _WORD.search(folded, number.end() if (number := _PART_NUMBER.match(folded)) else 0)
    if word is None:
        return ()
    found: list[tuple[str, str]] = []
    first, start = word.group(), word.start()
    if opening := _at(folded, first, start, "start"):
        found.append(opening)
    core = _core(folded)
    if core in _lines():
        found.append((_lines()[core], core))
    elif folded[-1] in ")]" and _lines().get(label := _LABEL.split(folded)[-1][:-1]) == "advert":
        found.append(("advert", label))
    if first in _FIRSTS or first[0].isdecimal():
        whole = " ".join(line.split())[start:].lower().rstrip(" »→")
        found += [(mark, match.group()) for mark, matches in _PATTERNS if (match := matches(whole))]
    if not _RIGHTS.isdisjoint(pieces) and (match := _COPYRIGHT.search(folded)):
        found.append(("imprint", match.group()))
    if not _POSTS.isdisjoint(pieces) and (match := _STAFF.match(folded)):
        found.append(("imprint", match.group()))
    if not _telling().keys().isdisjoint(pieces):
        found += _anywhere(folded, pieces)
    if not found:
        return ()
    if sum(mark == "imprint" for mark, _ in found) == 1 and reports(line):  # two say more than the form of a verb
        found = [mark for mark in found if mark[0] != "imprint"]
    return tuple(dict.fromkeys(found))


#: Past forms that are nouns or adjectives, or the base of another verb.
_AMBIGUOUS = frozenset(("bit", "bound", "ground", "lay", "lit", "paid", "wound"))


@cache
def _pasts() -> frozenset[str]:
    """Past forms of irregular verbs that are no noun, adjective or base form as well."""
    return frozenset(past for base, (past, _) in irregular().items() if past != base) - _AMBIGUOUS | {"were"}


def reports(line: str) -> bool:
    """Whether a line tells what somebody did: a sentence with a subject and a verb in the past.

    An imprint speaks in the present, in participles without a subject ("Published by ...") and in imperatives; where it
    tells anything, it is of itself and its reader ("You received this because you signed up").
    """
    told = " ".join(line.replace("’", "'").split())
    lower = _QUOTED.sub(" ", told).lower()
    if told[-1:] not in tuple(".!?\"'”") or _ADDRESSING.search(lower):
        return False
    words = list(_WORD.finditer(lower))
    for index, (before, verb, after) in enumerate(zip(words, words[1:], words[2:], strict=False)):
        word = verb.group()
        if word in _pasts() or (word == "been" and before.group() in ("has", "have")):
            return True
        noting = before.group() in _NOTING
        if noting and (not index or _PARTING.search(lower, words[index - 1].end(), before.start())):
            continue
        joined = lower[before.end() : verb.start()] == " " and not _BEFORE_PARTICIPLE.fullmatch(before.group())
        if joined and len(word) > 4 and word.endswith("ed") and not _BEFORE_FINITE.fullmatch(after.group()):
            return True
    return False


def is_byline(line: str) -> bool:
    """Whether a line says who wrote what stands below or above it, and nothing else."""
    if len(line) > 160:
        return False
    if "by" in line.lower():
        undated = _core(_LINKING.sub("", _core(_READING_TIME.sub("", _DATE.sub("", _ACCOUNT.sub("", line))))))
        if _BYLINE.fullmatch(undated) or _POSTED.fullmatch(undated):
            return True
    return _AUTHOR.match(line) is not None or _TIMED.fullmatch(line) is not None or _are_authors(line)


def credit(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Where the byline stands that follows the end of a title at once, and that a dash or a colon parts from more."""
    match = _CREDITED.match(text, start, min(end, start + _SEARCHED))
    return match.span("byline") if match else None


def _are_authors(line: str) -> bool:
    return len(line) <= 160 and ", " in line and _AUTHORS.fullmatch(line) is not None


def is_dated(line: str) -> bool:
    """Whether a line is a date or a time and nothing else but a place before it, an issue or the time it takes to read.

    "12 June: council meeting" is none: what stands after the date is an announcement.
    """
    if len(line) > 80 or line.count(" ") > (_DATE_SPACES if _DIGIT.search(line) else _DAY_SPACES):
        return False
    if line[-4:].isdecimal() and WRITTEN.fullmatch(line):
        return True
    if not _DATE.search(line) and not _NUMBERED.search(line.lower()):
        return False
    *before, after = _DATED.split(_PERIOD.sub("", _READING_TIME.sub("", line), count=1))
    return len(re.findall(r"\w+", " ".join(before))) <= 2 and _ZONE.fullmatch(after) is not None


def is_outlet(line: str) -> bool:
    """Whether a line is a name and a day: the paper that a story was in, or the title of a publication."""
    return len(line) <= 80 and _OUTLET.fullmatch(line) is not None


def _may_date(line: str, pieces: frozenset[str]) -> bool:
    """Whether a line may be a date, which its words and signs mostly tell that it is not."""
    if len(line) > 80:
        return False
    if _DATE_SIGN.search(line) or not (_DATE_NAMES.isdisjoint(pieces) and _COUNTED.isdisjoint(pieces)):
        return True
    return _YEAR.search(line, len(line) - 4) is not None  # in another language


def dates(line: str) -> tuple[tuple[int, int], ...]:
    """Where the dates of a line stand, those of a weekday or a time alone left out."""
    return tuple(
        match.span()
        for match in _DATE.finditer(line[:_SEARCHED])
        if len(match.group()) > 5 and any(c.isdigit() for c in match.group()) and ":" not in match.group()
    )


@cache
def _shortened() -> frozenset[str]:
    return frozenset(entry[0] for entry in lexicon("en", "sentences_abbreviations"))


def publisher(line: str) -> tuple[int, int] | None:
    """Where the name of the publisher stands in a line that states it ("A publication of the Harbour Institute")."""
    match = _PUBLISHER.search(line[:_SEARCHED])
    if match is None:
        return None
    start, end = match.span("name")
    shortened = match["name"].removesuffix(".").split()[-1] in _shortened()
    return start, end - (match["name"].endswith(".") and not shortened)


def is_issued(line: str) -> bool:
    """Whether a line gives the number of an issue, or begins or ends with a day or a month and its year."""
    line = line[:_SEARCHED]
    if _NUMBERED.search(line.lower()) is not None:
        return True
    core = _core(line)
    first = _DATE.match(core)
    if first is not None and _YEAR.search(first.group()):
        return True
    last = max(0, len(core) - _DATE_MOST)
    if _YEAR.search(core, last) is None:
        return False
    return any(date.end() == len(core) and _YEAR.search(date.group()) for date in _DATE.finditer(core, last))


def _may_issue(line: str, pieces: frozenset[str]) -> bool:
    """Whether a line may give the number or the year of an issue."""
    return not _COUNTED.isdisjoint(pieces) or _YEAR.search(line, 0, _SEARCHED) is not None
