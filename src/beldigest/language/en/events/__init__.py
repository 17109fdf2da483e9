"""What an English sentence tells of a date in it: the clause, how that reads alone, and whether it has come to pass."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from beldigest.language.en.events.adjuncts import coordinated, without
from beldigest.language.en.events.attributive import attributive, is_specified
from beldigest.language.en.events.boundaries import without_that
from beldigest.language.en.events.clause import Clause
from beldigest.language.en.events.clauses import clauses
from beldigest.language.en.events.connectives import without_connectives
from beldigest.language.en.events.gist import Gist, gist
from beldigest.language.en.events.limits import limit
from beldigest.language.en.events.phrases import auxiliary
from beldigest.language.en.events.sentence import Sentence
from beldigest.language.en.events.status import is_moved, is_void, keeps_date, status
from beldigest.language.en.events.subjects import (
    DETERMINED,
    antecedent_of,
    appositive,
    behind_pronoun,
    from_article,
    is_about_person,
    is_it,
    is_person,
    is_personal,
    is_plural,
    is_pronoun,
    is_restricted,
    is_several,
    is_thing,
    joins_names,
    opening_pronoun,
    possessive,
    pronouns,
    subject_of,
    trimmed,
    whole_subject,
)
from beldigest.language.en.events.words import is_happening
from beldigest.language.en.words.classes import AUXILIARY, CLOSED, COMMA, DETERMINER, NUMBER, VERB
from beldigest.language.lexicon import keys
from beldigest.model import Span

__all__ = [
    "Clause",
    "Gist",
    "Sentence",
    "antecedent_of",
    "appositive",
    "attributive",
    "auxiliary",
    "behind_pronoun",
    "breaks_off",
    "clauses",
    "coordinated",
    "foreign",
    "from_article",
    "gist",
    "introduces_person",
    "is_about_person",
    "is_happening",
    "is_headed_by_person",
    "is_it",
    "is_listed",
    "is_person",
    "is_personal",
    "is_plural",
    "is_pronoun",
    "is_restricted",
    "is_several",
    "is_specified",
    "is_thing",
    "is_void",
    "joins_names",
    "keeps_date",
    "limit",
    "lowered",
    "opening_pronoun",
    "possessive",
    "pronouns",
    "status",
    "subject_of",
    "tells",
    "whole_subject",
    "without",
    "without_connectives",
    "without_stranded",
    "without_that",
]

#: The numbers of two columns, at the end of a row of a table.
_ROW = re.compile(r"\s[\d.,]+%?\s[\d.,]+%?\Z")
_SMALL = re.compile(r"\b[a-z]{2,}\b")
#: What a noun that names a happening has with it: "the vote | on the budget", "the mayor's | arrest".
_COMPLEMENT = re.compile(
    r"\s(?:of|on|in|at|for|against|over|with|between|to|by|from|near|outside|across|into)\s|['’]s?\]?\s"
)
#: Words of a determined noun group that names a happening and tells nothing of it ("the disputed vote").
_BARE_WORDS = 4
_CLOSED = frozenset(
    ("according", "he", "she", "it", "they", "some", "many", "several", "both", "one", "two", "in", "on")
)
_SET_OFF = re.compile(r"\s*(?::|[–—-]\s)")
#: A few words that end with a pronoun, which only the sentence before explains: "members want it".
_POINTS_BACK = re.compile(r"(?:\S+\s+){1,2}(?:it|them|this|that|so|not)")
_CONTRAST = re.compile(r";|\bbut\b|\.\s", re.IGNORECASE)


def tells(words: str, *, verb: bool = False, listed: bool = False, lasting: bool = False) -> bool:
    """Whether words tell of something: they have a ``verb``, or a noun that names a happening with what belongs to it
    ("protests in Bamako"). A dateline ("PARIS, (AFP)") has names and marks alone, and "the disputed vote" only names.
    In an entry of a list of dates, which is ``listed``, any noun names one, and in a ``lasting`` state none need.
    """
    if _SMALL.search(words) is None:
        return False
    if lasting:
        return " " in words
    if verb:
        return _POINTS_BACK.fullmatch(words) is None
    words = re.sub(r"[\[\]]", "", words)
    sentence = Sentence(words, Span(0, len(words)), ())
    groups = sentence.groups
    if any(group.form == "finite" for group in groups):
        return _POINTS_BACK.fullmatch(words) is None
    if _ROW.search(words):
        return False
    if any(group.form == "participle" and sentence.follows_noun(group) for group in groups):
        return True
    if not listed and not any(is_happening(word) for word in re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", words)):
        return False
    if _COMPLEMENT.search(words):
        return True
    return len(words.split()) > (_BARE_WORDS if DETERMINED.match(words) else 1)


def is_listed(text: str, sentence: Span, at: Span) -> bool:
    """Whether a date opens its line and a mark sets it off: "9 May: parade in the harbour"."""
    return at.start <= sentence.start + 2 and _SET_OFF.match(text, at.end) is not None


def foreign(sentence: Sentence, clause: Clause, at: Span) -> list[Span]:
    """The dates of the verb where ``at`` is none of its own, but of an infinitive that depends on it, or the day to
    which it moves something: "agreed | on Monday | to meet in June", "moved the vote | on Monday | to 3 June"."""
    group = sentence.governing(clause.span, at)
    moved = is_moved(sentence, clause, at)
    if group is None or (group.form != "infinitive" and not moved):
        return []
    last = clause.span.end if moved else sentence.start(group)
    return [
        date
        for date in sentence.dates
        if clause.span.start <= date.start
        and date.end <= last
        and date != at
        and not attributive(sentence, date)
        and all(other.form != "participle" for other in sentence.within(clause.span.start, date.start))
    ]


def lowered(words: str) -> str:
    """Words that do not open a sentence any more, with a small letter where they began with a common word."""
    first, _, rest = words.partition(" ")
    common = first.lower() in _common() and not rest[:1].isupper()
    closed = DETERMINED.match(words) is not None or first.lower() in _CLOSED
    return words[:1].lower() + words[1:] if common or closed else words


def breaks_off(text: str, stretch: Span) -> bool:
    """Whether a stretch goes on to what a statement need not tell any more: "said it was, | but police found"."""
    return _CONTRAST.search(text, stretch.start, stretch.end) is not None


def without_stranded(sentence: Sentence, pieces: Sequence[Span]) -> list[Span]:
    """The pieces of a clause without participles that only their date went with: "agreed at a meeting | held"."""
    found = []
    for piece in pieces:
        groups = sentence.within(piece.start, piece.end)
        last = groups[-1] if groups else None
        stranded = last is not None and last.form == "participle" and sentence.end(last) == piece.end
        if last is not None and stranded and sentence.is_reduced(last):
            others = [group for each in pieces for group in sentence.finite(each.start, each.end)]
            governed = len(groups) > 1 and sentence.governs_participle(groups[-2], last)
            piece = piece if governed or not others else trimmed(sentence.text, piece.start, sentence.start(last))
        found.append(piece)
    return found


def is_headed_by_person(sentence: Sentence, group: Span) -> bool:
    """Whether a noun group begins with a word for one person and what describes it: "a man | accused of theft"."""
    words, last = sentence.words, None
    for at in range(sentence.index(group.start), sentence.index(group.end)):
        tag = words.tags[at]
        described = tag & VERB and last is not None and is_person(words.low[last])
        if described or (tag & CLOSED and not tag & (DETERMINER | NUMBER)):
            break
        last = at
    if last is None or not is_person(words.low[last]):
        return False
    return not is_plural(sentence, Span(group.start, words.ends[last]))


def introduces_person(sentence: Sentence) -> bool:
    """Whether a sentence tells of a person whom it does not name: "Police held | a driver", not "Ann Lee, a driver"."""
    words = sentence.words
    for at in range(sentence.index(sentence.span.start), sentence.index(sentence.span.end)):
        describes = at and (words.tags[at - 1] & (COMMA | AUXILIARY) or words.low[at - 1] == "as")
        group = Span(words.starts[at], sentence.span.end)
        if words.low[at] in ("a", "an") and not describes and is_headed_by_person(sentence, group):
            return True
    return False


@cache
def _common() -> frozenset[str]:
    return keys("en", "actors_words")
