"""The verification of pairs over plain arrays: pure, picklable, the same on one core as in a distributed engine."""

from __future__ import annotations

from collections.abc import Sequence

from beldigest.dedup.decision import DEFAULT, THRESHOLDS, Options, Verdict, decide
from beldigest.dedup.engine import vectorised
from beldigest.dedup.measure import Comparison, Side, side
from beldigest.dedup.signature import Signatures


def verify(signatures: Signatures, pairs: Sequence[tuple[int, int]], options: Options = DEFAULT) -> list[Verdict]:
    """The verdict on each pair of stories, given as indices into the signatures."""
    if bulk := vectorised(len(pairs)):
        measured = bulk.sides(signatures, pairs, THRESHOLDS[options.strictness].least)
    else:
        bodies = ((signatures.body(a), signatures.body(b)) for a, b in pairs)
        measured = ((side(a, b), side(b, a)) for a, b in bodies)
    return [decide(compared(signatures, a, b, *sides), options) for (a, b), sides in zip(pairs, measured, strict=True)]


def compared(signatures: Signatures, a: int, b: int, left: Side, right: Side) -> Comparison:
    """Two stories, with how each measures against the other."""
    return Comparison(
        a=left,
        b=right,
        equal=left.words > 0 and signatures.wordings[a] == signatures.wordings[b],
        identical=left.words > 0 and signatures.digests[a] == signatures.digests[b],
        headlines=(signatures.headline(a), signatures.headline(b)),
    )
