"""What an English figure is said of where no noun stands beside it: the subject or an object of its clause."""

from __future__ import annotations

from beldigest.language.en.figures.clauses import (
    GAP_OPENERS,
    MARKS,
    clause_start,
    is_predicate,
    predicate_before,
    shares_subject,
    subject_start,
)
from beldigest.language.en.figures.modifiers import (
    change_before,
    direction_before,
    is_change,
    is_changing,
    object_before_share,
    verb_of_object,
)
from beldigest.language.en.figures.nouns import (
    ADJECTIVES,
    FURTHEST_NOUN,
    LONGEST_SUBJECT,
    PRONOUNS,
    noun_before,
    noun_start,
    ties,
    trimmed,
    with_whole,
)
from beldigest.language.en.figures.pairs import is_moved
from beldigest.language.en.figures.phrases import RESPECTS, is_nominal, is_word
from beldigest.language.en.figures.verbless import verbless_subject
from beldigest.language.en.figures.words import (
    ARTICLES,
    BEING,
    DEFINITE,
    NOMINAL,
    is_adverb,
    is_gerund,
    is_number,
    is_participle,
    verbs,
    word_class,
)
from beldigest.language.figures import Kind, Phrase
from beldigest.language.tokens import Tokens

_LONGEST_OBJECT = 10
# The classes of verbs whose objects are put at a figure, by the word before the figure.
_PLACING = {"at": "reckoning", "to": "bringing"}
# The classes of participles that tell a figure of what stands before them, by the word behind them: "the ship, built
# for $5m", "the offer, valued at $9m", "the vase, thought to be 9 years old".
_TELLING = {"for": "making", "at": "reckoning", "to": "reporting"}
_LONGEST_CLAUSE = 40
_LONGEST_ASIDE = 8
_VERB_PARTICLES = frozenset({"off", "up", "out", "down", "back", "in"})
_PARTICLES = frozenset({"up", "down", "off"})
_RELATIVE = frozenset({"which", "who", "that"})
_DASHES = frozenset({"-", "–"})
# Prepositions that go on with a change or a level behind a comma.
_LEVELLING = frozenset({"by", "to", "at"})


def subject_before(tokens: Tokens, at: int, floor: int, beyond: int) -> Phrase | None:
    """The subject of the clause whose verb stands before the figure, "exports to China (dropped 7%)".

    ``floor`` is the index of the first token that may belong to it, after the figure before; ``beyond`` that where the
    figure before is part of the subject itself, "the yield on the 10-year note (climbed six points)".
    """
    marks = [mark for mark in (at - 2, at - 4) if tokens.words[mark] == "," and is_moved(tokens, mark, at)]
    if marks:  # "exports soared, a rise of (7%)", ", a (7% rise)"
        return _detached(tokens, marks[0], floor)
    beside = verbless_subject(tokens, at, floor, beyond)
    if beside is not None:
        return beside
    spoken_of = _object_before(tokens, at, floor)
    if spoken_of is not None:
        return trimmed(tokens, *spoken_of)
    verb = at if _is_verb_of_bound(tokens, at) else predicate_before(tokens, at, floor)
    parted = tokens.words[at - 2] == "," and tokens.words[at - 1] in _LEVELLING
    if verb < 0 and parted:  # "dropped in May, by (2%)"
        verb = predicate_before(tokens, at - 2, floor)
    if verb < 0:  # "and the other (by 2%)"
        return noun_before(tokens, at - 1, floor) if tokens.words[at - 1] == "by" else None
    if tokens.words[verb] in verbs("giving") and verb < at - 1 and is_nominal(tokens.words[at - 1]):
        return trimmed(tokens, verb + 1, at)  # "the poll gave the party (20%)"
    if _is_exchanged(tokens, verb, at):  # "bought a phone (for $30)"
        return _object_of(tokens, verb, at - 1)
    changes = is_changing(tokens, verb) or tokens.words[verb] in verbs("lasting")
    if changes and (caused := _subject_of_infinitive(tokens, verb - 1, floor)) is not None:
        return caused
    shared = shares_subject(tokens, verb)
    start = end = subject_start(tokens, verb, floor, beyond)
    if tokens.words[verb - 1] == "to" and start == floor and word_class(tokens.words[floor]) == "preposition":
        return None  # "was priced at 99 cents on the dollar to yield (8%)"
    if shared:
        start = end = clause_start(tokens, verb, verb - _LONGEST_CLAUSE)
    while end < verb and not is_predicate(tokens, end):
        end += 1
    pronominal = start < end and tokens.words[end - 1] in PRONOUNS
    pronominal = pronominal and word_class(tokens.words[end - 2]) != "preposition"  # "in Mali it (costs 40)"
    phrase = None if pronominal else trimmed(tokens, start, end)
    if phrase is None and end < verb and not shared:  # "they expect (turnout to reach 40%)"
        nearest = max(at for at in range(end, verb) if is_predicate(tokens, at))
        phrase = trimmed(tokens, nearest + 1, verb)
    return phrase if phrase is not None or pronominal or start == floor else _antecedent(tokens, start - 1, floor)


def _name_start(tokens: Tokens, end: int, floor: int) -> int:
    """Where the name before a token begins; there where none stands before it."""
    start = end
    while start > floor and (tokens.capital(start - 1) or tokens.words[start - 1] in {"of", "&"}):
        start -= 1
    return start if tokens.capital(start) and word_class(tokens.words[start]) != "calendar" else end


def _is_verb_of_bound(tokens: Tokens, at: int) -> bool:
    """Whether the bound that a figure begins with is a verb with a subject before it: "losses (exceeded) $5m"."""
    return (
        is_participle(tokens.words[at]) and tokens.words[at + 1] != "at" and word_class(tokens.words[at - 1]) in NOMINAL
    )


def _subject_of_infinitive(tokens: Tokens, at: int, floor: int) -> Phrase | None:
    """The noun phrase between a verb and the "to" at a token: "they expect (turnout) to reach 40%"."""
    if tokens.words[at] != "to":
        return None
    governing = predicate_before(tokens, at, floor)
    if governing < 0 or word_class(tokens.words[governing + 1]) in {"preposition", "calendar"}:
        return None
    if word_class(tokens.words[governing]) == "auxiliary":  # "prices are set to rise"
        return None
    return trimmed(tokens, governing + 1, at)


def _object_before(tokens: Tokens, at: int, floor: int) -> Phrase | None:
    """What a figure is said of where that is an object, and ends before the figure or the word before it."""
    share = object_before_share(tokens, at)  # "raised fares (5%)", but "grew a robust (5%)"
    if share is not None and share[0] > floor and tokens.words[share[0]] not in ARTICLES:
        return None if _is_adjunct(tokens, share[0]) else share
    while is_adverb(tokens.words[at - 1]):
        at -= 1
    word = tokens.words[at - 1]
    placing = _verb_of_place(tokens, at - 1, _PLACING[word]) if word in _PLACING else -1
    if placing >= floor:  # "put the crowd (at 8,000)", "brought the toll (to 45)", "with the crowd (at 8,000)"
        return placing + 1, at - 1
    if word == "worth" or (is_gerund(word) and word in verbs("lasting")):
        end = at - 1 - (tokens.words[at - 2] in {",", "."})  # "assets worth ($5m)", "Ba Co. worth ($5m)"
        start = min(end - 1, noun_start(tokens, end, max(floor, at - FURTHEST_NOUN)))
        if is_nominal(tokens.words[end - 1]):
            listed = _over_list(tokens, start, floor)
            if listed < start and word_class(tokens.words[listed - 1]) == "preposition":
                return noun_before(tokens, listed - 1, floor) or (listed, end)
            return start + (is_gerund(tokens.words[start]) and start < end - 1), end  # "of amassing (assets) worth"
    changing = verb_of_object(tokens, at - 1) if direction_before(tokens, at) else -1
    if changing >= floor and not _is_adjunct(tokens, changing + 1):  # "raised its stake (to 20%)"
        return changing + 1, at - 1
    return None


def _over_list(tokens: Tokens, start: int, floor: int) -> int:
    """Where the list begins that the noun at a token ends: "(fuel, bread and) oil"; there where it ends none."""
    first, joint = start, tokens.words[start - 1] in {"and", "or"}
    while joint and first - 1 > floor:
        first = noun_start(tokens, first - 1, floor)
        joint = tokens.words[first - 1] == "," and is_nominal(tokens.words[first - 2])
    return first


def is_unsaid(tokens: Tokens, at: int, floor: int, kind: Kind) -> bool:
    """Whether a figure is no property of what its clause is about.

    An amount that one gives, owes or asks for is none of the giver nor of the taker, nor is what somebody is robbed of,
    or expects. A time is one of what lasts or changed, not of a person who is held for it or has it.
    """
    if tokens.words[at - 1] == "worth":  # "they promised grain worth ($5m)"
        return False
    if tokens.words[at - 1] == "that":  # it begins its clause: "a study which showed that ($5m) had gone"
        return True
    verb = predicate_before(tokens, at, floor)
    word = tokens.words[verb] if verb >= 0 else ""
    if _is_exchanged(tokens, verb, at) and kind != "money":  # "had room (for 250)"
        return True
    if word in verbs("depriving") or _is_of_tally(tokens, at):  # "stripped him of 40 acres"
        return True
    governing = predicate_before(tokens, verb - 1, floor) if word == "of" else verb
    if tokens.words[governing] in verbs("expecting") and _is_active(tokens, governing):  # "expect a fall of (3%)"
        return True
    asking = at - 2 if tokens.words[at - 2] in verbs("asking") else verb  # "is calling for ($5m)", "asked for an extra"
    asked = tokens.words[asking] in verbs("asking") and "for" in (tokens.words[asking + 1], tokens.words[at - 1])
    if asked and kind == "money":
        return True
    if kind == "money" and is_gerund(tokens.words[at - 1]) and _is_detached(tokens.words[at - 2]):
        return not is_change(tokens.words[at - 1])  # ", wiping ($8bn) off", "accused of using ($8bn)"
    if kind in {"money", "rate"}:
        given = word in verbs("giving") or (kind == "money" and word in verbs("awarding"))
        return given or (word in verbs("costing") and verb < at - 1 and is_nominal(tokens.words[at - 1]))
    if kind == "count":  # what one has or does so many of is none of one: "laid off (1,100)"
        if tokens.words[at - 1] == "with" and tokens.words[at - 2] == ",":  # "rose to 148, with (63) missing"
            return True
        known = at - 1 - (tokens.words[at - 1] == "other")
        if tokens.words[known] in DEFINITE:  # "trade between the (two)", "the other (five)"
            return True
        direct = verb >= 0 and all(
            between in _VERB_PARTICLES or between == "of" or is_adverb(between)
            for between in tokens.words[verb + 1 : at]  # "laid off (1,100)", "spoke of (2,500)"
        )
        return direct and word not in verbs("lasting") and change_before(tokens, verb + 1) is None
    if kind == "time":
        lasts = word in verbs("lasting") and all(map(_is_in_predicate, tokens.words[verb + 1 : at]))
        return not lasts and change_before(tokens, verb + 1) is None
    return False


def _is_of_tally(tokens: Tokens, at: int) -> bool:
    """Whether a number is one of two with a dash that say how an outcome came about: "upheld it (5-4)".

    Behind "at" or "be" they are a property: "the match stood at (2-1)".
    """
    first = at - 2 if tokens.words[at - 1] in _DASHES and is_number(tokens, at - 2) else at
    tally = tokens.words[first + 1] in _DASHES and is_number(tokens, first) and is_number(tokens, first + 2)
    return tally and tokens.words[first - 1] != "at" and tokens.words[first - 1] not in BEING


def _is_active(tokens: Tokens, verb: int) -> bool:
    """Whether a verb has an object behind it, and is no participle: "is (expected) to", "growth, (expected) at 3%"."""
    before = verb - 1
    while is_adverb(tokens.words[before]):
        before -= 1
    return tokens.words[before] not in BEING and word_class(tokens.words[verb + 1]) != "preposition"


def _is_detached(word: str) -> bool:
    """Whether a word or mark before a gerund parts it from the noun before that."""
    return word == "," or word_class(word) == "preposition"


def _is_adjunct(tokens: Tokens, at: int) -> bool:
    """Whether the words behind a verb of change begin no object: "rose (sharply) in June to 12 million"."""
    known = word_class(tokens.words[at])
    return (
        is_adverb(tokens.words[at])
        or is_changing(tokens, at)
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
    return trimmed(tokens, start, at)


def _is_in_predicate(word: str) -> bool:
    """Whether a word between "be" and a time leaves the time what is said of the subject: "is (punishable by) ..."."""
    return is_adverb(word) or word in {"for", "by"} or word.endswith(ADJECTIVES)


def apposed_before(tokens: Tokens, at: int, end: int, floor: int) -> Phrase | None:
    """The noun phrase that a figure from ``at`` to ``end`` tells between commas: "(the budget), $3m, was cut"."""
    end += 2 * (tokens.words[end] == "in" and tokens.words[end + 1] in RESPECTS)  # "(the fund), $3m in size, grew"
    if tokens.words[at - 1] != "," or tokens.words[end] != ",":
        return None
    start = clause_start(tokens, at - 1, floor)
    verbal = any(is_predicate(tokens, index) for index in range(start, at - 1))
    return None if verbal or word_class(tokens.words[start]) == "preposition" else trimmed(tokens, start, at - 1)


def _verb_of_place(tokens: Tokens, at: int, name: str) -> int:
    """The index of the verb of that class, or of "with", whose object ends before a token, "put the crowd (at)".

    -1 where there is none.
    """
    for back in range(at - 2, max(-1, at - _LONGEST_OBJECT), -1):
        if tokens.words[back] in verbs(name) or (tokens.words[back] == "with" and name == "reckoning"):
            return back
        joins = word_class(tokens.words[back]) in {"auxiliary", "conjunction"}
        if joins or not (is_word(tokens, back) or ties(tokens, back)):
            break
    return -1


def _antecedent(tokens: Tokens, mark: int, floor: int) -> Phrase | None:
    """What a clause without a subject goes on about: before "which" or "valued at", or before what commas enclose."""
    if tokens.words[mark] in _RELATIVE:
        return with_whole(tokens, noun_before(tokens, mark - (tokens.words[mark - 1] == ","), floor), floor)
    if tokens.words[mark] != ",":
        return None
    word, preposition = tokens.words[mark + 1 : mark + 3]
    if word in verbs(_TELLING.get(preposition, "")):
        return with_whole(tokens, noun_before(tokens, mark, floor), floor)
    opening = mark - 1
    while opening > floor and tokens.words[opening] not in MARKS:
        opening -= 1
    if tokens.words[opening] == "," and opening > floor:
        return trimmed(tokens, clause_start(tokens, opening, floor), opening)
    related = _relative_before(tokens, mark)
    if related is None and mark == floor:
        related = _enclosing(tokens, mark)
    if related is not None:
        return related
    word = tokens.words[mark + 1]
    changing = word in _PARTICLES or (is_gerund(word) and is_change(word))
    return _detached(tokens, mark, floor) if changing else None


def _enclosing(tokens: Tokens, mark: int) -> Phrase | None:
    """What a figure that ends at a comma, and stands behind one, is put into: "(the toll), at first 10, rose"."""
    opening = mark - 1
    while tokens.words[opening] not in MARKS and mark - opening < _LONGEST_ASIDE:
        opening -= 1
    start = clause_start(tokens, opening, opening - LONGEST_SUBJECT)
    begins = start == 0 or tokens.words[start - 1] in MARKS
    if tokens.words[opening] != "," or not begins or word_class(tokens.words[start]) == "preposition":
        return None
    verbal = any(is_predicate(tokens, index) for index in range(start, opening))
    return None if verbal else trimmed(tokens, start, opening)


def _relative_before(tokens: Tokens, mark: int) -> Phrase | None:
    """What a relative clause that ends at a comma is about: "(the firm), which has 9 shops, rose"."""
    for at in range(mark - 1, max(0, mark - _LONGEST_CLAUSE), -1):
        if tokens.words[at] in _RELATIVE and tokens.words[at - 1] == ",":
            return trimmed(tokens, clause_start(tokens, at - 1, at - 1 - LONGEST_SUBJECT), at - 1)
        if tokens.words[at] in MARKS:
            break
    return None


def _detached(tokens: Tokens, mark: int, floor: int) -> Phrase | None:
    """What a change behind a comma is told of: the name right before, "led by (Kvarn), up 3%", or the subject."""
    start = end = clause_start(tokens, mark, floor)
    told = start > floor or floor == 0  # else the figure before is
    name = _name_start(tokens, mark, floor)
    before = tokens.words[name - 1]
    governed = word_class(before) == "preposition" and before != "by"
    if name < mark and not governed and (told or before in GAP_OPENERS):
        return trimmed(tokens, name, mark)
    while end < mark and not is_predicate(tokens, end):
        end += 1
    while word_class(tokens.words[start]) == "conjunction":
        start += 1
    return trimmed(tokens, start, end) if told and word_class(tokens.words[start]) != "preposition" else None
