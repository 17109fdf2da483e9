"""The verification of pairs over plain arrays: pure, picklable, the same on one core as in a distributed engine."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from beldigest.dedup.decision import DEFAULT, EXACT, THRESHOLDS, TYPOGRAPHIC, DuplicateOptions, Verdict, decide
from beldigest.dedup.engine import numpy_pays
from beldigest.dedup.measure import Comparison, Side, side
from beldigest.dedup.signature import Signatures
from beldigest.errors import OptionError


def verify(
    signatures: Signatures, pairs: Iterable[tuple[int, int]], options: DuplicateOptions = DEFAULT
) -> list[Verdict]:
    """The verdict on each pair of stories, given as indices into the signatures; ``OptionError`` for other pairs."""
    every = _pairs(pairs, len(signatures))
    verdicts = [_equal(signatures, a, b) for a, b in every]
    open_pairs = [pair for pair, verdict in zip(every, verdicts, strict=True) if verdict is None]
    decided = _decided(signatures, open_pairs, options)
    return [next(decided) if verdict is None else verdict for verdict in verdicts]


def _pairs(given: Iterable[tuple[int, int]], stories: int) -> Sequence[tuple[int, int]]:
    try:
        found = tuple(given)
        if all(0 <= a < stories and 0 <= b < stories for a, b in found):
            return found
    except (TypeError, ValueError):
        pass
    raise OptionError(f"a pair is two indices into the signatures, and there are {stories} of them, counted from 0")


def _equal(signatures: Signatures, a: int, b: int) -> Verdict | None:
    """The verdict on two stories of the same words, which need no measuring."""
    if signatures.wordings[a] != signatures.wordings[b] or not signatures.length(a):
        return None
    return EXACT if signatures.digests[a] == signatures.digests[b] else TYPOGRAPHIC


def _decided(signatures: Signatures, pairs: Sequence[tuple[int, int]], options: DuplicateOptions) -> Iterator[Verdict]:
    measured: Iterable[tuple[Side, Side]]
    if numpy_pays(len(pairs)):
        from beldigest.dedup import bulk

        measured = bulk.sides(signatures, pairs, THRESHOLDS[options.strictness].least)
    else:
        bodies = ((signatures.body(a), signatures.body(b)) for a, b in pairs)
        measured = ((side(a, b), side(b, a)) for a, b in bodies)
    for (a, b), (left, right) in zip(pairs, measured, strict=True):
        yield decide(Comparison(left, right, (signatures.headline(a), signatures.headline(b))), options)
