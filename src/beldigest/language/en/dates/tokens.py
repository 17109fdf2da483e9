"""Words -> classes: the lexicon of English temporal expressions, and the stretches of a text that hold any of them.

A token's class is one character, so that a run of tokens is a string, and the grammar regular expressions over it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from beldigest.language.lexicon import lexicon
from beldigest.language.temporal import Holiday

#: Classes that the lexicon does not name: what is written in digits, punctuation, and phrases of other tables.
_OTHER = (
    "unknown day number fraction year spelled_year iso numeric_date clock clock_ampm decade short_year quarter_code fiscal_year "
    "holiday hyphen dash comma dot possessive open close"
).split()


class Token(NamedTuple):
    """A word or a number, its class, and what it is worth in that class."""

    symbol: str
    value: str
    text: str
    start: int
    end: int


class Entry(NamedTuple):
    """What a form of a word is: its class and value, and the longer phrases that it begins."""

    symbol: str
    value: str
    phrases: tuple[tuple[tuple[str, ...], str, str], ...] = ()


@cache
def symbols() -> dict[str, str]:
    """The character of each class."""
    names = dict.fromkeys((*_OTHER, *(row[1] for row in lexicon("en", "dates_words"))))
    return {name: chr(0xA1 + index) for index, name in enumerate(names)}


#: Classes that a temporal expression cannot do without; the others only join these.
_TRIGGERS = (
    "teen month month_abbr weekday weekdays season seasons unit units quarter quarters half dayref tonight daypart dayparts "
    "overnight noon ampm oclock ref freq year spelled_year iso numeric_date clock clock_ampm decade decade_name "
    "short_year quarter_code fiscal_year era_bc era_ad holiday last second current period"
).split()

# A number with what is glued to it, an abbreviation with dots, a word, a possessive ending, or one other character. An
# address on the web is one token: nothing in it is a date.
_TOKEN = re.compile(
    r"""(?:https?://|www\.)\S+
      | \d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?(?![\w-])
      | \d{1,2}:\d\d(?::\d\d)?(?![\d:])(?:[ap]\.?m\b\.?|hrs?\b)?
      | \d{1,2}\.\d\d\s?[ap]\.?m\b\.?
      | (?:\d{1,4}([/.])\d{1,2}\1\d{2,4}|\d{1,2}-\d{1,2}-\d{4})(?![\w/.-]*\w)
      | [1-9]/[2-9](?![\d/])
      | \d+(?:,\d{3}(?!\d))*(?:[.]\d+)*(?:[ap]\.m\b\.?|[^\W_]*)
      | (?:[^\W\d_]\.){2,}(?:[^\W\d_](?![^\W\d_]))?
      | [^\W\d_]\.[^\W\d_](?![^\W_])
      | o['’]clock\b
      | [^\W_]+
      | ['’]\d0?s\b | ['’]\d\d(?:s\b|(?![\w]))
      | ['’]s\b
      | \S""",
    re.VERBOSE | re.IGNORECASE,
)
_CLOCK = re.compile(r"(\d{1,2})[.:](\d\d)(?::(\d\d))?\s?(?:([ap])\.?m\.?|hrs?)?", re.IGNORECASE)
_HOUR = re.compile(r"(\d{1,2})([ap])\.?m\.?", re.IGNORECASE)
_ORDINAL = re.compile(r"(\d{1,2})(?:st|nd|rd|th)", re.IGNORECASE)
_CODE = re.compile(r"[Qq]([1-4])|([1-4])[Qq](\d\d|\d{4})?|H([12])|([12])H|FY(\d{4}|\d\d)")
_PUNCTUATION = {",": "comma", ".": "dot", "(": "open", ")": "close", "–": "dash", "—": "dash", "-": "hyphen"}


@lru_cache(8192)
def _number(text: str) -> tuple[str, str]:
    """The class and value of a token that begins with a digit or an apostrophe, or that is a code such as "Q3"."""
    if text.isdecimal():
        size = len(text)
        if size <= 2:
            return ("day" if 1 <= int(text) <= 31 else "number"), str(int(text))
        if size == 4 and "1000" <= text <= "2999":
            return "year", text
        return ("number", str(int(text))) if size <= 12 else ("unknown", "")
    if match := _ORDINAL.fullmatch(text):
        return "ordinal", str(int(match[1]))
    if match := re.fullmatch(r"(\d{3})0s", text):
        return "decade", match[1] + "0"
    if match := re.fullmatch(r"['’]?(\d)0['’]?s", text):
        return "decade", match[1] + "0"
    if match := re.fullmatch(r"['’](\d\d)", text):
        return "short_year", match[1]
    if (match := _CLOCK.fullmatch(text)) and (":" in text or match[4]):
        return _clock(match)
    if (match := _HOUR.fullmatch(text)) and 1 <= int(match[1]) <= 12:
        hour = int(match[1]) % 12 + 12 * (match[2].lower() == "p")
        return "clock_ampm", f"{hour:02d}:00"
    if re.fullmatch(r"\d{4}-\d\d-\d\d(?:T.*)?", text):
        return "iso", text
    if re.fullmatch(r"\d{1,4}([/.-])\d{1,2}\1\d{2,4}", text):
        return "numeric_date", text
    if match := re.fullmatch(r"\d+(?:,\d{3})*(?:\.\d+)?", text):
        return "number", text.replace(",", "")
    if match := re.fullmatch(r"(\d)/(\d)", text):
        return "fraction", f"{int(match[1]) / int(match[2]):g}"
    if match := _CODE.fullmatch(text):
        if match[6]:
            return "fiscal_year", match[6]
        part = f"Q{match[1] or match[2]}" if match[1] or match[2] else f"H{match[4] or match[5]}"
        return "quarter_code", f"{part} {match[3] or ''}".strip()
    return "unknown", ""


def _clock(match: re.Match[str]) -> tuple[str, str]:
    hour, minute, second = int(match[1]), int(match[2]), int(match[3] or 0)
    if match[4]:
        hour = hour % 12 + 12 * (match[4].lower() == "p") if hour <= 12 else 99
    if hour > 24 or minute > 59 or second > 59 or (hour == 24 and (minute or second)):
        return "unknown", ""
    value = f"{hour:02d}:{minute:02d}" + (f":{second:02d}" if match[3] else "")
    return ("clock_ampm" if match[4] else "clock"), value


def _forms(word: str) -> tuple[str, ...]:
    return (word, word.capitalize(), word.upper()) if word[0].islower() else (word, word.upper())


@cache
def _entries() -> dict[str, Entry]:
    """Every form of every word, with the phrases that it begins."""
    code = symbols()
    rows = [(row[0], row[1], row[2] if len(row) > 2 else "") for row in lexicon("en", "dates_words")]
    rows += [(row[0], "holiday", row[1]) for row in lexicon("en", "dates_holidays")]
    phrases: dict[str, list[tuple[tuple[str, ...], str, str]]] = {}
    words: dict[str, tuple[str, str]] = {}
    for word, name, value in rows:
        parts = tuple(part.group() for part in _TOKEN.finditer(word))
        if len(parts) > 1:
            for form in _forms(parts[0]):
                rest = tuple(part.lower() for part in parts[1:])
                phrases.setdefault(form, []).append((rest, code[name], value))
        else:
            for form in _forms(word):
                words[form] = (code[name], value)
    for name, mark in ((name, mark) for mark, name in _PUNCTUATION.items()):
        words[mark] = (code[name], "")
    for mark in ("'s", "’s", "'S", "’S"):
        words[mark] = (code["possessive"], "")
    entries = {form: Entry(*found) for form, found in words.items()}
    for form, found_phrases in phrases.items():
        symbol, value = words.get(form, (code["unknown"], ""))
        longest_first = sorted(found_phrases, key=lambda phrase: (-len(phrase[0]), phrase))
        entries[form] = Entry(symbol, value, tuple(longest_first))
    return entries


@cache
def _triggers() -> frozenset[str]:
    return frozenset(symbols()[name] for name in _TRIGGERS)


def runs(text: str, start: int, end: int) -> Iterator[list[Token]]:
    """The stretches of ``text`` whose words may all belong to temporal expressions, and hold a trigger for one."""
    known, code, triggers = _entries(), symbols(), _triggers()
    unknown = Entry(code["unknown"], "")
    tokens = [(match.group(), match.start()) for match in _TOKEN.finditer(text, start, end)]
    run: list[Token] = []
    hot = False
    at = 0
    count = len(tokens)
    get = known.get
    while at < count:
        word, begin = tokens[at]
        at += 1
        entry = get(word)
        if entry is None:
            first = word[0]
            if first in "0123456789'’QHF" and len(word) < 32:
                name, value = _number(word)
                if name != "unknown":
                    entry = Entry(code[name], value)
        elif entry.phrases:
            for rest, symbol, value in entry.phrases:
                if all(at + ahead < count and tokens[at + ahead][0].lower() == part for ahead, part in enumerate(rest)):
                    at += len(rest)
                    last, last_begin = tokens[at - 1]
                    run.append(
                        Token(symbol, value, text[begin : last_begin + len(last)], begin, last_begin + len(last))
                    )
                    hot = hot or symbol in triggers
                    entry = unknown
                    break
            else:
                if entry.symbol == unknown.symbol:
                    entry = None
            if entry is unknown:
                continue
        if entry is None:
            if hot:
                yield run
            if run:
                run, hot = [], False
            continue
        run.append(Token(entry.symbol, entry.value, word, begin, begin + len(word)))
        hot = hot or entry.symbol in triggers
    if hot:
        yield run


def holiday(rule: str) -> Holiday:
    """The record of a rule as the data file writes it."""
    if rule.startswith("easter"):
        return Holiday(easter=int(rule.removeprefix("easter+")))
    match = re.fullmatch(r"(\d\d)-(?:(\d\d)|([a-z]{3})-(-?\d)(?:\+(-?\d))?)", rule)
    if match is None:
        raise ValueError(f"no rule of a holiday: {rule!r}")
    if match[2]:
        return Holiday(month=int(match[1]), day=int(match[2]))
    weekday = ("mon", "tue", "wed", "thu", "fri", "sat", "sun").index(match[3])
    return Holiday(month=int(match[1]), weekday=weekday, nth=int(match[4]), plus=int(match[5] or 0))
