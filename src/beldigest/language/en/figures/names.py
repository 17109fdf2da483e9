"""Numbers that are no figures: parts of names, labels, years, dates and clock times, and "one" as a pronoun."""

from __future__ import annotations

from decimal import Decimal

from beldigest.language.en.figures.numbers import kind
from beldigest.language.en.figures.words import is_plural, labels, word_class
from beldigest.language.tokens import Tokens

_TOUCHING_PREFIXES = frozenset(
    {"sub", "minus", "negative", "then", "now", "under", "over", "pound", "plus", "to", "a", "one", "all", "or"}
)
_CLOCK = frozenset(
    {"am", "pm", "a.m", "p.m", "a.m.", "p.m.", "o'clock", "o’clock", "noon", "midnight", "hrs", "gmt", "utc"}
)
_BEFORE_YEARS = frozenset(
    "in since of until till by from during the before after early late mid to through between and this".split()
)
_AGED = frozenset({"aged", "age", "ages"})
_YEARS = range(1500, 2101)
_PHONES = frozenset(
    {"phone", "telephone", "tel", "fax", "mobile", "cell", "dial", "hotline", "call", "whatsapp", "card", "account"}
)
_NOT_BEFORE_ONE = frozenset(
    """this that the these those which no each every any same previous next last only another other first
    second big good little new loved number day some my your his her our their""".split()
)
_AFTER_PRONOUN_ONE = frozenset({"another", "by", "can", "must", "should", "may", "might", "would", "could"})


def is_name(tokens: Tokens, at: int, end: int, measured: bool = False) -> bool:
    """Whether the number at ``at`` up to ``end`` is part of a name or a label ("G7", "COVID-19", "article 5").

    ``measured`` says that a unit follows it, so that a word before it does not make it a name ("aspirin 500 mg").
    """
    before = tokens.form(at - 1)
    if tokens.touches(at) and (before[-1:].isalpha() or before in {"_", "#", "№", "§", "\\"}):
        return True
    if before in {"#", "№", "§"}:
        return True
    if tokens.touches(at) and before in {"-", "/", "&"} and tokens.touches(at - 1):
        prefix = tokens.form(at - 2)
        if prefix[:1].isalpha() and prefix.lower() not in _TOUCHING_PREFIXES:
            return True
    if measured or (not tokens.form(at).isdecimal() and tokens.value(at) is not None):
        return False
    label = at - 1 - (before == "." or before == ":")
    if tokens.word(label) in labels() and label >= 0 and not is_plural(tokens.word(end)):
        return True
    if tokens.value(at) is None and not tokens.capital(at):
        return False
    return _follows_name(tokens, at, end)


def is_enumerator(tokens: Tokens, at: int, end: int) -> bool:
    """Whether the number is the mark of an item: "1)", "2 )"."""
    if tokens.word(end) != ")":
        return False
    return all(tokens.word(before) != "(" for before in range(max(0, at - 12), at))


def _follows_name(tokens: Tokens, at: int, end: int) -> bool:
    """Whether the number closes a name that is written before it ("Boeing 737", "FTSE 100", "iPhone 11")."""
    before = tokens.form(at - 1)
    if before.lower() in labels() or not any(letter.isupper() for letter in before):
        return False
    if word_class(tokens.word(at - 1)):
        return False
    if tokens.form(end) in {"”", '"', "’"} and tokens.touches(end):
        return True
    first = at - 1 == 0 or tokens.form(at - 2) in {".", "!", "?", "“", '"'}
    return not (first and before[1:].islower()) and not is_plural(tokens.word(end))


def is_year(tokens: Tokens, at: int, value: Decimal) -> bool:
    """Whether four bare digits name a year; a round number before a plural counts, except after "in" or "the"."""
    form = tokens.form(at)
    if len(form) != 4 or not form.isdecimal() or int(value) not in _YEARS:
        return False
    if not is_plural(tokens.word(at + 1)) or tokens.word(at - 1) in _BEFORE_YEARS:
        return True
    return int(value) % 100 != 0


def is_date_or_time(tokens: Tokens, at: int, end: int) -> bool:
    """Whether a month, a weekday or a part of the clock stands beside the number."""
    value = tokens.value(at)
    if value is None and not tokens.word(end) in {"o'clock", "o’clock"}:
        return False
    after = tokens.word(end)
    if is_clock(tokens, end):
        return True
    if value is None or value > 31 or value != int(value):
        return _beside_month(tokens, at, end) and value is not None and len(tokens.form(at)) == 4
    return _beside_month(tokens, at, end)


def _beside_month(tokens: Tokens, at: int, end: int) -> bool:
    before = at - 1
    while tokens.word(before) in {".", ",", "-", "/", "the", "("} and at - before < 4:
        before -= 1
    if _is_calendar(tokens, before):
        weekday = tokens.word(before).endswith("day")
        return not weekday or tokens.word(at - 1) in {"the", "-", "/"}
    after = end + (tokens.word(end) in {"of", "-", "/", ","})
    return _is_calendar(tokens, after) and not tokens.word(after).endswith("day") and tokens.word(end) != ","


def _is_calendar(tokens: Tokens, at: int) -> bool:
    """Whether the token is a month or a weekday; "may", "march", "sun" and the like only with a capital or "in may"."""
    word = tokens.word(at)
    if word in {"may", "march", "sun", "sat", "mar", "mon"} and not tokens.capital(at):
        return tokens.word(at - 1) in {"in", "on", "of", "from", "since", "until"}
    return word == "may" or word_class(word) == "calendar"


def is_clock(tokens: Tokens, end: int) -> bool:
    """Whether what follows a number makes it a time of day: "pm", "o'clock"."""
    after = tokens.word(end)
    if after in _CLOCK or (after == "." and tokens.word(end + 1) in {"am", "pm"}):
        return True
    return after in {"p", "a"} and tokens.word(end + 1 + (tokens.word(end + 1) == ".")) in {"m", "m."}


def is_age(tokens: Tokens, start: int, number: tuple[int, int]) -> bool:
    """Whether a bare number is of years of age: "aged between 20 and 35", "under the age of 21", "Anna Smith, 34, said".

    ``start`` is the first token of the figure with its bound, ``number`` the tokens of the number.
    """
    at, end = number
    if tokens.word(start - 1) in _AGED or tokens.word(at - 1) in _AGED:
        return True
    if tokens.word(at - 1) == "of" and tokens.word(at - 2) in _AGED:
        return True
    value = tokens.value(at)
    if value is None or not tokens.form(at).isdecimal() or not 0 < value < 120:
        return False
    named = tokens.word(at - 1) == "," and tokens.capital(at - 2) and not word_class(tokens.word(at - 2))
    return named and tokens.capital(at - 3) and tokens.word(end) == ","


def is_identifier(tokens: Tokens, at: int, end: int) -> bool:
    """Whether the digits are a phone number or the like: they begin with 0, or words for a phone stand before."""
    form = tokens.form(at)
    if form.isdecimal() and len(form) > 1 and form[0] == "0":
        return True
    if tokens.value(at) is None or len(form) < 2:
        return False
    for back in range(at - 1, max(-1, at - 12), -1):
        if tokens.word(back) in _PHONES and (len(form) >= 6 or _grouped(tokens, at)):
            return True
    return False


def _grouped(tokens: Tokens, at: int) -> bool:
    """Whether the number stands in a chain of numbers with at least six digits in all."""
    joints = {"-", ".", "/", "(", ")", "+", "x", "–"}
    total = 0
    first = at
    while first > 0 and (tokens.form(first - 1)[:1].isdecimal() or tokens.word(first - 1) in joints):
        first -= 1
    while first < len(tokens) and (tokens.form(first)[:1].isdecimal() or tokens.word(first) in joints):
        total += len(tokens.form(first)) if tokens.form(first)[:1].isdecimal() else 0
        first += 1
    return total >= 6


def _numeric(tokens: Tokens, at: int) -> bool:
    return tokens.value(at) is not None or kind(tokens.word(at)) in {"unit", "ten"}


def is_pronoun(tokens: Tokens, at: int, end: int) -> bool:
    """Whether "one" stands for a noun or a person ("that one", "one can say") and counts nothing."""
    if tokens.word(at) != "one" or end - at != 1:
        return False
    before, after = tokens.word(at - 1), tokens.word(end)
    if after == "-":
        return False
    if after in _AFTER_PRONOUN_ONE or after.startswith("'"):
        return True
    if after[:1] in {"“", '"'} or (after[:1].isalpha() and not word_class(after)):
        return False
    if before in _NOT_BEFORE_ONE:
        return True
    if after == "of" or (after in {"in", "out"} and end + 2 < len(tokens)):
        return after != "of" and not (_numeric(tokens, end + 1) or _numeric(tokens, end + 2))
    known = word_class(after)
    if after in {"more", "other", "such", "additional"}:
        return False
    if not after[:1].isalpha():
        return after != ","
    return known in {"determiner", "pronoun", "auxiliary", "preposition", "conjunction", "adverb", "verb"}
