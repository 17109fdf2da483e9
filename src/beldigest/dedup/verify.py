"""The verification of pairs over plain arrays: pure, picklable, the same on one core as in a distributed engine."""

from __future__ import annotations

from collections.abc import Sequence

from beldigest.dedup.decision import DEFAULT, Options, Verdict, decide
from beldigest.dedup.measure import Comparison, headlines, side
from beldigest.dedup.signature import Signatures


def verify(signatures: Signatures, pairs: Sequence[tuple[int, int]], options: Options = DEFAULT) -> list[Verdict]:
    """The verdict on each pair of stories, given as indices into the signatures."""
    return [decide(compare(signatures, a, b), options) for a, b in pairs]


def compare(signatures: Signatures, a: int, b: int) -> Comparison:
    """Two stories, measured against each other."""
    left, right = signatures.body(a), signatures.body(b)
    return Comparison(
        a=side(left, right),
        b=side(right, left),
        equal=len(left) > 0 and signatures.wordings[a] == signatures.wordings[b],
        identical=len(left) > 0 and signatures.digests[a] == signatures.digests[b],
        headlines=headlines(signatures.headline(a), signatures.headline(b)),
    )
