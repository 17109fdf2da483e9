"""Subjects: the noun group that a verb belongs to, found from the verb leftwards."""

from __future__ import annotations

from beldigest.language.en.citations.clauses import has_verb
from beldigest.language.en.citations.groups import bracket_start, is_adjectival, is_appositive, is_nominal
from beldigest.language.en.words.classes import (
    ADVERB,
    AUXILIARY,
    CAPITAL,
    CLOSED,
    CLOSING,
    COLON,
    COMMA,
    CONJUNCTION,
    CUE,
    DASH,
    DETERMINER,
    ENDED,
    GERUND,
    NUMBER,
    OBJECT,
    PARTICIPLE,
    PENDING,
    POSSESSIVE,
    PREPOSITION,
    PRONOUN,
    PUNCTUATION,
    QUOTATION,
    RELATIVE,
    SEMICOLON,
    STOP,
    SUBORDINATOR,
    TIME,
    TIME_MODIFIER,
    TO,
    VERB,
)
from beldigest.language.en.words.tagging import Words

Range = tuple[int, int]

_HARD = QUOTATION | COLON | SEMICOLON | STOP
_BEFORE_SUBJECT = PUNCTUATION | CONJUNCTION | SUBORDINATOR | POSSESSIVE | CUE
_CORRELATIVE = ("either", "neither")
_YEAR = 4  # digits
_REACH = 40  # words: no subject is longer, and so a line without a stop costs no more than its length
_RELATIVE_REACH = 12  # words between a relative pronoun and the verb of its clause


def subject(words: Words, lo: int, verb: int) -> Range | None:
    """The noun group that is the subject of the verb group that begins at ``verb``, as an index pair."""
    tags = words.tags
    lo = max(lo, verb - _REACH)
    last = _before_adverbial(words, lo, verb - 1)
    if last > lo and words.low[last] in _CORRELATIVE and is_nominal(tags[last - 1]):
        last -= 1  # "the firm neither confirmed nor denied"
    if last < lo:
        return None
    tag = tags[last]
    if tag & COMMA and last > lo:
        return _with_apposition(words, lo, last)
    if tag & DASH and last > lo:
        return _within_dashes(words, lo, last)
    if tag & QUOTATION and tag & PENDING and (remarked := _before_remark(words, lo, last)) is not None:
        return remarked
    if tag & PRONOUN and not tag & TIME:
        return (last, last + 1)
    if last - 2 >= lo and tag & RELATIVE and words.low[last - 1] == "of":
        return (last - 2, last + 1)  # "most of whom"
    end = last + 1
    if tag & CLOSING:
        last = bracket_start(words, lo, last) - 1
    first = _start(words, lo, last)
    return (first, end) if first is not None else None


def main_subject(words: Words, lo: int, before: int) -> Range | None:
    """The subject of the first finite verb between the two words, which a later participle shares."""
    tags = words.tags
    relative: Range | None = None
    for at in range(lo + 1, before):
        tag = tags[at]
        if not tag & (AUXILIARY | VERB) or tag & CAPITAL or tags[at - 1] & (DETERMINER | PREPOSITION | AUXILIARY | TO):
            continue
        first = at
        while first > lo and tags[first - 1] & (ADVERB | AUXILIARY):
            first -= 1
        found = subject(words, lo, first)
        if found is not None and not tags[found[0]] & RELATIVE:
            return found
        relative = relative or found
    # A verb that is a noun as well counts only where an object follows: "the report documents 9 cases".
    noun = next((at for at in range(lo + 1, before - 1) if tags[at] & CUE and tags[at + 1] & (DETERMINER | NUMBER)), lo)
    return subject(words, lo, noun) if noun > lo else relative


def _before_adverbial(words: Words, lo: int, last: int) -> int:
    """The last word before "on Tuesday", "on May 3", "this week" and the like, between a subject and its verb."""
    tags = words.tags
    if last < lo or not (tags[last] & TIME or (last > lo and tags[last] & NUMBER and tags[last - 1] & TIME)):
        return last
    at = last
    while at >= lo and tags[at] & (TIME | NUMBER | TIME_MODIFIER):
        at -= 1
    if at >= lo and tags[at] & PREPOSITION:
        at -= 1
    elif at > lo and tags[at] & CAPITAL and tags[at - 1] & PREPOSITION:
        return last  # the name of a day: "on Maundy Thursday"
    if at < lo or tags[at] & (COMMA | PREPOSITION):
        return last
    return last if describes(words, lo, at) else at  # "figures released on Monday"


def _start(words: Words, lo: int, last: int) -> int | None:
    """Where the noun group that ends with the word ``last`` begins; None where that word ends none."""
    tags = words.tags
    at = last
    listed = False
    comma = None
    while at >= lo:
        if tags[at] & COMMA and _between_adjectives(words, lo, at, last):
            at -= 1
            continue
        if tags[at] & COMMA and not listed:
            break
        goes_on = _before(words, lo, at, last)
        if goes_on is None:
            break
        listed = listed or bool(tags[at] & CONJUNCTION)
        comma = at if tags[at] & COMMA else comma
        at = goes_on
    first = at + 1
    if first < last and tags[first] & NUMBER and _is_dated(words, lo, at):
        first += 1
    while first <= last and tags[first] & (CONJUNCTION | COMMA | ADVERB) and not tags[first] & DETERMINER:
        first += 1
    if comma is not None and (tags[first] | (tags[at] if at >= lo else 0)) & PREPOSITION:
        return comma + 1  # the comma ends an adverbial, and parts no list: "in Oslo, Horak and Tamm said"
    if first <= last and at >= lo and tags[at] & PREPOSITION and not tags[at] & SUBORDINATOR:
        return _after_adverbial(words, first, last)
    if first <= last and words.low[first] in ("'s", "'"):
        first += 1
    return first if first <= last else None


def _is_dated(words: Words, lo: int, at: int) -> bool:
    """Whether a number behind a word is the day of its month, or the year behind the comma: "May 3 Horak said"."""
    tags = words.tags
    return at >= lo and bool(
        tags[at] & TIME
        or (tags[at] & COMMA and len(words.low[at + 1]) == _YEAR and at > lo + 1 and tags[at - 2] & TIME)
    )


def _between_adjectives(words: Words, lo: int, comma: int, last: int) -> bool:
    """Whether a comma stands between the adjectives of the noun ``last``: "the tired, hungry crew"."""
    tags = words.tags
    if comma - 2 < lo or not tags[comma - 2] & (DETERMINER | POSSESSIVE) or tags[comma - 1] & (CLOSED | CAPITAL):
        return False
    word = words.low[comma - 1]
    if comma + 1 >= last or (word.endswith("s") and not word.endswith(("ous", "ss"))):
        return False  # a noun in the plural: "for two decades, local officials said"
    before = tags[comma - 3] if comma - 3 >= lo else STOP
    opens = before & _BEFORE_SUBJECT or tags[comma - 2] & POSSESSIVE
    if before & PREPOSITION or not opens:
        return False  # the object or complement of a clause before the comma: "it was a letter, local officials said"
    return not tags[comma + 1] & (CLOSED | CAPITAL | DETERMINER)


def _before(words: Words, lo: int, at: int, last: int) -> int | None:
    """The word at which a noun group goes on to the left of its word ``at``; None where ``at`` is not part of it."""
    tags = words.tags
    tag = tags[at]
    left = tags[at - 1] if at > lo else STOP
    if tag & QUOTATION:
        inside = not tag & (ENDED | PENDING) and not (left & CLOSED and not left & PREPOSITION)
        return at - 1 if inside else None
    subordinating = tag & PREPOSITION and tag & SUBORDINATOR
    if subordinating and not describes(words, lo, at - 1) and has_verb(words, lo, at):
        return None  # "shares rose by 4 percent as traders welcomed", "left after the union said"
    if tag & PREPOSITION and (at > lo or not tag & CAPITAL):
        governed = is_nominal(left) or left & (OBJECT | PRONOUN) or describes(words, lo, at - 1)
        if not governed and left & VERB and (relative := _relative(words, lo, at - 1)) is not None:
            return relative - 1
        return at - 1 if governed and not left & (ENDED | PENDING) else None
    if tag & CONJUNCTION:
        joined = is_nominal(left) or (left & PRONOUN and not left & (RELATIVE | DETERMINER))
        return at - 1 if joined and not left & TIME else None
    if tag & COMMA:
        return at - 1 if is_nominal(left) else None
    if tag & CLOSING:
        return max(bracket_start(words, lo, at), lo) - 1
    if tag & PRONOUN and tag & DETERMINER:
        return at - 1
    if tag & CLOSED:
        relative = _relative(words, lo, at) if tag & (AUXILIARY | PRONOUN) else None
        return None if relative is None else relative - 1
    if tag & TIME and at < last:
        if tags[at + 1] & POSSESSIVE or tags[at + 1] & left & PREPOSITION:
            return at - 1
        return at - 1 if _is_name(words, lo, at) else None
    if tag & VERB and not tag & CAPITAL:
        if left & (DETERMINER | POSSESSIVE) or (tag & PARTICIPLE and (is_nominal(left) or left & ADVERB or at == lo)):
            return at - 1
        if describes(words, lo, at):
            return at - 1
        relative = _relative(words, lo, at)
        return None if relative is None else relative - 1
    if tag & GERUND and not tag & CAPITAL and not left & (DETERMINER | POSSESSIVE | CAPITAL):
        if left & QUOTATION and not tag & CUE and is_nominal(tags[at + 1]):
            return at - 1  # ``"...," acting director Horak said``
        return at - 1 if describes(words, lo, at) else None
    if tag & ADVERB and not tag & CAPITAL and not left & (DETERMINER | PREPOSITION):
        return None
    return at - 1


def describes(words: Words, lo: int, at: int) -> bool:
    """Whether a participle behind its noun begins what describes it: "figures released by the bank", "men waiting in".

    No clause has two verbs side by side, so before the verb whose subject is looked for a past form is a participle.
    """
    tags = words.tags
    if at <= lo or not tags[at] & (VERB | GERUND) or tags[at] & (AUXILIARY | CAPITAL):
        return False
    if not tags[at + 1] & (PREPOSITION | TIME):
        return False
    return is_nominal(tags[at - 1]) and not tags[at - 1] & (TIME | STOP) and not tags[at + 1] & (SUBORDINATOR | TO)


def _is_name(words: Words, lo: int, at: int) -> bool:
    """Whether a word of time is a name: "Theresa May", "April Novak"."""
    left = words.tags[at - 1] if at > lo else STOP
    name = CAPITAL if left & CAPITAL and not left & (PREPOSITION | TIME) else 0
    return bool(words.tags[at] & CAPITAL and name)


def _relative(words: Words, lo: int, at: int) -> int | None:
    """The relative pronoun before the verb at ``at``, where that verb is in a clause that describes a noun."""
    tags = words.tags
    for back in range(at - 1, max(lo, at - _RELATIVE_REACH), -1):
        tag = tags[back]
        if tag & RELATIVE:
            return back if is_nominal(tags[back - 1]) or tags[back - 1] & PRONOUN else None
        if tag & (COMMA | QUOTATION | COLON | SUBORDINATOR | CONJUNCTION):
            return None
    return None


def _after_adverbial(words: Words, first: int, last: int) -> int | None:
    """Where the subject begins behind an adverbial without a comma: "In a statement Mr. Horak said"."""
    tags = words.tags
    for at in range(last, first, -1):
        if tags[at] & DETERMINER:
            return at
        if tags[at] & CAPITAL and not tags[at - 1] & CAPITAL:
            return at
    return last if tags[last] & CAPITAL else None


def _is_group(words: Words, first: int, last: int) -> bool:
    """Whether a stretch is a noun group and no clause or adverbial."""
    tags = words.tags
    if first >= last or tags[first] & (PREPOSITION | SUBORDINATOR | TIME | GERUND | QUOTATION):
        return False
    for at in range(first, last):
        tag = tags[at]
        if tag & AUXILIARY or (tag & VERB and not tag & (PARTICIPLE | CAPITAL) and not tags[at - 1] & DETERMINER):
            return False
        if tag & PRONOUN and not tag & DETERMINER and at + 1 < last and not tags[at + 1] & PREPOSITION:
            return False
    return True


def _with_apposition(words: Words, lo: int, comma: int) -> Range | None:
    """The subject whose apposition, relative clause or interjection ends with the comma before the verb.

    What has a predicate of its own behind a comma is none: "The mine, a deep one, was shut, its owner, Tamm, said".
    """
    tags = words.tags
    start = comma - 1
    commas = [comma]
    while start >= lo:
        if tags[start] & _HARD and not _is_nickname(words, lo, start):
            break
        if _opens_clause(words, start) and not (_is_inserted(words, lo, start) or _in_relative(words, lo, start)):
            break
        if tags[start] & COMMA:
            commas.append(start)
        start -= 1
    commas.append(start)
    commas.reverse()
    if len(commas) == 2:
        alone = _start(words, commas[0] + 1, comma - 1)
        return None if alone is None else (alone, comma)
    predicates = [index for index, at in enumerate(commas[1:-1], 1) if tags[at + 1] & AUXILIARY]
    for index in range(predicates[-1] if predicates else 0, len(commas) - 2):
        first, last = commas[index] + 1, commas[index + 1]
        while first < last and tags[first] & (CONJUNCTION | ADVERB):
            first += 1
        if not _is_group(words, first, last):
            tail = _start(words, first, last - 1) if index == len(commas) - 3 and first < last else None
            if tail is None:
                continue
            first = tail
        whole = all(
            is_appositive(tags[at + 1]) or tags[at + 1] & CONJUNCTION or is_adjectival(words, at + 1, comma)
            for at in commas[index + 1 : -1]
        )
        return (first, comma if whole else last)
    return None


def _is_nickname(words: Words, lo: int, at: int) -> bool:
    """Whether a quotation stands inside a name: ``Marta "Mia" Horak``."""
    tags = words.tags
    inside = at > lo and tags[at] & QUOTATION and not tags[at] & (ENDED | PENDING)
    return bool(inside and tags[at - 1] & tags[at + 1] & CAPITAL)


def _opens_clause(words: Words, at: int) -> bool:
    """Whether a word is a subordinator with a clause of its own ("after the vote failed", not "after losing")."""
    tags = words.tags
    if not tags[at] & SUBORDINATOR or tags[at] & RELATIVE or tags[at + 1] & GERUND:
        return False
    if not tags[at] & PREPOSITION:
        return True
    reach = min(at + _REACH, len(tags))
    comma = next((word for word in range(at + 1, reach) if tags[word] & (COMMA | STOP | QUOTATION)), reach)
    return has_verb(words, at + 1, comma)  # "who served as chief of staff, said"


def _is_inserted(words: Words, lo: int, at: int) -> bool:
    """Whether a subordinate clause stands between commas behind the subject: "Horak, after the vote, said"."""
    tags = words.tags
    while at > lo and tags[at - 1] & ADVERB:
        at -= 1
    return at > lo + 1 and bool(tags[at - 1] & COMMA)


def _in_relative(words: Words, lo: int, at: int) -> bool:
    """Whether a word stands in a relative clause behind a comma: "Horak, who left when the vote failed, said"."""
    for back in range(at - 1, max(lo, at - _RELATIVE_REACH), -1):
        if words.tags[back] & (COMMA | _HARD):
            return False
        if words.tags[back] & RELATIVE:
            return bool(words.tags[back - 1] & COMMA)
    return False


def _before_remark(words: Words, lo: int, quotation: int) -> Range | None:
    """The subject before a remark that a quotation ends: ``Horak, citing "habit," said``."""
    tags = words.tags
    for comma in range(quotation - 1, lo, -1):
        if tags[comma] & _HARD:
            return None
        if tags[comma] & COMMA:
            relative = tags[comma + 1] & RELATIVE
            if not relative and not tags[comma + 1] & (GERUND | PARTICIPLE):
                return None
            first = _start(words, lo, comma - 1)
            return None if first is None else (first, quotation + 1 if relative else comma)
    return None


def _within_dashes(words: Words, lo: int, dash: int) -> Range | None:
    """The subject with a remark between dashes behind it."""
    for at in range(dash - 1, lo, -1):
        if words.tags[at] & DASH:
            first = _start(words, lo, at - 1)
            return None if first is None else (first, dash)
    return None
