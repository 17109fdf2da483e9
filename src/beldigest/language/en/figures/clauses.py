"""What an English figure is said of where no noun stands behind it: the noun before it, the subject of its clause."""

from __future__ import annotations

from beldigest.language.en.figures.modifiers import change_before, direction_before, verb_of_object
from beldigest.language.en.figures.phrases import is_nominal, is_word
from beldigest.language.en.figures.words import is_adverb, is_gerund, is_participle, is_verb, word_class
from beldigest.language.figures import Phrase
from beldigest.language.tokens import Tokens

_LONGEST_HEAD = 4
_LONGEST_SUBJECT = 12
_FURTHEST_VERB = 14
_FURTHEST_NOUN = 5
_MARKS = frozenset('.;:,()"“”—–?!')
_SUBORDINATORS = frozenset(
    {"but", "while", "as", "that", "which", "who", "when", "because", "where", "after", "before", "if", "than"}
)
# After these a clause can follow without "that".
_REPORTING = frozenset(
    {"said", "say", "says", "announced", "estimates", "estimated", "found", "predicts", "predicted", "claimed"}
)
_CLAUSE_OPENERS = _MARKS | _SUBORDINATORS | _REPORTING
_RELATIVE = frozenset({"which", "who", "that"})
_ADJECTIVES = ("able", "ible", "ous", "ful", "less")
_NO_PREDICATES = frozenset({"a", "an", "to", "by", "from"})
# Nouns that only say how the figure was reckoned.
_EMPTY_HEADS = frozenset({"average", "total", "maximum", "minimum", "median", "number", "record", "sum", "mean", "age"})


def head_before(tokens: Tokens, at: int) -> Phrase | None:
    """The noun phrase that a measure belongs to, "a fine (of $6,500)"."""
    if tokens.words[at - 1] != "of" or tokens.words[at - 2] in _EMPTY_HEADS:
        return None
    end = start = at - 1
    while end - start < _LONGEST_HEAD and is_word(tokens, start - 1) and is_nominal(tokens.words[start - 1]):
        start -= 1
    return (start, end) if start < end else None


def subject_before(tokens: Tokens, at: int, floor: int) -> Phrase | None:
    """The subject of the clause whose verb stands before the figure, "exports to China (dropped 7%)".

    ``floor`` is the index of the first token that may belong to it, after the figure before.
    """
    directed = direction_before(tokens, at) != ""
    if directed and verb_of_object(tokens, at - 1) >= floor:  # "raised its stake (to 20%)"
        return _trimmed(tokens, verb_of_object(tokens, at - 1) + 1, at - 1)
    verb = at - 1
    while verb >= floor and at - verb < _FURTHEST_VERB and not _is_predicate(tokens, verb):
        if tokens.words[verb] in _MARKS:
            break
        verb -= 1
    if verb < floor or not _is_predicate(tokens, verb):  # "and the other (by 2%)"
        return noun_before(tokens, at - 1, floor) if tokens.words[at - 1] == "by" else None
    start = end = _clause_start(tokens, verb, floor)
    while end < verb and not _is_predicate(tokens, end):
        end += 1
    phrase = _trimmed(tokens, start, end)
    return phrase if phrase is not None or start == floor else _antecedent(tokens, start - 1, floor)


def noun_before(tokens: Tokens, at: int, floor: int) -> Phrase | None:
    """The nearest nouns before a figure in its clause: "a pixel pitch (as high as 352 μm)", "men (aged 20)"."""
    end = at
    while end > floor and at - end < _FURTHEST_NOUN and _is_loose(tokens.words[end - 1]):
        end -= 1
    start = end
    if tokens.words[end - 1].endswith(_ADJECTIVES):  # "punishable (by 5 years)"
        return None
    least = max(floor, end - _FURTHEST_NOUN)
    while start > least and (_is_content(tokens, start - 1) or _ties(tokens, start - 1)):
        start -= 1
    return _trimmed(tokens, start, end)


def person_before(tokens: Tokens, at: int, floor: int) -> Phrase | None:
    """Whose age a number is: the name in "(Anna Smith), 34", the noun in "(men) aged 20 to 30"."""
    if tokens.words[at - 1] != ",":
        return noun_before(tokens, at, floor)
    start = end = at - 1
    while start > floor and (tokens.capital(start - 1) or _is_tied(tokens, start - 1)):
        start -= 1
    while start < end and word_class(tokens.words[start]):  # "In (Wilkes-Barre)"
        start += 1
    return (start, end) if start < end else None


def _antecedent(tokens: Tokens, mark: int, floor: int) -> Phrase | None:
    """What a clause without a subject of its own goes on about: before "which", or before what commas enclose."""
    if tokens.words[mark] in _RELATIVE:
        return noun_before(tokens, mark - (tokens.words[mark - 1] == ","), floor)
    if tokens.words[mark] != ",":
        return None
    opening = mark - 1
    while opening > floor and tokens.words[opening] not in _MARKS:
        opening -= 1
    if tokens.words[opening] != ",":
        return None
    return _trimmed(tokens, _clause_start(tokens, opening, floor), opening)


def _clause_start(tokens: Tokens, at: int, floor: int) -> int:
    while at > floor and tokens.words[at - 1] not in _CLAUSE_OPENERS:
        at -= 1
    return at


def _is_predicate(tokens: Tokens, at: int) -> bool:
    """Whether the token is a verb or, as "up" and "lower" can, says that a quantity rose or fell."""
    if is_verb(tokens, at):
        return True
    return tokens.words[at] not in _NO_PREDICATES and change_before(tokens, at + 1) is not None


def _is_loose(word: str) -> bool:
    """Whether a word can stand between a noun and what is said of it: "sizes starting from", "men aged"."""
    return bool(word_class(word)) or is_gerund(word) or is_participle(word)


def _trimmed(tokens: Tokens, start: int, end: int) -> Phrase | None:
    """The tokens from ``start`` to ``end`` without function words at either side, and not too many of them."""
    while start < end and (not _is_content(tokens, start) or is_adverb(tokens.words[start])):
        start += 1
    end = min(end, start + _LONGEST_SUBJECT)
    while end > start and (not _is_content(tokens, end - 1) or is_adverb(tokens.words[end - 1])):
        end -= 1
    return (start, end) if start < end else None


def _ties(tokens: Tokens, at: int) -> bool:
    return tokens.words[at] == "-" and tokens.touches(at) and tokens.touches(at + 1)


def _is_tied(tokens: Tokens, at: int) -> bool:
    """Whether the token is a hyphen inside of a word, or behind one: "Kai(-pong)"."""
    return _ties(tokens, at) or _ties(tokens, at - 1)


def _is_content(tokens: Tokens, at: int) -> bool:
    """Whether the token can begin or end a noun phrase; numbers in names and parts of hyphened words can."""
    if not is_word(tokens, at):
        return tokens.values[at] is not None and tokens.capital(at - 1)
    tied = tokens.touches(at) and tokens.words[at - 1] == "-"
    return tied or is_nominal(tokens.words[at])
