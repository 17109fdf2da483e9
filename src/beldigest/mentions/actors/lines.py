"""Stretches of a reading cut into words, with what names need to know of each word."""

from __future__ import annotations

from collections.abc import Iterator
from types import ModuleType
from typing import Literal

import attrs

from beldigest.mentions.reading import Reading
from beldigest.model import Span

#: How a sentence uses capitals: as running text does, on most words (a headline in title case), or throughout.
Style = Literal["plain", "titled", "shouted"]

_FEW = 3


@attrs.define(slots=True, eq=False)
class Line:
    """A sentence, or a headline, as words. All lists run in parallel, one item a word or sign.

    ``capital`` says that a word begins with a capital letter, ``near`` that only space stands between it and the word
    before it.
    """

    text: str
    starts: list[int]
    ends: list[int]
    words: list[str]
    folded: list[str]
    capital: list[bool]
    near: list[bool]
    style: Style
    passage: int
    opening: bool

    def __len__(self) -> int:
        return len(self.words)

    def span(self, start: int, end: int) -> Span:
        """The characters of the words from ``start`` up to ``end``."""
        return Span(self.starts[start], self.ends[end - 1])

    def word(self, index: int) -> str:
        """The folded word at an index, empty outside of the line."""
        return self.folded[index] if 0 <= index < len(self.folded) else ""

    def is_capital(self, index: int) -> bool:
        """Whether the word at an index begins with a capital letter; False outside of the line."""
        return 0 <= index < len(self.capital) and self.capital[index]

    def at(self, span: Span) -> tuple[int, int] | None:
        """The words that a span covers, whole or in part."""
        from bisect import bisect_left, bisect_right

        start = bisect_right(self.ends, span.start)
        end = bisect_left(self.starts, span.end)
        return (start, end) if start < end else None


def lines(reading: Reading, names: ModuleType) -> Iterator[Line]:
    """The sentences of all stretches of a reading, in the order of its passages."""
    for index, passage in enumerate(reading.passages):
        for stretch in passage.stretches:
            sentences = reading.sentences(stretch)
            for number, sentence in enumerate(sentences):
                yield line(reading.text, sentence, names, index, number == 0, len(sentences) == 1)


def line(text: str, span: Span, names: ModuleType, passage: int = 0, opening: bool = True, alone: bool = True) -> Line:
    """A sentence as a line: ``opening`` where it opens its stretch of text, ``alone`` where it is all of it."""
    starts: list[int] = []
    ends: list[int] = []
    words: list[str] = []
    folded: list[str] = []
    capital: list[bool] = []
    near: list[bool] = []
    fold = names.fold
    done = span.start
    for match in names.TOKEN.finditer(text, span.start, span.end):
        start, end = match.span()
        word = match[0]
        starts.append(start)
        ends.append(end)
        words.append(word)
        folded.append(fold(word))
        capital.append(word[0].isupper())
        near.append(start == done or text[done:start].isspace())
        done = end
    if words and len(words[-1]) > _FEW - 1 and words[-1][-1] == "." and "." not in words[-1][:-1]:
        # the period of an abbreviation that ends a sentence is the sentence's
        words[-1], folded[-1], ends[-1] = words[-1][:-1], folded[-1][:-1], ends[-1] - 1
    return Line(text, starts, ends, words, folded, capital, near, _style(words, capital, alone), passage, opening)


def _style(words: list[str], capital: list[bool], alone: bool) -> Style:
    """Running text capitalises its first word and its names; a line that capitalises nearly all is a headline."""
    upper = lower = shouted = 0
    for word, big in zip(words, capital, strict=True):
        if len(word) > _FEW and word.isalpha():
            if big:
                upper += 1
                shouted += word.isupper()
            else:
                lower += 1
    if shouted > 2 * (upper - shouted + lower) and shouted > 1:
        return "shouted"
    if alone and upper > 3 * lower and upper > _FEW and words[-1] != ".":
        return "titled"
    return "plain"
