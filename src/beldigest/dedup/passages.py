"""Which passages of two stories say the same."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from beldigest.dedup.codes import SHIFT
from beldigest.dedup.measure import NEAR, pairs_of

# Places of a pair of words that are tried; more of them are the hum of a word said over and over.
_PLACES = 8
# The least length of a passage, in words.
_LEAST = 3


def passages(kept: Sequence[int], folded: Sequence[int]) -> list[tuple[range, range]]:
    """The stretches of two stories, as ranges of words, that say the same, in the order of the second.

    Stretches that follow one another in both stories with no more than a few words between them are one. Time grows
    with the length of the stories.
    """
    found: list[tuple[range, range]] = []
    for ours, theirs in _runs(kept, folded):
        if found:
            last_ours, last_theirs = found[-1]
            gaps = ours.start - last_ours.stop, theirs.start - last_theirs.stop
            if all(0 <= gap <= NEAR for gap in gaps):
                found[-1] = range(last_ours.start, ours.stop), range(last_theirs.start, theirs.stop)
                continue
        found.append((ours, theirs))
    return [pair for pair in found if len(pair[1]) >= _LEAST]


def _runs(kept: Sequence[int], folded: Sequence[int]) -> Iterator[tuple[range, range]]:
    """Equal stretches of two words and more, each as long as it goes."""
    places: dict[int, list[int]] = {}
    for at, pair in enumerate(pairs_of(kept)):
        here = places.setdefault(pair, [])
        if len(here) < _PLACES:
            here.append(at)
    pairs = pairs_of(folded)
    at = expected = 0
    while at < len(pairs):
        choices = places.get(pairs[at])
        if not choices:
            at += 1
            continue
        start = next((place for place in choices if place >= expected), choices[0])
        length = 2
        while (
            at + length < len(folded)
            and start + length < len(kept)
            and folded[at + length] >> SHIFT == kept[start + length] >> SHIFT
        ):
            length += 1
        yield range(start, start + length), range(at, at + length)
        at += length
        expected = start + length
