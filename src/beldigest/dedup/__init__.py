"""Deduplication: stories that say the same become one, with a record of what was folded and why."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import frozen

from beldigest.dedup.decision import DEFAULT, DuplicateOptions, Verdict
from beldigest.dedup.folding import Opinion, fold
from beldigest.dedup.grouping import group
from beldigest.dedup.index import StoryIndex, StoryMatch
from beldigest.dedup.signature import Signatures, StoryText, signatures
from beldigest.dedup.unfolding import unfold
from beldigest.dedup.united import United, united
from beldigest.dedup.verify import verify
from beldigest.model import DuplicateKind

__all__ = [
    "DEFAULT",
    "Clusters",
    "DuplicateOptions",
    "Opinion",
    "Pair",
    "Signatures",
    "StoryIndex",
    "StoryMatch",
    "StoryText",
    "United",
    "Verdict",
    "cluster",
    "fold",
    "signatures",
    "unfold",
    "united",
    "verify",
]


@frozen
class Pair:
    """Two texts, by index (``a`` before ``b``), that are the same story, with how alike they are (0 to 1)."""

    a: int
    b: int
    similarity: float
    kind: DuplicateKind = "near"


@frozen
class Clusters:
    """The verified pairs of a collection, and for each text the number of its cluster."""

    pairs: tuple[Pair, ...]
    labels: tuple[int, ...]


def cluster(texts: Sequence[StoryText], options: DuplicateOptions = DEFAULT) -> Clusters:
    """Which of the texts are the same story; the order in which they come changes nothing."""
    found = group(signatures(texts), options)
    pairs = [Pair(a, b, verdict.similarity, verdict.kind or "near") for (a, b), verdict in found.pairs.items()]
    pairs += [Pair(min(p), max(p), v.similarity, "merged") for p, v in found.pages.items()]
    return Clusters(tuple(sorted(pairs, key=lambda pair: (pair.a, pair.b))), found.labels)
