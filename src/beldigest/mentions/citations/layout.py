"""Speakers that only the layout gives: transcripts, interviews and headlines, in which a name and a colon lead a line.

Labels in capitals are such by themselves ("MODERATOR: ..."). Any other is one only where the text speaks of whom it
names ("Horak: No date yet"), or where a question is asked under one label and answered under another, so that
"Location: ..." and "Update: ..." are none. A label that is the only one of its text counts in a headline alone, and
there, where it may be a topic as well ("Narva: Pumps fail"), only if the text below cites whom it names.
"""

from __future__ import annotations

import re
from itertools import pairwise

from attrs import evolve, frozen

from beldigest.mentions.reading import Passage
from beldigest.model import Span

_LABEL = re.compile(r"[\"“«‘']?(\w[\w.'’-]{0,30}(?: [\w.'’()-]{1,30}){0,5})(:) +(?=\S)")
_INSIDE = re.compile(r"(?<=[\w,] )([^\W\d_][\w.'’-]*+)(?!:)")
_SMALL_WORDS = 1  # words of a label that need no capital ("Chief of Staff")


@frozen
class Line:
    """A labelled line: whose words it gives, the colon, and the words; in a headline the label may be a topic."""

    source: Span
    cue: Span
    content: Span
    headline: bool


def labelled_lines(text: str, passage: Passage) -> dict[Span, Line]:
    """The labelled lines of a passage by paragraph."""
    candidates: dict[Span, tuple[Line, bool]] = {}
    for index, paragraph in enumerate(passage.stretches):
        match = _LABEL.match(text, paragraph.start, paragraph.end)
        if match is None:
            continue
        words = match[1].split(" ")
        if sum(not word[0].isupper() for word in words) > _SMALL_WORDS or not words[0][0].isupper():
            continue
        line = Line(Span(*match.span(1)), Span(*match.span(2)), Span(match.end(), paragraph.end), index == 0)
        candidates[paragraph] = (line, match[1].isupper())
    if not candidates:
        return {}
    below = sum(not line.headline for line, _ in candidates.values())
    capitals = sum(in_capitals for _, in_capitals in candidates.values())
    spoken_of = _names(text, passage)
    asking = _interviewed(text, passage, {paragraph: line for paragraph, (line, _) in candidates.items()})
    found = {}
    for paragraph, (line, in_capitals) in candidates.items():
        named = line.source.of(text).split(" ")[-1] in spoken_of
        if (in_capitals and capitals > 1) or line.source.of(text) in asking:
            found[paragraph] = evolve(line, headline=False)  # the text is a transcript
        elif named and (line.headline or below > 1):
            found[paragraph] = line
    return found


def _interviewed(text: str, passage: Passage, lines: dict[Span, Line]) -> frozenset[str]:
    """The labels of questions, and of the lines right below them, where those have another."""
    found: set[str] = set()
    for paragraph, below in pairwise(passage.stretches):
        if paragraph in lines and below in lines and text.endswith("?", paragraph.start, paragraph.end):
            asks, answers = (lines[stretch].source.of(text) for stretch in (paragraph, below))
            found.update((asks, answers) if asks != answers else ())
    return frozenset(found)


def _names(text: str, passage: Passage) -> frozenset[str]:
    """The words that stand inside a sentence with a capital, and not before a colon."""
    return frozenset(
        word
        for paragraph in passage.stretches
        for word in _INSIDE.findall(text, paragraph.start, paragraph.end)
        if word[0].isupper()
    )
