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

#: Initials whose dots hold them together: "U.S."
_INITIALS = re.compile(r"(?<!\w)(?:[^\W\d_]\.){2,}[^\W\d_]?(?!\w)")

#: Text without characters that Python's ``\w`` does not count to words although they are marks on letters.
_PLAIN = re.compile(r"[\w\s!-/:-@\[-`{-~«»„“”–—]*+")
_WORD = re.compile(r"[^\W_]+")

#: A prefix that is written with and without its hyphen: "co-operation".
_HYPHENED = re.compile(r"\bco-(?=o)")


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


def of_one_alphabet(a: str, b: str) -> bool:
    """Whether two words are both written in Latin letters, or neither is."""
    return base(a).isascii() == base(b).isascii()


def words(name: str) -> tuple[str, ...]:
    """The words of a name in small letters; a hyphen parts words, an apostrophe does not, "U.S." is one word ``us``."""
    composed = compose(without_possessive(name)).translate(_APOSTROPHES)
    joined = _HYPHENED.sub("co", _INITIALS.sub(lambda initials: initials[0].replace(".", ""), composed))
    if _PLAIN.fullmatch(joined):
        return tuple(_WORD.findall(joined))
    parted = "".join(letter if _of_a_word(letter) else " " for letter in joined).split()
    return tuple(word for word in parted if any(map(str.isalnum, word)))


def _of_a_word(letter: str) -> bool:
    """Whether a character is a letter, a mark on one (Devanagari writes vowels as marks) or a digit."""
    return letter.isalnum() or unicodedata.category(letter)[0] == "M"
