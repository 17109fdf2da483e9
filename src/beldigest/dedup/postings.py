"""Which stories have a feature: an inverted index that grows as stories come."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections import Counter, defaultdict

from beldigest.dedup.candidates import LEAST, LEAST_SHARE, LONG, RANK_BITS, RARE, features
from beldigest.dedup.engine import numpy_pays
from beldigest.dedup.signature import Signatures

# New features wait in a dictionary until they are so many, and a tenth of the sorted ones; then all are sorted anew.
_WAITING = 100_000
_WAITING_SHARE = 10
_RANK = (1 << RANK_BITS) - 1


class Postings:
    """The stories of some signatures by feature, found when first asked for."""

    def __init__(self, signatures: Signatures) -> None:
        self._signatures = signatures
        self._known = 0
        self._sorted = array("Q")
        self._waiting: defaultdict[int, list[int]] = defaultdict(list)
        self._waits = 0
        self._wordings: defaultdict[int, list[int]] = defaultdict(list)

    def like(self, signatures: Signatures, index: int) -> list[int]:
        """The stories here that may be the same as one of other signatures, in ascending order."""
        self._catch_up()
        met: Counter[int] = Counter()
        asked = features(signatures.body(index))
        for feature in asked:
            met.update(self._having(feature)[:RARE])
        wording = signatures.wordings[index] if signatures.length(index) else 0
        enough = {story for story, times in met.items() if times >= self._least(story, len(asked))}
        return sorted(enough.union(self._wordings.get(wording, ())))

    def _least(self, story: int, asked: int) -> float:
        """How many features a story must share: its own are not counted, but told by its length."""
        length = self._signatures.length(story)
        return max(LEAST, LEAST_SHARE * min(asked, length // (2 if length < LONG else 4)))

    def _having(self, feature: int) -> list[int]:
        low = bisect_left(self._sorted, feature << RANK_BITS)
        high = bisect_left(self._sorted, (feature + 1) << RANK_BITS, lo=low, hi=min(len(self._sorted), low + RARE))
        return [key & _RANK for key in self._sorted[low:high]] + self._waiting.get(feature, [])

    def _catch_up(self) -> None:
        """Takes in the stories that were added to the signatures since."""
        new = range(self._known, len(self._signatures))
        self._known = len(self._signatures)
        for index in new:
            if self._signatures.length(index):
                self._wordings[self._signatures.wordings[index]].append(index)
        if numpy_pays(len(new)):
            from beldigest.dedup import bulk

            self._sorted = array("Q", bulk.postings(self._signatures, new, self._sorted).tobytes())
            return
        for index in new:
            for feature in features(self._signatures.body(index)):
                self._waiting[feature].append(index)
                self._waits += 1
        if self._waits > max(_WAITING, len(self._sorted) // _WAITING_SHARE):
            keys = [feature << RANK_BITS | index for feature, having in self._waiting.items() for index in having]
            self._sorted = array("Q", sorted([*self._sorted, *keys]))
            self._waiting.clear()
            self._waits = 0
