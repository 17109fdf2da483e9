"""How alike two lines are in their wording: whether one announces the other.

A contents list seldom repeats a headline word for word. Words are weighed by how rare they are in the document, and cut
to a stem's length so that "restricts" and "restricted" meet; what is measured is the share of the shorter line's weight
that both have (the overlap coefficient).
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import chain

_WORD = re.compile(r"[^\W_]+")
_STEM = re.compile(r"([^\W_]{1,5})[^\W_]*")
_ASCII_STEM = re.compile(r"([a-z0-9]{1,5})[a-z0-9]*")
#: Characters from the first of Japanese script on.
_WIDE = re.compile("[\u3040-\U0010ffff]")

#: A word in more lines than this does not lead from one to another: it would make the search quadratic.
_COMMON = 12


class Wording:
    """The lines of a document, indexed by their words.

    ``sought`` says which of the lines are found by their words, all if it is None; any two can be compared.
    """

    def __init__(self, lines: Sequence[str], sought: Sequence[bool] | None = None) -> None:
        self._stems = [frozenset(stems(line)) for line in lines]
        counts = Counter(chain.from_iterable(self._stems))
        leading = {stem for stem, count in counts.items() if 1 < count <= _COMMON}
        self._places: dict[str, list[int]] = defaultdict(list)
        for index, held in enumerate(self._stems):
            if sought is None or sought[index]:
                for stem in held & leading:
                    self._places[stem].append(index)
        weights = {count: math.log((len(lines) + 1) / count) + 0.1 for count in set(counts.values())}
        self._weights = {stem: weights[count] for stem, count in counts.items()}
        self._totals: dict[int, float] = {}

    def alike(self, a: int, b: int) -> float:
        """How alike two lines are, from 0 to 1; one word in common is not enough unless they have no other."""
        one, other = self._stems[a], self._stems[b]
        common = one & other
        if not common or (len(common) < 2 and (len(one) > 1 or len(other) > 1)):
            return 0.0
        return self._weight(common) / min(self._total(a), self._total(b))

    def within(self, a: int, b: int) -> float:
        """The share of the weight of line ``a`` that line ``b`` has, from 0 to 1; one common word is not enough."""
        common = self._stems[a] & self._stems[b]
        if len(common) < 2:
            return 0.0
        return self._weight(common) / self._total(a)

    def _weight(self, held: Iterable[str]) -> float:
        """The weight of words, the same whatever their order."""
        return math.fsum(map(self._weights.__getitem__, held))

    def _total(self, line: int) -> float:
        """The weight of all words of a line."""
        if line not in self._totals:
            self._totals[line] = self._weight(self._stems[line])
        return self._totals[line]

    def candidates(self, line: int) -> list[int]:
        """Other lines among those sought that share a word with a line that few lines have, in order."""
        found: set[int] = set()
        for places in filter(None, map(self._places.get, self._stems[line])):
            found.update(places)
        found.discard(line)
        return sorted(found)


def stems(line: str) -> list[str]:
    """The words of a line, folded and cut to a stem's length; of Chinese or Japanese the pairs of characters."""
    folded = line.casefold()
    if folded.isascii():
        return _ASCII_STEM.findall(folded)
    if not _WIDE.search(folded):
        return _STEM.findall(folded)
    found: list[str] = []
    for word in _WORD.findall(folded):
        if word[0] >= "\u3040" and len(word) > 1:
            found.extend(word[at : at + 2] for at in range(min(len(word) - 1, 40)))
        else:
            found += _STEM.findall(word)
    return found
