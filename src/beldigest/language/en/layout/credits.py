"""Who wrote, printed or published a text, as a line says it."""

from __future__ import annotations

import re
from functools import cache

from beldigest.language.en.layout.days import DATE, READING_TIME
from beldigest.language.en.layout.lines import SEARCHED, core_of
from beldigest.language.lexicon import lexicon

_NAME = r"[^\W\d_a-z][\w.’'-]{0,30}"
_NAMES = rf"{_NAME}(?:\s+(?:de|van|von|der|al|bin|of|the|for|{_NAME})){{0,6}}"
_BYLINE = re.compile(
    r"(?:[—–-]\s?)?(?:(?i:posted|written|reported|submitted|edited|compiled|story|text|words|article|analysis)\s+)?"
    rf"(?i:by):?\s+(?:the\s+)?{_NAMES}(?:(?:,|\s+and|\s+&|,\s+and)\s+{_NAMES}){{0,4}}(?:,?\s+in\s+{_NAMES})?"
)
#: The last words of a line that says who speaks in what stands below, as in the digest of a forum.
# fmt: off
SPEAKING = frozenset((
    "added", "adds", "announced", "announces", "answered", "answers", "asked", "asks", "commented", "comments",
    "continued", "continues", "explained", "explains", "posted", "posts", "replied", "replies", "reported", "reports",
    "responded", "responds", "said", "says", "shared", "shares", "writes", "wrote",
))
# fmt: on
#: Words of such a line ("Ada Lund then announced") at most.
_SPEAKING_MOST = 4
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
_NOBODY = frozenset(("a", "an", "how", "the", "what", "when", "where", "who", "why"))
_NAMED = re.compile(_PERSON)
_AUTHORS = re.compile(rf"{_PERSON}(?:,\s{_PERSON}){{1,8}},?\s(?:and|&)\s{_PERSON}")
#: What every byline has one of, to look for first.
BY = frozenset(("by", "min", "minute", "author", "authors", "byline", "reporter", "reporters", "editor", "writer"))
#: A source with the time that its text takes to read ("Evening Post | 4 min read").
_TIMED = re.compile(r"[^|·•.\n]{2,60}\s[|·•]\s\d{1,3}[ -]min(?:ute)?s? read", re.IGNORECASE)
_AUTHOR = re.compile(r"(?:author|authors|byline|reporter|reporters|editor|writer)\s?:\s+\S.{0,80}\Z", re.IGNORECASE)
#: The name of a paper before the day of its issue ("El Sur (Lima), 3 May", "Evening Post, Leeds, 3 May").
_OUTLET = re.compile(rf"(?:{_NAME}\s){{0,3}}{_NAME}(?:,?\s\(?{_NAME}\)?)?,\s(?i:{DATE.pattern})")
_LINKING = re.compile(r"\s(?:on|at|in)$")


def is_byline(line: str) -> bool:
    """Whether a line says who wrote what stands below or above it, and nothing else."""
    if len(line) > 160:
        return False
    if "by" in line.lower():
        undated = core_of(_LINKING.sub("", core_of(READING_TIME.sub("", DATE.sub("", _ACCOUNT.sub("", line))))))
        if _BYLINE.fullmatch(undated) or _POSTED.fullmatch(undated):
            return True
    return _AUTHOR.match(line) is not None or _TIMED.fullmatch(line) is not None or are_authors(line)


def credit(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Where the byline stands that follows the end of a title at once, and that a dash or a colon parts from more."""
    match = _CREDITED.match(text, start, min(end, start + SEARCHED))
    return match.span("byline") if match else None


def are_authors(line: str) -> bool:
    """Whether a line is the names of three authors or more, and nothing else."""
    return len(line) <= 160 and ", " in line and _AUTHORS.fullmatch(line) is not None


def is_name(line: str) -> bool:
    """Whether a line has the form of a person's name, and nothing else."""
    return len(line) <= 80 and _NAMED.fullmatch(line) is not None


def is_speaker(line: str) -> bool:
    """Whether a line is the name of a speaker and a verb of speech, and nothing else: not "What the mayor said"."""
    words = line.split()
    named = 1 < len(words) <= _SPEAKING_MOST and words[0].casefold() not in _NOBODY
    return named and words[-1] in SPEAKING and "," not in line


def is_outlet(line: str) -> bool:
    """Whether a line is a name and a day: the paper that a story was in, or the title of a publication."""
    return len(line) <= 80 and _OUTLET.fullmatch(line) is not None


@cache
def _shortened() -> frozenset[str]:
    return frozenset(entry[0] for entry in lexicon("en", "sentences_abbreviations"))


def publisher(line: str) -> tuple[int, int] | None:
    """Where the name of the publisher stands in a line that states it ("A publication of the Harbour Institute")."""
    match = _PUBLISHER.search(line[:SEARCHED])
    if match is None:
        return None
    start, end = match.span("name")
    shortened = match["name"].removesuffix(".").split()[-1] in _shortened()
    return start, end - (match["name"].endswith(".") and not shortened)
