"""What recognisers read: the briefing's text with wrapped lines joined, by passage, paragraph and sentence.

A :class:`Reading` keeps the offsets of the briefing's text: its ``text`` has the same length, and differs only in that
a line break inside a paragraph is a space and that one between paragraphs is a newline. So a pattern searches one
paragraph with ``pattern.finditer(reading.text, paragraph.start, paragraph.end)``, and what it finds is a span of the
briefing as it stands.
"""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from functools import cached_property
from operator import attrgetter
from types import ModuleType
from typing import Literal

import attrs
from attrs import frozen

from beldigest.language import load, supported, territory
from beldigest.model import Span

Anchor = Literal["published", "narrative"]
PassageKind = Literal["story", "lead", "head"]

_BREAK = re.compile(r"[\n\r\v\f\x1c-\x1e\x85\u2028\u2029\t]")
_PARAGRAPH = re.compile(r"[^\n]*[^\s][^\n]*")


@frozen
class Passage:
    """Paragraphs that belong together: one story, the lead, or the masthead. Quotations do not leave a passage.

    ``published`` is the day of the passage itself, where it has one that is not the briefing's: an item of a feed, a
    message of a digest, a story whose source line has a date. Relative dates in it are counted from that day.
    """

    paragraphs: tuple[Span, ...]
    headline: Span | None = None
    kind: PassageKind = "story"
    published: dt.date | None = None

    @property
    def stretches(self) -> tuple[Span, ...]:
        """The headline, where there is one, and the paragraphs, in order."""
        return self.paragraphs if self.headline is None else (self.headline, *self.paragraphs)


@attrs.define(slots=False, frozen=True)
class Reading:
    """A text made ready for recognisers.

    ``published`` is the day that relative dates are counted from, and ``published_edtf`` the same as far as it is known
    (``2025-03`` where only the month is). ``anchor`` says what relative dates are counted from: the day of publication,
    or in a ``narrative`` the last full date before them; None leaves the choice to the text. ``territory`` is the code
    of the country (ISO 3166-1) that the text is written for, if it is known.
    """

    text: str
    passages: tuple[Passage, ...]
    language: str = "en"
    published: dt.date | None = None
    published_edtf: str | None = None
    anchor: Anchor | None = None
    territory: str = ""

    @classmethod
    def of(
        cls, text: str, *, language: str = "en", published: dt.date | None = None, anchor: Anchor | None = None
    ) -> Reading:
        """A reading of a bare text, in which every line is a paragraph and all of it one passage."""
        paragraphs = tuple(Span(*match.span()) for match in _PARAGRAPH.finditer(text))
        edtf = published.isoformat() if published else None
        passages = [Passage(paragraphs)] if paragraphs else []
        return cls.over(text, passages, language=language, published=published, edtf=edtf, anchor=anchor)

    @classmethod
    def over(
        cls,
        text: str,
        passages: Iterable[Passage],
        *,
        language: str = "en",
        published: dt.date | None = None,
        edtf: str | None = None,
        anchor: Anchor | None = None,
    ) -> Reading:
        """A reading of the given passages of ``text``; characters outside of them stay as they are.

        ``language`` is a BCP 47 tag.
        """
        passages = tuple(passages)
        pieces: list[str] = []
        done = 0
        stretches = (stretch for passage in passages for stretch in passage.stretches)
        for stretch in sorted(stretches, key=attrgetter("start", "end")):
            if stretch.start < done:
                continue
            pieces.append(text[done : stretch.start])
            pieces.append(_BREAK.sub(" ", text[stretch.start : stretch.end]))
            done = stretch.end
        pieces.append(text[done:])
        made = "".join(pieces)
        return cls(made, passages, supported(language), published, edtf, anchor, territory(language))

    def sentences(self, paragraph: Span) -> Sequence[Span]:
        """The sentences of a paragraph, without the space around them."""
        return self._sentences[paragraph]

    def sentence(self, paragraph: Span, at: int) -> Span:
        """The sentence of a paragraph in which a character stands, or before which, if it stands between two."""
        sentences = self.sentences(paragraph)
        index = bisect_right(sentences, at, key=lambda sentence: sentence.end)
        return sentences[index] if index < len(sentences) else paragraph

    @cached_property
    def _sentences(self) -> _Sentences:
        return _Sentences(self.text, load(self.language, "sentences"))


class _Sentences(dict[Span, tuple[Span, ...]]):
    """Sentences by paragraph, found when first asked for."""

    def __init__(self, text: str, grammar: ModuleType) -> None:
        super().__init__()
        self._text = text
        self._grammar = grammar

    def __missing__(self, paragraph: Span) -> tuple[Span, ...]:
        text = paragraph.of(self._text)
        found = []
        for start, end in self._grammar.spans(text):
            sentence = text[start:end]
            start += len(sentence) - len(sentence.lstrip())
            end = start + len(sentence.strip())
            if start < end:
                found.append(Span(paragraph.start + start, paragraph.start + end))
        self[paragraph] = tuple(found)
        return self[paragraph]
