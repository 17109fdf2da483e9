"""The nouns before an English figure: "a fine (of $6,500)", "men (aged 20)", "a mast (30 metres high)"."""

from __future__ import annotations

from beldigest.language.en.figures.ages import TURNING
from beldigest.language.en.figures.cardinals import kind
from beldigest.language.en.figures.modifiers import change_before, is_change
from beldigest.language.en.figures.phrases import DIRECTIONS, is_nominal, is_word
from beldigest.language.en.figures.words import (
    ARTICLES,
    DETERMINERS,
    MODALS,
    PERIODS,
    is_adverb,
    is_gerund,
    is_number,
    is_numeric,
    is_participle,
    is_plural,
    is_possessive,
    is_verb,
    known_verbs,
    verbs,
    word_class,
)
from beldigest.language.figures import Phrase
from beldigest.language.tokens import Tokens

#: In tokens: how long a phrase can be, and how far before a figure its noun.
LONGEST_SUBJECT = 12
FURTHEST_NOUN = 5
#: Endings of adjectives, which stand for no noun.
ADJECTIVES = ("able", "ible", "ous", "ful", "less")

_LONGEST_HEAD = 4
#: Pronouns that are subjects.
PRONOUNS = frozenset({"it", "he", "she", "they", "we", "i", "you"})
_BEFORE_VERBS = PRONOUNS | MODALS
_AGED = frozenset({"aged", "age", "ages"})
_ALL = frozenset({"all", "both", "each", "mostly"})
_HAVING = frozenset({"have", "has", "had", "having"})
_APOSTROPHES = frozenset({"'", "’"})
# Adverbs that are adjectives before a noun.
_ATTRIBUTIVE = frozenset(
    {"daily", "weekly", "monthly", "quarterly", "yearly", "early", "overnight", "online", "overseas", "nationwide"}
    | {"worldwide"}
)
_EXTENTS = DIRECTIONS | {"away", "long", "tall", "high", "wide", "deep", "thick", "from", "off", "across"}
# Behind these stands a verb as well as a noun: "plans that work", "to plan".
_BEFORE_BOTH = frozenset({"that", "to"})
# Nouns that only say how the figure was reckoned.
_EMPTY_HEADS = frozenset(
    {"average", "total", "maximum", "minimum", "median", "number", "record", "sum", "mean", "age"}
    | {"high", "low", "peak", "equivalent"}
)


def head_before(tokens: Tokens, at: int) -> Phrase | None:
    """The noun phrase that a measure belongs to, "a fine (of $6,500)"."""
    while is_adverb(tokens.words[at - 1]):  # "a dividend of only (20 cents)"
        at -= 1
    if tokens.words[at - 1] != "of" or tokens.words[at - 2] in _EMPTY_HEADS:
        return None
    end = start = at - 1
    start -= 2 * tokens.reads(at - 3, "net", "worth")
    while end - start < _LONGEST_HEAD and is_word(tokens, start - 1) and is_nominal(tokens.words[start - 1]):
        if start < end and _may_govern(tokens, start - 1):
            break
        start -= 1
        while ties(tokens, start - 1):  # "a first-quarter loss"
            start -= 2
    if not verbs("depriving").isdisjoint(tokens.words[max(0, start - _LONGEST_HEAD) : start]):  # "robbed a bank of $3m"
        return None
    plain = tokens.words[start - 1] in ARTICLES and tokens.words[start + 1] != "-"
    if plain and change_before(tokens, at) is not None:  # "(rice saw) a drop of 18%"
        return None
    if start < end and tokens.words[end - 1] in PERIODS:  # "income for the quarter of (£3m)"
        while word_class(tokens.words[start - 1]) == "determiner" or kind(tokens.words[start - 1]) == "ordinal":
            start -= 1
        end = start - (tokens.words[start - 1] == "for")
        start = noun_start(tokens, end, max(0, end - FURTHEST_NOUN)) if end < start else start
    return with_whole(tokens, (start, end), 0) if start < end else None


def _may_govern(tokens: Tokens, at: int) -> bool:
    """Whether a word before a noun is rather its verb.

    That is one in -s, -ed or -ing without an article or a preposition before it, or one that can be a verb behind a
    plural noun, as a plural does not modify another noun.
    """
    word, before = tokens.words[at], tokens.words[at - 1]
    if before in MODALS or word_class(before) == "pronoun":
        return True
    if word_class(word) == "homograph" and is_plural(before) and is_nominal(before):  # "offenders face (fines)"
        return True
    if word_class(before) in {"determiner", "adjective"} or is_possessive(before):
        return False
    if word_class(before) == "preposition":  # "of causing (losses)"
        return is_gerund(word)
    if is_gerund(word):  # "normal operating (temperatures)" is one phrase
        return not is_nominal(before) or is_plural(before) or not before.isalpha()
    return is_plural(word) or is_participle(word)


def extended_before(tokens: Tokens, start: int, end: int, floor: int, behind: int) -> Phrase | None:
    """The noun right before a measure that says how far it extends or lies: "(a planet) 4 light years away".

    Where it extends it may be what the figure before counts, from ``behind`` on: "30 km of (fence), 5 metres high".
    """
    floor = behind if word_class(tokens.words[end]) == "dimension" else floor
    while is_adverb(tokens.words[start - 1]):
        start -= 1
    start -= tokens.words[start - 1] == ","
    if tokens.words[end] not in _EXTENTS or is_verb(tokens, start - 1) or not is_nominal(tokens.words[start - 1]):
        return None
    return noun_before(tokens, start, floor)


def noun_before(tokens: Tokens, at: int, floor: int) -> Phrase | None:
    """The nearest nouns before a figure in its clause: "a mast (as high as 30 m)", "men (aged 20)"."""
    end = at
    while end > floor and at - end < FURTHEST_NOUN and _is_loose(tokens, end - 1):
        end -= 1
        if tokens.words[end] in PRONOUNS:  # the subject of a clause of its own
            return None
    if tokens.words[end - 1].endswith(ADJECTIVES) or tokens.words[end - 1] in PERIODS:  # "punishable (by 5 years)"
        return None
    start = noun_start(tokens, end, max(floor, end - FURTHEST_NOUN))
    if end - start == 1 and _names_nothing(tokens, start, floor):
        return None
    return trimmed(tokens, start, end)


def noun_start(tokens: Tokens, end: int, least: int) -> int:
    """Where the nouns before a token begin, not below ``least``."""
    start = end
    while start > least and (is_content(tokens, start - 1) or ties(tokens, start - 1)):
        if start < end and is_participle(tokens.words[start - 1]) and _may_act(tokens, start - 2):
            break  # "the court seized (assets)"
        if start < end and word_class(tokens.words[start - 1]) == "homograph" and is_verb(tokens, start - 1):
            break  # "polls show (Brask)"
        start -= 1
    if start < end - 1 and tokens.words[start - 1] in MODALS:  # "could cause (damage)"
        return start + 1
    tied = start if ties(tokens, start) else start - 1 if ties(tokens, start - 1) else -1
    return tied + 2 if tied >= 0 and is_number(tokens, tied - 1) and tied + 2 < end else start  # "30-year (bonds)"


def _may_act(tokens: Tokens, at: int) -> bool:
    """Whether a participle behind a token has an object: a subject or "have" stands there, "had (placed) orders"."""
    while is_adverb(tokens.words[at]) and at > 0:
        at -= 1
    return tokens.words[at] in _HAVING or tokens.words[at] in PRONOUNS or _is_noun(tokens, at)


def _is_noun(tokens: Tokens, at: int) -> bool:
    """Whether a token can be a noun, and no adverb."""
    return is_word(tokens, at) and is_nominal(tokens.words[at]) and not is_adverb(tokens.words[at])


def _names_nothing(tokens: Tokens, at: int, floor: int) -> bool:
    """Whether a word that stands alone before a figure is no noun: "(we) ship 9 tonnes", "expected: cut to 4%"."""
    word, before = tokens.words[at], tokens.words[at - 1]
    if is_change(word):
        return True
    if word_class(before) == "determiner":
        return False
    governed = before in _BEFORE_VERBS or (at == floor and is_plural(before))  # "(12 cows) give 30 litres"
    return governed or is_gerund(word) or (word in known_verbs() and not is_plural(word))


def person_before(tokens: Tokens, at: int, floor: int) -> Phrase | None:
    """Whose age a number is: the name in "(Anna Smith), 34", the noun in "(men) aged 20 to 30"."""
    if tokens.words[at - 1] in _AGED:  # "her sons, aged (9)", "men ages (20) to 30"; but "at age (9)"
        end = at - 1 - (tokens.words[at - 2] in _ALL)  # "the crew, all aged (9)"
        governed = word_class(tokens.words[end - 1]) == "preposition"
        return None if governed else noun_before(tokens, end - (tokens.words[end - 1] == ","), floor)
    if tokens.words[at - 1] != ",":
        return noun_before(tokens, at - (tokens.words[at - 1] in TURNING), floor)
    start = end = at - 1
    while start > floor and (tokens.capital(start - 1) or _is_tied(tokens, start - 1)):
        start -= 1
    while start < end and word_class(tokens.words[start]):  # "In (Wilkes-Barre)"
        start += 1
    return (start, end) if start < end else noun_before(tokens, end, floor)


def with_whole(tokens: Tokens, phrase: Phrase | None, floor: int) -> Phrase | None:
    """A noun phrase with the one that "of" or "before" ties it to: "shares of (Kvarn)", "profit before (tax)"."""
    if phrase is None:
        return None
    before = phrase[0] - 1
    timed = tokens.words[before] == "before" and _is_noun(tokens, before - 1)
    timed = timed and not is_participle(tokens.words[before - 1])
    while word_class(tokens.words[before]) == "determiner":
        before -= 1
    tied = before > floor and (tokens.words[before] in {"of", "per"} or timed) and is_nominal(tokens.words[before - 1])
    head = noun_before(tokens, before, floor) if tied else None
    return phrase if head is None else (head[0], phrase[1])


def _is_loose(tokens: Tokens, at: int) -> bool:
    """Whether a token can stand between a noun and what is said of it: "sizes starting from", "men aged"."""
    word = tokens.words[at]
    known = word_class(word)
    before = tokens.words[at - 1]
    nominal = known == "homograph" and word_class(before) in {"determiner", "preposition"}
    nominal = nominal and before not in _BEFORE_BOTH
    if nominal and word not in _EMPTY_HEADS:  # "the offer"
        return False
    return bool(known) or is_gerund(word) or is_participle(word) or is_adverb(word)


def trimmed(tokens: Tokens, start: int, end: int) -> Phrase | None:
    """The tokens from ``start`` to ``end`` without function words at either side, and not too many of them.

    Of "the number of murders" it is the murders that are counted.
    """
    detached = word_class(tokens.words[start - 1]) == "preposition" or tokens.words[start - 1] == ","
    opened = is_content(tokens, start + 1) or word_class(tokens.words[start + 1]) == "determiner"
    if is_gerund(tokens.words[start]) and detached and start < end - 1 and opened:
        start += 1  # "of amassing (assets)", ", causing (losses)"
    while start < end and (_is_lead(tokens, start) or _is_partitive(tokens, start)):
        tied = is_number(tokens, start) and tokens.words[start + 1] == "-"
        start += 3 if tied else 1  # "(a 20-litre) can"
    start = min(start, end)
    start = next((at for at in range(end - 1, start, -1) if _opens_phrase(tokens, at)), start)
    end = min(end, start + LONGEST_SUBJECT)
    while end > start and (_is_function(tokens, end - 1) or is_possessive(tokens.words[end - 1])):
        end -= 1
    return (start, end) if start < end else None


def _opens_phrase(tokens: Tokens, at: int) -> bool:
    """Whether a noun phrase begins at a token, as what stands before its article is another: "in Ulvia the (share)"."""
    article = tokens.words[at - 1] in DETERMINERS and tokens.forms[at - 1].islower()
    return article and _is_noun(tokens, at - 2)


def _is_partitive(tokens: Tokens, at: int) -> bool:
    """Whether "of" and the whole follow the token: "number of", "quarter of"."""
    return tokens.words[at + 1] == "of" and (tokens.words[at] == "number" or kind(tokens.words[at]) == "part")


def _is_lead(tokens: Tokens, at: int) -> bool:
    """Whether the token is no part of the noun phrase that begins behind it; "monthly" and "first-half" are one."""
    if tokens.words[at + 1] == "-" and ties(tokens, at + 1) and is_word(tokens, at):
        return False
    if tokens.words[at] == "s" and tokens.words[at - 1] in _APOSTROPHES:  # "Kvarn Inc.'s (loss)"
        return True
    month = word_class(tokens.words[at]) == "calendar" or (tokens.words[at] == "may" and tokens.capital(at))
    dated = month and word_class(tokens.words[at - 1]) == "determiner"
    attributive = dated or tokens.words[at] in _ATTRIBUTIVE  # "the (May contract)", "its (overnight rate)"
    return not (attributive and is_content(tokens, at + 1)) and _is_function(tokens, at)


def _is_function(tokens: Tokens, at: int) -> bool:
    return not is_content(tokens, at) or is_adverb(tokens.words[at])


def ties(tokens: Tokens, at: int) -> bool:
    """Whether the token is a hyphen inside of a word."""
    return tokens.words[at] == "-" and tokens.touches(at) and tokens.touches(at + 1)


def _is_tied(tokens: Tokens, at: int) -> bool:
    """Whether the token is a hyphen inside of a word, or behind one: "Kai(-pong)"."""
    return ties(tokens, at) or ties(tokens, at - 1)


def is_content(tokens: Tokens, at: int) -> bool:
    """Whether the token can begin or end a noun phrase; numbers in names and parts of hyphened words can."""
    if tokens.values[at] is not None or (tokens.capital(at) and is_numeric(tokens.words[at])):  # "Copper One", "Pier 9"
        return tokens.capital(at - 1) and not word_class(tokens.words[at - 1])
    if not is_word(tokens, at):
        return False
    tied = tokens.touches(at) and tokens.words[at - 1] == "-"
    tied |= tokens.words[at] == "worth" and tokens.words[at - 1] == "net"  # elsewhere it is a preposition
    tied |= word_class(tokens.words[at]) == "adjective" and tokens.capital(at) and tokens.capital(at + 1)  # "New York"
    return tied or is_nominal(tokens.words[at]) or is_plural(tokens.words[at])  # "the dead"
