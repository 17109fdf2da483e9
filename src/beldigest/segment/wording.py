"""How alike two lines are in their wording: whether one announces the other.

A contents list seldom repeats a headline word for word. Words are weighed by how rare they are in the document, and cut
to a stem's length so that "restricts" and "restricted" meet; what is measured is the share of the shorter line's weight
that both have (the overlap coefficient).
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Sequence

_WORD = re.compile(r"[^\W_]+")
_STEM = re.compile(r"([^\W_]{1,5})[^\W_]*")
#: Characters from the first of Japanese script on.
_WIDE = re.compile("[\u3040-\U0010ffff]")

#: A word in more lines than this does not lead from one to another: it would make the search quadratic.
_COMMON = 12


class Wording:
    """The lines of a document, indexed by their words.

    ``compared`` says which of the lines are to be compared, all if it is None; the others tell how common a word is.
    """

    def __init__(self, lines: Sequence[str], compared: Sequence[bool] | None = None) -> None:
        counts: Counter[str] = Counter()
        self._stems: list[frozenset[str]] = []
        for line, wanted in zip(lines, compared or [True] * len(lines), strict=True):
            folded = frozenset(stems(line))
            counts.update(folded)
            self._stems.append(folded if wanted else frozenset())
        self._weights = {stem: math.log((len(lines) + 1) / count) + 0.1 for stem, count in counts.items()}
        self._totals = [sum(map(self._weights.__getitem__, held)) for held in self._stems]
        self._places: dict[str, list[int]] = defaultdict(list)
        for index, held in enumerate(self._stems):
            for stem in held:
                self._places[stem].append(index)

    def alike(self, a: int, b: int) -> float:
        """How alike two lines are, from 0 to 1; one word in common is not enough unless they have no other."""
        common = self._stems[a] & self._stems[b]
        if not common or (len(common) < 2 and len(self._stems[a] | self._stems[b]) > 1):
            return 0.0
        return sum(self._weights[stem] for stem in common) / min(self._totals[a], self._totals[b])

    def within(self, a: int, b: int) -> float:
        """The share of the weight of line ``a`` that line ``b`` has, from 0 to 1; one common word is not enough."""
        common = self._stems[a] & self._stems[b]
        if len(common) < 2:
            return 0.0
        return sum(self._weights[stem] for stem in common) / self._totals[a]

    def candidates(self, line: int) -> list[int]:
        """Other lines that share a word with a line that few lines have, in order."""
        found: set[int] = set()
        for stem in self._stems[line]:
            places = self._places[stem]
            if len(places) <= _COMMON:
                found.update(places)
        found.discard(line)
        return sorted(found)


def stems(line: str) -> list[str]:
    """The words of a line, folded and cut to a stem's length; of Chinese or Japanese the pairs of characters."""
    folded = line.casefold()
    if not _WIDE.search(folded):
        return _STEM.findall(folded)
    found: list[str] = []
    for word in _WORD.findall(folded):
        if word[0] >= "\u3040" and len(word) > 1:
            found.extend(word[at : at + 2] for at in range(min(len(word) - 1, 40)))
        else:
            found += _STEM.findall(word)
    return found
