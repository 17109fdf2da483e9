"""Candidates: what may be names in a line, in running text the parts of its runs of capitalised words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from beldigest.language.en.names.joins import capital, foreign_end, introduced, run_end
from beldigest.language.en.names.morphology import is_adjective, may_be_verb, singular
from beldigest.language.en.names.runs import Run
from beldigest.language.en.names.vocabulary import Vocabulary
from beldigest.language.gazetteer import GazetteerEntry
from beldigest.language.naming import Candidate, Line

_YEAR = re.compile(r"[12]\d{3}\Z")
_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)\Z")
_MOST_MODIFIERS = 3


def candidates(line: Line, words: Vocabulary) -> Iterator[Candidate]:
    """The candidates of a line, in order."""
    if line.style != "plain":
        yield from _in_headline(line, words)
        return
    i, n = 0, len(line)
    while i < n:
        if not capital(line, i):
            i += 1
            continue
        first = i + 1 if line.folded[i] in words.articles and line.is_capital(i + 1) else i
        j = foreign_end(line, first, words)
        if j > first:
            yield Candidate(line, first, j, introduced=introduced(line, first, j, words) == first)
            i = j
            continue
        if line.words[first] in words.ship_prefixes and line.is_capital(first + 1):
            i = first + 1
            while i < n and line.capital[i]:
                i += 1
            continue  # "MV Kostrovka" is a ship, and no actor
        j = run_end(line, i, words)
        for one in Run(line, words, i, j).parts():
            if not _names_an_event(one, words):
                yield _numbered(one, words)
        i = j


def _numbered(candidate: Candidate, words: Vocabulary) -> Candidate:
    """The candidate with the number of a unit before it: "92nd Assault Brigade"."""
    head = words.heads.get(candidate.folded[-1])
    unit = candidate.entry is None and head is not None and head.kind == "government body" and head.place == "after"
    if unit and _ORDINAL.match(candidate.line.word(candidate.start - 1)):
        candidate.start -= 1
    return candidate


def _names_an_event(candidate: Candidate, words: Vocabulary) -> bool:
    """Whether a name is part of that of a dated event: "the 2020 Belarus presidential election"."""
    line, end = candidate.line, candidate.end
    if not _YEAR.match(line.word(candidate.start - 1)):
        return False
    while end < len(line) and end - candidate.end < _MOST_MODIFIERS:
        head = words.heads.get(line.folded[end]) or words.heads.get(singular(line.folded[end]))
        if head is not None and head.kind == "other":
            return True
        end += 1
    return False


def _in_headline(line: Line, words: Vocabulary) -> Iterator[Candidate]:
    """In a line that capitalises everything only what is known, or what is no word of the language, may be a name."""
    i, n = 0, len(line)
    while i < n:
        if not line.capital[i]:
            i += 1
            continue
        found: tuple[int, GazetteerEntry | None] | None = words.known.longest(line.words, line.folded, i, n)
        if found and not (found[0] == i + 1 and line.folded[i] in words.function):
            head = words.heads.get(line.word(found[0]))
            if head is not None and head.last and head.body and line.capital[found[0]]:
                found = found[0] + 1, None
            yield Candidate(line, i, found[0], found[1])
            i = found[0]
            continue
        j = i
        end = min(n, run_end(line, i, words))
        while j < end and line.capital[j] and _uncommon(line, j, words, first=j == i):
            j += 1
        if j > i:
            yield from Run(line, words, i, j).parts()
        i = max(j, i + 1)


def _uncommon(line: Line, j: int, words: Vocabulary, first: bool) -> bool:
    word = line.folded[j]
    if word in words.calendar or is_adjective(word):
        return False
    if word.endswith("er") and may_be_verb(word[:-2]) and word not in words.surnames:
        return False  # what does something: "Crusher"
    if word not in words.common:
        return True
    return first and word in words.given and line.is_capital(j + 1) and line.word(j + 1) not in words.common
