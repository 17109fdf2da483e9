"""English ages: "aged between 20 and 35", "under the age of 21", "Anna Smith, 34, said"."""

from __future__ import annotations

from beldigest.language.en.figures.words import BEING, word_class
from beldigest.language.figures import Phrase
from beldigest.language.lexicon import keys
from beldigest.language.tokens import Tokens

_AGED = frozenset({"aged", "age", "ages"})
_AGES = frozenset({"age", "expectancy"})
_BEYOND = frozenset({"under", "over", "above", "below"})
_PEOPLE = frozenset(
    {"children", "people", "women", "men", "girls", "boys", "adults", "persons", "those", "everyone", "anyone"}
    | {"citizens", "patients", "residents", "voters", "workers", "youths", "infants", "kids", "males", "females"}
    | {"them", "victims", "migrants", "refugees", "students", "pupils", "prisoners", "members", "players", "viewers"}
    | {"newcomers"}
)
# How many tokens may stand between people and what they are, and their age.
_NEAR = 8
# Words for one person that are the name of no office, rank or occupation.
_ONE_PERSON = frozenset({"mum", "mom", "dad", "gran", "grandma", "grandpa", "teenager", "teen", "toddler"})
_APPOSING = frozenset({",", "–", "—", "―"})
# What goes on with a number that is no age: "was 1 of 9", "is 2-0 up".
_GOING_ON = frozenset({"of", "-", "–"})
_AFTER_AGES = _APPOSING | {".", ";", ")"}
#: Verbs that an age follows: "turned 75".
TURNING = frozenset({"turn", "turned", "turning", "turns"})
_PERSONS = frozenset({"he", "she", "i", "who", "youngest", "oldest", "eldest"})
# Of these a number behind "of" is the age, "a man of 71"; of others that of whom they have, "a mother of 3".
_OF_AGE = frozenset({"man", "woman", "boy", "girl", "child", "baby", "men", "women", "boys", "girls", "youth"})


def is_age(tokens: Tokens, start: int, number: Phrase) -> bool:
    """Whether a number is of years of age: "aged between 20 and 35", "under the age of 21", "Anna Smith, 34, said"."""
    at, end = number
    if tokens.words[start - 1] in _AGED or tokens.words[at - 1] in _AGED:
        return True
    if tokens.words[at - 1] == "of" and tokens.words[at - 2] in _AGED:
        return True
    if tokens.words[end] in {"or", "and"} and tokens.words[end + 1] in {"older", "younger"}:  # "18 or older"
        return True
    form = tokens.forms[at]
    beyond = tokens.words[at - 1] in _BEYOND and end == at + 1
    if beyond and tokens.words[at - 2] in BEING:  # "the victims were under 10"
        return not tokens.forms[end].isalpha() and _is_of_people(tokens, at)
    if beyond and tokens.words[at - 2] in _PEOPLE:  # "children under five"
        return word_class(tokens.words[end]) != "" or not tokens.forms[end].isalpha()
    if not form.isdecimal() or len(form) > 2:
        return False
    before, noun = tokens.words[at - 1], tokens.words[at - 2]
    being = before in {"was", "is"} and (noun in _PERSONS or _is_person(noun))
    if being or before in TURNING or (before == "of" and noun in _OF_AGE):  # "when she was 4", "will turn 75"
        after = tokens.words[end]
        return after not in _GOING_ON and (not after.isalpha() or bool(word_class(after)))
    if before != "," or tokens.words[end] not in _AFTER_AGES:
        return False
    if tokens.words[end] in _APPOSING and _is_person(noun):  # "the widow, 81, said"
        return True
    first = at - 2
    while tokens.words[first - 1] == "-" and tokens.touches(first) and tokens.touches(first - 1):  # "Kai-pong"
        first -= 2
    named = first < at - 2 or tokens.capital(first - 1) or tokens.forms[first - 1] in {"’", "."}
    named = named or (tokens.words[end] in _APPOSING and tokens.forms[end + 1].islower())
    return named and tokens.capital(first) and not word_class(tokens.words[first])


def _is_person(noun: str) -> bool:
    """Whether a noun is one of a single person."""
    return noun in _ONE_PERSON or noun in keys("en", "actors_roles")


def _is_of_people(tokens: Tokens, at: int) -> bool:
    """Whether the clause before a token names people."""
    for back in range(at - 1, max(-1, at - 1 - _NEAR), -1):
        if tokens.words[back] in _PEOPLE:
            return True
        if not tokens.forms[back].isalnum() or word_class(tokens.words[back]) == "conjunction":
            return False
    return False


def is_age_of(tokens: Tokens, phrase: Phrase) -> bool:
    """Whether the head of a noun phrase is an age: "voting age", "life expectancy for men"."""
    return not _AGES.isdisjoint(tokens.words[phrase[0] : phrase[1]])
