"""Decisions: one kind for each name of a reading, out of all that speaks for it anywhere in the reading."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from beldigest.mentions.actors.candidates import BODY, OTHER, PERSON, PLACE, Candidate
from beldigest.mentions.actors.evidence import Scores, beside, inside, nothing
from beldigest.mentions.actors.lines import Line
from beldigest.mentions.actors.vocabulary import Vocabulary
from beldigest.model import ActorKind

# However often a hint is repeated, it stays a hint.
_MOST = 8.0
# Below this nothing is said to be an actor.
_LEAST = 1.0


def decide(
    proposed: Sequence[Candidate], lines: Sequence[Line], words: Vocabulary
) -> Iterator[tuple[Candidate, ActorKind]]:
    """The candidates that name actors, with their kinds."""
    by_key: dict[str, list[Candidate]] = defaultdict(list)
    for candidate in proposed:
        by_key[candidate.key].append(candidate)
    scores = {key: _pooled(its, words) for key, its in by_key.items()}
    _share(scores, by_key, words)
    kinds: dict[str, ActorKind] = {}
    for key, total in scores.items():
        kind = _kind(total, by_key[key], words)
        if kind is not None:
            kinds[key] = kind
    for key, its in by_key.items():
        if key in kinds:
            firm = any(not one.initial or one.entry is not None or one.titled or len(one.folded) > 1 for one in its)
            if firm or not _ordinary(key, words):
                for candidate in its:
                    yield candidate, kinds[key]


def _ordinary(key: str, words: Vocabulary) -> bool:
    return key in words.common or key in words.function


def _pooled(its: Sequence[Candidate], words: Vocabulary) -> Scores:
    total = nothing()
    best = nothing()
    for candidate in its:
        own = inside(candidate, words)
        best = [max(a, b) for a, b in zip(best, own, strict=True)]
        total = [a + b for a, b in zip(total, beside(candidate, words), strict=True)]
    return [a + max(-_MOST, min(_MOST, b)) for a, b in zip(best, total, strict=True)]


def _share(scores: dict[str, Scores], by_key: dict[str, list[Candidate]], words: Vocabulary) -> None:
    """Short forms share in the evidence of the full ones."""
    full: dict[str, list[str]] = defaultdict(list)
    for key in scores:
        parts = key.split(" ")
        if len(parts) > 1:
            full[parts[-1]].append(key)
            full[parts[0]].append(key)
            for end in range(2, len(parts)):
                full[" ".join(parts[:end])].append(key)
    kinds = {key: max(range(4), key=lambda kind: total[kind]) for key, total in scores.items()}
    for key, total in scores.items():
        known = by_key[key][0].entry is not None
        for longer in full.get(key, ()):
            kind = kinds[longer]
            if kind == PERSON and " " not in key:
                total[PERSON] += 2 if known else 5
                break
            if kind == BODY and longer.startswith(key + " ") and not known and key not in words.common:
                total[BODY] += 4
                break
    acronyms = {}
    for key, total in scores.items():
        if kinds[key] == BODY and " " in key:
            acronyms[words.names.initials(key.split(" "))] = key
    for key, total in scores.items():
        if " " not in key and key.replace(".", "") in acronyms:
            total[BODY] += 3


def _kind(total: Scores, its: Sequence[Candidate], words: Vocabulary) -> ActorKind | None:
    best = max(range(4), key=lambda kind: total[kind])
    if best == OTHER or total[best] < _LEAST:
        return None
    if best == PERSON:
        return "person"
    entry = its[0].entry
    if entry is not None:
        place = entry.kind in ("place", "country")
        if place == (best == PLACE):
            return entry.kind
    if best == PLACE:
        return "place"
    return _body(its[0], words)


def _body(candidate: Candidate, words: Vocabulary) -> ActorKind:
    folded = candidate.folded
    order = [folded[-1], *folded[:-1]]
    for word in order:
        head = words.heads.get(word)
        if head is not None and head.kind in ("government body", "media outlet", "organization"):
            return head.kind  # type: ignore[no-any-return]
    return "organization"
