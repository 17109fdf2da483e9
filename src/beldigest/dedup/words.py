"""The words of a text as codes, each word looked up once.

Letter case, ligatures, accents, soft hyphens and zero-width characters are nothing by which two copies of a story
differ.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from beldigest.dedup.codes import ACRONYM, EVIDENT, FIGURE, SHIFT, hashed
from beldigest.dedup.engine import numpy_pays
from beldigest.language import load
from beldigest.model import Span

if TYPE_CHECKING:
    from beldigest.dedup.bulk_words import Special

# Combining marks, and characters that show nothing (soft hyphen, zero-width ones), stand inside of a word.
_INNER = "\u0300-\u036f\u00ad\u200b-\u200f\u2060\ufeff"
_WORD = re.compile(rf"\w[\w{_INNER}]*+")
_UNSEEN = re.compile(f"[{_INNER}]")
# What is neither ASCII nor part of a word: quotation marks, dashes, signs.
_MARK = re.compile(rf"[^\w\x00-\x7f{_INNER}]")
# So much is known by heart: a hostile text of ever new words must not fill the memory.
_KNOWN = 1 << 18


def folded(word: str) -> str:
    """The word without regard to typography."""
    if word.isascii():
        return word.lower()
    shown = unicodedata.normalize("NFKD", word).casefold()
    return _UNSEEN.sub("", unicodedata.normalize("NFKC", _UNSEEN.sub("", shown)))


class _Words(dict[str, int]):
    """The code of each word of a language, worked out when first met."""

    def __init__(self, language: str) -> None:
        super().__init__()
        grammar = load(language, "dedup")
        self._common = grammar.common()
        self._numbers = grammar.numbers()
        self._calendar = grammar.calendar()

    def __missing__(self, word: str) -> int:
        if len(self) >= _KNOWN:
            self.clear()
        plain = folded(word)
        capital = word[0].isupper()
        form = self._numbers.get(plain) or (self._calendar.get(plain) if capital else None)
        if form is not None or plain[:1].isdigit():
            flags = EVIDENT | FIGURE
        elif capital and plain not in self._common and not (len(word) > ACRONYM and word[:2].isupper()):
            flags = EVIDENT
        else:
            flags = 0
        code = self[word] = hashed(form or plain) << SHIFT | flags
        return code

    def special(self) -> dict[int, tuple[int, int]]:
        """The codes of the words that the grammar names, by hash: in small letters, and with a capital."""
        words = {*self._common, *self._numbers, *self._calendar}
        return {hashed(word): (self[word], self[word.capitalize()]) for word in words if word.isascii()}


class Coder(dict[str, bytes]):
    """The codes of what stands between two spaces: none, one or several words, as the bytes of an array.

    To split at spaces and look up what is between is twice as fast as to search for words.
    """

    def __init__(self, language: str) -> None:
        super().__init__()
        self._words = _Words(language)
        self._special: Special | None = None

    def __missing__(self, chunk: str) -> bytes:
        codes = array("I", [self._words[word] for word in _WORD.findall(chunk)]).tobytes()
        if len(self) >= _KNOWN:
            self.clear()
        self[chunk] = codes
        return codes

    def packed(self, text: str) -> bytes:
        """The code of each word of a text, as the bytes of an array."""
        return b"".join([*map(self.__getitem__, text.split())])  # to join a list is faster than to join a map

    def packed_all(self, texts: Sequence[str]) -> list[bytes]:
        """What :meth:`packed` gives for each of many texts."""
        if not numpy_pays(len(texts)):
            return list(map(self.packed, texts))
        from beldigest.dedup import bulk_words

        if self._special is None:
            self._special = bulk_words.Special(self._words.special())
        plain = (text if text.isascii() else _MARK.sub(" ", text) for text in texts)
        encoded = [text.encode("utf-8", "surrogatepass") for text in plain]
        return list(bulk_words.packed(encoded, self._special, self._foreign))

    def _foreign(self, data: bytes) -> int | None:
        """The code of a word in UTF-8; None where it is made of characters that show nothing."""
        word = _WORD.search(data.decode("utf-8", "surrogatepass"))
        return self._words[word[0]] if word else None

    def codes(self, text: str) -> array[int]:
        """The code of each word of a text."""
        return array("I", self.packed(text))

    def code(self, word: str) -> int:
        """The code of a word."""
        return self._words[word]


@cache
def coder(language: str) -> Coder:
    """The codes of a language's words."""
    return Coder(language)


def places(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """Where the words stand whose codes :meth:`Coder.codes` gives."""
    return [Span(*match.span()) for match in _WORD.finditer(text, start, len(text) if end is None else end)]
