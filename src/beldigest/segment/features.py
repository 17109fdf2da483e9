"""Features: what the words of a unit look like by themselves, in any dress."""

from __future__ import annotations

import re
import string
from itertools import islice
from types import ModuleType
from typing import NamedTuple

from beldigest.readers.lines import URL

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
#: Marks that stand by themselves between words.
_MARKS = frozenset("-–—|·•&/+:*=#>…")
_WIDE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_ENDED = re.compile(r"[.!?…。！？](?:[\"'”’»)\]】」』]|\s?\[\d{1,3}\])*$|[^\W\d_][.!?]\d{1,2}$")
#: The source of a sentence, in brackets after it.
_CREDITED = re.compile(r"(?<=[.!?…。！？\"'”’»])\s?[(\[（][^()\[\]（）]{2,60}[)\]）]$")
_SENTENCE = re.compile(r"[.!?…。！？](?:(?<=[.!?…])[\"'”’»)\]]{0,3}\s+(?=[\"'“‘«(\[]?[^\W\d_a-z])|(?<=[。！？])(?=.))")
#: An initial, an initialism, a short title or the number of a part before a full stop ("J.", "U.S.", "Gen.", "III."):
#: no end of a sentence. A month after its day may be one ("on 9 May.").
_ABBREVIATED = re.compile(r"(?:^|(?<!\d)[\s(.])(?:[^\W\d_]|[^\W\d_a-z][a-z]{1,2})\.$|^[IVXL]{1,6}\.$")
#: Initials may end a title ("Talks in the U.S.").
_INITIALS = re.compile(r"(?:[^\W\d_a-z]\.){2}$")
#: An address, with the number of the reference that it is.
_ADDRESS = re.compile(
    r"(?:\[\d{1,3}\]:?\s|\d{1,3}[:.)]\s)?[<(\[]{0,2}(?:https?://|www\.|ftp://)[^\s<>]+[>)\].,;]{0,3}", re.IGNORECASE
)
_BRACKETED = re.compile(rf"[<(\[]{{0,2}}(?:{URL.pattern})[>)\]]{{0,2}}", re.IGNORECASE)
_MAILBOX = re.compile(r"<?[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}>?")

#: The name of a sender with his address, which some lists cut short (RFC 5322, 3.4), and what may stand after it.
_SENDER = re.compile(r"[^<>@:\n]{1,60}\s<[\w.+-]{1,64}@[\w.-]{1,80}>.{0,60}")

#: Words from which on a text is prose, whatever its punctuation.
_PROSE = 35
#: Words that a title has at most.
_TITLE_MOST = 28
#: Words of a sentence that tells a story by itself, at least and at most.
_ALONE_LEAST, _ALONE_MOST = 5, 45

#: Characters of a text that are measured; what is longer is prose at any rate.
_MEASURED = 2000
#: Characters that tell whether it is in capitals.
_HEAD = 100
_SMALL = string.ascii_lowercase.encode()
_LETTERS = string.ascii_letters.encode()


class Features(NamedTuple):
    """What a line of words looks like.

    ``title`` and ``prose`` say from 0 to 1 how much its shape is that of a title or of running text. ``issued`` says
    that it gives the number or the day of an issue, ``alone`` that it is one full sentence that refers to nothing
    before it, and ``credited`` that a source stands in brackets after its last sentence.
    """

    words: int
    sentences: int
    ended: bool
    title: float
    prose: float
    caps: bool
    address: bool
    byline: bool
    dated: bool
    issued: bool
    marks: tuple[tuple[str, str], ...]
    alone: bool
    credited: bool


_OF_ADDRESS = Features(0, 1, False, 0.0, 0.0, False, True, False, False, False, (), False, False)


def features(line: str, layout: ModuleType) -> Features:
    """The features of a text on one line, in which single spaces part the words."""
    if _ADDRESS.fullmatch(line) is not None:
        return _OF_ADDRESS
    said = _unaddressed(line[:_MEASURED])
    told = _uncredited(line)
    words = _word_count(said)
    end = told[-8:]
    ended = not end[-1].isalpha() and _ENDED.search(end) is not None and _INITIALS.search(end) is None
    sentences = 1 + _breaks(told)
    byline, dated, issued, marks = layout.signs(said)
    byline = byline or ("@" in line and _SENDER.fullmatch(line) is not None)
    return Features(
        words,
        sentences,
        ended,
        0.0 if "@" in line and _MAILBOX.fullmatch(line) else _title_shape(line, words, sentences, ended),
        _prose_shape(words, sentences, ended, "…" if told.endswith("..") else told[-1]),
        _in_capitals(line[:_HEAD]),
        False,
        byline,
        dated,
        issued and words <= _TITLE_MOST,
        marks,
        sentences == 1 and ended and _ALONE_LEAST <= words <= _ALONE_MOST and not _refers_back(line, marks),
        len(told) < len(line),
    )


def _refers_back(text: str, marks: tuple[tuple[str, str], ...]) -> bool:
    """Whether a text begins with a quotation, whose speaker is said elsewhere, or with a word that refers back."""
    return text[0] in "\"'“”‘«„" or any(kind == "anaphora" for kind, _ in marks)


def _uncredited(line: str) -> str:
    """A line without the source in brackets that stands after its last sentence."""
    return _CREDITED.sub("", line[-64:]).join((line[:-64], "")) if line[-1] in ")]）" else line


def _unaddressed(text: str) -> str:
    """What a line says without the addresses in it, and the brackets around those."""
    return " ".join(_BRACKETED.sub(" ", text).split()) if "://" in text else text


def _word_count(text: str) -> int:
    """How many words a text has; two Chinese or Japanese characters count as one."""
    if text.isascii() or not _WIDE.search(text):
        words = text.split()
        return len(words) if _MARKS.isdisjoint(words) else len(words) - sum(map(_MARKS.__contains__, words))
    return len(_WORD.findall(text)) + len(_WIDE.findall(text)) // 2


def _in_capitals(line: str) -> bool:
    """Whether nine in ten of the letters of a line that are upper or lower case, and four at least, are upper."""
    if 9 * _count(line, _SMALL) > len(line):
        return False
    most = 9 * sum(map(str.islower, line))
    return most <= len(line) and sum(map(str.isupper, line)) >= max(4, most)


def _breaks(joined: str) -> int:
    """How many of the first few sentences end inside a line."""
    found = 0
    for match in islice(_SENTENCE.finditer(joined, 0, _MEASURED // 2), 5):
        at = match.start()
        found += _ABBREVIATED.search(joined[max(0, at - 8) : at + 1]) is None
    return found


def _is_lettered(joined: str) -> bool:
    """Whether at least a third of the characters of a line are letters; mostly those of ASCII tell already."""
    return 3 * _count(joined, _LETTERS) >= len(joined) or 3 * sum(map(str.isalpha, joined)) >= len(joined)


def _count(line: str, characters: bytes) -> int:
    """How many of these characters of ASCII a line has."""
    found = line.encode("ascii", "ignore")
    return len(found) - len(found.translate(None, characters))


def _title_shape(joined: str, words: int, sentences: int, ended: bool) -> float:
    """How much a line has the shape of a title: short, of one piece, without the full stop of a sentence."""
    if words > _TITLE_MOST or len(joined) < 2 or not _is_lettered(joined):
        return 0.0
    shape = 1.0
    last = joined[-1]
    if ended:
        shape = 0.8 if last in "!?！？…" or joined.endswith("..") else 0.35
    elif last in ":：":
        shape = 0.6
    elif last in ",;，；、":
        shape = 0.2
    if sentences > 1:
        shape *= 0.5 if "." in joined[:-1] else 0.8
    if joined[0].islower():
        shape *= 0.7
    if words > 18:
        shape *= 0.7
    return shape


def _prose_shape(words: int, sentences: int, ended: bool, last: str) -> float:
    """How much a text has the shape of running text: sentences, or sheer length."""
    if words >= _PROSE or (sentences > 1 and words >= 15 and (ended or last in ":：")):
        return 1.0
    if ended and words >= (_TITLE_MOST // 2 if last in "!?！？…" else 8):  # headlines ask, exclaim and trail off
        return 0.7
    if words >= 24:
        return 0.6
    if ended and words >= 4 and last in ".。":
        return 0.5
    return 0.3 if ended or sentences > 1 else 0.0
