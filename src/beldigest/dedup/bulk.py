"""Candidates and measures of many stories at once, with numpy: the same numbers as one by one, some fifty times faster.

What is counted is defined in ``candidates`` and ``measure``; here it is counted column by column.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from beldigest.dedup.candidates import LEAST, LEAST_SHARE, LONG, NEIGHBOURS, RANK_BITS, RARE, SHORT, THIRD
from beldigest.dedup.codes import EVIDENT, FIGURE, HASH_BITS, MIX, SHIFT, WEIGHT
from beldigest.dedup.measure import NEAR, WINDOW, WINDOW_SHARE, Side
from beldigest.dedup.signature import VALUES, Signatures
from beldigest.errors import OptionError

Ints = NDArray[np.int64]
Keys = NDArray[np.uint64]
Marks = NDArray[np.bool_]

# So many words are worked on together: their arrays fit the cache of a core.
_BLOCK = 1 << 15
# So many pairs are counted together, which bounds the memory.
_PAIRS = 1 << 23
# The upper bits that a hash must have: of a short story it is every other one, of a long story every fourth.
_HALF, _QUARTER = np.uint64(1 << 62), np.uint64(3 << 62)
_RANK = np.uint64(RANK_BITS)
_RANK_MASK = np.uint64((1 << RANK_BITS) - 1)


def order(signatures: Signatures) -> list[int]:
    """The stories in an order that their content alone decides."""
    columns = signatures.columns()
    found: list[int] = np.lexsort([np.asarray(columns[name]) for name in reversed(VALUES)]).tolist()
    return found


def candidates(signatures: Signatures, order: Sequence[int]) -> list[tuple[int, int]]:
    """The pairs worth comparing, as indices, the smaller first; raises ``OptionError`` for more than 2**24 stories."""
    if len(order) > 1 << RANK_BITS:
        raise OptionError(f"{len(order)} stories are too many at once", hint="take them by windows of dates")
    ranked = np.array(order, np.int64)
    starts = np.asarray(signatures.starts).astype(np.int64)
    lengths = np.diff(starts)[ranked]
    wordings = np.asarray(signatures.wordings)[ranked]
    days, publishers = np.asarray(signatures.days)[ranked], np.asarray(signatures.publishers)[ranked]
    worded = np.flatnonzero(lengths > 0)
    pairs = [_pairs(_groups(wordings[worded]), worded.astype(np.uint64), 0, len(ranked))]
    fresh = np.ones(len(ranked), bool)
    fresh[1:] = np.diff(wordings) != 0
    fresh[1:] |= (np.diff(days.astype(np.int64)) != 0) | (publishers[1:] != publishers[:-1])
    ranks = np.empty(len(ranked), np.uint64)
    ranks[ranked] = np.arange(len(ranked))
    keys = _features(signatures, ranks, ranked[np.flatnonzero(fresh & (lengths >= SHORT))])
    counts = _counts((keys & _RANK_MASK).astype(np.int64), len(ranked))
    sizes, places = _groups(keys >> _RANK)
    several = np.flatnonzero(sizes > 1)
    having, sizes, places = keys[several] & _RANK_MASK, sizes[several], places[several]
    del keys, several
    reach = np.where(sizes <= RARE, sizes, NEIGHBOURS)
    blocks = int(reach.sum()) // _PAIRS + 1
    edges = np.linspace(0, len(ranked), blocks + 1).astype(int)
    for low, high in zip(edges[:-1].tolist(), edges[1:].tolist(), strict=True):
        met, times = _counted(_pairs((sizes, places), having, low, high))
        least = np.minimum(counts[(met >> _RANK).astype(np.int64)], counts[(met & _RANK_MASK).astype(np.int64)])
        pairs.append(met[times >= np.maximum(LEAST, LEAST_SHARE * least)])
    found = np.unique(np.concatenate(pairs))
    ends = np.stack([ranked[(found >> _RANK).astype(np.int64)], ranked[(found & _RANK_MASK).astype(np.int64)]], 1)
    ends.sort(axis=1)
    return [(a, b) for a, b in ends[np.lexsort((ends[:, 1], ends[:, 0]))].tolist()]


def postings(signatures: Signatures, new: range, known: Sequence[int]) -> Keys:
    """The features of the ``new`` stories, each with the number of its story in its lower bits, among those known."""
    starts = np.asarray(signatures.starts).astype(np.int64)
    long_enough = new.start + np.flatnonzero(np.diff(starts[new.start : new.stop + 1]) >= SHORT)
    found = _features(signatures, np.arange(len(signatures), dtype=np.uint64), long_enough)
    return np.sort(np.concatenate([np.asarray(known, np.uint64), found]))


def _features(signatures: Signatures, numbers: Keys, stories: Ints) -> Keys:
    """The features of some stories, each with the number of its story in its lower bits, sorted, each once."""
    codes = np.asarray(signatures.codes)
    starts = np.asarray(signatures.starts).astype(np.int64)
    stories = np.sort(stories)
    found = []
    for some in _blocks(np.diff(starts)[stories]):
        at, lengths = _gather(starts, stories[some])
        words = (codes[at] >> SHIFT).astype(np.uint64)
        with np.errstate(over="ignore"):
            hashes = words * np.uint64(WEIGHT)
            hashes[:-1] += words[1:] * np.uint64(MIX)
            hashes[:-2] += words[2:] * np.uint64(THIRD)
        wanted = np.where(lengths < LONG, _HALF, _QUARTER)
        ends = np.cumsum(lengths)
        hashes[ends - 1] = hashes[ends - 2] = 0  # no three words begin there
        needed = np.repeat(wanted, lengths)
        taken = np.flatnonzero(hashes & needed == needed)
        owner = np.repeat(numbers[stories[some]], lengths).take(taken)
        found.append(hashes.take(taken) & ~_RANK_MASK | owner)
    keys = np.sort(np.concatenate(found)) if found else np.zeros(0, np.uint64)
    fresh = np.ones(len(keys), bool)
    fresh[1:] = keys[1:] != keys[:-1]
    return keys[np.flatnonzero(fresh)]


def _counted(values: Keys) -> tuple[Keys, Ints]:
    """The distinct values that occur at least ``LEAST`` times, and how often each does."""
    values.sort()
    again = values[LEAST - 1 :] == values[: len(values) - LEAST + 1]
    values = values[LEAST - 1 :][again]
    first = np.flatnonzero(np.concatenate([[True], values[1:] != values[:-1]])) if len(values) else np.zeros(0, int)
    return values[first], np.diff(np.append(first, len(values))) + LEAST - 1


def _groups(values: Keys) -> tuple[Ints, Ints]:
    """For each of the sorted values, how many are equal to it, and the how manieth of them it is, from 0."""
    first = np.flatnonzero(np.concatenate([[True], values[1:] != values[:-1]])) if len(values) else np.zeros(0, int)
    sizes = np.diff(np.append(first, len(values)))
    return np.repeat(sizes, sizes), np.arange(len(values)) - np.repeat(first, sizes)


def _pairs(groups: tuple[Ints, Ints], ranks: Keys, low: int, high: int) -> Keys:
    """The pairs of stories in one group, the first of a rank from ``low`` up to ``high``, each as one number."""
    sizes, places = groups
    found = [np.zeros(0, np.uint64)]
    left = np.flatnonzero((ranks >= np.uint64(low)) & (ranks < np.uint64(high)))
    for distance in range(1, RARE):
        left = _where(left, places[left] + distance < sizes[left])
        if distance == NEIGHBOURS + 1:
            left = _where(left, sizes[left] <= RARE)
        found.append(ranks[left] << _RANK | ranks[left + distance])
    return np.concatenate(found)


def _blocks(lengths: Ints) -> Iterator[slice]:
    """Slices of stories that have up to about ``_BLOCK`` words together."""
    edges = np.flatnonzero(np.diff(np.cumsum(lengths) // _BLOCK)) + 1
    bounds = [0, *edges.tolist(), len(lengths)]
    yield from (slice(low, high) for low, high in pairwise(bounds) if low < high)


def _gather(starts: Ints, stories: Ints) -> tuple[Ints, Ints]:
    """Where the words of some stories stand, one story after the other, and how many each has."""
    lengths = starts[stories + 1] - starts[stories]
    ends = np.cumsum(lengths)
    return np.arange(ends[-1] if len(ends) else 0) + np.repeat(starts[stories] - ends + lengths, lengths), lengths


def sides(signatures: Signatures, pairs: Sequence[tuple[int, int]], least: float) -> Iterator[tuple[Side, Side]]:
    """The measures of each pair of stories.

    Where neither story is covered by the other to the ``least`` share, figures, names and plain words are not counted.
    """
    codes = np.asarray(signatures.codes)
    starts = np.asarray(signatures.starts).astype(np.int64)
    stories = np.array(pairs, np.int64).reshape(-1)
    lengths = starts[stories + 1] - starts[stories]
    for some in _blocks(lengths[::2] + lengths[1::2]):
        columns = _measured(codes, starts, stories[2 * some.start : 2 * some.stop], least)
        measured = [Side(*row) for row in np.stack(columns, 1).tolist()]
        yield from zip(measured[::2], measured[1::2], strict=True)


def _measured(codes: NDArray[np.uint32], starts: Ints, stories: Ints, least: float) -> list[Ints]:
    """The columns of :class:`Side` for stories that lie pairwise beside each other."""
    at, lengths = _gather(starts, stories)
    ends = np.cumsum(lengths)
    words = codes[at]
    known_as = (words >> SHIFT).astype(np.int64)
    both = known_as << HASH_BITS
    both[:-1] |= known_as[1:]
    # The last word of a story begins no pair: what stands for it is a number that the other side does not have.
    last = np.flatnonzero(lengths)
    both[ends[last] - 1] = ~last
    tables = _Tables(lengths)
    hits = tables.common(both)
    covered = _spread(hits, 2)
    runs = hits.copy()
    runs[:-1] &= hits[1:]
    runs = _spread(runs, 3)
    shared = _sums(covered, ends, lengths)
    windows = np.where(lengths > 0, np.maximum(1, (lengths + WINDOW // 2) // WINDOW), 0)
    enough = (shared >= least * np.maximum(lengths, 1)).reshape(-1, 2).any(axis=1)
    counted = np.repeat(np.repeat(enough, 2), lengths)
    near = _amid(covered, ends, lengths) & counted
    evident = (words & EVIDENT) > 0
    known = covered | tables.common(known_as, np.flatnonzero((near | counted & evident) & ~covered))
    side = np.repeat(np.arange(len(stories)), lengths)
    return [
        lengths,
        shared,
        windows,
        _windows(runs, windows, ends, lengths),
        *_evident(words, side, known, np.flatnonzero(near & evident), len(stories)),
        _sums(near & ~evident, ends, lengths),
        _sums(near & ~evident & ~known, ends, lengths),
        *_evident(words, side, known, np.flatnonzero(counted & evident), len(stories))[2:],
    ]


def _amid(covered: Marks, ends: Ints, lengths: Ints) -> Marks:
    """Which words stand amid shared wording, or between it and an end of their story."""
    totals = np.concatenate([[0], np.cumsum(covered, dtype=np.int32)])
    place = np.arange(len(covered))
    first, last = np.repeat(ends - lengths, lengths), np.repeat(ends, lengths)
    before = (place - first < NEAR) | (totals[1:] > totals[np.maximum(place - NEAR, first)])
    after = (last - place <= NEAR) | (totals[np.minimum(place + NEAR + 1, last)] > totals[:-1])
    amid: Marks = before & after
    return amid


def _evident(words: NDArray[np.uint32], side: Ints, known: Marks, chosen: Ints, count: int) -> list[Ints]:
    """Of each side the distinct figures, those not known to the other side, and the names likewise."""
    # All of them are evident: that bit can say which are known, and equal ones be thrown together by sorting.
    keys = np.sort(side[chosen] << 32 | words[chosen] & ~np.uint32(EVIDENT) | known[chosen])
    keys = keys[np.flatnonzero(np.diff(keys, prepend=-1))]
    owner, figure, new = keys >> 32, (keys & FIGURE) > 0, (keys & EVIDENT) == 0
    return [_counts(_where(owner, mask), count) for mask in (figure, figure & new, ~figure, ~figure & new)]


def _counts(values: Ints, least: int) -> Ints:
    """How often each number from 0 up to ``least`` occurs."""
    counts: Ints = np.bincount(values, minlength=least)
    return counts


def _spread(marks: Marks, width: int) -> Marks:
    """Each mark, and the ``width - 1`` positions after it."""
    out = marks.copy()
    for distance in range(1, width):
        out[distance:] |= marks[:-distance]
    return out


def _sums(marks: Marks, ends: Ints, lengths: Ints) -> Ints:
    """The number of marks of each side."""
    totals = np.concatenate([[0], np.cumsum(marks)])
    sums: Ints = totals[ends] - totals[ends - lengths]
    return sums


def _windows(runs: Marks, windows: Ints, ends: Ints, lengths: Ints) -> Ints:
    """How many windows of each side hold enough of the runs."""
    side = np.repeat(np.arange(len(windows)), windows)
    number = np.arange(len(side)) - np.repeat(np.cumsum(windows) - windows, windows)
    low = (ends - lengths)[side] + number * WINDOW
    high = np.where(number + 1 < windows[side], low + WINDOW, ends[side])
    totals = np.concatenate([[0], np.cumsum(runs)])
    shared = (totals[high] - totals[low]) * WINDOW_SHARE >= high - low
    return _counts(side[shared], len(windows))


class _Tables:
    """For each side of some pairs a hash table, at least twice as large as the side has words."""

    def __init__(self, lengths: Ints) -> None:
        sizes = np.left_shift(2, np.frexp(lengths)[1].astype(np.int64))
        starts = np.cumsum(sizes) - sizes
        self._size = int(sizes.sum())
        self._ours, self._our_mask = np.repeat(starts, lengths), np.repeat(sizes - 1, lengths)
        self._theirs, self._their_mask = np.repeat(_swapped(starts), lengths), np.repeat(_swapped(sizes) - 1, lengths)

    def common(self, values: Ints, asked: Ints | None = None) -> Marks:
        """Which of the values at the ``asked`` places (of all) are among those of the other side of their pair.

        What another value displaced from its slot goes into a further table, by other bits of its hash, until each has
        a slot; so an empty slot ends the search.
        """
        keys = _mixed(values.view(np.uint64)).view(np.int64)
        found = np.zeros(len(values), bool)
        left = np.arange(len(values))
        searched = left if asked is None else asked
        shift = 0
        while len(left):
            table = np.zeros(self._size, np.int64)
            key = keys[left]
            slots = self._ours[left] + (key >> shift & self._our_mask[left])
            table[slots] = key
            left = _where(left, table[slots] != key)
            key = keys[searched]
            there = table[self._theirs[searched] + (key >> shift & self._their_mask[searched])]
            found[searched] = there == key
            searched = _where(searched, (there != key) & (there != 0))
            shift = (shift + 11) % 60
        return found


def _swapped(values: Ints) -> Ints:
    """For each side the value of the other one of its pair."""
    return values.reshape(-1, 2)[:, ::-1].reshape(-1)


def _where(values: Ints, marks: Marks) -> Ints:
    """The marked ones of the values; of marks without a pattern this is several times faster than ``values[marks]``."""
    chosen: Ints = values.take(np.flatnonzero(marks))
    return chosen


def _mixed(values: Keys) -> Keys:
    """Numbers with well mixed bits, never 0 (the finaliser of splitmix64)."""
    values = (values ^ values >> np.uint64(30)) * np.uint64(MIX)
    values = (values ^ values >> np.uint64(27)) * np.uint64(THIRD)
    return values ^ values >> np.uint64(31) | np.uint64(1 << 63)
