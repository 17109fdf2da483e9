"""The codes of the words of many texts at once, with numpy: the same as :mod:`beldigest.dedup.words` gives.

The texts are laid end to end, and what is done is done to all their words together. Words that are not ASCII are looked
up one by one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from beldigest.dedup.codes import ACRONYM, EVIDENT, FIGURE, HASH_BITS, MIX, PART, SHIFT, WEIGHT

Ints = NDArray[np.int64]
Codes = NDArray[np.uint32]
Bytes = NDArray[np.uint8]

# So many characters are worked on together: their arrays fit the cache of a core.
_BLOCK = 1 << 17
# A byte of UTF-8 where it is part of a word, ASCII letters in lower case, else 0.
_LOWER = bytes(
    byte if byte > 127 else ord(chr(byte).lower()) if chr(byte).isalnum() or byte == 95 else 0 for byte in range(256)
)
# What is left of so many bytes read where a word has fewer.
_MASKS = np.array([(1 << 8 * size) - 1 for size in range(PART + 1)], np.uint64)


class Special:
    """The words whose codes grammar decides, by hash: their codes in small letters, and with a capital."""

    def __init__(self, codes: Mapping[int, tuple[int, int]]) -> None:
        keys = np.array(sorted(codes), np.uint32)
        self._shift, self._mask = next(
            (shift, (1 << bits) - 1)
            for bits in range(12, HASH_BITS + 1)
            for shift in range(HASH_BITS - bits + 1)
            if len(np.unique(keys >> shift & (1 << bits) - 1)) == len(keys)
        )
        slots = keys >> self._shift & self._mask
        self._keys, self._small, self._capital = (np.zeros(self._mask + 1, np.uint32) for _ in range(3))
        self._keys[slots] = keys
        self._small[slots], self._capital[slots] = np.array([codes[key] for key in keys.tolist()], np.uint32).T

    def put(self, codes: Codes, hashes: Codes, capital: NDArray[np.bool_]) -> None:
        """Puts the codes of the special ones among words of the given hashes in their places."""
        slots = hashes >> self._shift & self._mask
        at = np.flatnonzero(self._keys[slots] == hashes)
        slots = slots[at]
        codes[at] = np.where(capital[at], self._capital[slots], self._small[slots])


def packed(texts: Sequence[bytes], special: Special, foreign: Callable[[bytes], int | None]) -> Iterator[bytes]:
    """The codes of the words of each text in UTF-8, as the bytes of an array.

    Outside of ASCII there must be nothing but words; ``foreign`` gives the code of a word that is not ASCII, or None
    where it is none.
    """
    ends = np.cumsum([len(text) + 1 for text in texts])
    bounds = [0, *(np.flatnonzero(np.diff(ends // _BLOCK)) + 1).tolist(), len(texts)]
    for low, high in pairwise(bounds):
        if low < high:
            yield from _packed(texts[low:high], special, foreign)


def _packed(texts: Sequence[bytes], special: Special, foreign: Callable[[bytes], int | None]) -> Iterator[bytes]:
    data = b"\n".join((b"", *texts, bytes(PART)))
    lower = data.translate(_LOWER)
    inside = np.frombuffer(lower, np.uint8) != 0
    edges = np.flatnonzero(inside[1:] != inside[:-1]) + 1
    starts, ends = edges[::2], edges[1::2]
    lengths = ends - starts
    raw = np.frombuffer(data, np.uint8)
    first, second = raw[starts], raw[starts + 1]
    capital = _is_capital(first)
    figure = (first >= ord("0")) & (first <= ord("9"))
    name = capital & ~((lengths > ACRONYM) & _is_capital(second))
    hashes = _hashes(lower, starts, lengths)
    codes = np.array(hashes << SHIFT | figure * (EVIDENT | FIGURE) | name * EVIDENT, np.uint32)
    special.put(codes, hashes, capital)
    others = np.unique(np.searchsorted(starts, np.flatnonzero(raw > 127), "right") - 1)
    none = []
    for at, start, end in zip(others.tolist(), starts[others].tolist(), ends[others].tolist(), strict=True):
        code = foreign(data[start:end])
        if code is None:
            none.append(at)
        else:
            codes[at] = code
    codes, starts = np.delete(codes, none), np.delete(starts, none)
    where = np.searchsorted(starts, np.cumsum([1, *(len(text) + 1 for text in texts)])).tolist()
    everything = codes.tobytes()
    for low, high in pairwise(where):
        yield everything[low * codes.itemsize : high * codes.itemsize]


def _is_capital(letters: Bytes) -> NDArray[np.bool_]:
    capital: NDArray[np.bool_] = (letters >= ord("A")) & (letters <= ord("Z"))
    return capital


def _hashes(lower: bytes, starts: Ints, lengths: Ints) -> Codes:
    """The hashes of words, as :func:`beldigest.dedup.codes.hashed` defines them."""
    parts = np.ndarray((len(lower) - PART + 1,), "<u8", lower, strides=(1,))
    totals = np.zeros(len(starts), np.uint64)
    at, done, weight = np.arange(len(starts)), 0, WEIGHT
    with np.errstate(over="ignore"):
        while len(at):
            part = parts.take(starts[at] + done) & _MASKS[np.minimum(lengths[at] - done, PART)]
            totals[at] += part * np.uint64(weight)
            done += PART
            at = at.take(np.flatnonzero(lengths[at] > done))
            weight = weight * WEIGHT & (1 << 64) - 1
        totals = (totals ^ totals >> np.uint64(32)) * np.uint64(MIX)
    return (totals >> np.uint64(64 - HASH_BITS)).astype(np.uint32)
