"""Number words -> numbers: "twenty-four" becomes one token, and "nineteen ninety-six" a year."""

from __future__ import annotations

import re
from functools import cache

from beldigest.language.en.dates.pattern import Pattern, symbol
from beldigest.language.en.dates.tokens import Token, symbols

#: Words of the longest number that is read: "two hundred thousand three hundred and forty-five million" has nine.
_LONGEST = 10


@cache
def _any() -> re.Pattern[str]:
    """What every number of more than one token, or in words, begins with."""
    return Pattern("numeral | (?:a|digits) scale | digits fraction").regex


def merged(run: list[Token]) -> list[Token]:
    """The run with each sequence of number words, and each number with its "hundred" or "1/2", as one token."""
    if _any().search("".join([token.symbol for token in run])) is None:
        return run
    found: list[Token] = []
    begins = symbol("numeral") + symbol("digits") + symbol("a")
    at = 0
    while at < len(run):
        words = _sequence(run, at) if run[at].symbol in begins else []
        if not words:
            found.append(run[at])
            at += 1
            continue
        name, value = _valued([run[index] for index in words])
        first, last = run[at], run[words[-1]]
        text = " ".join(token.text for token in run[at : words[-1] + 1])
        found.append(Token(symbols()[name], value, text, first.start, last.end))
        at = words[-1] + 1
    return found


def _sequence(run: list[Token], at: int) -> list[int]:
    """The indices of the words of the number that begins at an index; empty where none does, or only a single token."""
    first = run[at].symbol
    following = run[at + 1].symbol if at + 1 < len(run) else ""
    if first in symbol("digits") and following in symbol("fraction"):
        return [at, at + 1] if following else []
    if first not in symbol("numeral") and (
        first not in symbol("a") + symbol("digits") or following not in symbol("scale")
    ):
        return []
    words = [at]
    step = at + 1
    while step < len(run) and len(words) < _LONGEST:
        last = run[words[-1]]
        if run[step].symbol in symbol("hyphen") or (run[step].text == "and" and last.symbol in symbol("scale")):
            step += 1
        if step >= len(run) or not _continues(run[words[0]], last, run[step], len(words)):
            break
        words.append(step)
        if run[step].symbol in symbol("ordinal"):
            break
        step += 1
    return words if len(words) > 1 or first in symbol("numeral") else []


def _continues(first: Token, last: Token, token: Token, size: int) -> bool:
    """Whether a word goes on with a number: "ninety-six", "nineteen ninety" and "hundred five", but not "five six"."""
    if token.symbol in symbol("scale"):
        return True
    if last.symbol in symbol("scale"):
        return token.symbol in symbol("numeral")
    tens = last.symbol in symbol("numeral") and 20 <= int(last.value) <= 90 and last.value.endswith("0")
    if tens and token.symbol in symbol("numeral") + symbol("ordinal") and int(token.value) < 10:
        return True
    return size == 1 and first.symbol in symbol("teen") and token.symbol in symbol("numeral") and int(token.value) >= 10


def _valued(words: list[Token]) -> tuple[str, str]:
    """The class and the value of a number of one or more words."""
    values = [1.0 if token.symbol in symbol("a") else float(token.value) for token in words]
    if words[-1].symbol in symbol("ordinal"):
        return "ordinal", f"{sum(values):.0f}"
    if words[-1].symbol in symbol("fraction"):
        return "number", f"{sum(values):g}"
    scaled = [token.symbol in symbol("scale") for token in words]
    if len(words) > 1 and words[0].symbol in symbol("teen") and not any(scaled) and values[1] >= 10:
        return "spelled_year", f"{values[0] * 100 + sum(values[1:]):.0f}"
    total = current = 0.0
    for value, is_scale in zip(values, scaled, strict=True):
        if not is_scale:
            current += value
        elif value == 100:
            current *= value
        else:
            total, current = total + current * value, 0.0
    total += current
    # "two thousand twelve" is most often a year, "three thousand" an amount.
    name = "spelled_year" if 2000 <= total < 2100 and values[0] == 2 else "cardinal"
    return name, f"{total:.0f}" if total == int(total) else f"{total:g}"
