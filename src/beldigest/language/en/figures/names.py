"""English numbers that are no figures: parts of names, labels, years, dates and clock times, and "one" as a pronoun."""

from __future__ import annotations

from decimal import Decimal

from beldigest.language.en.figures.cardinals import kind
from beldigest.language.en.figures.compounds import ends_in_plural
from beldigest.language.en.figures.modifiers import bound_before
from beldigest.language.en.figures.phrases import counted_after
from beldigest.language.en.figures.words import (
    ARTICLES,
    DEFINITE,
    MODALS,
    abbreviated_labels,
    is_gerund,
    is_number,
    is_participle,
    is_plural,
    is_possessive,
    is_verb,
    labels,
    verbs,
    word_class,
)
from beldigest.language.figures import Numeral
from beldigest.language.tokens import Tokens

_MARKS_OF_NUMBER = frozenset({"#", "№", "§"})
# What a hyphen can tie to a number without making a name of both: "sub-7", "minus-260", "a then-18-year-old".
_PREFIXES = frozenset({"sub", "minus", "negative", "then", "now", "under", "over", "plus", "to", "a", "all", "or"})
_CLOCK = frozenset({"am", "pm", "a.m", "p.m", "a.m.", "p.m.", "o'clock", "o’clock", "noon", "midnight", "gmt", "utc"})
_BEFORE_YEARS = frozenset(
    {"in", "since", "until", "from", "during", "the", "before", "after", "early", "late", "mid", "between", "this"}
)
_BETWEEN_YEARS = frozenset({"and", "to", "-", "–"})
_TEMPORAL = frozenset({"in", "since", "until", "till", "before", "after", "by"})
_MONTHS_AND_WORDS = frozenset({"may", "march", "sun", "sat", "mar", "mon"})
_BEFORE_MONTHS = frozenset({"in", "on", "of", "from", "since", "until"})
_BETWEEN_DAY_AND_MONTH = frozenset({".", ",", "-", "/", "the", "("})
_PHONES = frozenset(
    {"phone", "telephone", "tel", "fax", "mobile", "cell", "dial", "hotline", "call", "whatsapp", "card", "account"}
)
_IN_PHONES = frozenset({"-", ".", "/", "(", ")", "+", "x", "–"})
_BEFORE_PRONOUN = frozenset(
    {"either", "neither", "this", "that", "the", "these", "those", "which", "no", "each", "every", "any", "same"}
    | {"previous", "next", "last", "only", "another", "other", "first", "second", "big", "good", "little", "new"}
    | {"loved", "number", "some", "my", "your", "his", "her", "our", "their"}
)
_AFTER_PRONOUN = frozenset({"another", "by", "can", "must", "should", "may", "might", "would", "could"})
# What a number tied to it classes and does not count: "two-tier", "a five-star hotel".
_KINDS = frozenset(
    {"tier", "way", "party", "state", "track", "speed", "horse", "star", "wheel"}
    | {"sided", "pronged", "cylinder", "door", "seater", "stroke", "dimensional"}
)
_BUYING = frozenset(
    {"buys", "bought", "costs", "cost", "fetches", "fetched", "equals", "equalled", "trades", "traded", "="}
)
_APPOSITIVE = frozenset({",", "–", "—", "-", "("})
# After these "one of" says what the subject is.
_LINKING = frozenset(
    {"is", "was", "are", "were", "be", "been", "being", "become", "became", "becomes", "remain", "remains", "remained"}
)
# Words between two numbers of which the one or the other holds.
_CHOOSING = frozenset({"to", "or"})
_OWNING = frozenset({*DEFINITE, *ARTICLES, "no"})
_AFTER_COUNT = frozenset({"of", ",", "more", "other", "such", "additional"})
_STREETS = frozenset({"street", "avenue", "road", "boulevard", "lane", "square", "drive", "st", "ave", "blvd"})
_ORDINALS = frozenset({"st", "nd", "rd", "th"})
_LONGEST_STREET = 5
_LONGEST_MODEL = 3
# More digits than this without a mark to part them are a serial number.
_MOST_UNPARTED = 12
_ITEM_ENDS = frozenset({"", ".", ")"})
_GOES_ON = frozenset({"-", "–", "%", "(", "/"})
# In tokens.
_LONGEST_ENUMERATION = 20
_COORDINATORS = frozenset({",", "and", "or", "-", "–"})
_DASHES = frozenset({"-", "–"})
_VERSUS = frozenset({"to", "-", "–"})
_APOSTROPHES = frozenset({"'", "’"})
_HUNDRED = Decimal(100)
_QUOTES = frozenset({"“", '"', "‘"})


def is_name(tokens: Tokens, number: Numeral, measured: bool) -> bool:
    """Whether the number is part of a name or a label: "G7", "COVID-19", "article 5", "Boeing 737".

    ``measured`` says that a unit follows it, so that a word before it does not make it a name ("aspirin 500 mg").
    """
    at, before = number.start, tokens.forms[number.start - 1]
    if before == "per" and (measured or is_round(number.value)):  # "per 100,000 people", "per 40 kg"
        return True
    if measured and _follows_name(tokens, number) and _is_variant(tokens, number.end):  # "a Boeing 777F"
        return True
    if before in _MARKS_OF_NUMBER or (tokens.touches(at) and (before[-1:].isalpha() or before in {"_", "\\"})):
        return True
    if tokens.touches(at) and before in {"-", "/", "&"} and tokens.touches(at - 1):
        prefix = tokens.words[at - 2]
        if prefix[:1].isalpha() and prefix not in _PREFIXES:
            return True
    digits = tokens.values[at] is not None
    if digits and tokens.words[number.end] in _APOSTROPHES and tokens.reads(number.end + 1, "s"):  # "2022's"
        return True
    if measured or (digits and not tokens.forms[at].isdecimal()):
        return False
    if digits and (_is_counted(tokens, at) or _is_designation(tokens, at)):
        return True
    if before == "." and len(tokens.forms[at - 2]) == 1 and tokens.capital(at - 2):  # "S. 2935"
        return True
    if _is_labelled(tokens, at) and not is_plural(tokens.words[number.end]):
        return True
    if tokens.words[at - 1] == "of" and tokens.capital(at - 2) and tokens.words[at - 2] in labels():  # "Group of 20"
        return True
    if (digits or tokens.capital(at)) and (_opens_name(tokens, number) or _opens_address(tokens, number)):
        return True
    return (digits or tokens.capital(at)) and _follows_name(tokens, number)


def is_round(value: Decimal) -> bool:
    """Whether a number is a hundred or a higher power of ten."""
    return value >= _HUNDRED and value.normalize().as_tuple().digits == (1,)


def _is_variant(tokens: Tokens, at: int) -> bool:
    """Whether a capital letter at a token, right behind a number, is part of a name rather than a unit."""
    return len(tokens.forms[at]) == 1 and tokens.touches(at) and tokens.capital(at)


def _is_counted(tokens: Tokens, at: int) -> bool:
    """Whether digits stand in a noun phrase that a number opens, and name a model: "two new 737 jets"."""
    first = at - (word_class(tokens.words[at - 1]) == "adjective")
    if kind(tokens.words[first - 1]) == "unit":
        return True
    while at - first < _LONGEST_MODEL and tokens.capital(first - 1):
        first -= 1
    counted = is_number(tokens, first - 1) and not is_year(tokens, first - 1)
    return first < at and counted and _ends_in_plural(tokens, at + 1)


def _is_designation(tokens: Tokens, at: int) -> bool:
    """Whether digits behind an article are the first of two with a hyphen, which name a model: "a 737-800, ..."."""
    tied = tokens.words[at + 1] == "-" and tokens.touches(at + 1) and tokens.touches(at + 2)
    tied = tied and tokens.values[at + 2] is not None
    return tied and tokens.words[at - 1] in ARTICLES and not tokens.forms[at + 3][:1].isalnum()


def _is_labelled(tokens: Tokens, at: int) -> bool:
    """Whether a label stands before a number, or before others that it goes on from: "articles 117 and 331"."""
    back, furthest = at - 1, at - _LONGEST_ENUMERATION
    while back > furthest and tokens.words[back] in _COORDINATORS and tokens.values[back - 1] is not None:
        back -= 2
    stopped = tokens.forms[back] == "."
    label = tokens.words[back - (stopped or tokens.forms[back] == ":")]
    if tokens.words[back - 1] in MODALS:  # "the hall can seat 45"
        return False
    if tokens.words[back - 1] in DEFINITE and tokens.words[at + 1] in _VERSUS and tokens.values[at + 2] is not None:
        return False  # "passed the bill 121 to 74"
    return label in (abbreviated_labels() if stopped else labels()) and (
        back == at - 1 or is_plural(label) or tokens.words[at - 1] != ","
    )


def _opens_name(tokens: Tokens, number: Numeral) -> bool:
    """Whether a number opens a name: a word in capitals inside of a sentence ("the Six Nations"), "the 88 Project"."""
    before = tokens.forms[number.start - 1]
    if not tokens.capital(number.end):
        return False
    if not number.spelled:
        counts = counted_after(tokens, number.end, False) is None or _ends_in_plural(tokens, number.end)
        return before.lower() == "the" and not counts
    return before[:1].isalnum() and not before[:1].isupper()


def _opens_address(tokens: Tokens, number: Numeral) -> bool:
    """Whether a number is that of a house: "(48) West 9th Street", "(10) Downing Street"."""
    at = number.end
    while at - number.end < _LONGEST_STREET and (tokens.capital(at) or tokens.values[at] is not None):
        at += 1 + (tokens.words[at + 1] in _ORDINALS)
        if tokens.words[at] in _STREETS and tokens.capital(at):
            return not is_plural(tokens.words[at + 1])
    return False


def _ends_in_plural(tokens: Tokens, at: int) -> bool:
    """Whether the noun phrase at a token, after a number, has a plural head that the number counts."""
    phrase = counted_after(tokens, at, False)
    return phrase is not None and ends_in_plural(tokens, phrase[1])


def _follows_name(tokens: Tokens, number: Numeral) -> bool:
    """Whether the number closes a name that is written before it: "FTSE 100", "iPhone 11"."""
    at, before = number.start, tokens.forms[number.start - 1]
    if not any(letter.isupper() for letter in before) or word_class(before.lower()) or before.lower() in labels():
        return False
    if is_possessive(before) and not tokens.capital(number.end):  # "Spain's 43", but "Spain's 43 list"
        after = tokens.words[number.end]
        return after[:1].isalpha() and not word_class(after) and not _ends_in_plural(tokens, number.end)
    if tokens.forms[number.end] in {"”", '"', "’"} and tokens.touches(number.end):
        return True
    first = at == 1 or tokens.forms[at - 2] in {".", "!", "?", *_QUOTES}
    return not (first and before[1:].islower()) and not is_plural(tokens.words[number.end])


def is_year(tokens: Tokens, at: int) -> bool:
    """Whether four bare digits name a year.

    Before a plural, or before words that lead up to one, a round number or one of an age long past counts, but not
    after words such as "in" and "the".
    """
    form = tokens.forms[at]
    if len(form) != 4 or not form.isdecimal() or not 1500 <= int(form) <= 2100:
        return False
    if tokens.words[at - 1] in _BEFORE_YEARS or (int(form) >= 1900 and int(form) % 100 != 0):
        return True
    if tokens.words[at - 1] in _BETWEEN_YEARS and len(tokens.forms[at - 2]) == len(form):  # "between 1600 and 1900"
        return not is_plural(tokens.words[at + 1])
    return not is_plural(tokens.words[at + 1]) and not _ends_in_plural(tokens, at + 1)


def is_temporal(tokens: Tokens, at: int) -> bool:
    """Whether the word before a token says that a time follows: "since (at least 2019)"."""
    return tokens.words[at - 1] in _TEMPORAL


def is_clock(tokens: Tokens, at: int) -> bool:
    """Whether the token after a number makes it a time of day: "pm", "p. m.", "o'clock"."""
    word, nxt = tokens.words[at], tokens.words[at + 1]
    if word in _CLOCK or (word == "." and nxt in {"am", "pm"}):
        return True
    return word in {"p", "a"} and (nxt if nxt != "." else tokens.words[at + 2]) in {"m", "m."}


def is_date(tokens: Tokens, number: Numeral) -> bool:
    """Whether a month, or a weekday with "the", stands beside digits that can be a day or a year."""
    at, end = number.start, number.end
    form = tokens.forms[at]
    if tokens.words[at - 1] in {"past", "to"} and tokens.words[at - 2] in {"half", "quarter"}:  # "half past nine"
        return True
    if end != at + 1 or not form.isdecimal() or not (int(form) <= 31 or 1500 <= int(form) <= 2100):
        return False
    if _names_day(tokens, number):
        return True
    before = at - 1
    while tokens.words[before] in _BETWEEN_DAY_AND_MONTH and at - before < 4:
        before -= 1
    if _is_calendar(tokens, before):
        return not tokens.words[before].endswith("day") or tokens.words[at - 1] in {"the", "-", "/"}
    after = end + (tokens.words[end] in {"of", "-", "/"})
    return _is_calendar(tokens, after) and not tokens.words[after].endswith("day")


def _names_day(tokens: Tokens, number: Numeral) -> bool:
    """Whether a small number alone after "on" or "the" is a day of the month: "until the 27.", "on 15"."""
    at, after = number.start, tokens.forms[number.end]
    if int(tokens.forms[at]) > 31 or after[:1].isalnum() or after in _GOES_ON:
        return False
    return tokens.words[at - 1] == "on" or (tokens.words[at - 1] == "the" and tokens.words[at - 2] != "of")


def _is_calendar(tokens: Tokens, at: int) -> bool:
    """Whether the token is a month or a weekday; "may", "march", "sun" and the like only with a capital or "in may"."""
    word = tokens.words[at]
    if word in _MONTHS_AND_WORDS and not tokens.capital(at):
        return tokens.words[at - 1] in _BEFORE_MONTHS
    return word == "may" or word_class(word) == "calendar"


def is_enumerator(tokens: Tokens, number: Numeral) -> bool:
    """Whether the number is the mark of an item: "1)", "2 )", "(...) 6. Anna Smith"."""
    end = number.end
    if tokens.words[end] == "." and tokens.touches(end):
        return tokens.words[number.start - 1] in _ITEM_ENDS and tokens.capital(end + 1) and not number.spelled
    if tokens.words[end] != ")":
        return False
    return "(" not in tokens.words[max(0, number.start - 12) : number.start]


def is_identifier(tokens: Tokens, number: Numeral) -> bool:
    """Whether the digits are a telephone number or the like: they begin with 0, or a word for one stands before."""
    at = number.start
    form = tokens.forms[at]
    if form.isdecimal() and len(form) > 1 and (form[0] == "0" or len(form) > _MOST_UNPARTED):
        return True
    if tokens.values[at] is None or len(form) < 2:
        return False
    end = number.end
    if tokens.words[end] == "(" and tokens.touches(end) and len(tokens.words[end + 1]) == 1:  # "401(k)"
        return tokens.words[end + 1].isalpha() and tokens.words[end + 2] == ")"
    if _PHONES.isdisjoint(tokens.words[max(0, at - 12) : at]):
        return False
    return len(form) >= 6 or _digits_around(tokens, at) >= 6


def _digits_around(tokens: Tokens, at: int) -> int:
    """How many digits the chain of numbers around a token has, as far as 12 tokens to either side."""
    first, last = at, at
    while first > at - 12 and (tokens.words[first - 1].isdecimal() or tokens.words[first - 1] in _IN_PHONES):
        first -= 1
    while last < at + 12 and (tokens.words[last + 1].isdecimal() or tokens.words[last + 1] in _IN_PHONES):
        last += 1
    return sum(len(word) for word in tokens.words[first : last + 1] if word.isdecimal())


def is_pronoun(tokens: Tokens, number: Numeral) -> bool:
    """Whether "one" stands for a noun or a person ("that one", "one can say"), or a number is part of an adjective."""
    at, end = number.start, number.end
    after = tokens.words[end]
    tied = after == "-" and tokens.touches(end) and tokens.touches(end + 1)
    if tied and number.spelled and (number.value <= 1 or tokens.words[end + 1] in _KINDS):
        return True
    if tied and is_participle(tokens.words[end + 1]):  # "four-legged", "486-based"
        return True
    if tokens.words[at] != "one" or end - at != 1:
        return False
    if after in {"in", "out"} and (is_number(tokens, end + 1) or is_number(tokens, end + 2)):
        return False  # "only one in five", "one out of three"
    if after in _CHOOSING and is_number(tokens, end + 1):  # "one to five years", "one or two men"
        return False
    if _is_certain(tokens, at):
        return True
    if after == "of" and _says_which(tokens, at):
        return True
    if after in _AFTER_PRONOUN or after.startswith("'"):
        return True
    verbal = is_participle(after) or (is_gerund(after) and word_class(tokens.words[end + 1]) != "auxiliary")
    adverbial = tokens.words[at - 1] == "only" and tokens.words[at - 2] not in _OWNING
    pronominal = tokens.words[at - 1] in _BEFORE_PRONOUN and not adverbial  # "the only one", but "only one of them"
    if verbal and pronominal:  # "either one helped", "the one leading us"
        return True
    if after[:1] in _QUOTES or (after.isalpha() and word_class(after) in {"", "adjective"}):
        return False
    if word_class(after) == "homograph" and not is_plural(after) and not is_verb(tokens, end):  # "one plan failed"
        return False
    if pronominal:
        return True
    if tokens.words[at - 2] in DEFINITE and word_class(tokens.words[at - 1]) in {"", "adjective"}:
        return tokens.forms[at - 1].isalpha()  # "the Republican one"
    return after not in _AFTER_COUNT


def _is_certain(tokens: Tokens, at: int) -> bool:
    """Whether "one" behind a verb of telling says that a certain one told it: "..., said (one) baker in Ulvia".

    The subject stands behind its verb where what is told comes first (Quirk et al., 1985, 14.29); with a verb of its
    own it is a part of what is told, "the police, ..., said (one) man died".
    """
    if tokens.words[at - 1] not in verbs("reporting") or tokens.words[at - 2][:1].isalnum():
        return False
    phrase = counted_after(tokens, at + 1, True)
    after = tokens.words[phrase[1]] if phrase is not None else "of"
    return after == "who" or not after[:1].isalnum() or (after != "of" and word_class(after) == "preposition")


def _says_which(tokens: Tokens, at: int) -> bool:
    """Whether "one of" what is known only says which is meant: "with one of the banned media", "Ana, one of its heads".

    It counts where it is the subject or the object of a verb, or has a bound ("at least one of the ships was hit").
    """
    if bound_before(tokens, at) is not None:
        return False
    before = tokens.words[at - 1]
    if before in _LINKING or (before in {"just", "only"} and tokens.words[at - 2] in _LINKING):
        return True
    if not (tokens.words[at + 2] in DEFINITE or tokens.words[at + 2].endswith(("'s", "’s"))):
        return False
    if before in _APPOSITIVE and tokens.capital(at - 2):
        return True
    return before != "of" and word_class(before) == "preposition"


def is_price_base(tokens: Tokens, at: int) -> bool:
    """Whether the words after one unit of a currency say what it is worth, so that it is no amount: "a dollar buys"."""
    being = word_class(tokens.words[at]) == "auxiliary"
    return tokens.words[at] in _BUYING or (being and tokens.words[at + 1] == "worth")
