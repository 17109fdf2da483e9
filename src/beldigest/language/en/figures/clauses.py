"""Where English clauses begin, and where their verbs stand."""

from __future__ import annotations

from beldigest.language.en.figures.modifiers import BEFORE_INFINITIVES, change_before, is_change, is_noun_of_change
from beldigest.language.en.figures.nouns import LONGEST_SUBJECT
from beldigest.language.en.figures.phrases import is_nominal, is_word
from beldigest.language.en.figures.words import (
    BEING,
    DETERMINERS,
    is_adverb,
    is_number,
    is_participle,
    is_possessive,
    is_verb,
    known_verbs,
    verbs,
    word_class,
)
from beldigest.language.tokens import Tokens

_FURTHEST_VERB = 14
_LONGEST_OWNER = 4
#: Marks that part clauses.
MARKS = frozenset('.;:,()"“”—–?!')
_SUBORDINATORS = frozenset(
    {"but", "while", "as", "that", "which", "who", "when", "because", "where", "after", "before", "if", "than"}
)
_CLAUSE_OPENERS = MARKS | _SUBORDINATORS
# Those that are prepositions too: "profit before tax".
_TEMPORAL = frozenset({"before", "after"})
#: What stands between a clause and one that leaves out what both have.
GAP_OPENERS = frozenset({",", ";", "and", "but", "while"})
_NO_PREDICATES = frozenset({"a", "an", "to", "by", "from"})


def is_predicate(tokens: Tokens, at: int) -> bool:
    """Whether the token is a verb or, as "up" and "lower" can, says that a quantity rose or fell."""
    if tokens.words[at - 1] == "-" and tokens.touches(at):  # "a start-up", "plant-based"
        return False
    if is_participle(tokens.words[at]) and _is_attributive(tokens, at):
        return False
    if is_verb(tokens, at) or (tokens.words[at - 1] in BEFORE_INFINITIVES and tokens.words[at] in known_verbs()):
        return True
    nominal = tokens.words[at] in _NO_PREDICATES or is_noun_of_change(tokens.words[at])
    return not nominal and change_before(tokens, at + 1) is not None


def _is_attributive(tokens: Tokens, at: int) -> bool:
    """Whether a participle stands before the noun that it modifies: "the fixed (rate)"."""
    before, after = tokens.words[at - 1], tokens.words[at + 1]
    opened = before in DETERMINERS or (word_class(before) == "preposition" and before != "to")
    opened = opened or (tokens.words[at - 2] == "-" and tokens.touches(at - 1))  # "30-year fixed (bonds)"
    return opened and is_word(tokens, at + 1) and is_nominal(after)


def predicate_before(tokens: Tokens, at: int, floor: int) -> int:
    """The index of the nearest verb of the clause before a figure; -1 where a mark or the floor comes first."""
    for verb in range(at - 1, max(floor, at - _FURTHEST_VERB + 1) - 1, -1):
        if is_predicate(tokens, verb):
            return verb
        if tokens.words[verb] in MARKS:
            break
    return -1


def clause_start(tokens: Tokens, at: int, floor: int) -> int:
    """The start of the clause that a token stands in, not below ``floor``."""
    while at > max(floor, 0) and not _opens_clause(tokens, at - 1, floor):
        at -= 1
    return at


def _opens_clause(tokens: Tokens, at: int, floor: int) -> bool:
    """Whether a clause begins behind the token: none does in "more than doubled", nor in "profit before tax"."""
    word = tokens.words[at]
    if word == "than":
        return not (tokens.words[at - 1] == "more" and is_change(tokens.words[at + 1]))
    if word in _TEMPORAL and at > floor and is_nominal(tokens.words[at - 1]):
        return not _begins_subject(tokens, at, floor)
    return word in _CLAUSE_OPENERS or (word in verbs("reporting") and _reports(tokens, at))


def _begins_subject(tokens: Tokens, at: int, floor: int) -> bool:
    """Whether the words before a token are the beginning of a subject: no verb is among them, nor a time in front."""
    start = at
    while start > floor and tokens.words[start - 1] not in _CLAUSE_OPENERS:
        start -= 1
        if at - start > LONGEST_SUBJECT or is_predicate(tokens, start):
            return False
    return word_class(tokens.words[start]) not in {"preposition", "calendar"}


def _reports(tokens: Tokens, at: int) -> bool:
    """Whether a clause is the object of a verb: "data show (prices rose)", but "the report fell", "is said to rise"."""
    before, after = tokens.words[at - 1], word_class(tokens.words[at + 1])
    if tokens.capital(at) or before in BEING or word_class(before) in {"determiner", "adjective"}:
        return False
    return after not in {"preposition", "auxiliary"} and not is_predicate(tokens, at + 1)


def shares_subject(tokens: Tokens, verb: int) -> bool:
    """Whether a verb is joined to the one before it, so that they have one subject: "(lost 3%) and now trades"."""
    before = verb - 1
    while is_adverb(tokens.words[before]):
        before -= 1
    return tokens.words[before] in {"and", "but"}


def subject_start(tokens: Tokens, verb: int, floor: int, beyond: int) -> int:
    """The start of the clause of a verb; beyond the figure that ends at ``floor`` where that is inside of the subject.

    That is so where neither a verb nor a conjunction parts them, and where the subject does not begin with the figure.
    """
    start = clause_start(tokens, verb, floor)
    if start > floor or beyond >= floor or word_class(tokens.words[floor]) == "conjunction":
        return start
    wide = clause_start(tokens, verb, beyond)
    head = wide
    while word_class(tokens.words[head]) in {"determiner", "adverb", "conjunction"}:
        head += 1
    if is_predicate(tokens, floor):  # "Kvarn's (54 agents) sold", but "Kvarn's 4 percent tax on sales brought"
        owner = [at for at in range(head, min(head + _LONGEST_OWNER, floor)) if is_possessive(tokens.words[at])]
        head = owner[0] + 1 if owner else head
    counted = is_number(tokens, head) and tokens.words[head + 1] != "-"  # not "a 20-litre can"
    if counted or head >= floor or word_class(tokens.words[head]) == "preposition":
        return start
    return start if any(is_predicate(tokens, at) for at in range(wide, floor)) else wide


def is_subject_of(tokens: Tokens, end: int, at: int) -> bool:
    """Whether what ends before a token is the subject of the clause of a figure: "(12 cows) give 30 litres"."""
    while end < at and is_adverb(tokens.words[end]):
        end += 1
    return end < at and is_predicate(tokens, end) and clause_start(tokens, at, end) == end
