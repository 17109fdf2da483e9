"""Noun groups that name a happening and have a date of their own: "following | the vote in March on the budget"."""

from __future__ import annotations

import re

from beldigest.language.en.events.attributive import attributive
from beldigest.language.en.events.marks import MARK
from beldigest.language.en.events.sentence import Sentence
from beldigest.language.en.events.subjects import noun_group
from beldigest.language.en.events.words import is_happening
from beldigest.language.en.words.classes import CAPITAL, COMMA, DETERMINER, POSSESSIVE
from beldigest.model import Span

#: Before a noun group they set what it names apart in time from what the verb tells, whatever the noun.
_SEQUENCE = frozenset(("after", "following", "since", "upon"))
#: Others that do so where the noun names a happening.
_APART = _SEQUENCE | {"before", "until"}
#: Those that do so where it is said what or whose it was: "over | the arrest of the mayor".
_ABOUT = frozenset(("over", "despite", "about", "regarding", "concerning"))
#: "ahead of the vote", "prior to the vote", "in response to the attack"
_APART_PHRASE = re.compile(
    r"\b(?:ahead of|prior to|up to|run-up to|lead-up to|response to|reaction to|due to|thanks to|linked to|because of|"
    r"anniversary of|accused of|suspected of|convicted of|victims of|in connection with|aftermath of|wake of|"
    r"comment(?:ed|s|ing)? on|(?:inquiry|investigation|probe) (?:in)?to)\s+\Z",
    re.IGNORECASE,
)
_COMPLEMENT = re.compile(r"\s+(?:of|on|in|at|against|over|between|by|with|near|for)\s+(?=\S)")
#: Verbs that set one happening beside another: "linked | the appointment in May | to the release".
_RELATING = re.compile(
    r"\b(?:link|tie|compar|attribut|relat|ascrib|liken|connect)(?:e?d|es|s|e|ing)?\s+\Z", re.IGNORECASE
)
_COMPLETED = re.compile(r"\s(?:of|on|in|at|against)\s|['’]s?\s")
_LINKS = frozenset(("of", "on", "in", "at", "against", "by", "with", "near", "between", "for", "to"))
#: Words of the longest noun group that is looked through.
_LONGEST = 24


def happening(sentence: Sentence, piece: Span, at: Span) -> Span | None:
    """The noun group that a date is said of, where the verb of its clause tells of another time."""
    text, words = sentence.text, sentence.words
    lead = sentence.adjunct(at, piece)
    if text[piece.start : lead.start].rstrip().endswith(","):
        return None  # "extended the truce, signed after the riots, | until June"
    head, named = _head(sentence, piece, lead.start)
    if head is None or head.start < piece.start:
        return None
    before = text[max(piece.start, head.start - 40) : head.start]
    governor = re.search(r"([a-z]+)\s+\Z", before, re.IGNORECASE)
    finite = sentence.finite(at.end, piece.end)
    verb_follows = bool(finite) and not sentence.shown(at.end, sentence.start(finite[0])) and text[at.end] != ","
    if governor is None and not before.strip():
        if not named or not finite or not verb_follows:
            return None
        perfect = words.low[finite[0].first] in ("has", "have")
        last = sentence.start(finite[1]) if len(finite) > 1 else piece.end
        others = [date for date in sentence.dates if date in Span(at.end, last) and sentence.shown(at.end, date.start)]
        several = any(not attributive(sentence, date) for date in others)
        if not (finite[0].tense == "present" or perfect or several):
            return None
    elif verb_follows:
        return None  # "after the court on Monday | refused"
    elif _APART_PHRASE.search(before):
        if not named:
            return None
    elif governor is None:
        return None
    elif _RELATING.search(before):
        if not named:
            return None
    elif governor[1].lower() in _ABOUT:
        if not named or _COMPLETED.search(head.of(text)) is None:
            return None
    elif governor[1].lower() not in (_APART if named else _SEQUENCE) and not (
        named and governor[1].lower() == "of" and _is_dated(sentence, piece, head)
    ):
        return None
    return Span(head.start, _end(sentence, at.end, piece.end))


def _is_dated(sentence: Sentence, piece: Span, head: Span) -> bool:
    """Whether the verb before a noun group has a date of its own: "acquitted | on Friday | of the theft in May"."""
    finite = sentence.finite(piece.start, head.start)
    return bool(finite) and sentence.has_date(sentence.end(finite[-1]), head.start)


def _head(sentence: Sentence, piece: Span, end: int) -> tuple[Span | None, bool]:
    """The noun group before an offset with the phrases that complete it, from the outermost noun of a happening on; and
    whether there is such a noun."""
    words = sentence.words
    found: Span | None = None
    first: Span | None = None
    named = False
    for _ in range(4):
        group = noun_group(sentence, end)
        if group is None or group.start < piece.start:
            break
        noun = sentence.index(group.end) - 1
        if words.tags[noun] & POSSESSIVE or re.search(r"\d", group.of(sentence.text)):
            break
        first = first or group
        if any(
            is_happening(words.low[k]) and (not words.tags[k] & CAPITAL or not k)
            for k in range(sentence.index(group.start), noun + 1)
        ):
            found, named = Span(group.start, first.end), True
        elif found is None and not named:
            found = group if first == group else found
        link = sentence.index(group.start) - 1
        if link < 0 or words.low[link] not in _LINKS or words.starts[link] < piece.start:
            break
        if words.tags[link] & COMMA or words.tags[link] & DETERMINER:
            break
        end = words.starts[link]
    return (found, named) if named else (found if first == found else None, False)


def _end(sentence: Sentence, at: int, end: int) -> int:
    """Behind the date, and the phrase that goes on with the noun group."""
    mark = MARK.search(sentence.text, at, end)
    end = mark.start() if mark else end
    return at if _COMPLEMENT.match(sentence.text, at, end) is None or sentence.finite(at, end) else end
