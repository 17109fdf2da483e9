"""Names as written: case, diacritics, apostrophes and the words of a name."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

#: What stands for an apostrophe or a soft sign inside a word; it parts nothing.
_APOSTROPHES = str.maketrans("", "", "'’‘ʼʹʺ`´ʻ′\u00ad")

_POSSESSIVE = re.compile(r"['’ʼ][sS](?=$|[\s,.)])|(?<=[sS])['’ʼ](?=$|[\s,.)])")

#: Letters that Unicode does not decompose into a letter and a mark.
_UNDECOMPOSED = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ß": "ss", "ı": "i", "ħ": "h"}
)

#: A run of letters with their marks, or of digits; the dots inside "U.S." hold it together.
_WORD = re.compile(r"(?:[^\W\d_]\.){2,}[^\W\d_]?(?!\w)|[^\W\d_][^\W\d_\u0300-\u036f]*|\d+")


def compose(text: str) -> str:
    """The text in small letters, each with its marks as one character (NFC), without compatibility variants (NFKC).

    Case is folded before and after composition, because either may bring about the other (Unicode, section 3.13).
    """
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKD", text).casefold()).casefold()


def without_possessive(text: str) -> str:
    """The name without an English possessive ending."""
    return _POSSESSIVE.sub("", text)


@lru_cache(maxsize=65536)
def base(word: str) -> str:
    """The small letters of a word without their marks; й and ё, which are letters of their own, among them."""
    decomposed = unicodedata.normalize("NFD", compose(word))
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter)).translate(_UNDECOMPOSED)


def words(name: str) -> tuple[str, ...]:
    """The words of a name in small letters; a hyphen parts words, an apostrophe does not, "U.S." is one word ``us``."""
    composed = compose(without_possessive(name)).translate(_APOSTROPHES)
    return tuple(found.replace(".", "") for found in _WORD.findall(composed))
