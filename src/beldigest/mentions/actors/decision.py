"""Decisions: one kind for each name of a reading, out of all that speaks for it anywhere in the reading."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from types import ModuleType
from typing import Any

from beldigest.language.naming import BODY, OTHER, PERSON, PLACE, Candidate, Line, Scores, nothing
from beldigest.model import ActorKind

# However often a hint is repeated, it stays a hint; and against what is known, or a head word says, it says little.
_MOST = 8.0
_MOST_AGAINST_KNOWN = 4.0
_TOLD = 6.0
_SAID_BESIDE = 2.0
# Below this nothing is said to be an actor; a capital that the sentence may have asked for needs more.
_LEAST = 1.3
_LEAST_INITIAL = 2.5

# From here on a kind is sure enough to speak for the names that it is listed with, and how much it says of them.
_SURE = 5.0
_LISTED = 1.5
_RENAMED = 5.0

_BODIES: tuple[ActorKind, ...] = ("government body", "media outlet", "organization")


def decide(
    proposed: Sequence[Candidate], lines: Sequence[Line], grammar: ModuleType, words: Any
) -> Iterator[tuple[Candidate, ActorKind]]:
    """The candidates that name actors, with their kinds, and the places in headlines that name them too."""
    by_key = _by_key(proposed, words)
    scores = {key: _pooled(its, grammar, words) for key, its in by_key.items()}
    _enumerate(proposed, scores, words)
    short = _share(scores, by_key, grammar, words)
    kinds: dict[str, ActorKind] = {}
    for key, total in scores.items():
        kind = _kind(total, by_key[key], words)
        if kind is not None and (key in short or _firm(key, by_key[key], total, words)):
            kinds[key] = kind
    found = [(candidate, kinds[key]) for key, its in by_key.items() if key in kinds for candidate in its]
    yield from _with_headlines(found, lines)


def _by_key(proposed: Sequence[Candidate], words: Any) -> dict[str, list[Candidate]]:
    """Candidates by name. A word that a sentence's beginning hid joins the name that has it elsewhere."""
    keys = {candidate.key for candidate in proposed if not candidate.initial}
    by_key: dict[str, list[Candidate]] = defaultdict(list)
    for candidate in proposed:
        line, start = candidate.line, candidate.start
        if start == 1 and line.capital[0] and not candidate.titled and f"{line.folded[0]} {candidate.key}" in keys:
            candidate.start, candidate.entry = 0, None
        for one in _divided(candidate, keys, words):
            by_key[one.key].append(one)
    return by_key


def _divided(candidate: Candidate, keys: set[str], words: Any) -> Iterator[Candidate]:
    """A candidate, or, where all its words are names by themselves elsewhere in the reading, those names; but a given
    name and a family name stay one, of whom the text may say either."""
    line, start, end = candidate.line, candidate.start, candidate.end
    if line.folded[start] in words.given:
        yield candidate
    elif candidate.entry is None and end - start == 2 and line.folded[start] in keys and line.folded[start + 1] in keys:
        yield Candidate(line, start, start + 1, None, candidate.titled)
        yield Candidate(line, start + 1, end)
    else:
        yield candidate


def _firm(key: str, its: Sequence[Candidate], total: Scores, words: Any) -> bool:
    """Whether a name is more than a word that begins sentences."""
    if key in words.common and all(one.initial for one in its):
        # a word of the language is a name there only if a gazetteer has it, and what stands beside it agrees
        return its[0].entry is not None and max(total[PERSON], total[BODY], total[PLACE]) >= _TOLD + _SAID_BESIDE
    if any(not one.initial or one.entry is not None or one.titled or one.end - one.start > 1 for one in its):
        return True
    return max(total[PERSON], total[BODY], total[PLACE]) >= _LEAST_INITIAL


def _pooled(its: Sequence[Candidate], grammar: ModuleType, words: Any) -> Scores:
    own, around = nothing(), nothing()
    for candidate in its:
        own = [max(pair) for pair in zip(own, grammar.inside(candidate, words), strict=True)]
        around = [sum(pair) for pair in zip(around, grammar.beside(candidate, words), strict=True)]
    sure = (any(one.entry is not None for one in its) and own[PERSON] == 0) or own[OTHER] >= _TOLD
    most = _MOST_AGAINST_KNOWN if sure else _MOST
    return [
        a + max(-most, min(most if kind != OTHER else 2 * most, b))
        for kind, (a, b) in enumerate(zip(own, around, strict=True))
    ]


def _enumerate(proposed: Sequence[Candidate], scores: dict[str, Scores], words: Any) -> None:
    """Let names that stand in one list with a sure one ("in Brest, Kostrovka and Lida"), or that it is said to have
    too ("Brest, formerly known as Brest-Litovsk"), share its kind."""
    for before, after in pairwise(proposed):
        line = before.line
        if line is not after.line or line.style != "plain":
            continue
        between = line.folded[before.end : after.start]
        renamed = words.renames(between)
        if renamed or (between and all(word == "," or word in words.coordinators for word in between)):
            first, second = scores.get(before.key), scores.get(after.key)
            for sure, other, its in ((first, second, after), (second, first, before)):
                if sure is None or other is None:
                    continue
                kind = max(range(4), key=sure.__getitem__)
                if kind == OTHER or sure[kind] < _SURE:
                    continue
                if renamed and its is after and its.entry is None:
                    other[kind] = max(other) + _RENAMED  # whatever the words of a stage name say
                elif max(other) < _SURE:
                    other[kind] += _RENAMED if renamed else _LISTED


def _share(scores: dict[str, Scores], by_key: dict[str, list[Candidate]], grammar: ModuleType, words: Any) -> set[str]:
    """Let short forms share in the evidence of the full ones, acronyms in that of what they stand for; gives back
    the family and given names of persons whose full names are there."""
    persons: set[str] = set()
    full: dict[str, list[str]] = defaultdict(list)
    acronyms: set[str] = set()
    short_forms: set[str] = set()
    kinds = {key: max(range(4), key=total.__getitem__) for key, total in scores.items()}
    for key in scores:
        parts = key.split(" ")
        if len(parts) > 1:
            for short in words.short_names(parts):
                full[short].append(key)
            if kinds[key] == BODY:
                acronyms.add(words.initials(parts))
                short_forms.update(
                    one.line.folded[one.end + 1]
                    for one in by_key[key]
                    if one.introduced or grammar.lettered(one.line, one.start, one.end, words)
                )
    for key, total in scores.items():
        entry = by_key[key][0].entry
        known, place = entry is not None, entry is not None and entry.kind in ("place", "country")
        for longer in full.get(key, ()):
            if kinds[longer] == PERSON and (" " not in key or longer.endswith(" " + key)):
                total[PERSON] += min(2 if place else 5, scores[longer][PERSON])
                persons.add(key)
                break
            if kinds[longer] == BODY and longer.startswith(key + " ") and not known and key not in words.common:
                total[BODY] += 4
                break
        if " " not in key and key.replace(".", "") in acronyms:
            total[BODY] += 3
        if key in short_forms:
            total[BODY] += 6
        if any(kinds.get(place) == PLACE for place in words.peopled(key)):
            total[OTHER] += 2 * _MOST  # "the Kostrovan harbour", where Kostrova is a place
        family = words.singular(key)
        if family != key and any(kinds[longer] == PERSON for longer in full.get(family, ())):
            total[OTHER] += 6  # "the Hallorans" are a family, no body
    return persons


def _kind(total: Scores, its: Sequence[Candidate], words: Any) -> ActorKind | None:
    best = max(range(4), key=total.__getitem__)
    if best == OTHER or total[best] < _LEAST:
        return None
    if best == PERSON:
        return "person"
    entry = its[0].entry
    if entry is not None and (entry.kind in ("place", "country")) == (best == PLACE):
        return entry.kind
    return "place" if best == PLACE else _body(its, words)


def _body(its: Sequence[Candidate], words: Any) -> ActorKind:
    """The kind of body that its head word says it is, or one beside the name."""
    folded = its[0].folded
    beside = (
        words.noun(one.line.folded, at) for one in its for at in (one.start - 1, one.end) if not one.line.is_capital(at)
    )
    for head in (*words.naming_heads(folded), *beside):
        kind: ActorKind | None = next((kind for kind in _BODIES if head is not None and head.kind == kind), None)
        if kind is not None:
            return "government body" if kind == "organization" and words.official(folded) else kind
    return "organization"


def _with_headlines(
    found: Sequence[tuple[Candidate, ActorKind]], lines: Sequence[Line]
) -> Iterator[tuple[Candidate, ActorKind]]:
    """What was found, and in headlines, where capitals say nothing, the names that were found in running text."""
    names = {tuple(one.folded): kind for one, kind in found if one.line.style == "plain"}
    lengths: dict[str, set[int]] = defaultdict(set)
    for name in names:
        lengths[name[0]].add(len(name))
    taken: dict[int, set[int]] = defaultdict(set)
    for line in lines:
        at = 0 if line.style != "plain" else len(line)
        while at < len(line):
            ends = (at + length for length in sorted(lengths.get(line.folded[at], ()), reverse=True))
            end = next((end for end in ends if end <= len(line) and tuple(line.folded[at:end]) in names), None)
            if end is None or not line.words[at][0].isupper():
                at += 1
                continue
            yield Candidate(line, at, end), names[tuple(line.folded[at:end])]
            taken[id(line)].update(range(at, end))
            at = end
    for candidate, kind in found:
        covered = taken.get(id(candidate.line), ())
        if not any(at in covered for at in range(candidate.start, candidate.end)):
            yield candidate, kind
