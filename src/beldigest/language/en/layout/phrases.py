"""The phrases and patterns that mark contents lists, menus, advertisements and imprints."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from beldigest.language.en.layout.lines import PIECE, WORD, core_of, fold, pieces_of
from beldigest.language.en.layout.reporting import reports
from beldigest.language.lexicon import lexicon

_CONTENTS = re.compile(
    r"(?:also |what's )?in(?:side)? (?:the|this|today's|our|your)(?: \S{1,30}){0,4}? "
    r"(?:issue|edition|newsletter|letter|digest|bulletin|briefing|report|e-?mail|update|post|article|page)\b"
    r"|(?:this|the|today's)(?: \S{1,30}){0,3}? (?:issue|edition|newsletter|digest|bulletin|briefing|update)\b.{0,60}"
    r"\b(?:contains|includes|features|covers|contents)\b"
)
_COPYRIGHT = re.compile(
    r"copyright\s{0,3}(?:©|\(c\)|\d{4})|(?:©|\(c\))\s{0,3}(?:copyright\s{0,3})?\d{4}|℗"
    r"|^\W{0,3}©|©[^.\n]{1,60}\b(?:19|20)\d\d\b|^\W{0,3}copyright [^.\n]{1,60}, (?:19|20)\d\d\b"
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
#: A line that leads to another place in the publication ("Go to Section", "Back to the top").
_LEADING = re.compile(
    r"(?:(?:go |jump )?back|go|jump|return|skip) to (?:\S{1,20} ){0,3}"
    r"(?:archives?|beginning|contents|home ?page|index|list|page|section|top|(?:web )?site)"
)
#: What every post in an imprint has one of, to look for first.
_POSTS = frozenset(
    ("editor", "editors", "publisher", "publishers", "producer", "producers", "webmaster", "contact", "contacts")
)
_POST = r"(?:editors?|publishers?|producers?|webmaster|contact)(?:[ -]in[ -]chief)?"
_RANK = r"(?:assistant|associate|chief|contributing|copy|deputy|executive|founding|general|managing|news|senior|web)"
#: The label of a line in an imprint: a post before a colon, or alone. "Court jails editor" is neither.
_STAFF = re.compile(rf"(?:(?:\w{{1,20}}[ -]){{0,2}}{_POST}\s?:|(?:{_RANK}[ -]){{0,2}}{_POST}\Z)")
#: What stands before the label in brackets with which a title ends ("Plan your fleet (Sponsor)").
_LABEL = re.compile(r".*[(\[]", re.DOTALL)
#: What a publication says of itself: who makes it, or how readers can help, get it or pass it on. In a report "this
#: issue" is most often a question and an edition that of a fair, so these count only where they are made, or are back
#: numbers.
_OF_ITSELF = re.compile(
    r"\b(?:compil|contribut|creat|edit|enjoy|forward|improv|produc|publish|read|receiv|recommend|shar|subscrib|support"
    r"|translat|writ)(?:e[ds]?|ing|ten|s)?(?: \S{1,20}){0,3}? (?:(?:back|our) issues?"
    r"|(?:this|our|the next|future|back) (?:newsletter|digest|bulletin(?! board)|briefing)s?)\b"
    r"|\b(?:this|our) (?:newsletter|digest|bulletin|briefing|issue|edition) (?:of .{1,60} )?(?:is|was|has been) "
    r"(?:compiled|curated|edited|prepared|produced|published|put together|(?:made|sent|written) (?:by|in|to|with))\b"
)
#: Who pays for an issue, before he is named.
_PAID = re.compile(
    r"(?:this|today's) (?:newsletter|digest|bulletin|briefing|issue|edition)\b(?: of .{1,60})? (?:is |was )?"
    r"(?:brought to you|made possible|sponsored|supported)(?: in part)? by\b"
)
#: The names of a publication, one of which stands in either, to look for first.
_PUBLICATIONS = frozenset(
    name + s for name in ("newsletter", "digest", "bulletin", "briefing", "issue", "edition") for s in ("", "s")
)
_END = re.compile(r"end of (?:\S{1,30} ){0,5}?(?:digest|newsletter|issue|bulletin|briefing|list|message)\b")
_PATTERNS = (
    ("contents", _CONTENTS.match),
    ("imprint", _END.match),
    ("more", _SOURCE.fullmatch),
    ("more", _CREDIT.match),
    ("more", _COMMENTS.fullmatch),
    ("more", _LEADING.fullmatch),
)
#: The first words of what the patterns match, numbers aside.
# fmt: off
_FIRSTS = frozenset((
    "also", "appeared", "back", "comment", "comments", "end", "first", "go", "in", "inside", "jump", "link",
    "links", "no", "originally", "published", "read", "reference", "references", "return", "skip", "source",
    "sources", "the", "this", "today's", "url", "via", "was", "what's",
))
# fmt: on
#: The number of a part, which stands before its name.
_PART_NUMBER = re.compile(r"(?:[ivxl]{1,6}|[a-h]|\d{1,2})[.)] (?=\w)")


@cache
def _phrases(place: str) -> dict[str, tuple[tuple[str, str], ...]]:
    """The phrases that stand in one place with what each of them marks, by their first word, the longest first."""
    found: dict[str, list[tuple[str, str]]] = {}
    for phrase, mark, where in lexicon("en", "layout_phrases"):
        if where == place and (first := WORD.search(phrase)):
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
            found.setdefault(max(PIECE.findall(phrase), key=len), []).append(phrase)
    return found


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
        for word in WORD.finditer(line):
            if word.group() in firsts and (found := _at(line, word.group(), word.start(), "any")):
                yield found


def marks(line: str) -> tuple[tuple[str, str], ...]:
    """What the words of a line mark, with the words: pairs such as ``("imprint", "unsubscribe")``.

    The marks are ``more`` (a link to the full text), ``contents`` (the head of a contents list), ``points`` (that of a
    summary), ``summary`` (the beginning of one), ``advert``, ``sponsor`` (the same in fewer words), ``imprint``
    (about the publication itself), ``share`` (a button of a page), ``part`` (the name of a part that stories have),
    ``anaphora`` (a word that refers to what was said before), ``greeting``, ``caption``, ``masthead`` and
    ``attribution``.
    """
    folded = fold(line)
    return marked(line, folded, pieces_of(folded))


def marked(line: str, folded: str, pieces: frozenset[str]) -> tuple[tuple[str, str], ...]:
    """What :func:`marks` gives, for a line whose characters in small letters and words are known."""
    word = WORD.search(folded, number.end() if (number := _PART_NUMBER.match(folded)) else 0)
    if word is None:
        return ()
    found: list[tuple[str, str]] = []
    first, start = word.group(), word.start()
    if opening := _at(folded, first, start, "start"):
        found.append(opening)
    core = core_of(folded)
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
    if not _PUBLICATIONS.isdisjoint(pieces):
        if match := _OF_ITSELF.search(folded):
            found.append(("imprint", match.group()))
        if match := _PAID.match(folded):
            found.append(("advert", match.group()))
    if not _telling().keys().isdisjoint(pieces):
        found += _anywhere(folded, pieces)
    if not found:
        return ()
    if sum(mark == "imprint" for mark, _ in found) == 1 and reports(line):  # two say more than the form of a verb
        found = [mark for mark in found if mark[0] != "imprint"]
    return tuple(dict.fromkeys(found))
