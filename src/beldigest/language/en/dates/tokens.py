"""Words -> classes: the lexicon of English temporal expressions, and the stretches of a text that hold any of them.

A token's class is one character, so that a run of tokens is a string, and the grammar regular expressions over it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import accumulate
from typing import NamedTuple

from beldigest.language.en.dates.digits import UNKNOWN, classified
from beldigest.language.lexicon import lexicon

#: Classes of what is written with digits, of phrases, number words and punctuation; the lexicon names the others.
_OTHER = (
    *("cardinal", "teen", "ordinal", "scale", "unknown", "day", "nth", "number", "fraction"),
    *("year", "spelled_year", "iso", "numeric_date", "clock", "clock_ampm"),
    *("decade", "short_year", "quarter_code", "fiscal_year", "holiday"),
    *("hyphen", "dash", "slash", "comma", "dot", "possessive", "open", "close"),
)
#: Classes that a temporal expression cannot do without; the others only join these.
_TRIGGERS = (
    *("month", "month_abbr", "weekday", "weekdays", "season", "seasons", "quarter", "quarters", "half", "period"),
    *("unit", "units", "second", "dayref", "tonight", "daypart", "dayparts", "overnight", "noon", "ampm", "oclock"),
    *("ref", "freq", "last", "current", "teen", "year", "spelled_year", "short_year", "fiscal_year", "quarter_code"),
    *("decade", "decade_name", "era_bc", "era_ad", "holiday", "nth", "zone"),
    *("iso", "numeric_date", "clock", "clock_ampm"),
)
_PUNCTUATION = {
    ",": "comma",
    ".": "dot",
    "(": "open",
    ")": "close",
    "–": "dash",
    "—": "dash",
    "-": "hyphen",
    "/": "slash",
}
_POSSESSIVES = ("'s", "’s", "'S", "’S")
#: First characters of the tokens that are classified by their digits ("5th", "'89", "Q3", "H1", "FY24").
_DIGITAL = frozenset("0123456789'’QqHF")
#: How a word is marked that can make a temporal expression, or only join one; what is neither is a space.
_TRIGGER, _JOINING = "!", "+"
#: Characters of the longest of them.
_LONGEST = 32
#: Tokens whose marks are remembered at the most.
_MOST_LEARNT = 1 << 15
#: The largest number word that counts units of time.
_LARGEST_SCALE = 10**6

# Most tokens are plain words, which come first for speed. An address on the web is one token, so nothing in it is a
# date; then what is written with digits, abbreviations with their dots, words, possessive endings, and any character.
# The space behind a token goes with it: so tokens make up the text, and their lengths say where each of them begins.
_TOKEN = re.compile(
    r"""(?:
        [^\W\d_]{2,}+(?![\w.:'’])
      | (?:https?://|www\.)\S+
      | \d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?(?![\w-])
      | \d{1,2}:\d\d(?::\d\d)?(?![\d:])(?:[ap]m\b|[ap]\.m\b\.?|hrs?\b)?
      | \d{1,2}\.\d\d\s?(?:[ap]m\b|[ap]\.m\b\.?)
      | (?:\d{1,4}(?:/\d{1,2}/|\.\d{1,2}\.)\d{2,4}|\d{1,2}-\d{1,2}-\d{4})(?![\w/.-]*\w)
      | [1-9]/[2-9](?![\d/])
      | \d+(?:,\d{3}(?!\d))*(?:[.]\d+)*(?:[ap]\.m\b\.?|[^\W_]*)
      | (?:[^\W\d_]\.){2,}(?:[^\W\d_](?![^\W\d_]))?
      | [^\W\d_]\.[^\W\d_](?![^\W_])
      | o['’]clock\b
      | [^\W_]+
      | ['’]\d0?s\b | ['’]\d\d(?:s\b|(?![\w]))
      | ['’]s\b
      | \S
    )\s*+""",
    re.VERBOSE | re.IGNORECASE,
)
_SPACE = re.compile(r"\s*+")


class Token(NamedTuple):
    """A word or a number, its class, and what it is worth in that class."""

    symbol: str
    value: str
    text: str
    start: int
    end: int


class _Phrase(NamedTuple):
    """The words behind the first one of a longer entry of the lexicon, in small letters."""

    rest: tuple[str, ...]
    symbol: str
    value: str


class _Entry(NamedTuple):
    """What a form of a word is: its class and value, and the longer entries that it begins, the longest first."""

    symbol: str
    value: str
    phrases: tuple[_Phrase, ...] = ()


@cache
def symbols() -> dict[str, str]:
    """The character of each class."""
    names = dict.fromkeys((*_OTHER, *(row[1] for row in lexicon("en", "dates_words"))))
    return {name: chr(0xA1 + index) for index, name in enumerate(names)}


class _Entries(dict[str, _Entry]):
    """What every form of every word is; of the others, what is written with digits."""

    def __missing__(self, word: str) -> _Entry:
        digital = word[0] in _DIGITAL and len(word) <= _LONGEST
        name, value = classified(word) if digital else UNKNOWN
        return _Entry(symbols()[name], value)


@cache
def _entries() -> _Entries:
    code = symbols()
    rows = list(_numerals())
    rows += [(row[0], row[1], row[2] if len(row) > 2 else "") for row in lexicon("en", "dates_words")]
    rows += [(row[0], "holiday", row[1]) for row in lexicon("en", "dates_holidays")]
    rows += [(mark, name, "") for mark, name in _PUNCTUATION.items()]
    rows += [(mark, "possessive", "") for mark in _POSSESSIVES]
    entries = _Entries()
    for word, name, value in sorted(rows, key=lambda row: -len(row[0])):
        first, *rest = _words(_TOKEN.findall(word))
        for form in _forms(first):
            entry = entries.get(form, _Entry(code["unknown"], ""))
            if rest:
                phrase = _Phrase(tuple(part.lower() for part in rest), code[name], value)
                entries[form] = entry._replace(phrases=(*entry.phrases, phrase))
            else:
                entries[form] = entry._replace(symbol=code[name], value=value)
    return entries


def _numerals() -> Iterator[tuple[str, str, str]]:
    """The number words; those from ten to twenty can begin a year ("nineteen ninety-six")."""
    for word, name, value in lexicon("en", "figures_numbers"):
        if name in ("unit", "ten"):
            yield word, "teen" if 10 <= int(value) <= 20 else "cardinal", value
        elif name == "ordinal" or (name == "scale" and int(value) <= _LARGEST_SCALE):
            yield word, name, value


def _forms(word: str) -> tuple[str, ...]:
    """The ways that an entry is written; one with a capital is not read in small letters ("May", "March")."""
    return (word, word.capitalize(), word.upper()) if word[0].islower() else (word, word.upper())


@cache
def _triggers() -> frozenset[str]:
    return frozenset(symbols()[name] for name in _TRIGGERS)


@cache
def _joining() -> frozenset[str]:
    """Every form of the words behind the first one of a phrase."""
    phrases = (phrase for entry in _entries().values() for phrase in entry.phrases)
    return frozenset(form for phrase in phrases for word in phrase.rest for form in _forms(word))


class _Marks(dict[str, str]):
    """Whether a token, with the space behind it, can be a trigger, or only join one; learnt as the texts come."""

    def __missing__(self, token: str) -> str:
        word = token.rstrip()
        entry = _entries()[word]
        if not _triggers().isdisjoint((entry.symbol, *(phrase.symbol for phrase in entry.phrases))):
            mark = _TRIGGER
        else:
            known = entry.phrases or entry.symbol != symbols()["unknown"] or word in _joining()
            mark = _JOINING if known else " "
        if len(token) <= _LONGEST:
            if len(self) >= _MOST_LEARNT:
                self.clear()
            self[token] = mark
        return mark


@cache
def _marks() -> _Marks:
    return _Marks()


def runs(text: str, start: int, end: int) -> Iterator[list[Token]]:
    """The stretches of ``text`` whose words may all belong to temporal expressions, and hold a trigger for one."""
    tokens = _TOKEN.findall(text, start, end)
    shape = "".join(map(_marks().__getitem__, tokens))
    if _TRIGGER not in shape:
        return
    entries, triggers, unknown = _entries(), _triggers(), symbols()["unknown"]
    space = _SPACE.match(text, start, end)
    starts = list(accumulate(map(len, tokens), initial=space.end() if space else start))
    last = 0
    while (hot_at := shape.find(_TRIGGER, last)) >= 0:
        first, last = shape.rfind(" ", 0, hot_at) + 1, shape.find(" ", hot_at)
        last = last if last >= 0 else len(tokens)
        words = _words(tokens[first:last])
        run: list[Token] = []
        hot = False
        done = 0
        while done < len(words):
            symbol, value, phrases = entries[words[done]]
            size = 1
            if phrases:
                symbol, value, size = _read(words, done)
            begins = starts[first + done]
            done += size
            if symbol == unknown:
                if hot:
                    yield run
                run, hot = [], False
                continue
            ends = starts[first + done - 1] + len(words[done - 1])
            run.append(Token(symbol, value, text[begins:ends], begins, ends))
            hot = hot or symbol in triggers
        if hot:
            yield run


def _words(tokens: list[str]) -> list[str]:
    return [token.rstrip() for token in tokens]


def _read(words: list[str], at: int) -> tuple[str, str, int]:
    """The class and value of what begins at an index, and of how many words it is."""
    entry = _entries()[words[at]]
    for rest, symbol, value in entry.phrases:
        following = words[at + 1 : at + 1 + len(rest)]
        if tuple(follower.lower().replace("’", "'") for follower in following) == rest:
            return symbol, value, 1 + len(rest)
    return entry.symbol, entry.value, 1
