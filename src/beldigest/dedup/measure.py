"""How two stories compare, by counting: what they share, and where within the shared wording they say other things."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from attrs import frozen

from beldigest.dedup.codes import EVIDENT, FIGURE, HASH_BITS, SHIFT

#: Words of a window: about half a sentence.
WINDOW = 12
#: A window is shared where a fifth of its words stand in runs of three or more shared words.
WINDOW_SHARE = 5
#: A word stands amid shared wording where shared words, or the end of the text, are at most so far on either hand.
NEAR = 4


class Side(NamedTuple):
    """One of two stories, measured against the other.

    ``words`` counts its words, ``shared`` those in pairs of adjacent words that the other has too, ``windows`` its
    windows and ``shared_windows`` those that hold shared wording. Of what stands amid shared wording,
    ``figures`` and ``names`` count the distinct evident words and ``plain`` all others; ``new_...`` those of them that
    the other story has nowhere. ``all_names`` and ``all_new_names`` count the names wherever they stand.
    """

    words: int
    shared: int
    windows: int
    shared_windows: int
    figures: int
    new_figures: int
    names: int
    new_names: int
    plain: int
    new_plain: int
    all_names: int
    all_new_names: int

    @property
    def cover(self) -> float:
        """The share of the words that stand in shared wording."""
        return self.shared / self.words if self.words else 0.0

    @property
    def spread(self) -> float:
        """The share of the windows that hold shared wording: all of it in one place is a shared paragraph."""
        return self.shared_windows / self.windows if self.windows else 0.0

    @property
    def new_evident(self) -> float:
        """The share of the figures, dates and names that the other lacks; one more is counted, for few prove little."""
        return (self.new_figures + self.new_names) / (self.figures + self.names + 1)

    @property
    def changed_figures(self) -> float:
        """The share of the figures and dates that the other lacks, again with one more."""
        return self.new_figures / (self.figures + 1)

    @property
    def of_others(self) -> float:
        """The share of all its names that the other lacks; a single one may be spelt in another way."""
        return self.all_new_names / self.all_names if self.all_new_names > 1 else 0.0

    @property
    def reworded(self) -> float:
        """The share of the plain words that the other lacks."""
        return self.new_plain / (self.plain + 1)


@frozen
class Comparison:
    """Two stories, each measured against the other, with the codes of the words of their headlines."""

    a: Side
    b: Side
    headlines: tuple[Sequence[int], Sequence[int]]

    @property
    def same_headline(self) -> float:
        """How much of the headlines is common (0 to 1)."""
        return headlines(*self.headlines)

    @property
    def similarity(self) -> float:
        """The share of the words of both that stand in shared wording."""
        return (self.a.shared + self.b.shared) / max(1, self.a.words + self.b.words)


def pairs_of(codes: Sequence[int]) -> list[int]:
    """Each two adjacent words as one number."""
    return [(a >> SHIFT) << HASH_BITS | b >> SHIFT for a, b in pairwise(codes)]


def side(codes: Sequence[int], other: Sequence[int]) -> Side:
    """A story, by the codes of its words, measured against another."""
    theirs = set(pairs_of(other))
    hits = [pair in theirs for pair in pairs_of(codes)]
    covered = spread_out(hits, len(codes))
    runs = spread_out([a and b for a, b in pairwise(hits)], len(codes), 3)
    count = max(1, (len(codes) + WINDOW // 2) // WINDOW) if codes else 0
    windows = [runs[at * WINDOW : (at + 1) * WINDOW if at + 1 < count else None] for at in range(count)]
    known = {code >> SHIFT for code in other}
    bounded = [True, *covered, True]
    before = spread_out(bounded, len(bounded), NEAR + 1)
    after = spread_out(bounded[::-1], len(bounded), NEAR + 1)[::-1]
    evident: set[int] = set()
    plain = new_plain = 0
    names = {code for code in codes if code & EVIDENT and not code & FIGURE}
    for code, shared_before, shared_after in zip(codes, before[1:], after[1:], strict=False):
        if not (shared_before and shared_after):
            continue
        if code & EVIDENT:
            evident.add(code)
        else:
            plain += 1
            new_plain += code >> SHIFT not in known
    new = {code for code in evident if code >> SHIFT not in known}
    figures, new_figures = _figures(evident), _figures(new)
    return Side(
        words=len(codes),
        shared=sum(covered),
        windows=count,
        shared_windows=sum(sum(window) * WINDOW_SHARE >= len(window) for window in windows),
        figures=figures,
        new_figures=new_figures,
        names=len(evident) - figures,
        new_names=len(new) - new_figures,
        plain=plain,
        new_plain=new_plain,
        all_names=len(names),
        all_new_names=sum(code >> SHIFT not in known for code in names),
    )


def headlines(a: Sequence[int], b: Sequence[int]) -> float:
    """How much of two headlines is common: the Jaccard index of their words."""
    left, right = ({code >> SHIFT for code in codes} for codes in (a, b))
    return len(left & right) / len(left | right) if left and right else 0.0


def spread_out(marks: Sequence[bool], length: int, width: int = 2) -> list[bool]:
    """``length`` positions, true where one of the up to ``width`` marks that end there is set."""
    out = []
    last = -width
    for at in range(length):
        if at < len(marks) and marks[at]:
            last = at
        out.append(at - last < width)
    return out


def _figures(codes: Iterable[int]) -> int:
    return sum(code & FIGURE > 0 for code in codes)
