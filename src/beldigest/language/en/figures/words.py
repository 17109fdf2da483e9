"""Classes of English words that bound a noun phrase, and the number of nouns."""

from __future__ import annotations

from functools import cache, lru_cache

from beldigest.language.en.figures.cardinals import kind
from beldigest.language.lexicon import keys, lexicon
from beldigest.language.tokens import Tokens

#: The indefinite article.
ARTICLES = frozenset({"a", "an"})

#: Forms of "be".
BEING = frozenset({"been", "was", "were", "be", "being", "is", "are"})

#: Auxiliaries that an infinitive follows.
MODALS = frozenset({"will", "would", "can", "could", "may", "might", "must", "shall", "should"})

#: Classes of words that a noun phrase can hold; the empty class is that of all words that are in no list.
NOMINAL = frozenset({"", "homograph"})

#: Nouns of time, which count as no head of what is counted.
PERIODS = frozenset(
    {"year", "years", "month", "months", "week", "weeks", "day", "days", "quarter", "quarters", "season", "century"}
    | {"hour", "hours", "time", "times", "today", "night", "nights", "decade", "decades", "morning", "afternoon"}
    | {"evening", "weekend", "spring", "summer", "autumn", "winter"}
)

#: Words that count a time from another one: "a year earlier".
SINCE = frozenset({"earlier", "ago", "before"})

_NEVER_NOUNS = frozenset({"auxiliary", "pronoun", "preposition", "conjunction", "determiner", "adverb", "calendar"})
_PARTICLES = frozenset({"at", "from", "to", "by", "about", "around", "up", "out", "off", "over", "under", "between"})
# Verbs that an object follows at once; what a preposition follows is the noun: "support from".
_TRANSITIVE = frozenset({"support", "supports", "fear", "fears", "trust", "trusts"})
#: Determiners of what is known.
DEFINITE = frozenset({"the", "these", "those", "its", "their", "his", "her", "our", "my", "your"})
#: Determiners of what is not known.
INDEFINITE = ARTICLES | {"another"}
#: Determiners that can stand before a number.
BEFORE_NUMBERS = ARTICLES | DEFINITE | {"all"}
#: Those that are no pronouns as well, and the indefinite article.
DETERMINERS = ARTICLES | (DEFINITE - {"these", "those"})
# Behind these stands a noun and no verb.
_BEFORE_NOUNS = DETERMINERS | {"of", "in", "on", "with", "for"}
#: Nouns that a score or a tally of votes modifies, and does not count: "a 3-1 win", "a 5-4 ruling".
OUTCOMES = frozenset(
    {"win", "victory", "triumph", "defeat", "loss", "draw", "tie", "thrashing", "rout"}
    | {"ruling", "verdict", "decision", "judgment", "judgement", "split"}
)
#: Symbols before an amount.
CURRENCIES = frozenset({"$", "€", "£"})


@cache
def _closed() -> dict[str, str]:
    return {entry[0]: entry[1] for entry in lexicon("en", "figures_closed")}


@cache
def _plurals() -> frozenset[str]:
    return keys("en", "figures_plurals")


@cache
def labels() -> frozenset[str]:
    """Words that make a name of the number after them: "article 5"."""
    return keys("en", "figures_labels")


@cache
def abbreviated_labels() -> frozenset[str]:
    """Those labels that a full stop can follow: "No. 5"."""
    return frozenset(word for word, kind in lexicon("en", "figures_labels") if kind == "abbreviation")


@cache
def verbs(name: str) -> frozenset[str]:
    """The verbs that say the same of a figure beside them, by the name of their class ("giving")."""
    return frozenset(word for word, classes in lexicon("en", "figures_verbs") if name in classes.split())


@cache
def known_verbs() -> frozenset[str]:
    """The verbs of all those classes."""
    return keys("en", "figures_verbs")


def word_class(word: str) -> str:
    """The class of a function word or frequent verb, in lower case; empty for other words."""
    return _closed().get(word, "")


@lru_cache(maxsize=1 << 14)
def is_plural(word: str) -> bool:
    """Whether a word in lower case has the form of a plural noun."""
    if word_class(word) in _NEVER_NOUNS:
        return False
    if word in _plurals() or word.endswith(("men", "children", "people")):
        return True
    return len(word) > 2 and word.endswith("s") and not word.endswith(("ss", "us", "is", "'s", "’s"))


def is_participle(word: str) -> bool:
    """Whether a word in lower case has the form of a regular past participle."""
    return len(word) > 4 and word.endswith("ed") and not (word.endswith("eed") and len(word) < 7)


def is_possessive(word: str) -> bool:
    """Whether a word in lower case ends in 's."""
    return word.endswith(("'s", "’s"))


def is_gerund(word: str) -> bool:
    """Whether a word in lower case has the form of a present participle."""
    return len(word) > 4 and word.endswith("ing")


def is_adverb(word: str) -> bool:
    """Whether a word in lower case is an adverb by list or by form."""
    return word.endswith("ly") or word_class(word) == "adverb"


def is_numeric(word: str) -> bool:
    """Whether a word in lower case is part of a number in words: "two", "hundreds"."""
    return kind(word) in {"unit", "ten", "scale", "scales"}


def is_number(tokens: Tokens, at: int) -> bool:
    """Whether a token is a number in digits, or part of one in words."""
    return tokens.values[at] is not None or is_numeric(tokens.words[at])


def is_verb(tokens: Tokens, at: int) -> bool:
    """Whether a token is a verb; what can be a noun too is one behind ", which" or before an object or complement."""
    word = tokens.words[at]
    known = word_class(word)
    if known in {"auxiliary", "verb"} or is_participle(word):
        return not (word == "may" and tokens.capital(at))
    if tokens.words[at - 1] == "which" and tokens.words[at - 2] == ",":  # "the ferry, which burns"
        return known in NOMINAL
    if known != "homograph" or tokens.words[at - 1] in _BEFORE_NOUNS or is_possessive(tokens.words[at - 1]):
        return False
    follows = tokens.words[at + 1]
    known = word_class(follows)
    if known == "preposition":
        return follows in _PARTICLES and word not in _TRANSITIVE
    if tokens.capital(at + 1) and not tokens.capital(at):  # "shows Novak", "needs Congress"
        return True
    return known in {"determiner", "pronoun"} or is_number(tokens, at + 1) or follows in CURRENCIES
