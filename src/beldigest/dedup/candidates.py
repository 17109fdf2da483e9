"""Which pairs of stories are worth comparing: those that share rare wording, found without comparing all with all.

A story's features are hashes of three adjacent words, a half of them or, of a longer story, a quarter (those whose
upper bits are set, so that all stories take the same ones), and of its whole wording. Two stories are candidates where
they share enough features that few stories have. Of a feature that many have, each story is set against its next
neighbours alone, in an order by content: copies of one text share nearly all their features and meet there as well,
while the phrases of everyday news bring nobody together twice. So the work grows with the number of stories, and the
order in which they come changes nothing.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from beldigest.dedup.codes import MASK, MIX, SHIFT, WEIGHT
from beldigest.dedup.signature import Signatures

#: A feature that more stories have than this is a common phrase.
RARE = 16
#: With how many neighbours a story is set beside by a feature that is not rare.
NEIGHBOURS = 2
#: The least number of features in common, and the least share of those of the shorter story.
LEAST = 2
LEAST_SHARE = 0.08
#: Stories of fewer words have their whole wording for a feature and no other.
SHORT = 15
#: Stories of so many words and more give a quarter of their features.
LONG = 120

#: The bits of a feature that make room for the number of a story beside it.
RANK_BITS = 24
#: The weight of the third word of a feature; those of the first two are the weights of words.
THIRD = 0x94D049BB133111EB


def features(codes: Sequence[int]) -> set[int]:
    """The features of a story, without the one of its whole wording."""
    if len(codes) < SHORT:
        return set()
    words = [code >> SHIFT for code in codes]
    triples = zip(words, words[1:], words[2:], strict=False)
    hashes = {(a * WEIGHT + b * MIX + c * THIRD) & MASK for a, b, c in triples}
    taken = 1 if len(codes) < LONG else 3
    return {value >> RANK_BITS for value in hashes if value >> 62 & taken == taken}


def candidates(signatures: Signatures, order: Sequence[int]) -> list[tuple[int, int]]:
    """The pairs worth comparing, as indices, the smaller first; ``order`` lists the stories by content."""
    having: defaultdict[int, list[int]] = defaultdict(list)
    same: defaultdict[int, list[int]] = defaultdict(list)
    counts: dict[int, int] = {}
    seen: set[tuple[int, int, int]] = set()
    for index in order:
        if not signatures.length(index):
            continue
        same[signatures.wordings[index]].append(index)
        copy = signatures.wordings[index], signatures.days[index], signatures.publishers[index]
        if copy in seen:  # its first copy stands for it
            continue
        seen.add(copy)
        found = features(signatures.body(index))
        counts[index] = len(found)
        for feature in found:
            having[feature].append(index)
    shared: Counter[tuple[int, int]] = Counter()
    for group in having.values():
        shared.update(_pairs(group))
    pairs = {pair for group in same.values() for pair in _pairs(group)}
    pairs.update(
        (a, b) for (a, b), count in shared.items() if count >= max(LEAST, LEAST_SHARE * min(counts[a], counts[b]))
    )
    return sorted(pairs)


def _pairs(group: Sequence[int]) -> list[tuple[int, int]]:
    reach = len(group) if len(group) <= RARE else NEIGHBOURS
    return [(min(a, b), max(a, b)) for at, a in enumerate(group) for b in group[at + 1 : at + 1 + reach]]
