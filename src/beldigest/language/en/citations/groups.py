"""Noun groups: the subject before a verb, and the group that begins at a word."""

from __future__ import annotations

from beldigest.language.en.citations.words import (
    ADVERB,
    AUXILIARY,
    CAPITAL,
    CLOSED,
    CLOSING,
    COLON,
    COMMA,
    CONJUNCTION,
    DASH,
    DETERMINER,
    ENDED,
    GERUND,
    NUMBER,
    OBJECT,
    OPENING,
    PARTICIPLE,
    PENDING,
    POSSESSIVE,
    PREPOSITION,
    PRONOUN,
    QUOTATION,
    RELATIVE,
    SEMICOLON,
    STOP,
    SUBORDINATOR,
    TIME,
    TIME_MODIFIER,
    TO,
    VERB,
    Words,
)

_HARD = QUOTATION | COLON | SEMICOLON | STOP
_REACH = 40  # words: no subject is longer, and so a line without a stop costs no more than its length


def subject(words: Words, lo: int, verb: int) -> tuple[int, int] | None:
    """The noun group that is the subject of the verb group that begins at ``verb``, as an index pair."""
    tags = words.tags
    lo = max(lo, verb - _REACH)
    last = _before_adverbial(words, lo, verb - 1)
    if last < lo:
        return None
    tag = tags[last]
    if tag & COMMA and last > lo:
        return _with_apposition(words, lo, last)
    if tag & DASH and last > lo:
        return _within_dashes(words, lo, last)
    if tag & (PRONOUN | RELATIVE) and not (tag & TIME):
        return (last, last + 1)
    end = last + 1
    if tag & CLOSING:
        while last >= lo and not tags[last] & OPENING:
            last -= 1
        last -= 1
    group = _group_start(words, lo, last)
    return (group, end) if group is not None and group <= last else None


def _before_adverbial(words: Words, lo: int, last: int) -> int:
    """The last word before "on Tuesday", "this week" and the like, which may stand between a subject and its verb."""
    tags = words.tags
    if last < lo or not tags[last] & TIME:
        return last
    at = last
    while at >= lo and tags[at] & (TIME | NUMBER | TIME_MODIFIER):
        at -= 1
    if at >= lo and tags[at] & PREPOSITION:
        at -= 1
    return at if at >= lo and not tags[at] & (COMMA | PREPOSITION) else last


def _group_start(words: Words, lo: int, last: int) -> int | None:
    tags, low = words.tags, words.low
    at = last
    conjunction = False
    while at >= lo:
        tag = tags[at]
        left = tags[at - 1] if at > lo else STOP
        if tag & QUOTATION:
            if tag & (ENDED | PENDING) or (left & CLOSED and not left & PREPOSITION):
                break
        elif (tag & PREPOSITION and not tag & CAPITAL) or (tag & PREPOSITION and at > lo):
            if not is_nominal(left) and not left & (OBJECT | PRONOUN):
                break
        elif tag & CONJUNCTION:
            if not is_nominal(left) or left & TIME:
                break
            conjunction = True
        elif tag & COMMA:
            if not conjunction or not is_nominal(left):
                break
        elif tag & CLOSING:
            while at > lo and not tags[at] & OPENING:
                at -= 1
        elif tag & PRONOUN and tag & DETERMINER:
            pass
        elif tag & CLOSED:
            if tag & (AUXILIARY | PRONOUN) and (relative := _relative(words, lo, at)) is not None:
                at = relative
            else:
                break
        elif tag & TIME and at < last and not tags[at + 1] & POSSESSIVE:
            break
        elif tag & VERB and not tag & CAPITAL:
            if not (tag & PARTICIPLE or left & (DETERMINER | POSSESSIVE) or (at < last and _modifier(left))):
                if (relative := _relative(words, lo, at)) is None:
                    break
                at = relative
            elif tag & PARTICIPLE and not (is_nominal(left) or left & (DETERMINER | POSSESSIVE | ADVERB)) and at > lo:
                break
        elif (tag & GERUND and not tag & CAPITAL and not left & (DETERMINER | POSSESSIVE) and not _modifier(left)) or (
            tag & ADVERB and not tag & CAPITAL and not left & (DETERMINER | PREPOSITION)
        ):
            break
        at -= 1
    first = at + 1
    while first <= last and tags[first] & (CONJUNCTION | COMMA | ADVERB) and not tags[first] & DETERMINER:
        first += 1
    if first > last:
        return None
    if at >= lo and tags[at] & PREPOSITION:
        return _after_adverbial(words, first, last)
    if low[first] in ("'s", "'"):
        first += 1
    return first if first <= last else None


def _modifier(tag: int) -> bool:
    return bool(tag & CAPITAL) and not tag & CLOSED


def is_nominal(tag: int) -> bool:
    """Whether a word of that class can end a noun group."""
    return not tag & (CLOSED | VERB | GERUND | ADVERB) or bool(tag & CAPITAL and not tag & (PREPOSITION | CONJUNCTION))


def _relative(words: Words, lo: int, at: int) -> int | None:
    """The relative pronoun before the verb at ``at``, where that verb is in a clause that describes a noun."""
    tags = words.tags
    for back in range(at - 1, max(lo, at - 12), -1):
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


def _with_apposition(words: Words, lo: int, comma: int) -> tuple[int, int] | None:
    """The subject whose apposition, relative clause or interjection ends with the comma before the verb."""
    tags = words.tags
    start = comma - 1
    commas = [comma]
    while start >= lo and not tags[start] & _HARD and not (tags[start] & SUBORDINATOR and not tags[start] & RELATIVE):
        if tags[start] & COMMA:
            commas.append(start)
        start -= 1
    commas.append(start)
    commas.reverse()
    if len(commas) == 2:
        group = _tail(words, commas[0] + 1, comma)
        return None if group is None else (group, comma)
    for index in range(len(commas) - 2):
        first, last = commas[index] + 1, commas[index + 1]
        while first < last and tags[first] & (CONJUNCTION | ADVERB):
            first += 1
        if not _is_group(words, first, last):
            group = _tail(words, first, last) if index == len(commas) - 3 else None
            if group is None:
                continue
            first = group
        whole = all(_appositive(tags[at + 1]) for at in commas[index + 1 : -1])
        return (first, comma + 1 if whole else last)
    return None


def _tail(words: Words, first: int, last: int) -> int | None:
    """The noun group at the end of a stretch that holds more than one."""
    return _group_start(words, first, last - 1) if first < last and not words.tags[last - 1] & CLOSED else None


def _appositive(tag: int) -> bool:
    return not tag & (PREPOSITION | GERUND | ADVERB | CONJUNCTION | VERB) and (
        not tag & SUBORDINATOR or bool(tag & RELATIVE)
    )


def _within_dashes(words: Words, lo: int, dash: int) -> tuple[int, int] | None:
    for at in range(dash - 1, lo, -1):
        if words.tags[at] & DASH:
            first = _group_start(words, lo, at - 1)
            return None if first is None else (first, dash)
    return None


def group_end(words: Words, first: int, hi: int) -> int:
    """The end of the noun group that begins at ``first``, without prepositional phrases; ``first`` where none does."""
    tags = words.tags
    if first >= hi:
        return first
    tag = tags[first]
    if tag & (PRONOUN | OBJECT) and not tag & DETERMINER:
        return first + 1
    at = first
    nouns = False
    while at < hi:
        tag = tags[at]
        if tag & DETERMINER:
            if nouns:
                break
        elif (
            tag & CLOSED
            or tag & QUOTATION
            or (tag & TIME and not (at + 1 < hi and tags[at + 1] & POSSESSIVE))
            or (tag & VERB and not tag & (CAPITAL | PARTICIPLE) and nouns)
            or (tag & ADVERB and nouns)
        ):
            break
        else:
            nouns = True
        at += 1
    return at if nouns else (first if at == first else at)


def long_group_end(words: Words, first: int, hi: int) -> int:
    """The end of the noun group at ``first`` with what describes it: prepositional phrases, appositions, clauses."""
    tags = words.tags
    at = group_end(words, first, hi)
    if at == first:
        return first
    while at < hi:
        tag = tags[at]
        following = tags[at + 1] if at + 1 < hi else STOP
        if tag & (PREPOSITION | TO) and not _is_time(words, at + 1, hi):
            more = group_end(words, at + 1, hi)
            if more == at + 1:
                break
            at = more
        elif tag & CONJUNCTION and at + 1 < hi and (more := group_end(words, at + 1, hi)) > at + 1:
            if more < hi and tags[more] & (AUXILIARY | VERB):
                break
            at = more
        elif tag & OPENING:
            while at < hi and not tags[at] & CLOSING:
                at += 1
            at = min(at + 1, hi)
        elif (
            tag & COMMA and at + 1 < hi and _appositive(tags[at + 1]) and not tags[at + 1] & (QUOTATION | PRONOUN)
        ) or (tag & COMMA and at + 1 < hi and tags[at + 1] & RELATIVE):
            at = _apposition_end(words, at + 1, hi)
        elif tag & (PARTICIPLE | RELATIVE) or (tag & VERB and following & PREPOSITION):
            at = _apposition_end(words, at, hi)
        else:
            break
    return at


def _is_time(words: Words, at: int, hi: int) -> bool:
    tags = words.tags
    return at < hi and bool(tags[at] & TIME or (tags[at] & TIME_MODIFIER and at + 1 < hi and tags[at + 1] & TIME))


def _apposition_end(words: Words, first: int, hi: int) -> int:
    """Up to the next comma or quotation, or the end."""
    tags = words.tags
    for at in range(first, hi):
        if tags[at] & (COMMA | QUOTATION | _HARD | DASH):
            if at + 2 < hi and tags[at] & COMMA and tags[at + 1] & CAPITAL and tags[at - 1] & CAPITAL:
                continue  # "Burlington, Vermont"
            return at
    return hi


def main_subject(words: Words, lo: int, before: int) -> tuple[int, int] | None:
    """The subject of the first finite verb between the two words, which a later participle shares."""
    tags = words.tags
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
    return None
