"""The words of a paragraph, each with its word classes as bits of an integer."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache
from itertools import accumulate, compress, pairwise

from beldigest.language.en.words.classes import (
    ADVERB,
    ASKED,
    AUXILIARY,
    BE,
    CAPITAL,
    CLASSES,
    CLOSING,
    COLON,
    COMMA,
    CONJUNCTION,
    CUE,
    DASH,
    ENDED,
    GERUND,
    HAVE,
    NEGATION,
    NOUN,
    NUMBER,
    OPENING,
    OUTLET,
    PARTICIPLE,
    PENDING,
    PHRASE,
    POINT,
    POSSESSIVE,
    QUOTATION,
    RESUMED,
    SEMICOLON,
    STOP,
    THAT,
    TIME,
    TITLE,
    TO,
    VERB,
    WORD,
)
from beldigest.language.en.words.cues import base_forms, cue_forms, cue_nouns, other_forms, source_phrases
from beldigest.language.lexicon import lexicon
from beldigest.model import Span

_TOKEN = re.compile(
    r"\s+"
    r"|(?:[^\W\d_]-)?(?:[^\W\d_]\.){2,}"  # U.S., R-S.C.
    r"|['’](?:s|S|ll|ve|re|d|m)\b"
    r"|\d++(?:[.,:]\d++)*+%?(?:-[^\W_]++)*+"
    r"|[@#]?[^\W_]++(?:['’.&@_-](?!(?:s|S|ll|ve|re|d|m)\b)[^\W_]++)*+"
    r"|--+|\.\.+"
    r"|\W|_"
)
_QUOTATION_MARKS = "\"'“”„‟«»‘’‚‛‹›`"
_CALLS = ("?", "!")
_ENDS = (".", "…", *_CALLS)
_QUOTATION_EDGE = _QUOTATION_MARKS + " .…"
_LONGEST = 120  # words of a sentence: a longer one is read in pieces, so that the time stays linear
#: Months that are given names as well.
_NAMES_OF_MONTHS = frozenset(("jan", "may"))
_BEFORE_MONTH = ("in", "since", "until", "last", "next", "early", "late", "mid")
#: Seasons, which describe a noun as often as they say when ("the summer school"), and what makes a date of one.
_SEASONS = frozenset(("spring", "summer", "autumn", "fall", "winter"))
_BEFORE_SEASON = ("last", "next", "this")
_CHANNEL = re.compile(r"tv-?\d")
_MARKS = {
    ",": COMMA,
    ":": COLON,
    ";": SEMICOLON,
    "—": DASH,
    "–": DASH,
    "-": DASH,
    "--": DASH,
    "―": DASH,
    "(": OPENING,
    "[": OPENING,
    ")": CLOSING,
    "]": CLOSING,
    "?": STOP,
    "!": STOP,
    "…": POINT,
    "...": POINT,
    ".": POINT,
    "&": CONJUNCTION,
    "'": POSSESSIVE,
    "’": POSSESSIVE,
    "%": NUMBER,
    "$": NUMBER,
    "€": NUMBER,
    "£": NUMBER,
}


@cache
def _known() -> dict[str, int]:
    """Word classes of the words in the lexicons, in small letters."""
    bits = {name: 1 << bit for bit, name in enumerate(CLASSES)}
    known = dict(_MARKS)
    for word, classes in lexicon("en", "words_classes"):
        known[word] = WORD | sum(bits[name] for name in classes.split())
    for word in other_forms():
        known[word] = known.get(word, WORD) | VERB
    for word, forms in cue_forms().items():
        gerund = GERUND if any(form.name == "gerund" for form in forms) else 0
        verb = 0 if all(form.verb.noun and form.name in ("base", "present") for form in forms) else VERB
        known[word] = known.get(word, WORD) | CUE | verb | gerund
    for noun in cue_nouns():
        known[noun] = known.get(noun, WORD) | NOUN
    for outlet, kind in lexicon("en", "citations_outlets"):
        if kind == "word":
            known[outlet] = known.get(outlet, WORD) | OUTLET
    for last in source_phrases():
        known[last] = known.get(last, WORD) | PHRASE
    known["to"] |= TO
    known["that"] |= THAT
    return known


@cache
def _outlets() -> frozenset[str]:
    """Words that with their capital name a medium."""
    return frozenset(outlet for outlet, kind in lexicon("en", "citations_outlets") if kind == "name")


class Tagger(dict[str, int]):
    """The classes of a word as written; those of unknown words are worked out once and kept."""

    def __init__(self) -> None:
        super().__init__(_known())

    def __missing__(self, word: str) -> int:
        self[word] = tag = self._classes(word)
        return tag

    def _classes(self, word: str) -> int:
        if word.isspace():
            return 0
        low = word.lower().replace("’", "'")
        known = _known().get(low, 0)
        if not word[0].isupper():
            return known or _unknown(low)
        if word in _outlets() or _CHANNEL.match(low):
            return CAPITAL | WORD | OUTLET
        if known & (AUXILIARY | VERB | CUE) and not known & (BE | HAVE):
            # A verb's form with a capital inside a sentence is a name; at its beginning, `Words` looks again.
            known = 0
        elif known & TIME and known & ADVERB:
            known = 0  # "today" is written with a capital in names alone
        return known | CAPITAL | WORD


def _quotation(text: str, span: Span) -> int:
    """The classes of a quotation, by how it begins and ends."""
    inside = text[span.start : span.end].strip(_QUOTATION_EDGE)
    ended = text[max(span.start, span.end - 3) : span.end].rstrip(_QUOTATION_MARKS)[-1:]
    end = PENDING if ended == "," else ENDED if ended in _ENDS else 0
    end |= ASKED if ended in _CALLS else 0
    return QUOTATION | end | (RESUMED if inside[:1].islower() else 0)


def _unknown(low: str) -> int:
    """The classes of a word that no lexicon has, by its ending."""
    if low[0].isdigit():
        return WORD | NUMBER
    if low in ("'s", "'"):
        return WORD | POSSESSIVE
    if low.endswith("n't"):
        return WORD | AUXILIARY | NEGATION
    if low.endswith("ly") and len(low) > 4:
        return WORD | ADVERB
    if low.endswith("ed") and len(low) > 4:
        return WORD | VERB | PARTICIPLE
    if low.endswith("ing") and (len(low) > 5 or not base_forms().isdisjoint((low[:-3], low[:-3] + "e"))):
        return WORD | GERUND
    return WORD if low[0].isalnum() or low[0] in "@#" else 0


class Words:
    """A paragraph as parallel lists: words in small letters, where they start and end, and their classes.

    A quotation is one word of class ``QUOTATION``. ``sentences`` are pairs of indices.
    """

    __slots__ = ("ends", "followed", "low", "sentences", "starts", "tags")

    def __init__(
        self, text: str, paragraph: Span, sentences: Sequence[Span], quotations: Sequence[Span], tagger: Tagger
    ) -> None:
        pieces: list[str] = []
        starts: list[int] = []
        tags: list[int] = []
        at = paragraph.start
        for quotation in (*quotations, None):
            gap = _TOKEN.findall(text, at, quotation.start if quotation else paragraph.end)
            ends = list(accumulate(map(len, gap), initial=at))
            classes = [tagger[piece] for piece in gap]
            pieces.extend(compress(gap, classes))
            starts.extend(compress(ends, classes))
            tags.extend(filter(None, classes))
            if quotation:
                pieces.append("")
                starts.append(quotation.start)
                tags.append(_quotation(text, quotation))
                at = quotation.end
        self.starts = starts
        self.ends = [start + len(piece) for start, piece in zip(starts, pieces, strict=True)]
        for quotation in quotations:
            self.ends[bisect_left(starts, quotation.start)] = quotation.end
        self.low = [piece.lower().replace("’", "'") for piece in pieces]
        self.tags = tags
        self.followed: dict[tuple[int, int], bool] = {}  # what `attribution_follows` has found
        self._tell_months()
        self._tell_seasons()
        self._shorten_months()
        self.sentences = self._sentences(sentences)

    def _tell_months(self) -> None:
        """The months that their day, or the preposition before them, tells from a name and, May, from the auxiliary."""
        tags, low = self.tags, self.low
        if _NAMES_OF_MONTHS.isdisjoint(low):
            return
        for at, word in enumerate(low):
            if word in _NAMES_OF_MONTHS and tags[at] & CAPITAL:
                left = low[at - 1] if at else ""
                numbered = at + 1 < len(low) and tags[at + 1] & NUMBER and low[at + 1][0].isdigit()
                if numbered or left in _BEFORE_MONTH or left[:1].isdigit():
                    tags[at] = CAPITAL | WORD | TIME
                elif at + 1 < len(low) and tags[at + 1] & CAPITAL:
                    tags[at] &= ~TIME  # "Jan Horak said"

    def _tell_seasons(self) -> None:
        """The seasons that say when: "last autumn"."""
        if not _SEASONS.isdisjoint(self.low):
            for at, (left, word) in enumerate(pairwise(self.low), 1):
                if word in _SEASONS and left in _BEFORE_SEASON:
                    self.tags[at] = self.tags[at] & ~VERB | TIME

    def _shorten_months(self) -> None:
        """The point of a month that is written short belongs to the date: "on Feb. 5"."""
        tags = self.tags
        for at in range(1, len(tags) - 1):
            if tags[at] & POINT and tags[at - 1] & TIME and tags[at + 1] & NUMBER:
                tags[at] = WORD | TIME

    def _sentences(self, spans: Sequence[Span]) -> list[tuple[int, int]]:
        """Sentences as index pairs; none begins inside a quotation or with a small letter.

        The splitter does not look for a sentence behind an opening mark; where a quotation follows on a stop, one is.
        """
        tags = self.tags
        bounds = {0}
        for span in spans:
            first = bisect_left(self.starts, span.start)
            inside = first >= len(self.starts) or (first > 0 and self.ends[first - 1] > span.start)
            if not inside and tags[first] & (CAPITAL | QUOTATION | NUMBER | OPENING | DASH):
                bounds.add(first)
        bounds.update(
            at
            for at in range(2, len(tags))
            if tags[at] & QUOTATION
            and not tags[at] & RESUMED
            and tags[at - 1] & (POINT | STOP)
            and not tags[at - 2] & TITLE
        )
        found = []
        for first, last in pairwise((*sorted(bounds), len(tags))):
            if first == last:
                continue
            if tags[first] & CAPITAL:
                named = self.low[first] in _NAMES_OF_MONTHS and first + 1 < last and tags[first + 1] & CAPITAL
                tags[first] |= 0 if named else _known().get(self.low[first], 0)
            end = last - 1 - bool(tags[last - 1] & CLOSING)
            if end >= first and tags[end] & POINT:
                tags[end] = STOP
            found += [(at, min(at + _LONGEST, last)) for at in range(first, last, _LONGEST)]
        return found

    def span(self, first: int, last: int) -> Span:
        """The characters of the words from ``first`` up to, not including, ``last``."""
        return Span(self.starts[first], self.ends[last - 1])
