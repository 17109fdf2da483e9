"""Parts of a period that are told by units of it: "the first five months of 2024", "the last week of May"."""

from __future__ import annotations

import re
from functools import cache

from beldigest.language.en.dates.pattern import Pattern, symbol
from beldigest.language.en.dates.tokens import Token
from beldigest.language.temporal import Portion, Unit

#: Tokens of the longest of them: "the last couple of full weeks of".
_LONGEST = 7
_UNITS: tuple[Unit, ...] = ("day", "week", "month", "quarter", "half", "year", "decade")


@cache
def _words() -> re.Pattern[str]:
    some = "(?:amount|vague|couple of)? full? (?:units|quarters)"
    return Pattern(rf"the? (?:ord|last|final) (?:{some} | full? (?:unit|quarter|half)) of \Z").regex


def portion(run: list[Token], shape: str, at: int) -> Portion | None:
    """The part that is meant of the period which begins at an index of a run, by the tokens right before it."""
    if shape[at - 1] not in symbol("of") or (found := _words().search(shape, max(0, at - _LONGEST), at)) is None:
        return None
    words = run[found.start() : at - 1]
    which, *others, unit = words[1:] if words[0].symbol in symbol("the") else words
    of = next((name for name in _UNITS if name == unit.value), None)
    if of is None or which.text.lower() in ("past", "latest"):
        return None  # those are counted back from now
    number = 2 if which.symbol in symbol("second") else int(which.value) if which.symbol in symbol("ord") else -1
    if unit.symbol not in symbol("units") + symbol("quarters"):
        count: int | None = 1
    elif amounts := [token for token in others if token.symbol in symbol("amount")]:
        count = int(float(amounts[0].value))
    else:
        count = 2 if any(token.symbol in symbol("couple") for token in others) else None
    return Portion(words[0].start, of, number, count)
