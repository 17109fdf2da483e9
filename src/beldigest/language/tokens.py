"""A stretch of text as tokens: words, numbers and single marks, each with its place."""

from __future__ import annotations

import re
from decimal import Decimal

from beldigest.language import digits

# In this order: an abbreviation with inner points ("U.S.", "p.m."), a word, a number, any other mark.
_TOKEN = re.compile(
    rf"(?<!\w)(?:[^\W\d_]\.){{2,}}+|[^\W\d_]++(?:['’][^\W\d_]++)*+|({digits.FORM}|(?<![\w.])\.\d++)|[^\w\s]|_"
)

# Rules look at neighbours; empty tokens at the end stand for those beyond either end, as -1 is the last index too.
_PADDING = 32


class Tokens:
    """The tokens of ``text[start:end]``.

    ``forms`` are as written and ``words`` in lower case; both, and ``values``, can be asked up to 32 places beyond
    either end, where they are empty. ``values`` holds the value of a number token, None of others and of digits that
    are no number. ``starts`` and ``ends`` are offsets of ``text``.
    """

    def __init__(self, text: str, start: int, end: int) -> None:
        found = list(_TOKEN.finditer(text, start, end))
        self.text = text
        self.size = len(found)
        self.starts = [match.start() for match in found]
        self.ends = [match.end() for match in found]
        self.forms = [match[0] for match in found]
        self.words = [form.lower() for form in self.forms]
        self.values: list[Decimal | None] = [digits.read(match[0]) if match.lastindex else None for match in found]
        self.forms += [""] * _PADDING
        self.words += [""] * _PADDING
        self.values += [None] * _PADDING

    def __len__(self) -> int:
        return self.size

    def gap(self, at: int) -> str:
        """What stands between a token and the one before it; empty at either end."""
        return self.text[self.ends[at - 1] : self.starts[at]] if 0 < at < self.size else ""

    def touches(self, at: int) -> bool:
        """Whether nothing stands between a token and the one before it."""
        return 0 < at < self.size and self.starts[at] == self.ends[at - 1]

    def reads(self, at: int, *words: str) -> bool:
        """Whether these words, in lower case, stand from a token on."""
        return self.words[at : at + len(words)] == list(words)

    def capital(self, at: int) -> bool:
        """Whether the token begins with a capital letter."""
        return self.forms[at][:1].isupper()
