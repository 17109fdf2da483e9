"""A stretch of text as tokens: words, numbers and single marks, each with its place."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cached_property

from beldigest.language import digits

# In this order: an abbreviation with inner points ("U.S.", "p.m."), a word, a number, any other mark.
_TOKEN = re.compile(
    rf"(?<!\w)(?:[^\W\d_]\.){{2,}}+|[^\W\d_]++(?:['’][^\W\d_]++)*+|{digits.FORM}|(?<![\w.])\.\d++|[^\w\s]|_"
)


class Tokens:
    """The tokens of ``text[start:end]``.

    ``forms`` are as written and ``words`` in lower case; ``starts`` and ``ends`` are offsets of ``text``. A number
    token's value is in ``values``, None for other tokens and for digits that are no number.
    """

    def __init__(self, text: str, start: int, end: int) -> None:
        found = list(_TOKEN.finditer(text, start, end))
        self.text = text
        self.forms = [match[0] for match in found]
        self.words = [form.lower() for form in self.forms]
        self.starts = [match.start() for match in found]
        self.ends = [match.end() for match in found]

    def __len__(self) -> int:
        return len(self.words)

    @cached_property
    def values(self) -> list[Decimal | None]:
        """The values of the number tokens, by index."""
        return [digits.read(word) if word[-1].isdecimal() else None for word in self.words]

    def word(self, at: int) -> str:
        """The word at an index in lower case; empty before the first and after the last."""
        return self.words[at] if 0 <= at < len(self.words) else ""

    def form(self, at: int) -> str:
        """The word at an index as written; empty before the first and after the last."""
        return self.forms[at] if 0 <= at < len(self.forms) else ""

    def value(self, at: int) -> Decimal | None:
        """The value of the number token at an index, or None."""
        return self.values[at] if 0 <= at < len(self.words) else None

    def touches(self, at: int) -> bool:
        """Whether nothing stands between a token and the one before it."""
        return 0 < at < len(self.words) and self.starts[at] == self.ends[at - 1]

    def capital(self, at: int) -> bool:
        """Whether the token begins with a capital letter."""
        return self.form(at)[:1].isupper()
