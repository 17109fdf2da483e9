"""What an English figure is said of where no noun stands behind it: the noun before it, the subject of its clause."""

from __future__ import annotations

from functools import cache

from beldigest.language.en.figures.modifiers import change_before, direction_before, is_change, verb_of_object
from beldigest.language.en.figures.phrases import is_nominal, is_word
from beldigest.language.en.figures.words import (
    ARTICLES,
    is_adverb,
    is_gerund,
    is_numeric,
    is_participle,
    is_plural,
    is_verb,
    word_class,
)
from beldigest.language.figures import Kind, Phrase
from beldigest.language.lexicon import lexicon
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
_LONGEST_OBJECT = 10
_LONGEST_GAPPED = 6
_LONGEST_CLAUSE = 40
_GAP_OPENERS = frozenset({",", ";", "and", "but", "while"})
_CLAUSE_ENDS = frozenset({".", ";", ",", "!", "?", ""})
_RELATIVE = frozenset({"which", "who", "that"})
_PRONOUNS = frozenset({"it", "he", "she", "they", "we", "i", "you"})
_ADJECTIVES = ("able", "ible", "ous", "ful", "less")
_AGED = frozenset({"aged", "age", "ages"})
_BEFORE_INFINITIVES = frozenset({"to", "will", "would", "can", "could", "may", "might", "must", "shall", "should"})
_PERIODIC = frozenset({"daily", "weekly", "monthly", "quarterly", "yearly", "early"})
_EXTENTS = frozenset(
    {"away", "long", "tall", "high", "wide", "deep", "thick", "from", "off", "north", "south", "east", "west", "across"}
)
_NO_PREDICATES = frozenset({"a", "an", "to", "by", "from"})
# Nouns that only say how the figure was reckoned.
_EMPTY_HEADS = frozenset({"average", "total", "maximum", "minimum", "median", "number", "record", "sum", "mean", "age"})


@cache
def _verbs(name: str) -> frozenset[str]:
    """The verbs of a class."""
    return frozenset(word for word, classes in lexicon("en", "figures_verbs") if name in classes.split())


@cache
def _known_verbs() -> frozenset[str]:
    """The verbs of all classes."""
    return frozenset(word for word, _ in lexicon("en", "figures_verbs"))


def head_before(tokens: Tokens, at: int) -> Phrase | None:
    """The noun phrase that a measure belongs to, "a fine (of $6,500)"."""
    if tokens.words[at - 1] != "of" or tokens.words[at - 2] in _EMPTY_HEADS:
        return None
    end = start = at - 1
    while end - start < _LONGEST_HEAD and is_word(tokens, start - 1) and is_nominal(tokens.words[start - 1]):
        if start < end and _may_govern(tokens, start - 1):
            break
        start -= 1
    if change_before(tokens, at) is not None and tokens.words[start - 1] in ARTICLES:  # "(rice saw) a drop of 18%"
        return None
    return _with_whole(tokens, (start, end), 0) if start < end else None


def _may_govern(tokens: Tokens, at: int) -> bool:
    """Whether a word before a noun is rather its verb.

    That is one in -s, -ed or -ing without an article or a preposition before it, or one that can be a verb behind a
    plural noun, as a plural does not modify another noun.
    """
    word, before = tokens.words[at], tokens.words[at - 1]
    if word_class(word) == "homograph" and is_plural(before) and is_nominal(before):  # "offenders face (fines)"
        return True
    if word_class(before) in {"determiner", "adjective", "preposition"} or _is_possessive(before):
        return False
    if is_gerund(word):  # "normal operating (temperatures)" is one phrase
        return not is_nominal(before) or is_plural(before) or not before.isalpha()
    return is_plural(word) or is_participle(word)


def subject_before(tokens: Tokens, at: int, floor: int, beyond: int) -> Phrase | None:
    """The subject of the clause whose verb stands before the figure, "exports to China (dropped 7%)".

    ``floor`` is the index of the first token that may belong to it, after the figure before; ``beyond`` that where the
    figure before is part of the subject itself, "the yield on the 10-year note (climbed six points)".
    """
    reckoning = _reckoning_before(tokens, at - 1) if tokens.words[at - 1] == "at" else -1
    if reckoning >= floor:  # "put the crowd (at 8,000)"
        return _trimmed(tokens, reckoning + 1, at - 1)
    totalling = is_gerund(tokens.words[at - 1]) and tokens.words[at - 1] in _verbs("lasting")
    if (totalling or tokens.words[at - 1] == "worth") and is_nominal(tokens.words[at - 2]):
        start = at - 2  # "assets worth ($5m)", "claims totalling ($5m)"
        while start > max(floor, at - _FURTHEST_NOUN) and _is_content(tokens, start - 1):
            start -= 1
        amassing = is_gerund(tokens.words[start]) and start < at - 2  # "of amassing (assets) worth"
        return _trimmed(tokens, start + amassing, at - 1)
    changing = verb_of_object(tokens, at - 1) if direction_before(tokens, at) else -1
    if changing >= floor and not _is_adjunct(tokens, changing + 1):  # "raised its stake (to 20%)"
        return _trimmed(tokens, changing + 1, at - 1)
    verb = _predicate_before(tokens, at, floor)
    if verb < 0:  # "and the other (by 2%)"
        return noun_before(tokens, at - 1, floor) if tokens.words[at - 1] == "by" else None
    if tokens.words[verb] in _verbs("giving") and verb < at - 1 and is_nominal(tokens.words[at - 1]):
        return _trimmed(tokens, verb + 1, at)  # "the poll gave the party (20%)"
    if _is_exchanged(tokens, verb, at):  # "bought a phone (for $30)"
        return _object_of(tokens, verb, at - 1)
    shared = _shares_subject(tokens, verb)
    start = end = _subject_start(tokens, verb, floor, beyond)
    if shared:
        start = end = _clause_start(tokens, verb, verb - _LONGEST_CLAUSE)
    while end < verb and not _is_predicate(tokens, end):
        end += 1
    phrase = _trimmed(tokens, start, end)
    if phrase is None and end < verb and not shared:  # "they expect (turnout to reach 40%)"
        nearest = max(at for at in range(end, verb) if _is_predicate(tokens, at))
        phrase = _trimmed(tokens, nearest + 1, verb)
    return phrase if phrase is not None or start == floor else _antecedent(tokens, start - 1, floor)


def extended_before(tokens: Tokens, start: int, end: int, floor: int) -> Phrase | None:
    """The noun right before a measure that says how far it extends or lies: "(a planet) 4 light years away"."""
    while is_adverb(tokens.words[start - 1]):
        start -= 1
    start -= tokens.words[start - 1] == ","
    if tokens.words[end] not in _EXTENTS or is_verb(tokens, start - 1) or not is_nominal(tokens.words[start - 1]):
        return None
    return noun_before(tokens, start, floor)


def is_unsaid(tokens: Tokens, at: int, floor: int, kind: Kind) -> bool:
    """Whether a figure is no property of what its clause is about.

    An amount that one gives or owes is none of the giver nor of the taker, and a time is one of what lasts or changed,
    not of a person who is held for it or has it.
    """
    verb = _predicate_before(tokens, at, floor)
    word = tokens.words[verb] if verb >= 0 else ""
    if _is_exchanged(tokens, verb, at) and kind != "money":  # "had room (for 250)"
        return True
    if kind == "money" and is_gerund(tokens.words[at - 1]) and _is_detached(tokens.words[at - 2]):
        return not is_change(tokens.words[at - 1])  # ", wiping ($8bn) off", "accused of using ($8bn)"
    if kind in {"money", "rate"}:
        given = word in _verbs("giving") or (kind == "money" and word in _verbs("awarding"))
        return given or (word in _verbs("costing") and verb < at - 1 and is_nominal(tokens.words[at - 1]))
    if kind == "time":
        lasts = word in _verbs("lasting") and all(map(_is_in_predicate, tokens.words[verb + 1 : at]))
        return not lasts and change_before(tokens, verb + 1) is None
    return False


def _is_detached(word: str) -> bool:
    """Whether a word or mark before a gerund parts it from the noun before that."""
    return word == "," or word_class(word) == "preposition"


def _is_adjunct(tokens: Tokens, at: int) -> bool:
    """Whether the words behind a verb of change begin no object: "rose (sharply) in June to 12 million"."""
    known = word_class(tokens.words[at])
    return (
        is_adverb(tokens.words[at])
        or known == "preposition"
        or (known == "calendar" and not is_nominal(tokens.words[at + 1]))
    )


def _is_exchanged(tokens: Tokens, verb: int, at: int) -> bool:
    """Whether "for" stands between the object of a verb and a figure."""
    return tokens.words[at - 1] == "for" and 0 <= verb < at - 2 and is_nominal(tokens.words[at - 2])


def _object_of(tokens: Tokens, verb: int, end: int) -> Phrase | None:
    """The object of a verb, without what a preposition adds to it."""
    start = at = verb + 1
    while is_gerund(tokens.words[start]) or is_participle(tokens.words[start]):  # "is selling (the phone)"
        start = at = start + 1
    while at < end and word_class(tokens.words[at]) != "preposition":
        at += 1
    return _trimmed(tokens, start, at)


def _is_in_predicate(word: str) -> bool:
    """Whether a word between "be" and a time leaves the time what is said of the subject: "is (punishable by) ..."."""
    return is_adverb(word) or word in {"for", "by"} or word.endswith(_ADJECTIVES)


def gapped_subject(tokens: Tokens, at: int, floor: int) -> Phrase | None:
    """The subject of a clause that leaves out the verb of the one before: "A won 41%, the other party (20%)".

    Between the two figures stand a comma or a conjunction, and the noun phrase alone (Quirk et al., *A Comprehensive
    Grammar of the English Language*, 1985, 13.92).
    """
    start = floor
    while tokens.words[start] in _GAP_OPENERS and start < at:
        start += 1
    if start == floor or at - start > _LONGEST_GAPPED:
        return None
    if any(_is_predicate(tokens, index) or not _is_in_noun_phrase(tokens, index) for index in range(start, at)):
        return None
    return _trimmed(tokens, start, at)


def _is_in_noun_phrase(tokens: Tokens, at: int) -> bool:
    word = tokens.words[at]
    return _is_content(tokens, at) or word == "of" or word_class(word) in {"determiner", "adjective"}


def is_elided(tokens: Tokens, at: int, end: int) -> bool:
    """Whether a bare number from ``at`` to ``end`` is of the unit of a time before it: "asked for nine", "gave six"."""
    if tokens.words[end] not in _CLAUSE_ENDS:
        return False
    asked = tokens.words[at - 1] == "for" and tokens.words[at - 2] in _verbs("asking")
    return asked or tokens.words[at - 1] in _verbs("awarding")


def _predicate_before(tokens: Tokens, at: int, floor: int) -> int:
    """The index of the nearest verb of the clause before a figure; -1 where a mark or the floor comes first."""
    for verb in range(at - 1, max(floor, at - _FURTHEST_VERB + 1) - 1, -1):
        if _is_predicate(tokens, verb):
            return verb
        if tokens.words[verb] in _MARKS:
            break
    return -1


def _reckoning_before(tokens: Tokens, at: int) -> int:
    """The index of the verb of reckoning whose object ends before a token, "put the crowd (at)"; -1 for none."""
    for back in range(at - 2, max(-1, at - _LONGEST_OBJECT), -1):
        if tokens.words[back] in _verbs("reckoning"):
            return back
        if not is_word(tokens, back) or word_class(tokens.words[back]) in {"auxiliary", "conjunction"}:
            break
    return -1


def noun_before(tokens: Tokens, at: int, floor: int) -> Phrase | None:
    """The nearest nouns before a figure in its clause: "a mast (as high as 30 m)", "men (aged 20)"."""
    end = at
    while end > floor and at - end < _FURTHEST_NOUN and _is_loose(tokens.words[end - 1]):
        end -= 1
        if tokens.words[end] in _PRONOUNS:  # the subject of a clause of its own
            return None
    start = end
    if tokens.words[end - 1].endswith(_ADJECTIVES):  # "punishable (by 5 years)"
        return None
    least = max(floor, end - _FURTHEST_NOUN)
    while start > least and (_is_content(tokens, start - 1) or _ties(tokens, start - 1)):
        start -= 1
    if is_gerund(tokens.words[start]) and start < end - 1 and word_class(tokens.words[start - 1]) == "preposition":
        start += 1  # "of amassing assets"
    bare = end - start == 1 and word_class(tokens.words[start - 1]) != "determiner"
    if bare and is_change(tokens.words[start]):  # "expected: cut (to 4%)"
        return None
    if bare and tokens.words[start] in _known_verbs() and not is_plural(tokens.words[start]):  # "let alone save ($500)"
        return None
    return _trimmed(tokens, start, end)


def person_before(tokens: Tokens, at: int, floor: int) -> Phrase | None:
    """Whose age a number is: the name in "(Anna Smith), 34", the noun in "(men) aged 20 to 30"."""
    if tokens.words[at - 1] in _AGED:  # "her sons, aged (9)", "men ages (20) to 30"; but "at age (9)"
        governed = word_class(tokens.words[at - 2]) == "preposition"
        return None if governed else noun_before(tokens, at - 1 - (tokens.words[at - 2] == ","), floor)
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
        return _with_whole(tokens, noun_before(tokens, mark - (tokens.words[mark - 1] == ","), floor), floor)
    if tokens.words[mark] != ",":
        return None
    opening = mark - 1
    while opening > floor and tokens.words[opening] not in _MARKS:
        opening -= 1
    if tokens.words[opening] != ",":
        return None
    return _trimmed(tokens, _clause_start(tokens, opening, floor), opening)


def _with_whole(tokens: Tokens, phrase: Phrase | None, floor: int) -> Phrase | None:
    """A noun phrase with the one that "of" ties it to: "shares of (Toyota, which)"."""
    if phrase is None:
        return None
    before = phrase[0] - 1
    while word_class(tokens.words[before]) == "determiner":
        before -= 1
    tied = before > floor and tokens.words[before] == "of" and is_nominal(tokens.words[before - 1])
    head = noun_before(tokens, before, floor) if tied else None
    return phrase if head is None else (head[0], phrase[1])


def _clause_start(tokens: Tokens, at: int, floor: int) -> int:
    while at > max(floor, 0) and tokens.words[at - 1] not in _CLAUSE_OPENERS:
        at -= 1
    return at


def _shares_subject(tokens: Tokens, verb: int) -> bool:
    """Whether a verb is joined to the one before it, so that they have one subject: "(lost 3%) and now trades"."""
    before = verb - 1
    while is_adverb(tokens.words[before]):
        before -= 1
    return tokens.words[before] in {"and", "but"}


def _subject_start(tokens: Tokens, verb: int, floor: int, beyond: int) -> int:
    """The start of the clause of a verb; beyond the figure that ends at ``floor`` where that is inside of the subject.

    That is so where neither a verb nor a conjunction parts them, and where the subject does not begin with the figure.
    """
    start = _clause_start(tokens, verb, floor)
    if start > floor or beyond >= floor or word_class(tokens.words[floor]) == "conjunction":
        return start
    wide = _clause_start(tokens, verb, beyond)
    head = wide
    while word_class(tokens.words[head]) in {"determiner", "adverb", "conjunction"}:
        head += 1
    numeric = tokens.values[head] is not None or is_numeric(tokens.words[head])
    if numeric and tokens.words[head + 1] == "-":  # "a 20-litre can"
        numeric = False
    if numeric or head >= floor or word_class(tokens.words[head]) == "preposition":
        return start
    return start if any(_is_predicate(tokens, at) for at in range(wide, floor)) else wide


def _is_predicate(tokens: Tokens, at: int) -> bool:
    """Whether the token is a verb or, as "up" and "lower" can, says that a quantity rose or fell."""
    if is_verb(tokens, at) or (tokens.words[at - 1] in _BEFORE_INFINITIVES and tokens.words[at] in _known_verbs()):
        return True
    return tokens.words[at] not in _NO_PREDICATES and change_before(tokens, at + 1) is not None


def _is_loose(word: str) -> bool:
    """Whether a word can stand between a noun and what is said of it: "sizes starting from", "men aged"."""
    return bool(word_class(word)) or is_gerund(word) or is_participle(word)


def _trimmed(tokens: Tokens, start: int, end: int) -> Phrase | None:
    """The tokens from ``start`` to ``end`` without function words at either side, and not too many of them.

    Of "the number of murders" it is the murders that are counted.
    """
    while start < end and (_is_lead(tokens, start) or tokens.reads(start, "number", "of")):
        tied = (tokens.values[start] is not None or is_numeric(tokens.words[start])) and tokens.words[start + 1] == "-"
        start += 3 if tied else 1  # "(a 20-litre) can"
    start = min(start, end)
    end = min(end, start + _LONGEST_SUBJECT)
    while end > start and (_is_function(tokens, end - 1) or _is_possessive(tokens.words[end - 1])):
        end -= 1
    return (start, end) if start < end else None


def _is_lead(tokens: Tokens, at: int) -> bool:
    """Whether the token is no part of the noun phrase that begins behind it; "monthly" and "first-half" are one."""
    if tokens.words[at + 1] == "-" and _ties(tokens, at + 1) and is_word(tokens, at):
        return False
    return not (tokens.words[at] in _PERIODIC and _is_content(tokens, at + 1)) and _is_function(tokens, at)


def _is_possessive(word: str) -> bool:
    return word.endswith(("'s", "’s"))


def _is_function(tokens: Tokens, at: int) -> bool:
    return not _is_content(tokens, at) or is_adverb(tokens.words[at])


def _ties(tokens: Tokens, at: int) -> bool:
    return tokens.words[at] == "-" and tokens.touches(at) and tokens.touches(at + 1)


def _is_tied(tokens: Tokens, at: int) -> bool:
    """Whether the token is a hyphen inside of a word, or behind one: "Kai(-pong)"."""
    return _ties(tokens, at) or _ties(tokens, at - 1)


def _is_content(tokens: Tokens, at: int) -> bool:
    """Whether the token can begin or end a noun phrase; numbers in names and parts of hyphened words can."""
    if not is_word(tokens, at):
        return tokens.values[at] is not None and tokens.capital(at - 1) and not word_class(tokens.words[at - 1])
    tied = tokens.touches(at) and tokens.words[at - 1] == "-"
    return tied or is_nominal(tokens.words[at]) or is_plural(tokens.words[at])  # "the dead"
