"""What an English figure leaves out, as the clause before it has told it: a verb, a noun, a unit."""

from __future__ import annotations

from beldigest.language.en.figures.clauses import GAP_OPENERS, is_predicate
from beldigest.language.en.figures.nouns import is_content, trimmed
from beldigest.language.en.figures.phrases import OF_WHICH
from beldigest.language.en.figures.words import (
    BEFORE_NUMBERS,
    is_adverb,
    is_gerund,
    is_participle,
    is_verb,
    verbs,
    word_class,
)
from beldigest.language.figures import Phrase
from beldigest.language.tokens import Tokens

_LONGEST_GAPPED = 6
_HAVING = frozenset({"has", "have", "had", "got", "gets", "holds", "held", "won", "lost", "needs", "needed", "kept"})
# Words behind a number of votes.
_SIDES = frozenset({"for", "in", "against", "abstaining"})
_CLAUSE_ENDS = frozenset({".", ";", ",", "!", "?", ""})


def gapped_subject(tokens: Tokens, at: int, floor: int) -> Phrase | None:
    """The subject of a clause that leaves out the verb of the one before: "A won 41%, the other party (20%)".

    Between the two figures stand a comma or a conjunction, and the noun phrase alone (Quirk et al., *A Comprehensive
    Grammar of the English Language*, 1985, 13.92).
    """
    start = floor
    while tokens.words[start] in GAP_OPENERS and start < at:
        start += 1
    governed = (
        is_gerund(tokens.words[at - 1]) or tokens.words[at - 1] == "of"
    )  # "and wounding (238)", ", a father of (7)"
    if start == floor or at - start > _LONGEST_GAPPED or governed:
        return None
    if any(is_predicate(tokens, index) or not _is_in_noun_phrase(tokens, index) for index in range(start, at)):
        return None
    return trimmed(tokens, start, at)


def goes_on_for(tokens: Tokens, last: int, at: int, end: int) -> bool:
    """Whether a number from ``at`` to ``end`` is for another name what the count that ends at ``last`` is for one.

    Its clause leaves out the verb and the noun: "Ana won 41 seats, Ben (20)".
    """
    start = last
    while start - last < _LONGEST_GAPPED and tokens.forms[start].islower() and is_content(tokens, start):
        start += 1
    name = start
    while name - start < _LONGEST_GAPPED and (tokens.words[name] in GAP_OPENERS or tokens.words[name] == "the"):
        name += 1
    if not start < name < at <= name + _LONGEST_GAPPED or not all(map(tokens.capital, range(name, at))):
        return False
    ended = tokens.words[end] in _CLAUSE_ENDS or tokens.words[end] in GAP_OPENERS or is_adverb(tokens.words[end])
    return ended and (start == last or (tokens.values[last - 1] is not None and is_verb(tokens, last - 2)))


def _is_in_noun_phrase(tokens: Tokens, at: int) -> bool:
    word = tokens.words[at]
    return is_content(tokens, at) or word == "of" or word_class(word) in {"determiner", "adjective"}


def is_elided(tokens: Tokens, at: int, end: int) -> bool:
    """Whether a bare number from ``at`` to ``end`` is of the unit of a time before it: "asked for nine", "gave six"."""
    if tokens.words[end] not in _CLAUSE_ENDS:
        return False
    asked = tokens.words[at - 1] == "for" and tokens.words[at - 2] in verbs("asking")
    return asked or tokens.words[at - 1] in verbs("awarding")


def is_joined(tokens: Tokens, start: int, end: int) -> bool:
    """Whether the tokens between two figures say that one has as well some of what the first counts: "and has (48)"."""
    verb = end - 1 - is_adverb(tokens.words[end - 1])
    return verb == start + 1 and tokens.words[start] in {"and", "but"} and tokens.words[verb] in _HAVING


def is_gapped(tokens: Tokens, first: int, second: int) -> bool:
    """Whether the second of two figures leaves out its noun: "(30 boats) by auction and (12) by lot".

    So it does where both are of a vote: "(72 votes) in favour, (21) against", "(9 men) voted for it, (2) against".
    """
    word, other = tokens.words[second], tokens.words[first]
    if word in _SIDES and (other in _SIDES or tokens.reads(first, "voted", "for")):
        return True
    return word == other and word != "of" and word_class(word) == "preposition"


def is_partitive(tokens: Tokens, at: int) -> bool:
    """Whether "of these", "of whom" or "among them" stands before a figure."""
    at -= tokens.words[at - 1] == ","
    part = tokens.words[at - 1]
    return tokens.words[at - 2] in {"of", "among"} and (part in OF_WHICH or part in {"them", "whom"})


def is_governed(tokens: Tokens, at: int) -> bool:
    """Whether a preposition other than "of" stands before a figure, over its determiner."""
    at -= 1 + (tokens.words[at - 1] in BEFORE_NUMBERS)
    return tokens.words[at] != "of" and word_class(tokens.words[at]) == "preposition"


def is_adjectival(tokens: Tokens, phrase: Phrase) -> bool:
    """Whether a noun phrase ends in an adjective or a participle: "(14) dead", "(23) injured"."""
    head = tokens.words[phrase[1] - 1]
    return word_class(head) == "adjective" or is_participle(head)
