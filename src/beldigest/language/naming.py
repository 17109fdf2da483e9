"""What the part ``names`` of a language works with: sentences as words, and candidates for names."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import Literal

import attrs

from beldigest.language.gazetteer import GazetteerEntry
from beldigest.model import Span

#: How a sentence uses capitals: as running text does, on most words (a headline in title case), or throughout.
Style = Literal["plain", "titled", "shouted"]

#: How much speaks for a person, for a body, for a place, and for no actor at all, in this order. Weights are in steps
#: of about half a decision: 1 is a hint, 3 decides where nothing speaks against it, 6 is as good as being told.
Scores = list[float]
PERSON, BODY, PLACE, OTHER = range(4)


def nothing() -> Scores:
    """No evidence for any kind."""
    return [0.0, 0.0, 0.0, 0.0]


@attrs.define(slots=True, eq=False)
class Line:
    """A sentence, or a headline, as words. All lists run in parallel, one item a word or sign.

    ``folded`` are the words as names are compared. ``capital`` says that a word begins with a capital letter, and
    ``opening`` that the sentence opens its paragraph. Between two words stands nothing but space.
    """

    starts: list[int]
    ends: list[int]
    words: list[str]
    folded: list[str]
    capital: list[bool]
    style: Style
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
        start = bisect_right(self.ends, span.start)
        end = bisect_left(self.starts, span.end)
        return (start, end) if start < end else None


@attrs.define(slots=True, eq=False)
class Candidate:
    """Words of a line that may be a name.

    ``entry`` is what a gazetteer knows it as. ``titled`` says that a role or an honorific stands right before it,
    ``initial`` that its capital may be due to the beginning of the sentence alone, ``introduced`` that its short form
    follows in brackets.
    """

    line: Line
    start: int
    end: int
    entry: GazetteerEntry | None = None
    titled: bool = False
    initial: bool = False
    introduced: bool = False

    @property
    def words(self) -> list[str]:
        """The words as written."""
        return self.line.words[self.start : self.end]

    @property
    def folded(self) -> list[str]:
        """The words as compared."""
        return self.line.folded[self.start : self.end]

    @property
    def key(self) -> str:
        """The name as compared."""
        return " ".join(self.line.folded[self.start : self.end])
